/** Rules an office records: values, sets, holidays, a case pinned; what counts, what is refused, what history keeps. */
import { describe, expect, test } from 'vitest'
import { caseView } from '../../../db/queries/cases.ts'
import { channelRow, lines } from '../../../db/journal.ts'
import { loadJudging, loadRulebook } from '../../../db/load-rules.ts'
import { countDue, refreshDue } from '../../../db/assessments.ts'
import { replayEquals } from '../../../db/replay.ts'
import { prepared, read } from '../../../db/transaction.ts'
import { classify } from '../../../shared/journal/classify.ts'
import { parseLine, printLine } from '../../../shared/journal/entry.ts'
import { ruleSetHash } from '../../../shared/rules/sets/index.ts'
import { RS_2021 } from '../../../shared/rules/sets/rs-2021.ts'
import {
  COMMUNE,
  communeAndDistrict,
  DISTRICT,
  openDesk,
  pairWith,
  register,
  type Desk,
} from '../../support/journal-kit.ts'
import { exchange } from '../../support/journal-parcels.ts'

const note = 'Theo công văn của Ban Tổ chức Trung ương'
const topDesk = () => openDesk({ office: COMMUNE, capacities: ['proposes', 'decides'], today: '2026-08-03' })
const linesOf = (desk: Desk, audience: string) =>
  desk.ask((db) => {
    const row = channelRow(db, `${desk.office}.${desk.device}.${audience}`)
    return row === null ? [] : [...lines(db, row.id, 1, row.seq)]
  })
const book = (desk: Desk) => read(desk.store, loadRulebook)
const limit = { ruleSet: 'RS-2026b', address: 'limits.ceremony.length', confirmed: true, note }

describe('a value', () => {
  test('is corrected with a note, counts at once and stays known as corrected', () => {
    const desk = topDesk()
    const before = book(desk).revision
    desk.do('rules.changeValue', { ...limit, value: { amount: 15, unit: 'workingDays' } })
    const rules = book(desk)
    expect(rules.revision).not.toBe(before)
    expect(rules.rulesOn('2026-08-03').limits.find(({ id }) => id === 'ceremony')?.length).toMatchObject({
      value: { amount: 15, unit: 'workingDays' },
      confirmed: true,
    })
    expect(rules.rulesOn('2026-05-01').limits.find(({ id }) => id === 'ceremony')?.length.value.amount).toBe(30)
    expect(rules.rules.sets.find(({ set }) => set.id === 'RS-2026b')?.changes).toMatchObject([
      { address: 'limits.ceremony.length', note, origin: 'shared' },
    ])
    expect(replayEquals(desk.store)).toBe(true)
  })

  test('goes back to what it was, and is then no change any more', () => {
    const desk = topDesk()
    const held = () => book(desk).rules.sets.find(({ set }) => set.id === 'RS-2026b')
    const shipped = held()?.set
    desk.do('rules.changeValue', { ...limit, value: { amount: 15, unit: 'workingDays' } })
    const original = held()?.originals[0]
    expect(original).toEqual({
      address: 'limits.ceremony.length',
      value: { amount: 30, unit: 'workingDays' },
      confirmed: false,
    })
    desk.do('rules.changeValue', { ruleSet: 'RS-2026b', ...original, note: 'Trở lại giá trị gốc' })
    expect(held()).toMatchObject({ changes: [], originals: [] })
    expect(held()?.set).toEqual(shipped)
    expect(replayEquals(desk.store)).toBe(true)
  })

  test('that does not fit, is not there or is no change is refused', () => {
    const desk = topDesk()
    const refused = (input: object) => {
      const answer = desk.call('rules.changeValue', { ...limit, ...input })
      return answer.ok ? 'recorded' : answer.error.code
    }
    expect(refused({ value: { amount: 0, unit: 'workingDays' } })).toBe('RULE_VALUE_UNFIT')
    expect(refused({ value: 15 })).toBe('RULE_VALUE_UNFIT')
    expect(refused({ address: 'limits.ceremony.end', value: 'ceremony' })).toBe('RULE_ADDRESS_UNKNOWN')
    expect(refused({ ruleSet: 'RS-NONE', value: 1 })).toBe('NOT_FOUND')
    expect(refused({ value: { amount: 30, unit: 'workingDays' }, confirmed: false })).toBe('NOTHING_CHANGED')
  })

  test('the unknown start of a set is a value like any other', () => {
    const desk = topDesk()
    expect(book(desk).rulesOn('2026-04-01').id).toBe('RS-2025b')
    desk.do('rules.changeValue', { ruleSet: 'RS-2026a', address: 'from', value: '2026-04-01', confirmed: true, note })
    expect(book(desk).rulesOn('2026-04-01').id).toBe('RS-2026a')
    expect(book(desk).rulesOn('2026-03-31').id).toBe('RS-2025b')
    expect(book(desk).ruleChanges).toContain('2026-04-01')
  })

  test('an office with a superior keeps it to itself, and what the superior sent counts before it', () => {
    const desk = topDesk()
    pairWith(desk, DISTRICT, 'superior')
    desk.do('rules.changeValue', { ...limit, value: { amount: 15, unit: 'workingDays' } })
    expect(book(desk).rules.sets.flatMap(({ changes }) => changes)).toMatchObject([{ origin: 'local' }])
    expect(linesOf(desk, 'all')).toEqual([])
  })
})

