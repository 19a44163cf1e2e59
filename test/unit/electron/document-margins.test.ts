/** The margins of the settings are those of the page that Word gets, in every paper. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readMargins } from '../../../electron/documents/docx.ts'
import { DocumentKind } from '../../../shared/documents/codes.ts'
import { paperwork, requestOf, type Paperwork } from '../../support/paperwork.ts'
import { temporaryFolderOfFile } from '../../support/temporary-folder.ts'
import { zipEntry } from '../../support/zip-entry.ts'

/** Twentieths of a point to a millimetre, by which Word measures. */
const TWIPS = 1440 / 25.4
const A4 = 210

const root = temporaryFolderOfFile()
let story: Paperwork

beforeAll(async () => {
  story = await paperwork(root)
}, 60_000)

test('every paper has the margins of the settings, and its head is as wide as what they leave', async () => {
  const [commune, district] = ['20/25/35/15', '18/22/28/12']
  for (const kind of DocumentKind.options) {
    const { office, input } = await requestOf(story, kind)
    const pageOf = async (name: string) => {
      const to = join(root, `${name}-${kind}.docx`)
      await office.do('document.make', { ...input, to, why: 'In, trình ký' })
      return pageIn(zipEntry(readFileSync(to), 'word/document.xml'))
    }
    if (kind === DocumentKind.options[0])
      // As long as nobody has set anything: 20 above and below, 30 on the left, 15 on the right.
      expect(await pageOf('chua-dat')).toEqual(pageWith([20, 20, 30, 15]))
    const value = office === story.commune ? commune : district
    await office.do('setting.change', { key: 'documentMargins', value })
    expect([kind, await pageOf('le')]).toEqual([kind, pageWith(value.split('/').map(Number))])
  }
})

test('a setting that is no margins is taken for none', () => {
  for (const setting of [null, undefined, 35, '35', 'a/b/c/d', '20/20/35'])
    expect(readMargins(setting)).toEqual({ top: 20, bottom: 20, left: 30, right: 15 })
})

/** What Word is told: margins of each section, and how wide the table of the head is. */
type Page = { readonly margins: readonly (readonly (readonly [side: string, mm: number])[])[]; readonly head: number }

const SIDES = ['top', 'bottom', 'left', 'right'] as const

function pageIn(xml: string): Page {
  const sections = [...xml.matchAll(/<w:pgMar ([^>]*)\/>/g)].map(([, attributes = '']) =>
    SIDES.map((side) => {
      const twips = new RegExp(`w:${side}="(\\d+)"`).exec(attributes)?.[1]
      return [side, Math.round(Number(twips) / TWIPS)] as const
    }),
  )
  const [, grid = ''] = /<w:tblGrid>(.*?)<\/w:tblGrid>/.exec(xml) ?? []
  const widths = [...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width))
  return { margins: sections, head: Math.round(widths.reduce((sum, width) => sum + width, 0) / TWIPS) }
}

function pageWith([top = 0, bottom = 0, left = 0, right = 0]: readonly number[]): Page {
  const mm = { top, bottom, left, right }
  return { margins: [SIDES.map((side) => [side, mm[side]] as const)], head: A4 - left - right }
}
