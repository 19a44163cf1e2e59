/**
 * Small scans made by hand: a PDF of one line of text, a PNG and a JPEG of a page in blocks of grey. They are whole and
 * valid, so that the program's own checks take them, and each is different, so that none is stored twice.
 */
import { crc32, deflateSync } from 'node:zlib'
import type { Random } from './prng.ts'

/** Kinds of scan the program keeps, by their extension. */
export type ScanKind = 'pdf' | 'png' | 'jpg'

/**
 * A scan.
 * @param text - ASCII; printed on the page of a PDF
 */
export function makeScan(kind: ScanKind, random: Random, text: string): Uint8Array {
  switch (kind) {
    case 'pdf':
      return makePdf(text)
    case 'png':
      return makePng(random)
    case 'jpg':
      return makeJpeg(random)
  }
}

/** A PDF 1.4 of one page with one line of text, with its table of offsets. */
export function makePdf(text: string): Uint8Array {
  if (!/^[ -~]*$/.test(text)) throw new Error('the standard fonts of PDF write ASCII only')
  const page = `BT /F1 14 Tf 72 770 Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, i) => {
    const offset = file.length
    file += `${i + 1} 0 obj\n${body}\nendobj\n`
    return `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(file + table + trailer, 'latin1')
}

/** Blocks of a page: 11 by 15, about the shape of A4. */
const ACROSS = 11
const DOWN = 15

/** A PNG of 8-bit greys, one pixel per block. */
function makePng(random: Random): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(ACROSS, 0)
  header.writeUInt32BE(DOWN, 4)
  header[8] = 8
  // Each row begins with its filter: 0, none.
  const rows = Array.from({ length: DOWN }, () => [0, ...Array.from({ length: ACROSS }, () => random.between(0, 255))])
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Uint8Array.from(rows.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/**
 * A baseline JPEG of one component (ITU-T T.81): every block of 8 by 8 has one grey, so that only the first coefficient
 * is coded. Two tables are enough: differences of 0 to 11 bits by a code of four, and 'end of block' as a single 0.
 */
function makeJpeg(random: Random): Uint8Array {
  const bits: string[] = []
  let before = 0
  for (let block = 0; block < ACROSS * DOWN; block += 1) {
    const grey = random.between(-60, 60)
    const difference = grey - before
    before = grey
    const size = difference === 0 ? 0 : 32 - Math.clz32(Math.abs(difference))
    const value = difference < 0 ? difference + 2 ** size - 1 : difference
    bits.push(size.toString(2).padStart(4, '0'), size === 0 ? '' : value.toString(2).padStart(size, '0'), '0')
  }
  const joined = bits.join('')
  const padded = joined.padEnd(Math.ceil(joined.length / 8) * 8, '1')
  const pixels = (padded.match(/.{8}/g) ?? []).flatMap((octet) => {
    const byte = Number.parseInt(octet, 2)
    return byte === 0xff ? [0xff, 0] : [byte]
  })
  const [width, height] = [ACROSS * 8, DOWN * 8]
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xdb, [0, ...Array.from({ length: 64 }, () => 16)]),
    segment(0xc0, [8, 0, height, 0, width, 1, 1, 0x11, 0]),
    segment(0xc4, [
      0x00,
      0,
      0,
      0,
      12,
      ...Array.from({ length: 12 }, () => 0),
      ...Array.from({ length: 12 }, (_, i) => i),
    ]),
    segment(0xc4, [0x10, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    segment(0xda, [1, 1, 0x00, 0, 63, 0]),
    Buffer.from(pixels),
    Buffer.from('ffd9', 'hex'),
  ])
}

function segment(marker: number, body: readonly number[]): Buffer {
  const length = body.length + 2
  return Buffer.from([0xff, marker, length >> 8, length & 0xff, ...body])
}