describe('a set of its own', () => {
  const copy = { ...RS_2021, id: 'RS-LOCAL', name: 'Bộ quy định sửa đổi', from: '2026-09-01', to: '2026-12-31' }

  test('takes force on its first day', () => {
    const desk = topDesk()
    desk.do('rules.issueSet', { set: { ...copy, copiedFrom: 'RS-2021' }, note })
    expect(book(desk).rulesOn('2026-08-31').id).toBe('RS-2026b')
    expect(book(desk).rulesOn('2026-09-01').id).toBe('RS-LOCAL')
    expect(book(desk).rulesOn('2027-01-01').id).toBe('RS-2026b')
    expect(linesOf(desk, 'all')).toHaveLength(1)
  })

  test('one that needs a step this build lacks is refused by name', () => {
    const desk = topDesk()
    const branch = { ...copy.structure.paths.branch, value: ['branchVote', 'hearing', 'decision'] }
    const set = { ...copy, structure: { ...copy.structure, paths: { ...copy.structure.paths, branch } } }
    const answer = desk.call('rules.issueSet', { set, note })
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'RULE_SET_UNREADABLE',
        data: { name: 'Bộ quy định sửa đổi', needs: 'structure.paths.branch.value.1 (hearing)' },
      },
    })
  })
})

test('a set copied, changed and sent down judges a case below from its first day on, and nothing comes back', () => {
  const { commune, district } = communeAndDistrict('copied')
  const id = register(commune, { name: 'Nguyễn Thị Hòa', birth: '1990-01-01', education: 'upperSecondary' })
  exchange(commune, district)
  const shipped = book(district).rules.sets.find(({ set }) => set.id === 'RS-2021')?.set
  if (shipped === undefined) throw new Error('no such set')
  const minAgeMonths = { ...shipped.eligibility.minAgeMonths, value: 12 * 40 }
  const set = {
    ...shipped,
    id: 'RS-DISTRICT',
    name: 'Bộ quy định của huyện',
    copiedFrom: 'RS-2021',
    from: '2024-02-01',
    to: '2024-12-31',
    eligibility: { ...shipped.eligibility, minAgeMonths },
  }
  district.do('rules.issueSet', { set, note })
  const before = linesOf(commune, DISTRICT)
  exchange(commune, district)

  const found = (desk: Desk, day: string) => {
    const view = read(desk.store, (db) => caseView(db, id, loadJudging(db, day)))
    return [view?.assessment.ruleSet, view?.assessment.findings.some(({ code }) => code === 'C1-young')]
  }
  expect(found(commune, '2024-01-31')).toEqual(['RS-2021', false])
  expect(found(commune, '2024-02-01')).toEqual(['RS-DISTRICT', true])
  expect(found(commune, '2025-01-01')).toEqual(['RS-2021', false])
  // Kept judgements are made anew below as well: the list that is filtered by findings says what the page says.
  commune.at('2024-02-01')
  expect(commune.ask((db) => countDue(db, '2024-02-01'))).toBe(1)
  commune.change((db) => refreshDue(db, '2024-02-01', 0, 100))
  const kept = commune.ask((db) => prepared<{ codes: string }>(db, 'SELECT codes FROM cache_findings').get()?.codes)
  expect(kept?.split(' ')).toContain('C1-young')

  // What the set above says counts before an own change of the same set, and no line about rules goes up.
  const at = { ruleSet: 'RS-DISTRICT', address: 'limits.ceremony.length', confirmed: true, note }
  commune.do('rules.changeValue', { ...at, value: { amount: 25, unit: 'workingDays' } })
  exchange(commune, district)
  expect(linesOf(commune, DISTRICT)).toEqual(before)
  expect(linesOf(commune, 'all')).toEqual([])
  expect(book(district).rules.sets.find(({ set: { id: one } }) => one === 'RS-DISTRICT')?.changes).toEqual([])
  expect(replayEquals(commune.store)).toBe(true)
})

