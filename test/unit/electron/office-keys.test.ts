/** Keys that are lost, stolen and renewed: what was signed by a dead key counts no more, and nothing received is lost. */
import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { codeOfCard } from '../../../shared/bundle/card-code.ts'
import { parseCard, printCard } from '../../../shared/bundle/format.ts'
import type { HomeView, JournalHealth } from '../../../shared/contract/answers.ts'
import {
  addBranch,
  carry,
  communeAndDistrict,
  decide,
  exportTo,
  foundCommune,
  foundDistrict,
  HOA,
  importFrom,
  newStick,
  stageAt,
  submittedDossier,
} from '../../support/journey.ts'
import { keysOf, pictureOf } from '../../support/office-picture.ts'
import { foundOffice, joinOffice, pairTrainer, type TestOffice } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

test('after a revocation nothing of the old key is taken in; with new keys and a new card the office goes on', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune), HOA)
  const stolen = newStick(root, 'stolen')
  await exportTo(commune, stolen, district)
  const { card: oldCard, digits: oldDigits } = await cardOf(commune)
  const answer = newStick(root, 'answer')
  await exportTo(district, answer, commune)

  await district.do('peer.revoke', { office: commune.id, reason: 'Xã báo mất máy' })
  const before = await pictureOf(district)
  const { keyNumber } = await refusalOf(district, stolen, 'B_REVOKED')
  expect(keyNumber).toMatch(/^[0-9A-F]{16}$/)
  expect(await pictureOf(district)).toEqual(before)
  expect(await district.refused('bundle.export', { folder: answer, to: commune.id })).toMatchObject({
    code: 'PEER_UNKNOWN',
  })
  expect(
    await district.refused('pairing.accept', { card: oldCard, digits: oldDigits, relation: 'subordinate' }),
  ).toMatchObject({
    code: 'CARD_REVOKED',
  })
  expect(await district.refused('peer.revoke', { office: commune.id, reason: 'Lần nữa' })).toMatchObject({
    code: 'PEER_REVOKED',
    data: { name: commune.name },
  })

  await commune.do('keys.renew', { reason: 'Mất máy tính xách tay' })
  expect(await commune.refused('bundle.export', { folder: stolen })).toMatchObject({ code: 'LOCKED' })
  await commune.unlock()
  const renewed = await cardOf(commune)
  expect(renewed.office).toBe(commune.id)
  expect(renewed.card).not.toBe(oldCard)
  expect(await district.do('pairing.readCard', { card: renewed.card })).toMatchObject({ renews: commune.name })
  await district.do('pairing.accept', { card: renewed.card, digits: renewed.digits, relation: 'subordinate' })

  await refusalOf(district, stolen, 'B_REVOKED')
  await carry(root, commune, district)
  expect(await stageAt(district, id)).toBe('submitted')
  await decide(district, id)
  await carry(root, district, commune)
  expect(await stageAt(commune, id)).toBe('admitted')
  // What was sealed to the old identity before still opens.
  expect((await importFrom(commune, answer)).sets).toMatchObject([{ outcome: 'imported' }])
})

test('a new card in the place of one that was never revoked makes the old key a dead one all the same', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  await submittedDossier(commune, await addBranch(commune), HOA)
  const old = newStick(root, 'old')
  await exportTo(commune, old, district)
  const before = (await keysOf(commune)).signKey
  await commune.do('keys.renew', { reason: 'Nghi lộ khóa' })
  await commune.unlock()
  const unknown = newStick(root, 'unknown')
  await exportTo(commune, unknown, district)
  await refusalOf(district, unknown, 'B_UNKNOWN_SENDER')
  const { card, digits } = await cardOf(commune)
  await district.do('pairing.accept', { card, digits, relation: 'subordinate' })
  await refusalOf(district, old, 'B_REVOKED')
  expect((await importFrom(district, unknown)).sets).toMatchObject([{ outcome: 'imported' }])
  const { peers } = await district.do<{ peers: { deadKeys: string[]; revokedOn: null }[] }>('office.get')
  expect(peers).toMatchObject([{ deadKeys: [before], revoked: false, revokedOn: null }])
})

