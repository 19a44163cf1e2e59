/**
 * What the history of a case says of each entry: what it is about, and not what came along with it.
 */
import { expect, test } from 'vitest'
import { caseView } from '../../../db/queries/cases.ts'
import { loadJudging } from '../../../db/load-rules.ts'
import { detailOf } from '../../../renderer/features/case/entry-details.ts'
import { move, threeOffices, transfer } from '../../support/hand-over.ts'
import { branchVote, register, submit, UNIT, valueOf, type Desk } from '../../support/journal-kit.ts'
import { exchange } from '../../support/journal-parcels.ts'
import { BRANCH_ALL_FOR, COMMITTEE_ALL_FOR } from '../../support/votes.ts'

const HELPER = { name: 'Lại Văn Đức', from: '2023-10-01' }

/** Kind and detail of each entry as an office reads them. */
function detailsOf(desk: Desk, id: string): readonly (readonly [kind: string, detail: string | null])[] {
  const view = desk.ask((db) => caseView(db, id, loadJudging(db, '2024-01-15')))
  return view?.timeline.map((entry) => [entry.kind, detailOf(entry, view.state)] as const) ?? []
}

test('an entry is named by its own act at its keeper', () => {
  const { commune } = threeOffices()
  const id = register(commune)
  commune.do('helper.assign', { case: id, ...HELPER })
  expect(detailsOf(commune, id)).toContainEqual(['helper.assigned', 'Lại Văn Đức'])
})

test('a case that came by value is not about its first helper, paper or vote', () => {
  const { commune, town, district, west } = threeOffices()
  const id = register(commune)
  commune.do('helper.assign', { case: id, ...HELPER })
  commune.do('dossier.recordBranchVote', { case: id, ...branchVote })
  commune.do('case.proposeMove', { case: id, destination: 'Thị trấn', ...move })
  exchange(commune, district)
  expect(district.case(id).helpers).toMatchObject([{ name: HELPER.name }])
  expect(detailsOf(district, id)).toContainEqual(['case.moveProposed', null])
  transfer({ commune, town, district }, id, commune, west)
  expect(town.case(id).helpers).toMatchObject([{ name: HELPER.name }])
  expect(detailsOf(town, id)).toContainEqual(['case.handedOver', null])
})

test('a dossier that was sent is not about its first helper, paper or vote either', () => {
  const { commune, district } = threeOffices()
  const id = register(commune)
  commune.do('helper.assign', { case: id, ...HELPER })
  submit(commune, id)
  exchange(commune, district)
  expect(district.case(id).helpers).toMatchObject([{ name: HELPER.name }])
  for (const desk of [commune, district]) expect(detailsOf(desk, id)).toContainEqual(['dossier.submitted', null])
})

test('a dossier on a later matter says which, and not how the vote that came along went', () => {
  const { commune, district } = threeOffices()
  const matter = 'recognition'
  const papers = ['LL-HSDV', 'PHIEU-HSDV', 'CN-DVM', '10-KND', '11-KND', '12-KND']
  const { case: id = '' } = valueOf(
    commune.do('case.takeOver', {
      profile: { name: 'Trần Thị Lan', birth: '1990-01-02' },
      unit: UNIT,
      acts: {
        decision: { outcome: 'admit', number: '12-QĐ/HU', date: '2022-12-10', body: 'Ban Thường vụ Huyện ủy' },
        decisionReceivedOn: '2022-12-20',
        ceremony: { date: '2023-01-03', helper: { name: 'Trần Văn Bình' } },
        papers: papers.map((paper) => ({ paper, date: '2023-12-20', kept: 'here', scans: [] })),
      },
    }),
  )
  commune.do('dossier.recordBranchVote', { case: id, matter, date: '2024-01-08', ...BRANCH_ALL_FOR })
  commune.do('dossier.recordCommitteeVote', { case: id, matter, date: '2024-01-10', ...COMMITTEE_ALL_FOR })
  commune.do('dossier.submit', { case: id, matter, date: '2024-01-12' })
  exchange(commune, district)
  expect(detailsOf(commune, id)).toContainEqual([
    'branchVote.recorded',
    'công nhận đảng viên chính thức: 9 tán thành, 0 không tán thành',
  ])
  for (const desk of [commune, district])
    expect(detailsOf(desk, id)).toContainEqual(['dossier.submitted', 'công nhận đảng viên chính thức'])
})
