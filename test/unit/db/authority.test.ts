/**
 * Who has a say in a case, what a line may wait for, and what voiding does: the same on every side, in any order.
 */
import { expect, test } from 'vitest'
import { loadJudging } from '../../../db/load-rules.ts'
import { caseView } from '../../../db/queries/cases.ts'
import type { Draft } from '../../../shared/commands/command.ts'
import {
  COMMUNE,
  communeAndDistrict,
  deviceId,
  DISTRICT,
  linesOf,
  openDesk,
  pairWith,
  register,
  replays,
  statuses,
  submit,
  TOWN,
  UNIT,
} from '../../support/journal-kit.ts'
import { deliver, entryOf, exchange } from '../../support/journal-parcels.ts'

const up = `${COMMUNE}.${deviceId('a')}.${DISTRICT}`
const down = `${DISTRICT}.${deviceId('a')}.${COMMUNE}`

test('a voided line counts nowhere, also where it had been understood', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  const submission = submit(commune, id)
  exchange(commune, district)
  expect(district.case(id).submissions).toHaveLength(1)
  const at =
    linesOf(commune)
      .get(up)
      ?.findIndex((line) => entryOf(line).id === submission) ?? -1
  commune.record([
    {
      kind: 'entry.voided',
      subject: { type: 'case', id },
      payload: { target: submission, seq: at + 1, reason: 'Nơi nhận không đọc được' },
    },
  ])
  exchange(commune, district)
  for (const desk of [commune, district]) {
    expect(desk.case(id).submissions).toEqual([])
    expect(replays(desk)).toBe(true)
  }
})

test('another office changes nothing of a case it does not keep, whichever comes first', () => {
  const own = register(openDesk({ office: COMMUNE, seed: 'a' }))
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  expect(id).not.toBe(own)
  exchange(commune, district)
  const town = openDesk({ office: TOWN })
  pairWith(town, DISTRICT, 'superior')
  const line = { name: 'Người Lạ', unit: UNIT, stage: 'listed' } as const
  // Another branch office shows the same person, after the keeper has: its tick is larger.
  town.record([
    { kind: 'candidate.listed', subject: { type: 'case', id: own }, payload: line, to: DISTRICT },
    { kind: 'candidate.listed', subject: { type: 'case', id }, payload: line, to: DISTRICT },
  ])
  const channel = `${TOWN}.${deviceId('a')}.${DISTRICT}`
  district.standing(TOWN, 'subordinate')
  deliver(district, TOWN, [{ channel, lines: linesOf(town).get(channel) ?? [] }])
  expect(district.case(id)).toMatchObject({ keeper: COMMUNE, profile: { name: 'Nguyễn Thị Hòa' } })
  expect(district.case(id).outside).toHaveLength(1)
  const view = district.ask((db) => caseView(db, id, loadJudging(db, '2024-01-15')))
  expect(view?.outside).toMatchObject([{ kind: 'candidate.listed', office: TOWN, own: false, why: 'keeperOnly' }])
  expect(replays(district)).toBe(true)
})

test('an answer of an office the case was never shown to counts for nothing', () => {
  const commune = openDesk({ office: COMMUNE, standings: { [DISTRICT]: 'superior', [TOWN]: 'superior' } })
  pairWith(commune, DISTRICT, 'superior')
  const id = register(commune)
  const submission = submit(commune, id)
  const town = openDesk({ office: TOWN, capacities: ['decides'] })
  const answer: Draft = {
    kind: 'dossier.received',
    subject: { type: 'case', id },
    payload: { submission, date: '2024-01-15' },
    to: COMMUNE,
  }
  town.record([answer])
  const channel = `${TOWN}.${deviceId('a')}.${COMMUNE}`
  deliver(commune, TOWN, [{ channel, lines: linesOf(town).get(channel) ?? [] }])
  expect(statuses(commune, channel)).toEqual(['applied'])
  expect(commune.case(id).submissions.at(-1)?.received).toBeNull()
  const [outside = ''] = commune.case(id).outside
  const view = commune.ask((db) => caseView(db, id, loadJudging(db, '2024-01-15')))
  expect(view?.outside).toMatchObject([{ entry: outside, kind: 'dossier.received', office: TOWN, why: 'notShown' }])
  // It stands in its own place, and not among what has happened.
  expect(view?.timeline.map(({ entry }) => entry)).not.toContain(outside)
})

