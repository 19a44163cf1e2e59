/**
 * What falls on the days of a month, and the plan of a batch over real tables.
 */
import { expect, test } from 'vitest'
import { loadJudging } from '../../../db/load-rules.ts'
import { batchPlan, calendarMonth } from '../../../db/queries/calendar.ts'
import { COMMUNE, openDesk, register, type Desk } from '../../support/journal-kit.ts'

const month = (desk: Desk, asked: string, today = '2024-01-15') =>
  desk.ask((db) => calendarMonth(db, asked, loadJudging(db, today)))
const certificate = { paper: 'CN-NTVD', kept: 'here', scans: [] }

test('the end of a certificate and of a probation stand on their days, days off are marked', () => {
  const desk = openDesk({ office: COMMUNE })
  const lan = register(desk, { name: 'Lê Thị Lan' })
  desk.do('paper.record', { case: lan, ...certificate, number: '1', date: '2019-02-20' })
  const binh = desk.do('case.takeOver', {
    profile: { name: 'Trần Văn Bình' },
    unit: desk.case(lan).unit,
    acts: {
      decision: { outcome: 'admit', number: '3-QĐ/HU', date: '2023-01-20', body: 'Ban Thường vụ Huyện ủy' },
      decisionReceivedOn: '2023-01-30',
      ceremony: { date: '2023-02-03' },
    },
  })
  const february = month(desk, '2024-02')
  expect(february.items).toMatchObject([
    { day: '2024-02-03', what: 'probationEnds', name: 'Trần Văn Bình' },
    { day: '2024-02-20', what: 'certificateEnds', case: lan, isOpen: true },
  ])
  // Tết of 2024: 8 to 14 February, then the weekends.
  expect(february.off).toEqual(expect.arrayContaining(['2024-02-08', '2024-02-14', '2024-02-18']))
  expect(february.off).not.toContain('2024-02-15')
  expect(month(desk, '2023-02').items).toMatchObject([{ day: '2023-02-03', what: 'ceremony', isOpen: false }])
  expect(month(desk, '2024-03').items).toEqual([])
  expect(binh.entries).toHaveLength(1)
})

test('a batch lists who is on the way, with what is in the way of each, and nobody it cannot wait for', () => {
  const desk = openDesk({ office: COMMUNE })
  const ready = register(desk, { name: 'Lê Thị Lan' })
  desk.do('helper.assign', { case: ready, name: 'Lại Văn Đức', from: '2022-06-01', officialDate: '2010-02-03' })
  desk.do('paper.record', { case: ready, ...certificate, number: '1', date: '2023-02-20' })
  const fresh = register(desk, { name: 'Trần Văn Bình' })
  desk.do('helper.assign', { case: fresh, name: 'Lại Văn Đức', from: '2024-01-02', acquaintedSince: '2024-01-02' })
  register(desk, { name: 'Phạm Thị Hoa' })
  const plan = desk.ask((db) => batchPlan(db, '2024-09-02', loadJudging(db, '2024-01-15')))
  expect(plan.rows.map(({ case: id, step, verdict }) => [id, step, verdict])).toEqual([
    [ready, 'branchVote', expect.stringMatching(/safe|tight/)],
    [fresh, 'branchVote', 'late'],
  ])
  expect(plan.rows[1]?.obstacles).toEqual(
    expect.arrayContaining([{ why: 'helperTooNew', from: '2025-01-02' }, { why: 'noCertificate' }]),
  )
  expect(plan.milestones.at(-1)).toEqual({ step: 'ceremony', safe: '2024-09-02', latest: '2024-09-02' })
  expect(plan.more).toBe(false)
})
