/**
 * Exceptions: who may allow one, what a clerk has to name, and the mark that stays until somebody authorised confirms it.
 */
import { expect, test } from 'vitest'
import { loadOffice } from '../../../../db/load.ts'
import { loadJudging } from '../../../../db/load-rules.ts'
import { homeWaits } from '../../../../db/queries/home-waits.ts'
import { searchCases } from '../../../../db/queries/search.ts'
import type { Role } from '../../../../shared/model/codes.ts'
import {
  COMMUNE,
  communeAndDistrict,
  DISTRICT,
  LEAVE,
  openDesk,
  register,
  replays,
  submit,
  type Desk,
} from '../../../support/journal-kit.ts'
import { exchange } from '../../../support/journal-parcels.ts'

/** Enters the person at the desk into the register of users. */
function holds(desk: Desk, ...roles: Role[]): void {
  const payload = { login: 'vanthu', name: 'Trần Thị Hồng Nhung', post: 'Văn thư', roles }
  desk.record([{ kind: 'user.added', subject: { type: 'user', id: 'vanthu' }, payload }])
}

const reason = 'Văn bản đang gửi qua bưu điện'

function refused(desk: Desk, name: string, input: object) {
  const answer = desk.call(name, input)
  if (answer.ok) throw new Error(`${name} was recorded`)
  return answer.error
}

function waits(desk: Desk) {
  return desk.ask((db) => {
    const office = loadOffice(db)
    if (office === null) throw new Error('no office')
    return homeWaits(db, office, loadJudging(db, '2024-01-15')).filter(({ code }) => code === 'liftsToConfirm')
  })
}

function listed(desk: Desk, finding: 'P2' | 'P2-here' = 'P2'): readonly string[] {
  return desk
    .ask((db) => searchCases(db, { finding, limit: 50, offset: 0 }, '2024-01-15'))
    .rows.map(({ case: id }) => id)
}

test.each<readonly [Role[], number]>([
  [['clerk'], 2],
  [['clerk', 'reviewer'], 2],
  [['secretary'], 0],
  [['clerk', 'decider'], 0],
  [['administrator'], 0],
])('%j lifts with a bare reason, or is asked for %i things more', (roles, missing) => {
  const desk = openDesk({ office: COMMUNE })
  holds(desk, ...roles)
  const lift = { case: register(desk), code: 'C5:1-KND', reason }
  const answer = desk.call('finding.lift', lift)
  expect(answer.ok).toBe(missing === 0)
  if (answer.ok) return
  expect(answer.error).toEqual({
    code: 'INVALID_INPUT',
    data: {
      problems: [
        { path: 'allowedBy', problem: 'required' },
        { path: 'paper', problem: 'required' },
      ],
    },
  })
  // Each of the two alone is not enough.
  expect(refused(desk, 'finding.lift', { ...lift, allowedBy: LEAVE.allowedBy })).toMatchObject({
    data: { problems: [{ path: 'paper' }] },
  })
  expect(refused(desk, 'finding.lift', { ...lift, paper: LEAVE.paper })).toMatchObject({
    data: { problems: [{ path: 'allowedBy' }] },
  })
  desk.do('finding.lift', { ...lift, ...LEAVE })
  expect(desk.case(lift.case).lifts).toMatchObject([{ ...LEAVE, reason, unconfirmed: true }])
})

test('an authorised person who names another leaves no mark, and nobody can put one in or leave it out', () => {
  const desk = openDesk({ office: COMMUNE })
  holds(desk, 'secretary')
  const id = register(desk)
  desk.do('finding.lift', { case: id, code: 'C5:1-KND', reason, ...LEAVE })
  expect(desk.case(id).lifts[0]?.unconfirmed).toBeUndefined()
  expect(() => desk.call('finding.lift', { case: id, code: 'C5:2-KND', reason, ...LEAVE, unconfirmed: true })).toThrow(
    'unconfirmed',
  )
})

