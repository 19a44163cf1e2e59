/**
 * The register of numbers: whatever a body has decided runs through one series, and what is odd about a number is said.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countDue, refreshDue } from '../../../db/assessments.ts'
import { loadJudging } from '../../../db/load-rules.ts'
import { caseView } from '../../../db/queries/cases.ts'
import { searchCases } from '../../../db/queries/search.ts'
import { watchOf } from '../../../db/queries/watch.ts'
import { replayEquals } from '../../../db/replay.ts'
import { canonicalJson } from '../../../shared/base/canonical.ts'
import { nextNumber } from '../../../shared/documents/number.ts'
import { runs } from '../../support/arbitraries.ts'
import { usedNumbers } from '../../../db/queries/register.ts'
import { resolutionDoubts } from '../../../db/queries/resolution-doubts.ts'
import type { Draft } from '../../../shared/commands/command.ts'
import type { TypedResolution } from '../../../shared/contract/documents.ts'
import type { Decision } from '../../../shared/model/acts.ts'
import {
  COMMUNE,
  communeAndDistrict,
  openDesk,
  register,
  submit,
  UNIT,
  valueOf,
  type Desk,
} from '../../support/journal-kit.ts'
import { exchange } from '../../support/journal-parcels.ts'
import { BRANCH_ALL_FOR, COMMITTEE_ALL_FOR } from '../../support/votes.ts'

test('the numbers of decisions on recognition stand in the series of those on admission', () => {
  const desk = openDesk({ office: COMMUNE, capacities: ['proposes', 'decides'] })
  const id = register(desk)
  const decision = (payload: Pick<Decision, 'matter' | 'outcome' | 'number' | 'date'>): Draft => ({
    kind: 'decision.recorded',
    subject: { type: 'case', id },
    payload: { body: 'Ban Thường vụ Huyện ủy', ruleSet: 'RS-2021', ruleSetHash: '0'.repeat(64), ...payload },
  })
  desk.record([
    decision({ outcome: 'admit', number: '12-QĐ/HU', date: '2024-01-05' }),
    decision({ matter: 'recognition', outcome: 'recognise', number: '345-QĐ/HU', date: '2025-01-10' }),
  ])
  const party = { key: 'review', name: 'Huyện ủy', superior: null, symbol: 'HU', signsAs: 'BAN THƯỜNG VỤ' }
  const used = (since: string | null) =>
    desk.ask((db) => usedNumbers(db, 'recognitionDecision', party, COMMUNE, [], since)).map(({ number }) => number)
  expect(used(null)).toEqual(['12-QĐ/HU', '345-QĐ/HU'])
  expect(used('2025-01-01')).toEqual(['345-QĐ/HU'])
})

const findings = (desk: Desk, id: string) =>
  desk.ask((db) => caseView(db, id, loadJudging(db, '2024-02-01')))?.assessment.findings ?? []
const numbersOf = (desk: Desk, id: string) =>
  findings(desk, id).flatMap((found) =>
    found.code === 'C38' || found.code === 'C38-date' ? [[found.code, found.data.number, found.data.other]] : [],
  )
/** The people a list by this doubt holds, as it is kept; nobody is judged for it. */
const inDoubt = (desk: Desk) =>
  desk.ask((db) => searchCases(db, { finding: 'C38' }, '2024-02-01')).rows.map((row) => row.case)
const onHome = (desk: Desk) => desk.ask((db) => watchOf(db, desk.office, loadJudging(db, '2024-02-01'))).numbers
const at = (number: string, date: string) => ({ date, resolution: { number, date } })
const branch = (desk: Desk, id: string, number: string, date: string) =>
  desk.do('dossier.recordBranchVote', { case: id, ...BRANCH_ALL_FOR, ...at(number, date) })
const committee = (desk: Desk, id: string, number: string, date: string) =>
  desk.do('dossier.recordCommitteeVote', { case: id, ...COMMITTEE_ALL_FOR, ...at(number, date) })

function someone(desk: Desk, name = 'Lê Thị Ánh'): string {
  return register(desk, { name })
}

