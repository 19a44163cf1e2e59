/** What is accepted as a scan, by content and by name. */
import { describe, expect, it } from 'vitest'
import { contradiction, mediaTypeOf } from '../../../../electron/scans/media.ts'
import { largestScan, prepare, sizeProblem } from '../../../../electron/scans/prepare.ts'
import { aPdf } from './typage-box.ts'

describe('the kind of a file', () => {
  it('is told by its first bytes', () => {
    expect(mediaTypeOf(aPdf())).toBe('application/pdf')
    expect(mediaTypeOf(Buffer.from('ffd8ffe000', 'hex'))).toBe('image/jpeg')
    expect(mediaTypeOf(Buffer.from('89504e470d0a1a0a00', 'hex'))).toBe('image/png')
    expect(mediaTypeOf(Buffer.concat([Buffer.alloc(1019, 0x20), Buffer.from('%PDF-1.4')]))).toBe('application/pdf')
    expect(mediaTypeOf(Buffer.concat([Buffer.alloc(1020, 0x20), Buffer.from('%PDF-1.4')]))).toBeUndefined()
  })

  it.each([
    ['a program that carries the mark of a PDF', Buffer.from('MZ\x90\0%PDF-1.7\n%%EOF')],
    ['a Word file', Buffer.from('PK\x03\x04 word/document.xml')],
    ['a TIFF', Buffer.from('II*\0')],
    ['a web page', Buffer.from('<!doctype html>')],
  ])('is unknown for %s', async (_name, bytes) => {
    expect(mediaTypeOf(bytes)).toBeUndefined()
    expect(await prepare(bytes, 'a.pdf')).toEqual({ ok: false, error: { code: 'SCAN_UNKNOWN_TYPE' } })
  })
})

describe('the name of a file', () => {
  it.each(['Đơn xin vào Đảng.PDF', 'không đuôi', 'Nghị quyết ngày 3.2', 'QĐ.KNĐ', 'a.exe.pdf'])(
    'fits a PDF: %s',
    (name) => {
      expect(contradiction(name, 'application/pdf')).toBeUndefined()
    },
  )

  it.each([
    ['đơn.pdf.exe', 'exe'],
    ['đơn.jpg', 'jpg'],
    ['đơn.DOCX ', 'docx'],
  ])('contradicts a PDF: %s', async (name, claimed) => {
    expect(await prepare(aPdf(), name)).toEqual({
      ok: false,
      error: { code: 'SCAN_NOT_WHAT_NAME_SAYS', claimed, found: 'application/pdf' },
    })
  })
})

describe('a PDF', () => {
  it('is kept byte for byte, encrypted ones too', async () => {
    const bytes = aPdf('/Encrypt 5 0 R')
    expect(await prepare(bytes, 'a.pdf')).toEqual({ ok: true, value: { bytes, mediaType: 'application/pdf' } })
  })

  it('without its end is damaged', async () => {
    const bytes = aPdf('x', 5000).subarray(0, 4000)
    expect(await prepare(bytes, 'a.pdf')).toEqual({
      ok: false,
      error: { code: 'SCAN_DAMAGED', found: 'application/pdf' },
    })
  })
})

describe('the size of a file', () => {
  it('is between one byte and 25 MB', async () => {
    expect(await prepare(Buffer.alloc(0), 'a.pdf')).toEqual({ ok: false, error: { code: 'SCAN_EMPTY' } })
    expect(sizeProblem(largestScan)).toBeUndefined()
    expect(sizeProblem(largestScan + 1)).toEqual({ code: 'SCAN_TOO_LARGE', bytes: largestScan + 1, limit: largestScan })
  })
})
