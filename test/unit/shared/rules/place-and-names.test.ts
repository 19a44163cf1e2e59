/** Where pupils and those seconded are considered, and what the bodies are called: as the rule set in force says. */
import { describe, expect, test } from 'vitest'
import type { Sector } from '../../../../shared/model/codes.ts'
import type { AssessContext } from '../../../../shared/rules/context.ts'
import { refusal } from '../../../../shared/contract/refusals.ts'
import { actorName, withBodies } from '../../../../shared/words/bodies.ts'
import { KIND_LINES, refusalSentence, STAGES, STEPS } from '../../../../shared/words/vi.ts'
import { aDossier, findingOf } from '../../../support/case-builder.ts'

const on = '2024-01-10'

function unit(sector: Sector | undefined): Pick<AssessContext, 'unit'> {
  return { unit: { type: 'branch', name: 'Chi bộ', sector } }
}

describe('a pupil is considered at school from twelve months of study on, else at home', () => {
  const place = (months: number, sector?: Sector) =>
    findingOf(
      aDossier()
        .with({ study: { school: 'Trường THPT A', months } })
        .on(on, unit(sector)),
      'C32-place',
    )

  test('the wrong place is called to mind, with its article', () => {
    expect(place(36, 'residential')).toMatchObject({
      id: 'C32-place:study',
      severity: 'warn',
      article: 'Hướng dẫn số 01-HD/TW năm 2021, mục 6',
      data: { months: 36, limit: 12, there: true },
    })
    expect(place(9, 'school')).toMatchObject({ severity: 'warn', data: { there: false } })
  })

  test('twelve months are enough, eleven are not', () => {
    expect(place(12, 'school')).toBeUndefined()
    expect(place(12, 'residential')?.data).toMatchObject({ there: true })
    expect(place(11, 'residential')).toBeUndefined()
    expect(place(11, 'school')?.data).toMatchObject({ there: false })
  })

  test('where nobody has said what kind of unit it is, the rule is only told', () => {
    expect(place(36)).toMatchObject({ severity: 'info' })
  })

  test('without the length of the study nothing is said', () => {
    const open = aDossier().with({ study: { school: 'Trường THPT A' } })
    expect(findingOf(open.on(on), 'C32-place')).toBeUndefined()
  })
})

describe('whoever is seconded is considered there from twelve months on, else where sent from', () => {
  const place = (months?: number) =>
    findingOf(
      aDossier()
        .with({ secondment: { sender: 'Ủy ban nhân dân huyện', ...(months === undefined ? {} : { months }) } })
        .on(on),
      'C32-place',
    )

  test('on both sides of twelve months', () => {
    expect(place(12)).toMatchObject({ id: 'C32-place:secondment', severity: 'info', data: { there: true } })
    expect(place(11)).toMatchObject({ data: { there: false, limit: 12 } })
    expect(place()).toBeUndefined()
  })
})

describe('names of levels and bodies', () => {
  const voted = (meeting: string) => aDossier().withBranchVote(meeting)

  test('are those of the set of the meeting', () => {
    expect(voted('2024-01-15').on('2024-02-01').bodies).toEqual({
      branch: 'chi bộ',
      section: 'đảng ủy bộ phận',
      committee: 'đảng ủy cơ sở',
      deciding: 'Ban Thường vụ Huyện ủy',
      review: 'Ban Tổ chức Huyện ủy',
      training: 'Trung tâm chính trị huyện',
    })
    const { bodies } = voted('2026-08-03').on('2026-08-10')
    expect(bodies.section).toBe('đảng ủy trực thuộc đảng ủy cơ sở')
    expect(withBodies('Đảng ủy bộ phận thẩm định, báo cáo đảng ủy cơ sở', bodies)).toBe(
      'Đảng ủy trực thuộc đảng ủy cơ sở thẩm định, báo cáo đảng ủy cơ sở',
    )
    expect(actorName('section', bodies)).toBe('Đảng ủy trực thuộc đảng ủy cơ sở')
    expect(actorName('training', voted('2025-08-04').on('2025-08-10').bodies)).toBe('Trung tâm chính trị')
  })

  test('stand in every label of a stage, of an entry and of a step that speaks of a level', () => {
    const other = { section: 'đảng ủy trực thuộc', committee: 'ban chấp hành đảng bộ' }
    expect(withBodies(STAGES.committeeVoted, other)).toBe('Ban chấp hành đảng bộ đã họp xét')
    expect(withBodies(KIND_LINES['committeeVote.recorded'], other)).toBe('Ban chấp hành đảng bộ họp xét')
    for (const label of [...Object.values(STAGES), ...Object.values(KIND_LINES), ...Object.values(STEPS)])
      expect(withBodies(label, other)).not.toMatch(/đảng ủy (?:cơ sở|bộ phận)/iu)
    const missing = [{ id: 'P1', code: 'P1', article: '', data: { step: 'committeeVote' } }] as const
    expect(withBodies(refusalSentence(refusal('BLOCKED', { step: 'submit', findings: missing })), other)).toContain(
      'Chưa ghi bước ban chấp hành đảng bộ họp, ra nghị quyết.',
    )
  })

  test('are those of the office and the kind of unit', () => {
    const decidingBody = 'Ban Thường vụ Huyện ủy Kim Bảng'
    expect(voted('2024-01-15').on('2024-02-01', { decidingBody }).bodies.deciding).toBe(decidingBody)
    const baseBranch = { unit: { type: 'baseBranch', name: 'Chi bộ Trường' } } as const
    expect(voted('2024-01-15').on('2024-02-01', baseBranch).bodies.branch).toBe('chi bộ cơ sở')
    const delegated = {
      unit: { type: 'branch', name: 'Chi bộ', paths: [{ from: '2023-01-01', kind: 'delegated' }] },
      decidingBody,
    } as const
    expect(voted('2024-01-15').on('2024-02-01', delegated).bodies.deciding).toBe('Đảng ủy cơ sở được ủy quyền')
  })
})