/** What is kept of every case is what it would be judged to be now. */
function keptIsTrue(desk: Desk, ids: readonly string[]): boolean {
  return (
    canonicalJson([...inDoubt(desk)].sort()) ===
    canonicalJson(ids.filter((id) => numbersOf(desk, id).length > 0).toSorted())
  )
}

test('P21: a resolution whose number was used, or is out of order in the term, is recorded, and a finding of every case', () => {
  const desk = openDesk({ office: COMMUNE, today: '2024-02-01' })
  const [first, second, third] = [someone(desk), someone(desk, 'Trần Văn Bình'), someone(desk, 'Phạm Văn Cúc')]
  const typed = (number: string, date: string, id = second, act: TypedResolution['act'] = 'branchVote') => {
    const found = desk.ask((db) => resolutionDoubts(db, { cases: [id], typed: { act, number, date } }, COMMUNE))
    return 'lost' in found ? found : found.warnings.map((one) => [one.code, one.number])
  }
  branch(desk, first, '12-NQ/CB', '2024-01-15')
  committee(desk, first, '34-NQ/ĐU', '2024-01-20')
  branch(desk, third, '14-NQ/CB', '2024-01-30')
  expect([inDoubt(desk), onHome(desk).count]).toEqual([[], 0])

  // While it is being recorded: a bare number is one of the same series; the day the other was passed is no disorder.
  expect(typed('12', '2024-01-22')).toEqual([['numberUsed', '12-NQ/CB']])
  expect(typed('11-NQ/CB', '2024-01-22')).toEqual([['dateOutOfOrder', '12-NQ/CB']])
  expect(typed('13-NQ/CB', '2024-01-15')).toEqual([])
  expect(typed('12-NQ/CB', '2024-01-15', first)).toEqual([])
  expect(typed('12-NQ/CB', '2024-01-15', 'nobody')).toEqual({ lost: 'case', id: 'nobody' })

  // It can be recorded all the same, and stands on both cases from then on, in lists and on the home page too.
  branch(desk, second, '12', '2024-01-22')
  const { entries } = committee(desk, second, '33-NQ/ĐU', '2024-01-25')
  expect(numbersOf(desk, second)).toEqual([
    ['C38', '12', '12-NQ/CB'],
    ['C38-date', '33-NQ/ĐU', '34-NQ/ĐU'],
  ])
  expect(numbersOf(desk, first)).toEqual([
    ['C38', '12-NQ/CB', '12'],
    ['C38-date', '34-NQ/ĐU', '33-NQ/ĐU'],
  ])
  expect(inDoubt(desk)).toEqual([first, second])
  expect(onHome(desk)).toMatchObject({ count: 2, rows: [{ case: first }, { case: second }] })
  expect(findings(desk, first).find(({ code }) => code === 'C38')).toMatchObject({ severity: 'warn', confirmed: false })

  // Taken back, it leaves both; what stands beside them was never touched.
  desk.do('entry.retract', { entry: entries[0] })
  expect(numbersOf(desk, first)).toEqual([['C38', '12-NQ/CB', '12']])
  desk.do('entry.retract', { entry: desk.case(second).branchVotes[0]?.entry })
  expect([numbersOf(desk, first), numbersOf(desk, second), inDoubt(desk)]).toEqual([[], [], []])
  expect(replayEquals(desk.store)).toBe(true)
})

test('a new term of office begins its numbers anew, and the cases with numbers are judged again for it, no other', () => {
  const desk = openDesk({ office: COMMUNE, today: '2024-02-01' })
  const [first, second] = [someone(desk), someone(desk, 'Trần Văn Bình')]
  someone(desk, 'Phạm Văn Cúc')
  branch(desk, first, '12-NQ/CB', '2024-01-15')
  branch(desk, second, '12-NQ/CB', '2024-01-22')
  expect(inDoubt(desk)).toEqual([first, second])
  desk.do('setting.change', { key: 'documentTermFrom', value: '2024-01-21' })
  expect(desk.ask((db) => countDue(db, '2024-02-01'))).toBe(2)
  expect(desk.change((db) => refreshDue(db, '2024-02-01', 0, 100)).made).toBe(2)
  expect([inDoubt(desk), numbersOf(desk, second)]).toEqual([[], []])
  // Of the term before nothing is said either.
  branch(desk, someone(desk, 'Vũ Thị Dung'), '3-NQ/CB', '2024-01-10')
  expect(inDoubt(desk)).toEqual([])
})