test('after new keys each office is seen to have the new card by the first set it seals to them, be it a receipt', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  // The journal's health says the same as the first page.
  const newCard = async ({ id }: TestOffice) => {
    const said = (await commune.do<HomeView>('home.get')).peers.find(({ office }) => office === id)?.newCard
    const { pairings } = await commune.do<JournalHealth>('journal.health')
    expect(pairings.find(({ office }) => office === id)?.newCard).toEqual(said)
    return said
  }
  await addBranch(commune)
  await carry(root, commune, district)
  const late = newStick(root, 'late')
  await exportTo(district, late, commune)
  expect(await newCard(district)).toBeNull()

  commune.at('2024-03-01')
  await commune.do('keys.renew', { reason: 'Mất máy tính xách tay' })
  await commune.unlock()
  const unseen = { renewedAt: '2024-03-01T01:00:00Z', seenAt: null }
  expect(await newCard(district)).toEqual(unseen)
  // Sealed to the old key, before or after.
  expect((await importFrom(commune, late)).sets).toMatchObject([{ outcome: 'imported' }])
  await carry(root, district, commune)
  expect(await newCard(district)).toEqual(unseen)
  // Whoever is paired only now was never given another one.
  const trainer = await foundOffice({ root, code: 'ttct', name: 'Trung tâm chính trị', capacities: ['trains'] })
  await pairTrainer(trainer, commune)
  expect(await newCard(trainer)).toBeNull()

  const { card, digits } = await cardOf(commune)
  await district.do('pairing.accept', { card, digits, relation: 'subordinate' })
  expect(await newCard(district)).toEqual(unseen)
  commune.at('2024-03-05')
  const [receipt] = (await carry(root, district, commune)).sets
  expect(receipt).toMatchObject({ kind: 'ack' })
  const seen = { ...unseen, seenAt: '2024-03-05T01:00:00Z' }
  expect(await newCard(district)).toEqual(seen)
  commune.at('2024-03-08')
  await carry(root, district, commune)
  expect(await newCard(district)).toEqual(seen)
  // With the next new keys it is asked anew.
  await commune.do('keys.renew', { reason: 'Nghi lộ khóa' })
  await commune.unlock()
  expect(await newCard(district)).toEqual({ renewedAt: '2024-03-08T01:00:00Z', seenAt: null })
  expect(await newCard(trainer)).toEqual({ renewedAt: '2024-03-08T01:00:00Z', seenAt: null })
})

test('an office that has renewed its keys, three times, connects with one that never knew it, from whichever computer', async () => {
  const root = temporaryFolder()
  const commune = await foundCommune(root)
  for (const reason of ['Mất máy tính', 'Nghi lộ khóa', 'Đổi quản trị viên']) {
    await commune.do('keys.renew', { reason })
    await commune.unlock()
  }
  const { card, digits } = await cardOf(commune)
  const parsed = parseCard(card)
  if (parsed === null) throw new Error('no card')
  const { renewals = [], ...without } = parsed
  expect(renewals).toHaveLength(3)
  const district = await foundDistrict(root)
  // A step left out, the steps in another order, a signature over another key: nothing goes back to the first key.
  const [first, second, third] = renewals
  if (first === undefined || second === undefined || third === undefined) throw new Error('no renewals')
  const swapped = { ...first, signature: second.signature }
  for (const steps of [
    [second, third],
    [second, first, third],
    [first, third],
    [first, second],
    [swapped, second, third],
  ])
    expect(
      await district.refused('pairing.readCard', { card: printCard({ ...without, renewals: steps }) }),
    ).toMatchObject({ code: 'CARD_UNREADABLE' })
  // Paper has no room for so many: it says so, and whoever scans it for the first time is told to ask for the file.
  const paper = codeOfCard(card)
  expect(paper.isWhole).toBe(false)
  for (const text of [printCard(without), paper.digits]) {
    const unproven = { code: 'CARD_WITHOUT_PROOF', data: { name: commune.name } }
    expect(await district.refused('pairing.readCard', { card: text })).toMatchObject(unproven)
    expect(await district.refused('pairing.accept', { card: text, digits, relation: 'subordinate' })).toMatchObject(
      unproven,
    )
  }
  const read = await district.do<{ card: string }>('pairing.readCard', { card })
  expect(read).toMatchObject({ card, name: commune.name, renews: null })
  await district.do('pairing.accept', { card: read.card, digits, relation: 'subordinate' })
  expect((await district.do<JournalHealth>('journal.health')).pairings).toMatchObject([{ digits }])
  await pairTheOther(district, commune)
  await addBranch(commune)
  await carry(root, commune, district)

  // A computer that joins afterwards can prove it as well, if one day it speaks for the office.
  const joined = await joinOffice(commune, root, newStick(root, 'enrol'))
  expect(await cardOf(joined)).toMatchObject({ card, digits })
})

test('a stranger cannot take the id of an office with a card of its own making', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const other = await communeAndDistrict(join(root, 'other'))
  const { card } = await cardOf(other.commune)
  // An id that is neither its key's own nor that of an office we know.
  const forged = card.replace(other.commune.id, 'z'.repeat(26))
  expect(await district.refused('pairing.readCard', { card: forged })).toMatchObject({ code: 'CARD_WITHOUT_PROOF' })
  // In the name of one we know it reads, and says whose place it would take; only the telephone lets it in.
  const inItsName = card.replace(other.commune.id, commune.id)
  expect(await district.do('pairing.readCard', { card: inItsName })).toMatchObject({ renews: commune.name })
  const { digits } = await cardOf(commune)
  expect(await district.refused('pairing.accept', { card: inItsName, digits, relation: 'subordinate' })).toMatchObject({
    code: 'CARD_DIGITS_DIFFER',
  })
})

async function pairTheOther(upper: TestOffice, lower: TestOffice): Promise<void> {
  const { card, digits } = await cardOf(upper)
  await lower.do('pairing.accept', { card, digits, relation: 'superior' })
}

function cardOf(office: TestOffice): Promise<{ card: string; digits: string; office: string }> {
  return office.do('pairing.card')
}

async function refusalOf(office: TestOffice, stick: string, code: string): Promise<Record<string, unknown>> {
  const copy = `${stick}-copy-${readdirSync(join(stick, '..')).length}`
  cpSync(stick, copy, { recursive: true })
  const { sets } = await importFrom(office, copy)
  expect(sets).toMatchObject([{ outcome: 'refused', refusal: { code } }])
  return { ...sets[0]?.refusal?.data }
}