test('a line that names what this office is never sent is held with its reason, and voiding it sets the channel free', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  exchange(commune, district)
  const lines = linesOf(commune).get(up) ?? []
  const seq = lines.length + 1
  const foreign = { channel: `${TOWN}.${deviceId('a')}.${TOWN}`, seq: 3 }
  const next = (kind: string, n: number, payload: object, after: readonly object[]) =>
    JSON.stringify({
      actor: { id: 'vanthu', name: 'Trần Thị Nhung', post: 'Văn thư' },
      after,
      at: '2024-01-15T01:00:00Z',
      id: `01890000-0000-7000-8000-00000000000${n}`,
      kind,
      payload,
      salt: 'a'.repeat(22),
      seq: seq + n,
      subject: { id, type: 'case' },
      v: 1,
    })
  const listed = { name: 'Nguyễn Thị Hòa', stage: 'listed', unit: UNIT }
  const bad = next('candidate.listed', 0, listed, [foreign])
  const report = deliver(district, COMMUNE, [{ channel: up, lines: [bad] }])
  expect(report.held).toMatchObject([{ reason: 'after', seq }])
  const payload = { reason: 'Ghi nhầm', seq, target: '01890000-0000-7000-8000-000000000000' }
  const freed = deliver(district, COMMUNE, [{ channel: up, lines: [next('entry.voided', 1, payload, [])] }])
  expect(freed).toMatchObject({ held: [], waiting: 0 })
  expect(statuses(district, up).slice(-2)).toEqual(['voided', 'applied'])
})

test('what is waited for is named: whose channel and which line', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  submit(commune, id)
  exchange(commune, district)
  district.do('dossier.receive', { case: id, date: '2024-01-15' })
  const fresh = openDesk({ office: COMMUNE, device: 'z', standings: { [DISTRICT]: 'superior' }, founded: false })
  const report = deliver(fresh, DISTRICT, [{ channel: down, lines: linesOf(district).get(down) ?? [] }])
  expect(report).toMatchObject({ waiting: 1, held: [] })
  expect(report.waitsFor).toEqual([
    { channel: down, seq: 1, for: [{ channel: up, seq: linesOf(commune).get(up)?.length }] },
  ])
})

test('a dossier sent on paper before the pairing goes up with it and is answered like any other', () => {
  const commune = openDesk({ office: COMMUNE, standings: { [DISTRICT]: 'superior' } })
  const id = register(commune)
  const early = submit(commune, id)
  commune.do('dossier.receive', { case: id, date: '2024-01-15', onPaper: true })
  pairWith(commune, DISTRICT, 'superior')
  const district = openDesk({ office: DISTRICT, standings: { [COMMUNE]: 'subordinate' }, capacities: ['decides'] })
  pairWith(district, COMMUNE, 'subordinate')
  const lines = linesOf(commune).get(up) ?? []
  expect(lines.join('\n')).not.toContain(early)
  exchange(commune, district)
  expect(district.case(id)).toMatchObject({ known: 'snapshot', profile: { name: 'Nguyễn Thị Hòa' } })
  const [sent, ...more] = commune.case(id).submissions
  expect(more).toEqual([])
  // What was recorded from paper stays with it.
  expect(sent).toMatchObject({ repeats: early, received: { date: '2024-01-15', onPaper: true } })
  district.do('dossier.return', { case: id, date: '2024-01-15', remarks: [{ text: 'Bổ sung' }] })
  exchange(commune, district)
  expect(commune.case(id).submissions).toMatchObject([{ returned: { date: '2024-01-15', onPaper: false } }])
  for (const desk of [commune, district]) expect(replays(desk)).toBe(true)
})
