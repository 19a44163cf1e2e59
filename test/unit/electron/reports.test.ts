/** Targets and reports between two offices over real bundles: given, reached, reported, equal on both sides. */
import { expect, test, vi } from 'vitest'
import type { CaseView, HomeView } from '../../../shared/contract/answers.ts'
import type { ReportView, SentReportRow, SentReportView, TargetsView } from '../../../shared/contract/reports.ts'
import { figuresOf } from '../../../shared/reports/figures.ts'
import {
  addBranch,
  carry,
  communeAndDistrict,
  decide,
  receiptAndCeremony,
  submittedDossier,
} from '../../support/journey.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

const period = { kind: 'year', from: '2024-01-01', to: '2024-12-31' }

test('a target goes down, a report comes up, and both offices say the same of one year', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  await commune.do('unit.recordMembers', {
    id: unit,
    count: { date: '2023-12-31', official: 40, probationary: 2, excluded: 0 },
  })
  const paper = await addBranch(district, 'Đảng bộ xã Thụy Lôi', { type: 'baseCommittee', onPaper: true })
  await district.do('target.set', { year: 2024, unit: paper, number: 2 })
  await district.do('target.set', { year: 2024, office: commune.id, number: 1, paper: { number: '12-KH/HU' } })
  const id = await submittedDossier(commune, unit)
  district.at('2024-02-20')
  await carry(root, commune, district)
  await decide(district, id)
  expect((await district.do<HomeView>('home.get')).waits).toMatchObject([{ code: 'undelivered', count: 1 }])
  commune.at('2024-02-28')
  await carry(root, district, commune)
  const given = await commune.do<TargetsView>('target.list', { year: 2024 })
  expect(given.whole).toMatchObject({
    plan: { number: 1, of: 'place' },
    ofPlan: { tenths: 1000 },
    ofMembers: { numerator: 1, denominator: 42, tenths: 24 },
    history: [{ number: 1, isGiven: true, paper: { number: '12-KH/HU' } }],
  })
  await receiptAndCeremony(commune, id)
  await commune.do('report.send', { period })
  await carry(root, commune, district)
  expect((await district.do<HomeView>('home.get')).waits).toEqual([])
  district.at('2024-03-10')
  const own = await commune.do<ReportView>('report.get', { period })
  const theirs = await district.do<ReportView>('report.get', { period, at: commune.id })
  expect(figuresOf(theirs.report)).toEqual(figuresOf(own.report))
  expect(own.report.lines.filter(({ number }) => number > 0).map(({ code }) => code)).toEqual([
    'admitted',
    'submitted',
    'ceremony',
  ])
  const whole = await district.do<ReportView>('report.get', { period })
  expect(whole.report.year.whole).toMatchObject({ plan: { number: 3, of: 'parts' }, admitted: { number: 1 } })
  expect(whole.report.year.parts.map(({ name, admitted }) => [name, admitted.number])).toEqual([
    ['Đảng ủy xã Đồng Hóa', 1],
    ['Đảng bộ xã Thụy Lôi', 0],
  ])
  const { reports } = await district.do<{ reports: readonly SentReportRow[] }>('report.sent')
  const compared = await district.do<SentReportView>('report.compare', { report: reports[0]?.report })
  expect(compared).toMatchObject({ own: false, officeName: 'Đảng ủy xã Đồng Hóa', differs: [], since: [], causes: [] })
  expect(await commune.refused('report.compare', { report: unit })).toMatchObject({ code: 'NOT_FOUND' })

  // What was taken back since has a name; whoever only runs classes is told the figures, and nobody behind them.
  const { state } = await commune.do<CaseView>('case.get', { case: id })
  await commune.do('entry.retract', { entry: state.ceremony?.entry, reason: 'Ghi nhầm ngày' })
  const mine = (await commune.do<{ reports: readonly SentReportRow[] }>('report.sent')).reports[0]?.report
  const told = await commune.do<SentReportView>('report.compare', { report: mine })
  expect(told.causes).toMatchObject([{ line: 'ceremony', change: 'removed', name: state.profile.name }])
  const organiser = { login: 'thu', name: 'Lê Văn Thắng', post: 'Cán bộ', passphrase: 'mật khẩu của người mở lớp' }
  await commune.do('user.add', { ...organiser, roles: ['organiser'] })
  await commune.do('session.unlock', { login: organiser.login, passphrase: organiser.passphrase })
  const narrow = await commune.do<SentReportView>('report.compare', { report: mine })
  expect(narrow).toMatchObject({ since: told.since, causes: null })
  expect(told.since.length).toBeGreaterThan(0)
  expect(JSON.stringify(narrow)).not.toContain(state.profile.name)
  expect(await district.refused('report.get', { period, at: 'nowhere' })).toMatchObject({ code: 'NOT_FOUND' })
})