test('resolutions about helpers and reviews of the list are numbered with the others, each once for all it names', () => {
  const desk = openDesk({ office: COMMUNE, today: '2024-02-01' })
  const [first, second, third] = [someone(desk), someone(desk, 'Trần Văn Bình'), someone(desk, 'Phạm Văn Cúc')]
  const helped = (id: string, number: string, date: string) =>
    desk.do('helper.assign', { case: id, name: 'Đỗ Văn Hùng', from: date, resolution: { number, date } })
  const review = (month: string, number: string, date: string, removed: readonly string[] = []) =>
    desk.do('list.review', {
      unit: UNIT,
      month,
      ...at(number, date),
      removed: removed.map((id) => ({ case: id, reason: 'Chuyển đi làm ăn xa' })),
    })
  helped(first, '05-NQ/CB', '2024-01-05')
  helped(second, '05-NQ/CB', '2024-01-05')
  review('2024-01', '06-NQ/CB', '2024-01-08', [third])
  expect([inDoubt(desk), desk.case(third).ending?.resolution?.number]).toEqual([[], '06-NQ/CB'])
  // The next number of the branch counts them.
  const used = desk.ask((db) => usedNumbers(db, 'branchResolution', { key: UNIT }, COMMUNE, [], null))
  expect(nextNumber(used, 'NQ', 'CB')).toBe('07-NQ/CB')

  // A vote with the number of a review is in doubt, and so is who was taken off by it; so is one dated before it.
  branch(desk, first, '06-NQ/CB', '2024-01-10')
  expect(numbersOf(desk, first)).toEqual([['C38', '06-NQ/CB', '06-NQ/CB']])
  expect(numbersOf(desk, third)).toEqual([['C38', '06-NQ/CB', '06-NQ/CB']])
  branch(desk, second, '07-NQ/CB', '2024-01-07')
  expect(numbersOf(desk, second)).toEqual([['C38-date', '07-NQ/CB', '06-NQ/CB']])
  expect([...inDoubt(desk)].sort()).toEqual([first, second, third].toSorted())

  // The same resolution once more on the same day is the same paper, on another day it is not.
  const typed = (date: string) =>
    desk.ask((db) => resolutionDoubts(db, { unit: UNIT, typed: { act: 'list', number: '05', date } }, COMMUNE))
  expect(typed('2024-01-05')).toEqual({ warnings: [] })
  expect(typed('2024-01-06')).toMatchObject({ warnings: [{ code: 'numberUsed', number: '05-NQ/CB' }] })
  expect(replayEquals(desk.store)).toBe(true)
})

