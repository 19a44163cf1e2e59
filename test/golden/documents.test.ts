import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { DocumentKind } from '../../shared/documents/codes.ts'
import { modelText } from '../../shared/documents/model.ts'
import { paperwork, previewOf, type Paperwork } from '../support/paperwork.ts'
import { temporaryFolderOfFile } from '../support/temporary-folder.ts'

const root = temporaryFolderOfFile()
let story: Paperwork

beforeAll(async () => {
  story = await paperwork(root)
})

test.each(DocumentKind.options)('the text of %s is the one agreed', async (kind) => {
  const { document, missing } = await previewOf(story, kind)
  expect(missing).toEqual([])
  if (document === null) throw new Error('no document')
  // Names of files on a carrier are drawn by lot.
  const text = modelText(document).replace(/_[0-9a-f]{8}\./g, '_xxxxxxxx.').replace(/Dung lượng \| .*/, 'Dung lượng | …')
  await expect(text).toMatchFileSnapshot(join(import.meta.dirname, 'documents', `${kind}.txt`))
})
