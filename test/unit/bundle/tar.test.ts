/** The strict tar: the same bytes everywhere on the way out, and no archive on the way in that two readers could read differently. */
import { describe, expect, it } from 'vitest'
import type { LayoutReason } from '../../../shared/bundle/bundle-errors.ts'
import { LIMITS, TAG_FILES } from '../../../shared/bundle/format.ts'
import { bundleLayout, type MemberRule } from '../../../shared/bundle/layout.ts'
import { readTar, tarBytes, tarEnd, tarHeader, tarPadding } from '../../../shared/bundle/tar.ts'
import { tarOf } from '../../support/bundle-kit.ts'

const anyMember: MemberRule = () => null

/** Files of an archive, or why it is refused. */
function read(tar: Uint8Array, rule = anyMember, step = 512): Record<string, string> | LayoutReason {
  const reader = readTar(rule)
  const files: Record<string, string> = {}
  let name = ''
  for (let at = 0; at < tar.length; at += step) {
    const events = reader.push(tar.subarray(at, at + step))
    if (!events.ok) return events.error.reason
    for (const event of events.value) {
      if (event.type === 'member') {
        name = event.name
        files[name] = ''
      } else if (event.type === 'data') files[name] += Buffer.from(event.bytes).toString()
    }
  }
  const end = reader.finish()
  return end.ok ? files : end.error.reason
}

/** A header with fields overwritten, its checksum made to fit again unless told otherwise. */
function header(
  edit: (block: Buffer) => void,
  options: { readonly size?: number; readonly sum?: boolean } = {},
): Buffer {
  const block = Buffer.from(tarHeader('file', options.size ?? 3))
  edit(block)
  if (options.sum === false) return block
  block.fill(0x20, 148, 156)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}

function archive(block: Uint8Array, body = 'abc'): Buffer {
  const start = Buffer.concat([block, Buffer.from(body), tarPadding(body.length)])
  return Buffer.concat([start, tarEnd(start.length)])
}

const good = tarOf([
  { name: 'a.txt', bytes: Buffer.from('hello') },
  { name: 'empty', bytes: Buffer.alloc(0) },
  { name: 'block', bytes: Buffer.alloc(512, 'b') },
])

it('reads what it writes, in pieces of any size', () => {
  for (const step of [1, 7, 511, 512, 513, 4096, good.length]) {
    expect(read(good, anyMember, step)).toEqual({ 'a.txt': 'hello', empty: '', block: 'b'.repeat(512) })
  }
  expect(good.length).toBe(10_240)
  expect(tarBytes([5, 0, 512])).toBe(good.length)
  expect(tarBytes([])).toBe(10_240)
  expect(tarEnd(10_240 - 512).length).toBe(512 + 10_240)
})

it('writes headers of exactly these bytes', () => {
  const text = Buffer.from(tarHeader('data/att/x', 1234)).toString('latin1')
  expect(text.replace(/\0+$/, '')).toBe(
    `data/att/x${'\0'.repeat(90)}0000644\x000000000\x000000000\x0000000002322\x0000000000000\x00` +
      `011077\0 0${'\0'.repeat(100)}ustar\x0000${'\0'.repeat(64)}0000000\x000000000`,
  )
  expect(() => tarHeader('đ', 1)).toThrow('not allowed')
  expect(() => tarHeader('a'.repeat(101), 1)).toThrow('not allowed')
  expect(() => tarHeader('a', 2 ** 33)).toThrow('not allowed')
  expect(() => tarHeader('a', -1)).toThrow('not allowed')
})

it('accepts other modes, owners and times, a name of 100 characters, and less or more final padding', () => {
  const other = header((block) => {
    block.write('0100755\0', 100, 'latin1')
    block.write('0001750\0', 108, 'latin1')
    block.write('15000000000\0', 136, 'latin1')
    block.write('root\0', 265, 'latin1')
    block.write('wheel\0', 297, 'latin1')
  })
  expect(read(archive(other))).toEqual({ file: 'abc' })
  expect(read(archive(other).subarray(0, 2048))).toEqual({ file: 'abc' })
  expect(read(Buffer.concat([archive(other), Buffer.alloc(1024)]))).toEqual({ file: 'abc' })
  expect(read(archive(header((block) => block.write('n'.repeat(100), 0))))).toEqual({ ['n'.repeat(100)]: 'abc' })
  // bsdtar ends numbers with a blank.
  expect(read(archive(header((block) => block.write('00000000003 ', 124, 'latin1'))))).toEqual({ file: 'abc' })
})

const twoBlocks = Buffer.alloc(1024)
const type = (flag: string) => archive(header((block) => block.write(flag, 156, 'latin1')))

