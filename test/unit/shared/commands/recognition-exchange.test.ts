/**
 * Recognition between two offices: the dossier goes up by value with everything a reviewer must see, the answers come
 * down, and neither side tells the other what is private.
 */
import { expect, test } from 'vitest'
import { stageOf } from '../../../../shared/model/stage.ts'
import { beginLife, live, type Life, type LifeAct } from '../../../support/case-life.ts'
import {
  COMMUNE,
  communeAndDistrict,
  DISTRICT,
  openDesk,
  pairWith,
  replays,
  type Desk,
} from '../../../support/journal-kit.ts'
import { exchange } from '../../../support/journal-parcels.ts'

function go(from: Life, acts: readonly (LifeAct | readonly [LifeAct, number])[]): Life {
  let life = from
  for (const leg of acts) {
    const [act, days] = typeof leg === 'string' ? [leg, 3] : leg
    const done = live(life, act, days)
    if (done.refused !== null) throw new Error(`${act}: ${done.refused}`)
    life = done.life
  }
  return life
}

const RECOGNITION: readonly (LifeAct | readonly [LifeAct, number])[] = [
  ['probationPapers', 360],
  ['recognitionVote', 10],
  'recognitionCommittee',
  'recognitionSubmit',
]

function decide(district: Desk, life: Life, matter: string, outcome: string, number: string) {
  district.at(life.today)
  const { today: date, case: id } = life
  return district.do('decision.record', { case: id, matter, outcome, number, date, body: 'Ban Thường vụ Huyện ủy' })
}

test('both sides go through admission and recognition together, to the card', () => {
  const { commune, district } = communeAndDistrict('recognition')
  let life = go(beginLife(commune, '2022-03-01'), ['helper', 'certificate', 'application', 'dossier'])
  life = go(life, ['vote', 'committee', 'submit'])
  exchange(commune, district)
  district.at(life.today)
  district.do('dossier.receive', { case: life.case, date: life.today })
  decide(district, life, 'admission', 'admit', '10-QĐ/HU')
  exchange(district, commune)
  life = go(life, ['receipt', 'ceremony'])
  exchange(commune, district)
  expect(stageOf(district.case(life.case))).toBe('probation')

  life = go(life, RECOGNITION)
  exchange(commune, district)
  const seen = district.case(life.case)
  expect(stageOf(seen)).toBe('recognitionSubmitted')
  expect(seen.recognition.branchVotes).toHaveLength(1)
  expect(seen.branchVotes).toHaveLength(1)
  expect(seen.papers.map(({ paper }) => paper)).toEqual(expect.arrayContaining(['CN-DVM', '10-KND', '1-KND']))

  district.at(life.today)
  district.do('dossier.receive', { case: life.case, matter: 'recognition', date: life.today })
  expect(stageOf(district.case(life.case))).toBe('recognitionReceived')
  district.do('dossier.return', {
    case: life.case,
    matter: 'recognition',
    date: life.today,
    remarks: [{ paper: '12-KND', text: 'Bổ sung ý kiến chi ủy nơi cư trú' }],
  })
  exchange(district, commune)
  expect(stageOf(commune.case(life.case))).toBe('recognitionReturned')
  life = go(life, ['recognitionSubmit'])
  exchange(commune, district)
  decide(district, life, 'recognition', 'recognise', '99-QĐ/HU')
  expect(
    district.call('decision.record', {
      case: life.case,
      matter: 'recognition',
      outcome: 'recognise',
      number: '100-QĐ/HU',
      date: life.today,
      body: 'Ban Thường vụ Huyện ủy',
    }),
  ).toMatchObject({ error: { code: 'ALREADY_DECIDED' } })
  district.do('card.issue', { case: life.case, number: '12.345678', date: life.today })
  exchange(district, commune)
  const own = commune.case(life.case)
  expect(stageOf(own)).toBe('cardIssued')
  expect(own.decision?.number).toBe('10-QĐ/HU')
  expect(own.recognition.decision?.number).toBe('99-QĐ/HU')
  // Nothing is awaited any more that a supplement could go with.
  const more = { case: life.case, matter: 'recognition', date: life.today, supplement: true }
  expect(commune.call('dossier.submit', more)).toMatchObject({
    error: { code: 'ALREADY_DECIDED', data: { number: '99-QĐ/HU' } },
  })
  // The card has come before the day of receipt was recorded: it is recorded all the same.
  life = go(life, ['recognitionReceipt'])
  exchange(commune, district)
  expect(district.case(life.case).recognition.receipt?.date).toBe(life.today)
  expect(replays(commune) && replays(district)).toBe(true)
})

