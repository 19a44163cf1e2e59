/** The QR code of a pairing card, as it is drawn, is read by a decoder and gives the card back. */
import { decodeQR } from 'qr/decode.js'
import { expect, test } from 'vitest'
import { qrPath } from '../../../renderer/parts/qr-path.ts'
import { cardOfCode, codeOfCard } from '../../../shared/bundle/card-code.ts'
import { printCard } from '../../../shared/bundle/format.ts'

const SAID = {
  format: 'kn-card',
  version: 1,
  office: 'a'.repeat(32),
  code: 'dong-hoa',
  name: 'Đảng ủy xã Đồng Hóa, huyện Kim Bảng, tỉnh Hà Nam',
  age_recipient: `age1${'q'.repeat(58)}`,
  sign_key: 'RWQ'.padEnd(56, 'A'),
} as const
const CARD = printCard(SAID)

test('what is drawn is read back, digit by digit, and is the card', () => {
  const { digits } = codeOfCard(CARD)
  const { side, path } = qrPath(digits)
  const scale = 4
  const image = { width: side * scale, height: side * scale, data: new Uint8Array(side * side * scale * scale * 4) }
  image.data.fill(255)
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row += 1) {
      const start = (row * image.width + Number(x) * scale) * 4
      for (let at = 0; at < Number(length) * scale; at += 1) image.data.fill(0, start + at * 4, start + at * 4 + 3)
    }
  const read = decodeQR(image)
  expect(read).toBe(digits)
  expect(`${cardOfCode(read)}\n`).toBe(CARD)
})

test('of a card with more renewals than paper bears, what it says is drawn all the same, and that it is not all', () => {
  const renewal = { sign_key: SAID.sign_key, signature: 'x'.repeat(300) }
  const cardWith = (count: number) => printCard({ ...SAID, renewals: Array.from({ length: count }, () => renewal) })
  const [short, long] = [codeOfCard(cardWith(1)), codeOfCard(cardWith(9))]
  expect([`${cardOfCode(short.digits)}\n`, short.isWhole]).toEqual([cardWith(1), true])
  expect([`${cardOfCode(long.digits)}\n`, long.isWhole]).toEqual([CARD, false])
})