describe('refuses', () => {
  it.each<readonly [string, Uint8Array, LayoutReason]>([
    ['a path out of the folder', archive(header((block) => block.write('../evil', 0))), 'name'],
    ['an absolute path', archive(header((block) => block.write('/etc/passwd', 0))), 'name'],
    ['a drive and backslashes', archive(header((block) => block.write('C:\\evil', 0))), 'name'],
    ['a name with other letters', archive(header((block) => block.write('đơn.pdf', 0))), 'name'],
    ['an empty name', archive(header((block) => block.fill(0, 0, 100))), 'name'],
    ['a name with something behind its end', archive(header((block) => block.write('file\0x', 0))), 'name'],
    ['a hard link', type('1'), 'type'],
    ['a symbolic link', type('2'), 'type'],
    ['a character device', type('3'), 'type'],
    ['a block device', type('4'), 'type'],
    ['a folder', type('5'), 'type'],
    ['a pipe', type('6'), 'type'],
    ['the old type of a file', type('\0'), 'type'],
    ['a pax header', type('x'), 'type'],
    ['a global pax header', type('g'), 'type'],
    ['a GNU long name', type('L'), 'type'],
    ['a GNU long link', type('K'), 'type'],
    ['a sparse file', type('S'), 'type'],
    ['a link name on a file', archive(header((block) => block.write('/etc/passwd', 157))), 'link'],
    ['a prefix', archive(header((block) => block.write('top', 345))), 'prefix'],
    ['something behind the prefix', archive(header((block) => block.write('x', 505))), 'prefix'],
    ['GNU magic', archive(header((block) => block.write('ustar  \0', 257, 'latin1'))), 'magic'],
    ['no magic', archive(header((block) => block.fill(0, 257, 265))), 'magic'],
    ['a size in base 256', archive(header((block) => block.writeUInt8(0x80, 124))), 'octal'],
    ['a negative size', archive(header((block) => block.fill(0xff, 124, 136))), 'octal'],
    ['a negative octal size', archive(header((block) => block.write('-0000000003\0', 124, 'latin1'))), 'octal'],
    ['a size with blanks before it', archive(header((block) => block.write('          3\0', 124, 'latin1'))), 'octal'],
    ['a size with more behind it', archive(header((block) => block.write('00000000003x', 124, 'latin1'))), 'octal'],
    ['a wrong checksum', archive(header((block) => block.write('x', 0), { sum: false })), 'checksum'],
    ['a checksum that is no number', archive(header((block) => block.write('0x12', 148), { sum: false })), 'checksum'],
    ['a size larger than the archive', archive(header(() => undefined, { size: 50_000 })), 'truncated'],
    [
      'padding that is not zero',
      Buffer.concat([tarHeader('file', 3), Buffer.from('abcd'), Buffer.alloc(508), twoBlocks]),
      'padding',
    ],
    ['no end', Buffer.concat([tarHeader('file', 0)]), 'no-end'],
    ['one zero block as the end', Buffer.concat([tarHeader('file', 0), Buffer.alloc(512)]), 'no-end'],
    ['nothing at all', Buffer.alloc(0), 'no-end'],
    ['a file after one zero block', Buffer.concat([Buffer.alloc(512), good]), 'no-end'],
    ['a second archive behind the first', Buffer.concat([good, good]), 'after-end'],
    ['data after the end', Buffer.concat([twoBlocks, Buffer.from('x'), Buffer.alloc(511)]), 'after-end'],
    ['a tail that is no block', Buffer.concat([twoBlocks, Buffer.alloc(100)]), 'after-end'],
    ['endless zeros', Buffer.alloc(1024 + 10_240 + 512), 'after-end'],
    ['a file cut in its body', good.subarray(0, 515), 'truncated'],
    ['a file cut in its padding', good.subarray(0, 700), 'truncated'],
    ['a file cut in its header', good.subarray(0, 100), 'truncated'],
    [
      'a name twice',
      tarOf([
        { name: 'a', bytes: twoBlocks },
        { name: 'a', bytes: twoBlocks },
      ]),
      'duplicate',
    ],
  ])('%s', (_what, tar, reason) => {
    for (const step of [512, 1, tar.length + 1]) expect(read(tar, anyMember, step)).toBe(reason)
  })
})

describe('the layout of a bundle', () => {
  const channel = `${'a'.repeat(26)}.${'b'.repeat(16)}.all`
  const journal = `data/journal/${channel}.jsonl.gz`
  const scan = `data/att/${'0'.repeat(64)}`
  const judge = (...members: readonly (string | readonly [string, number])[]): LayoutReason | null => {
    const rule = bundleLayout()
    let last: LayoutReason | null = null
    for (const member of members) last ??= typeof member === 'string' ? rule(member, 1) : rule(...member)
    return last
  }

  it('is six tag files in order, then journals, then scans', () => {
    expect(judge(...TAG_FILES, journal, scan)).toBeNull()
    expect(judge(...TAG_FILES, scan)).toBeNull()
    expect(judge('bag-info.txt')).toBe('order')
    expect(judge(scan)).toBe('order')
    expect(judge(...TAG_FILES, 'bagit.txt')).toBe('order')
    expect(judge(...TAG_FILES, scan, journal)).toBe('order')
    for (const name of [
      'data/att/x',
      'data/x',
      'fetch.txt',
      `./${scan}`,
      `${scan}/x`,
      `bag/${TAG_FILES[0]}`,
      'DATA/att',
    ]) {
      expect(judge(...TAG_FILES, name), name).toBe('name')
    }
  })

  it('keeps the caps of section 7', () => {
    expect(judge(['bagit.txt', LIMITS.tagFileBytes])).toBeNull()
    expect(judge(['bagit.txt', LIMITS.tagFileBytes + 1])).toBe('size')
    expect(judge(...TAG_FILES, [scan, LIMITS.scanBytes])).toBeNull()
    expect(judge(...TAG_FILES, [scan, LIMITS.scanBytes + 1])).toBe('size')
    expect(judge(...TAG_FILES, [journal, LIMITS.journalBytes + 1])).toBe('size')
    const rule = bundleLayout()
    const name = (i: number) => `data/att/${i.toString(16).padStart(64, '0')}`
    const all = [...TAG_FILES, ...Array.from({ length: LIMITS.payloadFiles }, (_, i) => name(i))]
    expect(all.every((member) => rule(member, 0) === null)).toBe(true)
    expect(rule(name(LIMITS.payloadFiles), 0)).toBe('count')
  })
})