test('a clerk’s exception is on the list and on the home page until it is confirmed', () => {
  const desk = openDesk({ office: COMMUNE })
  const [id, other] = [register(desk), register(desk)]
  expect(waits(desk)).toEqual([])
  desk.do('finding.lift', { case: id, code: 'C5:1-KND', reason, ...LEAVE })
  expect(listed(desk)).toEqual([id])
  expect(waits(desk)).toEqual([
    {
      code: 'liftsToConfirm',
      count: 1,
      due: null,
      route: '/nguon',
      wanted: { finding: 'P2-here' },
    },
  ])
  const { entry } = desk.case(id).lifts[0] ?? { entry: '' }
  const confirm = { case: id, lift: entry, code: 'C5:1-KND' }
  // The very lift, of the very person and finding.
  expect(refused(desk, 'finding.confirmLift', { ...confirm, code: 'C5:2-KND' })).toMatchObject({ code: 'NOT_FOUND' })
  expect(refused(desk, 'finding.confirmLift', { ...confirm, case: other })).toMatchObject({ code: 'NOT_FOUND' })
  desk.do('finding.confirmLift', { ...confirm, note: 'Đã xem văn bản' })
  expect(desk.case(id).lifts).toMatchObject([{ ...LEAVE, reason }])
  expect(desk.case(id).lifts[0]?.unconfirmed).toBeUndefined()
  expect([listed(desk), waits(desk)]).toEqual([[], []])
  expect(refused(desk, 'finding.confirmLift', confirm)).toMatchObject({ code: 'NOT_FOUND', data: { what: 'lift' } })
  expect(replays(desk)).toBe(true)
})

test('an exception taken back waits no more', () => {
  const desk = openDesk({ office: COMMUNE })
  const id = register(desk)
  desk.do('finding.lift', { case: id, code: 'C5:1-KND', reason, ...LEAVE })
  desk.do('entry.retract', { entry: desk.case(id).lifts[0]?.entry })
  expect([listed(desk), waits(desk)]).toEqual([[], []])
})

test('the office above sees the mark, and only its keeper confirms; a new dossier brings it without', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  const first = submit(commune, id)
  exchange(commune, district)
  const marked = district.case(id).lifts
  expect(marked.length).toBeGreaterThan(0)
  expect(marked.every(({ unconfirmed }) => unconfirmed === true)).toBe(true)
  expect(listed(district)).toEqual([id])
  // It is not for the office above to see to.
  expect([listed(district, 'P2-here'), waits(district)]).toEqual([[], []])
  const { entry, code } = marked[0] ?? { entry: '', code: '' }
  expect(entry).toBe(first)
  expect(refused(district, 'finding.confirmLift', { case: id, lift: entry, code })).toMatchObject({
    code: 'CASE_NOT_KEPT_HERE',
  })
  for (const lift of commune.case(id).lifts)
    commune.do('finding.confirmLift', { case: id, lift: lift.entry, code: lift.code })
  commune.do('dossier.submit', { case: id, date: '2024-01-15', supplement: true })
  exchange(commune, district)
  expect(district.case(id).lifts.some(({ unconfirmed }) => unconfirmed === true)).toBe(false)
  expect([listed(commune), listed(district)]).toEqual([[], []])
})

test('an exception that the deciding office records on a dossier from below waits there, and opens the list it counts', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  submit(commune, id)
  // What the commune's clerk has recorded is confirmed there, so that the dossier brings none that waits.
  for (const lift of commune.case(id).lifts)
    commune.do('finding.confirmLift', { case: id, lift: lift.entry, code: lift.code })
  commune.do('dossier.submit', { case: id, date: '2024-01-15', supplement: true })
  exchange(commune, district)
  expect([listed(district), waits(district)]).toEqual([[], []])
  holds(district, 'clerk')
  district.do('finding.lift', { case: id, code: 'C5:1-KND', reason, ...LEAVE })
  expect(waits(district)).toMatchObject([{ count: 1, wanted: { finding: 'P2-here' } }])
  expect(listed(district, 'P2-here')).toEqual([id])
  const lift = district.case(id).lifts.find(({ office }) => office === DISTRICT)
  district.do('finding.confirmLift', { case: id, lift: lift?.entry, code: 'C5:1-KND' })
  expect([listed(district), listed(district, 'P2-here'), waits(district)]).toEqual([[], [], []])
  expect(replays(district)).toBe(true)
})