test('a resolution about the list whose own date nobody recorded is the one of that number, whoever helps from which day', () => {
  const desk = openDesk({ office: COMMUNE, today: '2024-02-01' })
  const ids = ['Lê Thị Ánh', 'Trần Văn Bình', 'Phạm Văn Cúc', 'Vũ Thị Dung'].map((name) => someone(desk, name))
  const helped = (place: number, from: string, resolution: object) =>
    desk.do('helper.assign', { case: ids[place], name: 'Đỗ Văn Hùng', from, resolution })
  const number = '05-NQ/CB'
  helped(0, '2024-01-05', { number })
  helped(1, '2024-01-09', { number })
  const typed = { act: 'list', number: '05', date: '2024-01-20' } as const
  expect(desk.ask((db) => resolutionDoubts(db, { unit: UNIT, typed }, COMMUNE))).toEqual({ warnings: [] })
  helped(2, '2024-01-20', { number, date: '2024-01-04' })
  expect([inDoubt(desk), ids.flatMap((id) => numbersOf(desk, id))]).toEqual([[], []])
  // Two days on two papers are two documents; the two without stay what they were.
  const { entries } = helped(3, '2024-01-20', { number, date: '2024-01-10' })
  expect([...inDoubt(desk)].sort()).toEqual(ids.slice(2).toSorted())
  expect(keptIsTrue(desk, ids)).toBe(true)
  // Asked about without a day: the number tells which it is, and there is no order to be out of. A vote's is another paper.
  branch(desk, ids[0] ?? '', '07-NQ/CB', '2024-01-25')
  const undated = (text: string) =>
    desk.ask((db) => resolutionDoubts(db, { unit: UNIT, typed: { act: 'list', number: text } }, COMMUNE))
  expect([undated('05'), undated('04'), undated('08')]).toEqual(Array.from({ length: 3 }, () => ({ warnings: [] })))
  expect(undated('07')).toMatchObject({ warnings: [{ code: 'numberUsed', number: '07-NQ/CB' }] })
  const vote = { act: 'branchVote', number: '05' } as const
  expect(desk.ask((db) => resolutionDoubts(db, { cases: [ids[0] ?? ''], typed: vote }, COMMUNE))).toMatchObject({
    warnings: [{ code: 'numberUsed', number: '05-NQ/CB' }],
  })
  expect(findings(desk, ids[3] ?? '').find(({ code }) => code === 'C38')?.data).toMatchObject({ act: 'list' })
  desk.do('entry.retract', { entry: entries[0] })
  expect(inDoubt(desk)).toEqual([])
  // No other document of the branch has that number.
  branch(desk, ids[3] ?? '', number, '2024-01-10')
  expect([...inDoubt(desk)].sort()).toEqual(ids.toSorted())
  expect(keptIsTrue(desk, ids)).toBe(true)
  // Its place in the order counts as before.
  helped(0, '2024-01-02', { number: '06-NQ/CB' })
  expect(numbersOf(desk, ids[0] ?? '')).toContainEqual(['C38-date', '06-NQ/CB', '05-NQ/CB'])
  expect(replayEquals(desk.store)).toBe(true)
})

test('who records a vote without its number and the signed resolution as a paper has numbered it; two numbers are told', () => {
  const desk = openDesk({ office: COMMUNE, today: '2024-02-01' })
  const [first, second] = [someone(desk), someone(desk, 'Trần Văn Bình')]
  const paper = (id: string, number: string) =>
    desk.do('paper.record', { case: id, paper: '6-KND', number, date: '2024-01-16', kept: 'here', scans: [] })
  desk.do('dossier.recordBranchVote', { case: first, ...BRANCH_ALL_FOR, date: '2024-01-15' })
  paper(first, '12-NQ/CB')
  branch(desk, second, '12-NQ/CB', '2024-01-22')
  expect([numbersOf(desk, first), numbersOf(desk, second)]).toEqual([
    [['C38', '12-NQ/CB', '12-NQ/CB']],
    [['C38', '12-NQ/CB', '12-NQ/CB']],
  ])
  // The paper of a vote that has its number is the same document, and has to bear the same number.
  paper(second, '12')
  expect(findings(desk, second).map(({ id }) => id)).not.toContain('C38-paper:6-KND')
  paper(second, '13-NQ/CB')
  expect(findings(desk, second).find(({ id }) => id === 'C38-paper:6-KND')).toMatchObject({
    severity: 'warn',
    data: { act: 'branchVote', number: '13-NQ/CB', other: '12-NQ/CB' },
  })
  expect(replayEquals(desk.store)).toBe(true)
})

test('a review whose number a case bears already puts that case in doubt, and clears it when it is taken back', () => {
  const desk = openDesk({ office: COMMUNE, today: '2024-02-01' })
  const id = someone(desk)
  branch(desk, id, '12-NQ/CB', '2024-01-15')
  const { entries } = desk.do('list.review', {
    unit: UNIT,
    month: '2024-01',
    ...at('12-NQ/CB', '2024-01-20'),
    removed: [],
  })
  expect([inDoubt(desk), numbersOf(desk, id)]).toEqual([[id], [['C38', '12-NQ/CB', '12-NQ/CB']]])
  desk.do('entry.retract', { entry: entries[0] })
  expect([inDoubt(desk), numbersOf(desk, id)]).toEqual([[], []])
})

