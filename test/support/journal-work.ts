/**
 * A day's work by chance, through the real commands: what people in a commune and its district may do next, sensible or
 * not. A call that is refused must leave no trace, so every one of them is checked here.
 */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { Profile } from '../../shared/model/profile.ts'
import type { CommandAnswer } from '../../db/run-command.ts'
import { prepared } from '../../db/transaction.ts'
import { clearTheWay, rowCounts, UNIT, type Desk } from './journal-kit.ts'

/** One thing a person does. `pick` chooses among the cases and entries there are. */
export type Deed = { readonly what: What; readonly pick: number; readonly value: number }

const PROPOSING = [
  'register',
  'correct',
  'settle',
  'helper',
  'paper',
  'branchVote',
  'committeeVote',
  'submit',
  'withdraw',
  'receipt',
  'ceremony',
  'takeOver',
  'paperDecision',
  'retract',
  'unit',
  'members',
  'setting',
  'note',
  'nominate',
  'resume',
  'verify',
  'opinion',
  'shortVote',
] as const
const DECIDING = ['review', 'extend', 'notify', 'receive', 'return', 'decide', 'retract', 'unit', 'setting'] as const

type What = (typeof PROPOSING)[number] | (typeof DECIDING)[number]

const chances = { pick: fc.nat(1000), value: fc.nat(1000) }

/** Work of a proposing office; what leads to a submission comes more often. */
export const proposingDeed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom(...PROPOSING, 'register', 'correct', 'submit', 'submit', 'submit', 'paper', 'retract'),
  ...chances,
})

/** Work of a deciding office. */
export const decidingDeed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom(...DECIDING, 'receive', 'return', 'decide'),
  ...chances,
})

/** The parts of a profile that nobody above may see before submission, each of which can be found again in a line. */
export function secretsOf(mark: string): Omit<Profile, 'name'> {
  return {
    birth: `19${String(60 + (mark.length % 30))}-03-17`,
    birthName: `Bí Danh ${mark}`,
    ethnicity: `dân tộc ${mark}`,
    religion: `tôn giáo ${mark}`,
    birthPlace: `nơi sinh ${mark}`,
    hometown: `quê ${mark}`,
    residence: `nơi ở ${mark}`,
    identityNumber: `cc${mark}`,
    work: `nơi làm ${mark}`,
    politicalTheory: `lý luận ${mark}`,
    introducedBy: `giới thiệu ${mark}`,
    note: `ghi chú ${mark}`,
  }
}

/** A mark of a case that no other text holds. */
function markOf(call: string): string {
  return `m${call.slice(0, 8)}`
}

/** Does one thing at a desk, and holds that a refusal leaves every table as it was, and a repeated call too. */
export function act(desk: Desk, deed: Deed): Result<CommandAnswer, Refusal> | null {
  const planned = plan(desk, deed)
  if (planned === null) return null
  const [name, input] = planned
  const answer = tried(desk, name, input)
  if (answer.ok || name !== 'dossier.submit' || answer.error.code !== 'BLOCKED') return answer
  clearTheWay(desk, String(input['case']), answer.error)
  const again = tried(desk, name, input)
  if (again.ok || again.error.code !== 'BLOCKED') return again
  clearTheWay(desk, String(input['case']), again.error)
  return tried(desk, name, input)
}

function tried(desk: Desk, name: string, input: Readonly<Record<string, unknown>>): Result<CommandAnswer, Refusal> {
  const before = rowCounts(desk)
  const id = desk.newId()
  const answer = desk.call(name, input, id)
  if (!answer.ok) {
    expect(rowCounts(desk)).toEqual(before)
    return answer
  }
  const after = rowCounts(desk)
  expect(desk.call(name, input, id)).toEqual({ ok: true, value: { ...answer.value, repeated: true } })
  expect(rowCounts(desk)).toEqual(after)
  return answer
}

type Planned = readonly [name: string, input: Readonly<Record<string, unknown>>]

