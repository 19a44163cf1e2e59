/**
 * The register of numbers: whatever a body has decided runs through one series, and what is odd about a number is said.
 */
import { expect, test } from 'vitest'
import { usedNumbers } from '../../../db/queries/register.ts'
import { resolutionDoubts } from '../../../db/queries/resolution-doubts.ts'
import type { Draft } from '../../../shared/commands/command.ts'
import type { TypedResolution } from '../../../shared/contract/documents.ts'
import type { Decision } from '../../../shared/model/acts.ts'
import {
  COMMUNE,
  communeAndDistrict,
  DISTRICT,
  exchange,
  openDesk,
  register,
  submit,
} from '../../support/journal-kit.ts'
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

test('P21: a resolution whose number was used, or is out of order in the term, is recorded, and said of both bodies', () => {
  const desk = openDesk({ office: COMMUNE, today: '2024-02-01' })
  const [first, second] = [register(desk), register(desk, { name: 'Lê Thị Ánh' })]
  const branch = (id: string, number: string, date: string) =>
    desk.do('dossier.recordBranchVote', { case: id, date, ...BRANCH_ALL_FOR, resolution: { number, date } })
  const committee = (id: string, number: string, date: string) =>
    desk.do('dossier.recordCommitteeVote', { case: id, date, ...COMMITTEE_ALL_FOR, resolution: { number, date } })
  const found = (id: string, typed?: TypedResolution) =>
    desk
      .ask((db) => resolutionDoubts(db, id, typed, COMMUNE))
      ?.map(({ body, number, warnings }) => [body, number, warnings.map(({ code }) => code)])
  branch(first, '12-NQ/CB', '2024-01-15')
  committee(first, '34-NQ/ĐU', '2024-01-20')
  expect(found(first)).toEqual([])

  // While it is being recorded: a bare number is one of the same series; the day the other was passed is no disorder.
  const typed = (number: string, date: string) => found(second, { body: 'branch', number, date })
  expect(typed('12', '2024-01-22')).toEqual([['branch', '12-NQ/CB', ['numberUsed']]])
  expect(typed('11-NQ/CB', '2024-01-22')).toEqual([['branch', '11-NQ/CB', ['dateOutOfOrder']]])
  expect(typed('13-NQ/CB', '2024-01-15')).toEqual([])
  expect(found(first, { body: 'branch', number: '12-NQ/CB', date: '2024-01-15' })).toEqual([])

  // It can be recorded all the same, and is said of what is on record, on both sides.
  branch(second, '12-NQ/CB', '2024-01-22')
  committee(second, '33-NQ/ĐU', '2024-01-25')
  const both = [
    ['branch', '12-NQ/CB', ['numberUsed']],
    ['committee', '33-NQ/ĐU', ['dateOutOfOrder']],
  ]
  expect(found(second)).toEqual(both)
  expect(found(first)).toEqual([both[0], ['committee', '34-NQ/ĐU', ['dateOutOfOrder']]])
  expect(desk.case(second).branchVotes).toMatchObject([{ resolution: { number: '12-NQ/CB' } }])

  // A new term of office begins its numbers anew.
  desk.do('setting.change', { key: 'documentTermFrom', value: '2024-01-21' })
  expect(found(second)).toEqual([])
  expect(desk.ask((db) => resolutionDoubts(db, 'nobody', undefined, COMMUNE))).toBeNull()
})

test('P21: the reviewer is told as well, by the dossiers that were sent', () => {
  const { commune, district } = communeAndDistrict()
  const ids = ['Nguyễn Thị Hòa', 'Lê Thị Ánh'].map((name) => register(commune, { name }))
  const date = '2024-01-15'
  for (const id of ids)
    commune.do('dossier.recordBranchVote', {
      case: id,
      date,
      ...BRANCH_ALL_FOR,
      resolution: { number: '12-NQ/CB', date },
    })
  const found = (id = '') => district.ask((db) => resolutionDoubts(db, id, undefined, DISTRICT))
  const [first, second] = ids
  submit(commune, first ?? '')
  exchange(commune, district)
  expect(found(first)).toEqual([])
  // Of whom nothing was sent yet the district knows the line alone.
  expect(found(second)).toEqual([])
  submit(commune, second ?? '')
  exchange(commune, district)
  for (const id of ids)
    expect(found(id)).toMatchObject([{ body: 'branch', number: '12-NQ/CB', warnings: [{ code: 'numberUsed' }] }])
})