test('decisions of one body are numbered together, of whatever matter; what was decided before is information', () => {
  const desk = openDesk({ office: COMMUNE, capacities: ['proposes', 'decides'], today: '2024-02-01' })
  const ids = ['Lê Thị Ánh', 'Trần Văn Bình', 'Phạm Văn Cúc'].map((name) => someone(desk, name))
  const decided = (place: number, number: string, date: string, body = 'Ban Thường vụ Huyện ủy'): Draft => ({
    kind: 'decision.recorded',
    subject: { type: 'case', id: ids[place] ?? '' },
    payload: { body, ruleSet: 'RS-2021', ruleSetHash: '0'.repeat(64), outcome: 'admit', number, date },
  })
  desk.record([decided(0, '12-QĐ/HU', '2024-01-05'), decided(1, '13-QĐ/HU', '2024-01-04')])
  desk.record([decided(2, '12-QĐ/ĐU', '2024-01-06', 'Đảng ủy xã')])
  expect(ids.map((id) => numbersOf(desk, id))).toEqual([
    [['C38-date', '12-QĐ/HU', '13-QĐ/HU']],
    [['C38-date', '13-QĐ/HU', '12-QĐ/HU']],
    [],
  ])
  const taken = desk.do('case.takeOver', {
    unit: UNIT,
    profile: { name: 'Vũ Thị Dung' },
    acts: { branchVote: { ...BRANCH_ALL_FOR, ...at('12-NQ/CB', '2023-01-10') } },
  })
  branch(desk, someone(desk, 'Hồ Văn Giang'), '12-NQ/CB', '2024-01-20')
  const old = valueOf(taken)['case'] ?? ''
  expect(findings(desk, old).find(({ code }) => code === 'C38')).toMatchObject({ severity: 'info', takenOver: true })
  // Who is told on the home page, and listed behind it, is to compare something.
  expect(onHome(desk).rows.map((row) => row.case)).not.toContain(old)
  expect(inDoubt(desk)).not.toContain(old)
  expect(onHome(desk).count).toBe(inDoubt(desk).length)
})

test('a person’s own earlier number stands beside the later one like that of anybody else', () => {
  const desk = openDesk({ office: COMMUNE, today: '2024-03-01' })
  const [own, other] = [someone(desk), someone(desk, 'Trần Văn Bình')]
  branch(desk, other, '11-NQ/CB', '2024-02-20')
  branch(desk, own, '12-NQ/CB', '2024-02-21')
  expect(inDoubt(desk)).toEqual([])
  // The second vote on the same person, under a number that was given before the first.
  const { entries } = branch(desk, own, '10-NQ/CB', '2024-02-25')
  expect(numbersOf(desk, own)).toEqual([['C38-date', '10-NQ/CB', '11-NQ/CB']])
  expect(numbersOf(desk, other)).toEqual([['C38-date', '11-NQ/CB', '10-NQ/CB']])
  desk.do('entry.retract', { entry: entries[0] })
  branch(desk, own, '14-NQ/CB', '2024-02-28')
  branch(desk, other, '13-NQ/CB', '2024-02-29')
  // Nothing lies between 13 and 14, though 12 is of the same person as 14.
  expect(numbersOf(desk, own)).toEqual([['C38-date', '14-NQ/CB', '13-NQ/CB']])
  expect(replayEquals(desk.store)).toBe(true)
})