function plan(desk: Desk, { what, pick, value }: Deed): Planned | null {
  const mark = markOf(desk.newId())
  const names = ['Nguyễn Thị Hòa', 'Trần Văn Bình', 'Đỗ Thị Ước']
  const name = names[value % names.length] ?? ''
  switch (what) {
    case 'register':
      return ['candidate.register', { profile: { name, sex: 'female', ...secretsOf(mark) }, unit: UNIT }]
    case 'takeOver':
      return [
        'case.takeOver',
        {
          profile: { name, ...secretsOf(mark) },
          unit: UNIT,
          acts: {
            helpers: [{ name: 'Lê Thị Cúc', from: '2023-01-01' }],
            papers: [{ paper: '1-KND', kept: 'here', scans: [], note: `giấy ${mark}` }],
            ...(value % 2 === 0 ? {} : { submittedOn: '2023-12-01' }),
            ...(value % 3 === 0 ? { decision: decisionOf(mark), decisionReceivedOn: '2024-01-12' } : {}),
          },
        },
      ]
    case 'unit':
      return ['unit.add', { name: `Chi bộ ${value}`, type: 'branch' }]
    case 'members':
      return [
        'unit.recordMembers',
        { id: UNIT, count: { date: '2024-01-01', official: value % 40, probationary: 1, excluded: 0 } },
      ]
    case 'setting':
      return ['setting.change', { key: 'lockAfterMinutes', value: 1 + (value % 200) }]
    case 'retract': {
      const entry = chosen(entryIds(desk), pick)
      return entry === undefined ? null : ['entry.retract', { entry, reason: 'Ghi nhầm' }]
    }
    default: {
      const id = chosen(caseIds(desk), pick)
      return id === undefined ? null : planCase(desk, what, id, value, mark)
    }
  }
}

type CaseDeed = Exclude<What, 'register' | 'takeOver' | 'unit' | 'members' | 'setting' | 'retract'>

