/** Another office's card before it counts: whose it is, and as people pass it on. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeOfCard } from '../../../shared/bundle/card-code.ts'
import { foundCommune, foundDistrict } from '../../support/journey.ts'
import { pair } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('a card says whose it is, from a file or from text, however its ends were changed on the way', async () => {
  const root = temporaryFolder()
  const commune = await foundCommune(root)
  const district = await foundDistrict(root)
  const { card, digits } = await district.do<{ card: string; digits: string }>('pairing.card')
  const said = { card, office: district.id, code: 'kim-bang', name: 'Huyện ủy Kim Bảng', renews: null }
  const file = join(root, 'phiếu.json')
  const { digits: code } = codeOfCard(card)
  expect(code).toMatch(/^\d{500,1300}$/)
  const scanned = `${code.replace(/(\d{60})/g, '$1\n')}\r\n`
  for (const text of [card, card.trim(), `\uFEFF  ${card.trim()}\r\n\r\n`, code, scanned]) {
    writeFileSync(file, text)
    expect(await commune.do('pairing.readCard', { file })).toEqual(said)
    expect(await commune.do('pairing.readCard', { card: text })).toEqual(said)
  }
  const changed = `  ${card.trim()}\r\n`
  expect(await commune.do('pairing.accept', { card: changed, digits, relation: 'superior' })).toMatchObject({
    name: 'Huyện ủy Kim Bảng',
  })
  expect(await commune.do('pairing.readCard', { card })).toMatchObject({ renews: 'Huyện ủy Kim Bảng' })
})

test('what is no card, a card of our own and a file that is gone are refused', async () => {
  const root = temporaryFolder()
  const commune = await foundCommune(root)
  const district = await foundDistrict(root)
  await pair(commune, district)
  const { card } = await commune.do<{ card: string }>('pairing.card')
  const { digits: code } = codeOfCard(card)
  for (const text of [
    '',
    '{}',
    card.replace('age1', 'age2'),
    card.replace('{', '{ '),
    '7',
    '255',
    code.slice(0, -1),
    code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)),
    `${code} đ`,
    '9'.repeat(9000),
  ])
    expect(await district.refused('pairing.readCard', { card: text })).toMatchObject({
      code: 'CARD_UNREADABLE',
    })
  expect(await commune.refused('pairing.readCard', { card })).toMatchObject({ code: 'PEER_IS_SELF' })
  const big = join(root, 'big.json')
  writeFileSync(big, card.repeat(200))
  expect(await district.refused('pairing.readCard', { file: big })).toMatchObject({ code: 'CARD_UNREADABLE' })
  expect(await district.refused('pairing.readCard', { file: join(root, 'none') })).toMatchObject({
    code: 'DISK_MISSING',
  })
})