test('committees under one office number for themselves, and a unit that changes hands takes its numbers along', () => {
  const desk = openDesk({ office: COMMUNE, capacities: ['proposes', 'decides'], today: '2024-02-01' })
  const unit = (input: object) => valueOf(desk.do('unit.add', input))['unit'] ?? ''
  const base = unit({ name: 'Đảng bộ xã Thụy Lôi', type: 'baseCommittee' })
  const below = unit({ name: 'Chi bộ thôn Gốm', type: 'branch', parent: base })
  const elsewhere = desk.do('candidate.register', { profile: { name: 'Trần Văn Bình' }, unit: below })
  const [own, other] = [someone(desk), valueOf(elsewhere)['case'] ?? '']
  for (const id of [own, other]) committee(desk, id, '34-NQ/ĐU', '2024-01-20')
  expect([numbersOf(desk, own), inDoubt(desk)]).toEqual([[], []])
  desk.do('unit.change', { id: below, unit: { name: 'Chi bộ thôn Gốm', type: 'branch' } })
  desk.change((db) => refreshDue(db, '2024-02-01', 0, 100))
  expect([...inDoubt(desk)].sort()).toEqual([own, other].toSorted())
})

test('P21: the reviewer is told as well, by the dossiers that were sent', () => {
  const { commune, district } = communeAndDistrict()
  const ids = ['Nguyễn Thị Hòa', 'Lê Thị Ánh'].map((name) => register(commune, { name }))
  for (const id of ids) branch(commune, id, '12-NQ/CB', '2024-01-15')
  const [first = '', second = ''] = ids
  submit(commune, first)
  exchange(commune, district)
  expect(numbersOf(district, first)).toEqual([])
  // Of whom nothing was sent yet the district knows the line alone.
  expect(numbersOf(district, second)).toEqual([])
  submit(commune, second)
  exchange(commune, district)
  for (const id of ids) expect(numbersOf(district, id)).toEqual([['C38', '12-NQ/CB', '12-NQ/CB']])
  // The import judged what it brought; the dossier beside it waits for the background.
  expect(district.ask((db) => countDue(db, '2024-02-01'))).toBeLessThanOrEqual(1)
  district.change((db) => refreshDue(db, '2024-02-01', 0, 100))
  expect([...inDoubt(district)].sort()).toEqual([...ids].sort())
  // Whoever keeps the cases has to compare the numbers.
  expect([onHome(commune).count, onHome(district).count]).toEqual([2, 0])
})

test('whatever is recorded and taken back, what is kept of every case is what it would be judged to be', () => {
  const act = fc.record({
    who: fc.nat(3),
    what: fc.constantFrom('branch', 'helper', 'review', 'back'),
    count: fc.integer({ min: 1, max: 4 }),
    day: fc.integer({ min: 1, max: 5 }),
    isDated: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(act, { minLength: 2, maxLength: 12 }), (acts) => {
      const desk = openDesk({ office: COMMUNE, today: '2024-02-01' })
      const ids = ['A', 'B', 'C', 'D'].map((letter) => someone(desk, `Nguyễn Văn ${letter}`))
      const done: string[] = []
      acts.forEach(({ who, what, count, day, isDated }, month) => {
        const id = ids[who] ?? ''
        const date = `2024-01-0${day}`
        const number = `${count}-NQ/CB`
        const paper = { date, resolution: isDated ? { number, date } : { number } }
        const back = what === 'back' ? done.pop() : undefined
        if (back !== undefined) desk.do('entry.retract', { entry: back })
        else if (what === 'branch')
          done.push(
            ...desk.do('dossier.recordBranchVote', { case: id, ...BRANCH_ALL_FOR, ...paper }).entries.slice(0, 1),
          )
        else if (what === 'helper')
          done.push(
            ...desk
              .do('helper.assign', { case: id, name: 'Đỗ Văn Hùng', from: date, resolution: paper.resolution })
              .entries.slice(0, 1),
          )
        else
          done.push(
            ...desk
              .do('list.review', {
                unit: UNIT,
                month: `2023-${String(month + 1).padStart(2, '0')}`,
                removed: [],
                ...paper,
              })
              .entries.slice(0, 1),
          )
        // A review leaves the people of its unit to the background; the rest is kept at once.
        desk.change((db) => refreshDue(db, '2024-02-01', 0, 100))
        expect(keptIsTrue(desk, ids)).toBe(true)
      })
      desk.close()
    }),
    runs(12),
  )
})
