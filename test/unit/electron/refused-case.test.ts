/** What goes on after a refusal: its notice is received, and the branch may consider the person again. */
import { expect, test } from 'vitest'
import {
  addBranch,
  BODY,
  BRANCH_VOTE,
  carry,
  caseAt,
  COMMITTEE_VOTE,
  communeAndDistrict,
  decide,
  stageAt,
  submittedDossier,
} from '../../support/journey.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('a refusal is received, and a new vote of the branch opens the matter again', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const id = await submittedDossier(commune, await addBranch(commune))
  await carry(root, commune, district)
  await decide(district, id, '12-TB/HU', { outcome: 'refuse', agree: 3, reason: 'Chưa đủ thời gian giúp đỡ' })
  commune.at('2024-02-27')
  await carry(root, district, commune)
  const refused = await caseAt(commune, id)
  expect([refused.stage, refused.assessment.next.map(({ step }) => step)]).toEqual(['refused', ['recordReceipt']])
  expect(refused.assessment.findings.map(({ code }) => code)).toContain('C20')

  await commune.do('decision.recordReceipt', { case: id, date: '2024-02-27' })
  const received = await caseAt(commune, id)
  expect(received.assessment.findings.map(({ code }) => code)).not.toContain('C20')
  expect(received.assessment.next).toEqual([])
  expect(await commune.refused('ceremony.record', { case: id, date: '2024-02-27' })).toMatchObject({
    code: 'NOT_ADMITTED',
  })

  commune.at('2024-05-20')
  await commune.do('dossier.recordBranchVote', { case: id, ...BRANCH_VOTE, date: '2024-05-15' })
  await commune.do('dossier.recordCommitteeVote', { case: id, ...COMMITTEE_VOTE, date: '2024-05-18' })
  await commune.do('dossier.submit', { case: id, date: '2024-05-20' })
  expect(await stageAt(commune, id)).toBe('submitted')
  await carry(root, commune, district)
  district.at('2024-06-03')
  await district.do('decision.record', {
    case: id,
    outcome: 'admit',
    number: '400-QĐ/HU',
    date: '2024-06-03',
    body: BODY,
    members: 11,
    agree: 11,
  })
  expect(await stageAt(district, id)).toBe('admitted')
})