test('an admission from before the pairing goes up with the dossier of recognition', () => {
  const commune = openDesk({ office: COMMUNE, seed: 'paper' })
  let life = go(beginLife(commune, '2022-03-01'), ['helper', 'certificate', 'application', 'dossier'])
  life = go(life, ['vote', 'committee', 'submit', 'receive', 'admit', 'receipt', 'ceremony'])
  const district = openDesk({ office: DISTRICT, seed: 'paper', capacities: ['decides'] })
  pairWith(commune, DISTRICT, 'superior')
  pairWith(district, COMMUNE, 'subordinate')
  life = go(life, RECOGNITION)
  exchange(commune, district)
  const seen = district.case(life.case)
  expect(stageOf(seen)).toBe('recognitionSubmitted')
  expect(seen.ceremony?.date).toBe(commune.case(life.case).ceremony?.date)
  expect(seen.decision?.number).toBe(commune.case(life.case).decision?.number)
  expect(seen.receipt?.date).toBe(commune.case(life.case).receipt?.date)
  const shared = JSON.stringify(district.case(life.case).submissions)
  for (const { entry } of commune.case(life.case).papers) expect(shared).not.toContain(entry)
  decide(district, life, 'recognition', 'recognise', '99-QĐ/HU')
  exchange(district, commune)
  expect(stageOf(commune.case(life.case))).toBe('recognised')
})

test('a candidate who moves before anything was sent is known above by the list line alone', () => {
  const { commune, district } = communeAndDistrict('moves')
  let life = go(beginLife(commune, '2022-03-01'), ['helper', 'moveAway'])
  exchange(commune, district)
  const line = district.case(life.case)
  expect(stageOf(line)).toBe('movedAway')
  expect([line.known, line.transfers]).toEqual(['line', []])

  life = go(beginLife(commune, '2022-04-01'), ['helper', 'certificate', 'application', 'dossier'])
  life = go(life, ['vote', 'committee', 'submit'])
  exchange(commune, district)
  decide(district, life, 'admission', 'admit', '11-QĐ/HU')
  exchange(district, commune)
  life = go(life, ['receipt', 'ceremony', 'moveAway'])
  exchange(commune, district)
  expect(stageOf(district.case(life.case))).toBe('movedAway')
  expect(district.case(life.case).transfers).toHaveLength(1)
})

test('a death is known above by its report; a decision of cancelling needs no dossier', () => {
  const { commune, district } = communeAndDistrict('ends')
  const member = (): Life => {
    let life = go(beginLife(commune, '2022-03-01'), ['helper', 'certificate', 'application', 'dossier'])
    life = go(life, ['vote', 'committee', 'submit'])
    exchange(commune, district)
    decide(district, life, 'admission', 'admit', `12-${life.case.slice(-4)}-QĐ/HU`)
    exchange(district, commune)
    return go(life, ['receipt', 'ceremony'])
  }
  const dead = go(member(), ['die'])
  commune.do('departure.report', { case: dead.case, reason: 'died', on: dead.today, date: dead.today })
  exchange(commune, district)
  expect(district.case(dead.case).departure?.on).toBe(dead.today)
  expect(stageOf(district.case(dead.case))).toBe('died')

  const wrong = member()
  exchange(commune, district)
  decide(district, wrong, 'cancellation', 'cancel', '13-QĐ/HU')
  exchange(district, commune)
  expect(stageOf(commune.case(wrong.case))).toBe('cancelled')
})
