/** Reports that were sent, on every computer of the office that sent them: held against what it had, called as it calls it. */
import { expect, test } from 'vitest'
import { reportView } from '../../../db/queries/reports.ts'
import { sentReports, sentReportView } from '../../../db/queries/sent-reports.ts'
import { periodOf } from '../../../shared/calendar/period.ts'
import { figureName } from '../../../shared/words/vi.ts'
import {
  communeAndDistrict,
  decide,
  DISTRICT,
  register,
  siblingOf,
  submit,
  valueOf,
  type Desk,
} from '../../support/journal-kit.ts'
import { exchange, packForSibling, takeIn } from '../../support/journal-parcels.ts'

const TODAY = '2024-01-15'
const YEAR = { period: periodOf('year', 2024, 1) }

function admit({ commune, district }: ReturnType<typeof communeAndDistrict>, name: string): void {
  const id = register(commune, { name, sex: 'female', birth: '1999-01-01', ethnicity: 'Tày' })
  submit(commune, id)
  exchange(commune, district)
  decide(district, id)
  exchange(commune, district)
}

const viewOn = (desk: Desk, report: string) => {
  const view = desk.ask((db) => sentReportView(db, report, { today: TODAY, device: desk.device }))
  if (view === null) throw new Error('no such report')
  return view
}

test('another computer of the office holds a report against what its writer had, in whatever order lines came there', () => {
  const offices = communeAndDistrict('reports')
  const { commune } = offices
  admit(offices, 'Lê Thị Lan')
  const { report = '' } = valueOf(commune.do('report.send', YEAR))
  admit(offices, 'Trần Thị Bình')
  const second = siblingOf(commune, 'b', { [DISTRICT]: 'superior' })
  takeIn(second, packForSibling(commune, second.device))
  const views = [viewOn(commune, report), viewOn(second, report)]
  for (const { differs, since, own, admitted } of views) {
    expect([differs, own, admitted]).toEqual([[], true, 1])
    expect(since).toContainEqual({ code: 'admitted', was: 1, now: 2 })
  }
  expect(views[1]?.causes).toEqual(views[0]?.causes)
  expect(views[1]?.beyond.map(({ kind }) => kind)).toContain('decision.recorded')
})

test('a channel that had not begun when a report was written lies beyond it', () => {
  const offices = communeAndDistrict('first')
  const { commune, district } = offices
  // The district has written nothing to the commune yet.
  const { report = '' } = valueOf(commune.do('report.send', YEAR))
  exchange(commune, district)
  admit(offices, 'Lê Thị Lan')
  const { differs, since } = viewOn(district, report)
  expect(differs).toEqual([])
  expect(since).toContainEqual({ code: 'admitted', was: 0, now: 1 })
})

test('a report is replaced by the next one of the same period, in the list and on its own page', () => {
  const offices = communeAndDistrict('again')
  const { commune } = offices
  const { report: first = '' } = valueOf(commune.do('report.send', YEAR))
  const { report: other = '' } = valueOf(commune.do('report.send', { period: periodOf('quarter', 2024, 1) }))
  commune.at('2024-01-16')
  const { report: next = '' } = valueOf(commune.do('report.send', YEAR))
  const rows = new Map(commune.ask(sentReports).map(({ report, replaced }) => [report, replaced]))
  expect([first, other, next].map((report) => rows.get(report))).toEqual([true, false, false])
  expect([first, other, next].map((report) => viewOn(commune, report).replaced)).toEqual([true, false, false])
})

test('free text among the figures keeps its marks', () => {
  const offices = communeAndDistrict('labels')
  admit(offices, 'Lê Thị Lan')
  const { report = '' } = valueOf(offices.commune.do('report.send', YEAR))
  const { figures, labels } = viewOn(offices.commune, report)
  const code = figures.find((figure) => figure.code.startsWith('ethnicity:'))?.code ?? ''
  expect([code, labels[code], figureName(code, labels[code])]).toEqual(['ethnicity:tay', 'Tày', 'Dân tộc: Tày'])
})

test('age bands of another office stand as it has them, and are no difference', () => {
  const offices = communeAndDistrict('bands')
  const { commune, district } = offices
  admit(offices, 'Lê Thị Lan')
  commune.do('rules.changeValue', {
    ruleSet: 'RS-2021',
    address: 'notices.ageBands',
    value: [18, 26, 36],
    confirmed: true,
    note: 'Theo biểu mẫu của huyện',
  })
  const { report = '' } = valueOf(commune.do('report.send', YEAR))
  exchange(commune, district)
  for (const desk of [commune, district]) {
    const { figures, differs, since, causes } = viewOn(desk, report)
    const names = figures.filter(({ code }) => code.startsWith('age:')).map(({ code }) => figureName(code))
    expect([names, differs, since, causes]).toEqual([['Độ tuổi khi kết nạp: Từ 18 đến 25'], [], [], []])
  }
  // Each office goes on counting by its own.
  const own = [commune, district].map((desk) =>
    desk
      .ask((db) => reportView(db, TODAY, YEAR))
      ?.report.breakdowns.find(({ dimension }) => dimension === 'age')
      ?.rows.map(({ value }) => value),
  )
  expect(own).toEqual([['18-25'], ['18-30']])
  expect(['0-17', '61+', 'under', '31'].map((value) => figureName(`age:${value}`))).toEqual([
    'Độ tuổi khi kết nạp: Dưới 18',
    'Độ tuổi khi kết nạp: Từ 61 trở lên',
    'Độ tuổi khi kết nạp: Dưới 18',
    'Độ tuổi khi kết nạp: Từ 31',
  ])
})
