/**
 * What a person has judged of two cases counts in the figures: one person once at the office that judged, while each unit's
 * own report stays what the unit itself can know, and is held against just that.
 */
import { expect, test } from 'vitest'
import { reportView } from '../../../db/queries/reports.ts'
import { sentReportView } from '../../../db/queries/sent-reports.ts'
import { periodOf } from '../../../shared/calendar/period.ts'
import {
  COMMUNE,
  decide,
  DISTRICT,
  openDesk,
  pairWith,
  replays,
  submit,
  TOWN,
  UNIT,
  valueOf,
  type Desk,
} from '../../support/journal-kit.ts'
import { exchange } from '../../support/journal-parcels.ts'

const TODAY = '2024-01-15'
const YEAR = { period: periodOf('year', 2024, 1) }

/** Somebody admitted by two units, without the number that would tell it is one person; each has sent its report. */
function admittedTwice() {
  const commune = openDesk({ office: COMMUNE })
  const town = openDesk({ office: TOWN, seed: 'town' })
  const district = openDesk({ office: DISTRICT, capacities: ['decides'] })
  const west = valueOf(town.do('unit.add', { name: 'Chi bộ khu phố Tây', type: 'branch' }))['unit'] ?? ''
  const cases: string[] = []
  const admit = (desk: Desk, unit: string) => {
    pairWith(desk, DISTRICT, 'superior')
    pairWith(district, desk.office, 'subordinate')
    exchange(desk, district)
    const profile = { name: 'Đặng Thùy Dung', birth: '1999-04-05', sex: 'female' }
    const id = valueOf(desk.do('candidate.register', { profile, unit }))['case'] ?? ''
    submit(desk, id)
    exchange(desk, district)
    decide(district, id)
    exchange(desk, district)
    cases.push(id)
    const { report = '' } = valueOf(desk.do('report.send', YEAR))
    exchange(desk, district)
    return report
  }
  const reports = [admit(commune, UNIT), admit(town, west)]
  return { commune, town, district, cases, reports }
}

/** Admissions of the year at a desk, by part of its house, and the records that are not counted. */
function figures(desk: Desk) {
  const report = desk.ask((db) => reportView(db, TODAY, YEAR))?.report
  const parts = report?.parts.map(({ number }) => number).toSorted() ?? []
  return { admitted: report?.lines[0]?.number, parts, repeated: report?.repeated }
}

test.each(['same', 'moved'] as const)(
  'two admissions judged %s count once, until the judgement is taken back',
  (judgement) => {
    const { commune, town, district, cases, reports } = admittedTwice()
    expect(figures(district)).toEqual({ admitted: 2, parts: [1, 1], repeated: 0 })
    const { entries } = district.do('duplicates.judge', { cases, judgement })
    expect(figures(district)).toEqual({ admitted: 1, parts: [0, 1], repeated: 1 })
    // Nobody below is told of the judgement: what each unit has sent stays what the record here says of it.
    for (const unit of [commune, town]) {
      exchange(unit, district)
      expect(figures(unit)).toMatchObject({ admitted: 1, repeated: 0 })
    }
    for (const report of reports) {
      const view = district.ask((db) => sentReportView(db, report, { today: TODAY, device: district.device }))
      expect(view).toMatchObject({ own: false, admitted: 1, differs: [], since: [] })
    }
    district.do('duplicates.judge', { cases, judgement: 'apart' })
    expect(figures(district)).toEqual({ admitted: 2, parts: [1, 1], repeated: 0 })
    district.do('duplicates.judge', { cases, judgement })
    const again = figures(district)
    for (const entry of entries) district.do('entry.retract', { entry })
    expect(figures(district)).toEqual(again)
    expect(replays(district)).toBe(true)
  },
)

test('a judgement after a report of our own is among the causes of what differs since', () => {
  const { district, cases } = admittedTwice()
  const { report = '' } = valueOf(district.do('report.send', YEAR))
  const { entries } = district.do('duplicates.judge', { cases, judgement: 'same' })
  const view = () => district.ask((db) => sentReportView(db, report, { today: TODAY, device: district.device }))
  expect(view()?.differs).toEqual([])
  expect(view()?.since).toContainEqual({ code: 'admitted', was: 2, now: 1 })
  expect(view()?.causes).toMatchObject([
    { line: 'admitted', change: 'removed', kinds: ['duplicates.judged', expect.any(String)] },
  ])
  for (const entry of entries) district.do('entry.retract', { entry })
  expect(view()).toMatchObject({ differs: [], since: [], causes: [] })
})
