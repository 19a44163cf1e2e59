import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import { DocumentKind } from '../../shared/documents/codes.ts'
import { modelText } from '../../shared/documents/model.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { paperwork, previewOf, requestOf } from '../support/paperwork.ts'
test('look', async () => {
  const root = temporaryFolder()
  const story = await paperwork(root)
  mkdirSync('/tmp/docs', { recursive: true })
  for (const kind of DocumentKind.options) {
    const p = await previewOf(story, kind)
    writeFileSync(`/tmp/docs/${kind}.json`, JSON.stringify({ ...p, document: undefined }, null, 1))
    if (p.document) writeFileSync(`/tmp/docs/${kind}.txt`, modelText(p.document))
    const { office, input } = await requestOf(story, kind)
    const a = await office.core.call('document.make', { ...input, to: `/tmp/docs/${kind}.docx`, why: 'thu' })
    console.log(kind, JSON.stringify(p.missing), p.nextNumber, p.blocks.length, JSON.stringify(p.warnings), JSON.stringify(a).slice(0, 300))
  }
}, 60000)
