/** What an installer is made from: the targets and files that electron-builder.yml names, and the page that explains them. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bitmapOf, ICON_SIZES, pngOf } from '../../build/draw-icon.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const settings = read('electron-builder.yml')

test('Windows gets an installer and a portable file, Linux an archive, and the page on packing names each', () => {
  const targets = [...settings.matchAll(/^ {2}target:\n((?: {4}- .+\n)+)/gm)].map(([, lines = '']) =>
    [...lines.matchAll(/- (\S+)/g)].map(([, target]) => target),
  )
  expect(targets).toEqual([['nsis', 'portable'], ['tar.gz']])
  const page = read('build/README.md')
  for (const target of targets.flat()) expect(page).toContain(target)
  expect(read('package.json')).toMatch(/"pack": ".*electron-builder/)
  expect(page).toContain('npm run pack')
})

test('every file the settings name is there, and the installer tells an old Windows what it needs', () => {
  const named = [...settings.matchAll(/^ {2}(?:icon|include|buildResources): (\S+)$/gm)].map(([, path = '']) => path)
  expect(named).toEqual([
    'build/resources',
    'build/resources/icon.ico',
    'build/resources/installer.nsh',
    'build/resources/icon.png',
  ])
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
  expect(read('build/resources/installer.nsh')).toMatch(/AtLeastWin10[\s\S]+Windows 10 hoặc mới hơn/)
})

test('the icons are those that are drawn, in every size Windows shows', () => {
  const ico = readFileSync(join(root, 'build/resources/icon.ico'))
  expect([ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([1, ICON_SIZES.length])
  const entries = ICON_SIZES.map((size, index) => {
    const at = 6 + 16 * index
    const [length, offset] = [ico.readUInt32LE(at + 8), ico.readUInt32LE(at + 12)]
    return { size: ico[at] === 0 ? 256 : ico[at], image: ico.subarray(offset, offset + length), wanted: size }
  })
  expect(entries.map(({ size }) => size)).toEqual([...ICON_SIZES])
  for (const { image, wanted } of entries.filter((entry) => entry.wanted < 256))
    expect(image.equals(bitmapOf(wanted)), `${wanted}`).toBe(true)
  const png = readFileSync(join(root, 'build/resources/icon.png'))
  // Width and height; the bytes behind them depend on the compressor.
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([512, 512])
  expect(pngOf(16).subarray(0, 8)).toEqual(png.subarray(0, 8))
})