function planCase(desk: Desk, what: CaseDeed, id: string, value: number, mark: string): Planned {
  const date = '2024-01-10'
  switch (what) {
    case 'correct':
      return ['candidate.correct', { case: id, change: changeOf(value, mark), reason: 'Ghi nhầm' }]
    case 'settle': {
      const conflict = desk.case(id).conflicts[0]
      const settles = conflict?.versions.map(({ entry }) => entry).slice(0, 1 + (value % 3)) ?? []
      return [
        'candidate.correct',
        { case: id, change: { set: { residence: `nơi ở ${value} ${mark}` } }, settles, reason: 'Đã đối chiếu' },
      ]
    }
    case 'helper':
      return ['helper.assign', { case: id, name: 'Trần Văn Bình', from: date, officialDate: '2001-09-02' }]
    case 'paper':
      return [
        'paper.record',
        {
          case: id,
          paper: value % 2 === 0 ? '1-KND' : 'CN-NTVD',
          date,
          note: `giấy ${mark}`,
          scans: value % 3 === 0 ? [] : [scan(mark)],
          ...(value % 5 === 0 ? { replaces: desk.case(id).papers.at(-1)?.entry } : {}),
        },
      ]
    case 'note':
      return [
        'helper.note',
        { case: id, date, helper: `người giúp ${mark}`, text: `nhận xét ${mark}`, standing: 'good' },
      ]
    case 'nominate':
      return ['class.nominate', { case: id, class: value % 2 === 0 ? 'awareness' : 'newMember', date, note: mark }]
    case 'resume':
      return [
        'resume.record',
        {
          case: id,
          date,
          relatives: [{ id: desk.newId(), relation: 'father', name: `Cha ${mark}`, living: true, partyMember: true }],
          periods: [{ from: '2003', what: `quá trình ${mark}` }],
          reason: 'Khai bổ sung',
        },
      ]
    case 'verify': {
      const asked = desk.case(id).verifications.find(({ origin }) => origin === 'recorded')
      return asked === undefined || value % 2 === 0
        ? [
            'verification.request',
            { case: id, relatives: ['self'], to: `nơi ${mark}`, method: 'letter', abroad: false, date },
          ]
        : ['verification.answer', { case: id, request: asked.entry, date, result: 'unclear', note: `trả lời ${mark}` }]
    }
    case 'opinion':
      return ['opinion.record', { case: id, organisation: 'residence', name: `chi bộ ${mark}`, date, summary: mark }]
    case 'shortVote':
      return ['vote.reportShort', { case: id, body: 'branch', date: '2024-01-12' }]
    case 'review':
      return [
        'dossier.review',
        { case: id, date: '2024-01-11', outcome: value % 2 === 0 ? 'agree' : 'hold', note: 'Xem lại' },
      ]
    case 'extend':
      return ['limit.extend', { case: id, limit: 'decision', reason: 'Chờ thẩm tra', date: '2024-01-11' }]
    case 'notify':
      return ['refusal.notify', { case: id, date: '2024-01-13' }]
    case 'branchVote':
      return [
        'dossier.recordBranchVote',
        {
          case: id,
          date,
          official: 9,
          probationary: 0,
          excluded: 0,
          presentOfficial: 9,
          presentProbationary: 0,
          absences: [],
          method: 'ballot',
          agree: value % 12,
          disagree: 0,
          blank: 0,
          remarks: `biểu quyết ${mark}`,
        },
      ]
    case 'committeeVote':
      return [
        'dossier.recordCommitteeVote',
        { case: id, date, members: 15, present: 15, agree: 15, disagree: 0, blank: 0, remarks: `biểu quyết ${mark}` },
      ]
    case 'submit':
      return ['dossier.submit', { case: id, date }]
    case 'withdraw':
      return ['candidate.withdraw', { case: id, reason: 'withdrawn', date }]
    case 'receipt':
      return ['decision.recordReceipt', { case: id, date: '2024-01-12' }]
    case 'ceremony':
      return ['ceremony.record', { case: id, date: '2024-01-14' }]
    case 'paperDecision':
      return ['decision.record', { case: id, onPaper: true, ...decisionOf(mark) }]
    case 'receive':
      return ['dossier.receive', { case: id, date: '2024-01-11' }]
    case 'return':
      return ['dossier.return', { case: id, date: '2024-01-11', remarks: [{ text: 'Bổ sung lý lịch' }] }]
    case 'decide':
      return ['decision.record', { case: id, ...decisionOf(mark), outcome: value % 4 === 0 ? 'refuse' : 'admit' }]
  }
}

function decisionOf(mark: string) {
  return { outcome: 'admit', number: `${mark}-QĐ/HU`, date: '2024-01-12', body: 'Ban Thường vụ Huyện ủy' }
}

function scan(mark: string) {
  const sha256 = mark.slice(1).padEnd(64, 'f')
  return { sha256, bytes: 1000, type: 'application/pdf', name: `quét ${mark}.pdf` }
}

function changeOf(value: number, mark: string) {
  const changes = [
    { set: { residence: `nơi ở ${mark}` } },
    { set: { religion: `tôn giáo ${mark}`, residence: `nơi ở mới ${mark}` } },
    { set: { birth: '1990-04-05' } },
    { set: { name: 'Nguyễn Thị Hoà Bình' } },
    { clear: ['residence'] },
    { set: { source: 'youthUnion' } },
  ]
  return changes[value % changes.length] ?? {}
}

/** The cases a desk knows, oldest ids first. */
export function caseIds(desk: Desk): readonly string[] {
  return desk.ask((db) =>
    prepared<{ id: string }>(db, 'SELECT case_id AS id FROM cases ORDER BY case_id')
      .all()
      .map(({ id }) => id),
  )
}

function entryIds(desk: Desk): readonly string[] {
  return desk.ask((db) =>
    prepared<{ id: string }>(
      db,
      `SELECT entry_id AS id FROM journal WHERE status = 'applied' AND subject_type IN ('case', 'unit') ORDER BY entry_id`,
    )
      .all()
      .map(({ id }) => id),
  )
}

function chosen(from: readonly string[], pick: number): string | undefined {
  return from[pick % Math.max(1, from.length)]
}