test('holidays of a year count in every time limit; a broken table is refused', () => {
  const desk = topDesk()
  const table = { year: 2027, status: 'published', off: [], makeUp: [] }
  const off = { from: '2027-01-01', to: '2027-01-06', name: 'Tết Dương lịch', source: 'Công văn', confirmed: true }
  expect(book(desk).calendar.addWorkingDays('2026-12-31', 1)).toEqual({ date: '2027-01-04', provisional: true })
  desk.do('rules.changeHolidays', { table: { ...table, off: [off] }, note })
  expect(book(desk).calendar.addWorkingDays('2026-12-31', 1)).toEqual({ date: '2027-01-07', provisional: false })
  const wrong = desk.call('rules.changeHolidays', { table: { ...table, off: [{ ...off, to: '2026-12-01' }] }, note })
  expect(wrong).toMatchObject({ ok: false, error: { code: 'HOLIDAYS_UNFIT', data: { problem: 'other_year' } } })
  expect(replayEquals(desk.store)).toBe(true)
})

test('what the top deciding office changes reaches the offices below, and counts before their own', () => {
  const { commune, district } = communeAndDistrict()
  const at = { ...limit, ruleSet: 'RS-2021' }
  commune.do('rules.changeValue', { ...at, value: { amount: 25, unit: 'workingDays' } })
  district.do('rules.changeValue', { ...at, value: { amount: 20, unit: 'workingDays' } })
  const length = () =>
    book(commune)
      .rulesOn('2024-01-15')
      .limits.find(({ id }) => id === 'ceremony')?.length.value.amount
  expect(length()).toBe(25)
  exchange(commune, district)
  expect(length()).toBe(20)
  expect(book(district).rules.sets.flatMap(({ changes }) => changes)).toMatchObject([{ origin: 'shared' }])
  expect(linesOf(commune, 'all')).toEqual([])
})

test('only an office above may send rules', () => {
  const desk = topDesk()
  desk.do('rules.changeValue', { ...limit, value: { amount: 15, unit: 'workingDays' } })
  const line = linesOf(desk, 'all')[0]!
  const facts = { office: COMMUNE, audience: 'all', self: DISTRICT, idTaken: () => false }
  expect(classify(line, { ...facts, standing: 'superior' })).toMatchObject({ kind: 'entry' })
  expect(classify(line, { ...facts, standing: 'subordinate' })).toMatchObject({ kind: 'held', reason: 'authority' })
  const parsed = parseLine(line)
  if (!parsed.ok || 'erased' in parsed.value) throw new Error('no entry')
  expect(printLine(parsed.value)).toBe(line)
})

describe('a case', () => {
  const listed = (desk: Desk) =>
    register(desk, { name: 'Nguyễn Thị Hòa', birth: '1990-01-01', education: 'upperSecondary' })

  test('pinned to a set is judged by it on every day, and given back', () => {
    const desk = topDesk()
    const id = listed(desk)
    const ruleSet = () => read(desk.store, (db) => caseView(db, id, loadJudging(db, '2026-08-03')))?.assessment.ruleSet
    expect(ruleSet()).toBe('RS-2026b')
    desk.do('case.pinRules', { case: id, ruleSet: 'RS-2025b', reason: 'Hồ sơ lập theo quy định cũ' })
    expect(ruleSet()).toBe('RS-2025b')
    expect(desk.call('case.pinRules', { case: id, ruleSet: 'RS-2025b', reason: 'x' })).toMatchObject({ ok: false })
    expect(desk.call('case.pinRules', { case: id, ruleSet: 'RS-NONE', reason: 'x' })).toMatchObject({ ok: false })
    desk.do('case.pinRules', { case: id, reason: 'Theo quy định mới' })
    expect(ruleSet()).toBe('RS-2026b')
    expect(replayEquals(desk.store)).toBe(true)
  })

  test('is judged anew when a value changes, and its history stays as it was', () => {
    const desk = topDesk()
    const id = listed(desk)
    const view = () => read(desk.store, (db) => caseView(db, id, loadJudging(db, '2026-08-03')))!
    const before = view()
    const address = 'eligibility.minAgeMonths'
    desk.do('rules.changeValue', { ruleSet: 'RS-2026b', address, value: 600, confirmed: false, note })
    const after = view()
    expect(before.assessment.findings.map(({ code }) => code)).not.toContain('C1-young')
    expect(after.assessment.findings.map(({ code }) => code)).toContain('C1-young')
    expect(after.state).toEqual(before.state)
    expect(after.timeline).toEqual(before.timeline)
  })

  test('decided under a pinned set names that set and its hash', () => {
    const desk = topDesk()
    const id = listed(desk)
    desk.do('case.pinRules', { case: id, ruleSet: 'RS-2021', reason: 'Hồ sơ lập theo quy định cũ' })
    desk.do('decision.record', {
      case: id,
      outcome: 'admit',
      number: '12-QĐ/ĐU',
      date: '2026-08-03',
      body: 'Ban Thường vụ Đảng ủy',
    })
    expect(desk.case(id).decision).toMatchObject({ ruleSet: 'RS-2021', ruleSetHash: ruleSetHash(RS_2021) })
  })
})
