/**
 * PDF files as the scanners of offices write them: each page one picture, packed as a fax (CCITT group 4), JBIG2, JPEG or
 * JPEG 2000, then pages of lines and letters. On every page is the same: paper, and ink over the middle quarter.
 */
import { Jimp } from 'jimp'

/** The picture, in points. The ink is over half of either side, in the middle. */
const WIDE = 64
const HIGH = 88

/** The picture in JPEG 2000, written once with OpenJPEG: nothing here can write it. */
const JPEG_2000 =
  '/0//UQApAAAAAABAAAAAWAAAAAAAAAAAAAAAQAAAAFgAAAAAAAAAAAABBwEB/1IADAACAAEAAgQEAAH/XAAKQEBISFBISFD/ZAAlAAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjT/kAAKAAAAAAHQAAH/k9+FoHQvJfFOVIoG/4JtM/PavfHcJ0MFUGWl45tfHQCBhZ71Oy/DO8AAMJCTvWCs0IcNAqG69LKGwr26LW/M1CQlKyy1uTMg0HSChIK0ewf7E3Pe6cpLVN//gAHKXQvlMRWiTULC+oMwkAGcGcVNOc7TMeWLSTVZYAv3HQYw5xGveORQFQaKAsmz7Q8Nh5/wxV0YdchDLmzVSoVEylT3zbvWpnP/YPwj6FMEfcpoj6FoEndms9xbbY85cRReCYpkaQRwj6FMEfcpoj6FMEft2H3GgQ/PwL5+BTB9QqB1bfUhEQaFqevi1UbeezSjzFTZ0xvMmpOCZpS7Q3huk36HWy+yOy3POylB0Yycn7pDQfjwWHb2C/tmWlc0X+fkoZSfI07E6PrlfxazaKCckbctDSoFmY1DcvbzOTRZ1momqUg2ec1ZKJk6Kf9/z8DqfgVQ+0MAxgdbVJhRsxaOY47vlDZQCY3mcuDR1iBa3XzjUVHlpvm+b5tevs5tuvm+bv7+crdfN83esPLwrbr5u7hzBlKavlLuwFePq5xbIxxy1R6Qi/lr6NTlQiZiFqao8E2zuqu94j7qrrZFEw4qD+R4jt7kv//Z'

/**
 * A file of `pages` pages, one kind of picture after the other.
 * @param isLocked - it asks for a password
 * @param note - stands in the file where nobody reads it, so that no two need be alike
 */
export async function scannedPdf(pages: number, { isLocked = false, note = '' } = {}): Promise<Buffer> {
  const pictures = await picturesOfScanners()
  const objects: Buffer[] = [Buffer.from('<</Type/Catalog/Pages 2 0 R>>'), Buffer.alloc(0)]
  const add = (object: Buffer | string) => objects.push(Buffer.from(object))
  const font = add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>')
  const kids = Array.from({ length: pages }, (_, index) => {
    const picture = pictures[index]
    const image = picture === undefined ? font : add(picture)
    const drawn = picture === undefined ? inkAndLetters(index + 1) : '595 0 0 842 0 0 cm /I Do'
    const contents = add(stream('', Buffer.from(drawn)))
    const needs = `/Resources<</Font<</F ${font} 0 R>>/XObject<</I ${image} 0 R>>>>`
    return add(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${contents} 0 R${needs}>>`)
  })
  objects[1] = Buffer.from(`<</Type/Pages/Count ${pages}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`)
  return fileOf(objects, isLocked, note)
}

function inkAndLetters(page: number): string {
  return `148.75 210.5 297.5 421 re f BT /F 20 Tf 40 800 Td (Trang ${page}) Tj ET`
}

/** One picture object for each way in which scanners pack. */
async function picturesOfScanners(): Promise<readonly Buffer[]> {
  const fax = group4()
  const jpeg = new Jimp({ width: WIDE, height: HIGH, color: 0xffffffff })
  for (let y = HIGH / 4; y < (HIGH * 3) / 4; y++)
    for (let x = WIDE / 4; x < (WIDE * 3) / 4; x++) jpeg.setPixelColor(0x000000ff, x, y)
  const grey = '/ColorSpace/DeviceGray/BitsPerComponent'
  return [
    image(`${grey} 1/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns ${WIDE}/Rows ${HIGH}>>`, fax),
    image(`${grey} 1/Filter/JBIG2Decode`, jbig2(fax)),
    image('/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode', await jpeg.getBuffer('image/jpeg')),
    image(`${grey} 8/Filter/JPXDecode`, Buffer.from(JPEG_2000, 'base64')),
  ]
}

function image(words: string, bytes: Buffer): Buffer {
  return stream(`/Type/XObject/Subtype/Image/Width ${WIDE}/Height ${HIGH}${words}`, bytes)
}

function stream(words: string, bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`<<${words}/Length ${bytes.length}>>stream\n`), bytes, Buffer.from('\nendstream')])
}

/** The picture as a fax. Source: ITU-T T.6, codes of T.4. */
function group4(): Buffer {
  const paper = '1'
  const inkBegins = `001${'101010'}${'000001101010'}1`
  const inkGoesOn = '111'
  const inkEnds = '00011'
  const end = '000000000001'.repeat(2)
  const rows = Array.from({ length: HIGH }, (_, row) => {
    if (row === HIGH / 4) return inkBegins
    if (row === (HIGH * 3) / 4) return inkEnds
    return row > HIGH / 4 && row < (HIGH * 3) / 4 ? inkGoesOn : paper
  })
  const bits = rows.join('') + end
  return Buffer.from((bits.match(/.{1,8}/gu) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)))
}

/** The same within JBIG2: one page, one region coded as a fax. Source: ITU-T T.88, 7.2 to 7.4. */
function jbig2(fax: Buffer): Buffer {
  const size = numbers(WIDE, HIGH, 0, 0)
  const region = Buffer.concat([size, Buffer.of(0, 1), fax])
  const page = Buffer.concat([size, Buffer.of(0, 0, 0)])
  const segments = [
    [48, page],
    [38, region],
  ] as const
  return Buffer.concat(
    segments.flatMap(([type, data], number) => [numbers(number), Buffer.of(type, 0, 1), numbers(data.length), data]),
  )
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => bytes.writeUInt32BE(value, index * 4))
  return bytes
}

/** A whole file of numbered objects. */
function fileOf(objects: readonly Buffer[], isLocked: boolean, note: string): Buffer {
  const key = '00'.repeat(32)
  const lock = isLocked ? `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${key}>/U<${key}>>>/ID[<00><00>]` : ''
  const parts: Buffer[] = [Buffer.from(`%PDF-1.7\n% ${note}\n`)]
  const offsets: number[] = []
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  objects.forEach((object, index) => {
    offsets.push(length())
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'))
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const at = length()
  const count = objects.length + 1
  parts.push(Buffer.from(`xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n`))
  parts.push(Buffer.from(`<</Root 1 0 R/Size ${count}${lock}>>\nstartxref\n${at}\n%%EOF\n`))
  return Buffer.concat(parts)
}
