/**
 * The CV as it is being typed, and the CV it becomes: rows of texts and flags on one side, the port's shape on the other.
 */
import { trusted } from '../../../shared/base/trust.ts'
import type { Resume } from '../../../shared/model/resume.ts'
import { fieldLabel, KINSHIPS, LEFT_REASONS } from '../../../shared/words/vi.ts'
import type { EditedRow, RowField } from '../../parts/RowsEditor.tsx'
import { countOf, inputOf } from '../../parts/values.ts'

/** The CV in a form. */
export type ResumeValues = {
  readonly date: string
  readonly remarksOn: string
  readonly certifiedOn: string
  readonly byHand: readonly string[]
  readonly relatives: readonly EditedRow[]
  readonly periods: readonly EditedRow[]
  readonly trainings: readonly EditedRow[]
  readonly journeys: readonly EditedRow[]
  readonly rewards: readonly EditedRow[]
  readonly disciplines: readonly EditedRow[]
  readonly hasEarlier: boolean
  readonly leftOn: string
  readonly leftReason: string
  readonly times: string
  readonly untidy: boolean
  readonly reason: string
}

/** Lists of rows, by the name the port has for them. */
export type RowList = 'relatives' | 'periods' | 'trainings' | 'journeys' | 'rewards' | 'disciplines'

const MENTION: readonly RowField[] = [
  { name: 'what', label: 'Hình thức', kind: 'text', required: true },
  { name: 'date', label: 'Thời gian', kind: 'partialDay' },
  { name: 'by', label: 'Cấp quyết định', kind: 'text' },
]

/** The fields of each list. */
export const ROW_FIELDS: { readonly [L in RowList]: readonly RowField[] } = {
  relatives: [
    { name: 'relation', label: 'Quan hệ', kind: 'choice', required: true, choices: KINSHIPS },
    { name: 'name', label: 'Họ và tên', kind: 'text', required: true },
    { name: 'birthYear', label: 'Năm sinh', kind: 'count' },
    { name: 'occupation', label: 'Nghề nghiệp', kind: 'text' },
    { name: 'residence', label: 'Nơi cư trú', kind: 'text' },
    { name: 'hometown', label: 'Quê quán', kind: 'text' },
    { name: 'conduct', label: 'Chấp hành chính sách, pháp luật', kind: 'text' },
    { name: 'partyMemberNote', label: 'Nơi sinh hoạt đảng', kind: 'text' },
    { name: 'partyMember', label: 'Là đảng viên', kind: 'tick' },
    { name: 'dead', label: 'Đã mất', kind: 'tick' },
    { name: 'abroad', label: 'Ở nước ngoài', kind: 'tick' },
    { name: 'incapable', label: 'Không đủ năng lực hành vi dân sự', kind: 'tick' },
  ],
  periods: [
    { name: 'from', label: 'Từ', kind: 'partialDay', required: true },
    { name: 'to', label: 'Đến', kind: 'partialDay' },
    { name: 'what', label: 'Làm gì', kind: 'text', required: true },
    { name: 'where', label: 'Ở đâu', kind: 'text' },
    { name: 'post', label: 'Chức vụ', kind: 'text' },
  ],
  trainings: [
    { name: 'school', label: 'Trường, cơ sở đào tạo', kind: 'text', required: true },
    { name: 'subject', label: 'Nội dung học', kind: 'text' },
    { name: 'from', label: 'Từ', kind: 'partialDay' },
    { name: 'to', label: 'Đến', kind: 'partialDay' },
    { name: 'certificate', label: 'Văn bằng, chứng chỉ', kind: 'text' },
  ],
  journeys: [
    { name: 'country', label: 'Nước đến', kind: 'text', required: true },
    { name: 'from', label: 'Từ', kind: 'partialDay' },
    { name: 'to', label: 'Đến', kind: 'partialDay' },
    { name: 'purpose', label: 'Mục đích', kind: 'text' },
  ],
  rewards: MENTION,
  disciplines: MENTION,
}

/** Why somebody left the Party before, to choose from. */
export const LEAVING = LEFT_REASONS

/** The form of a CV; empty where none is recorded. */
export function valuesOfResume(resume: Resume | null): ResumeValues {
  const rows = (list: readonly object[] | undefined) => (list ?? []).map(rowOf)
  return {
    date: resume?.date ?? '',
    remarksOn: resume?.remarksOn ?? '',
    certifiedOn: resume?.certifiedOn ?? '',
    byHand: resume?.byHand ?? [],
    relatives: (resume?.relatives ?? []).map(({ id, living, capable, birthYear, ...rest }) => ({
      ...rowOf(rest),
      key: id,
      birthYear: birthYear === undefined ? '' : String(birthYear),
      dead: !living,
      incapable: capable === false,
    })),
    periods: rows(resume?.periods),
    trainings: rows(resume?.trainings),
    journeys: rows(resume?.journeys),
    rewards: rows(resume?.rewards),
    disciplines: rows(resume?.disciplines),
    hasEarlier: resume?.earlier !== undefined,
    leftOn: resume?.earlier?.leftOn ?? '',
    leftReason: resume?.earlier?.reason ?? '',
    times: resume?.earlier === undefined ? '1' : String(resume.earlier.times),
    untidy: resume?.untidy === true,
    reason: '',
  }
}

/** The input of `resume.record`; what the form does not show of an earlier membership stays as it was. */
export function resumeInput(values: ResumeValues, before: Resume | null): Readonly<Record<string, unknown>> {
  const { date, remarksOn, certifiedOn, byHand, untidy, reason, hasEarlier, leftOn, leftReason, times } = values
  const lists = (['trainings', 'journeys', 'rewards', 'disciplines'] as const).flatMap((list) =>
    values[list].length === 0 ? [] : [[list, values[list].map(inputOfRow)] as const],
  )
  return {
    ...inputOf({ date, remarksOn, certifiedOn, byHand, untidy, reason }),
    relatives: values.relatives.map(relativeInput),
    periods: values.periods.map(inputOfRow),
    ...Object.fromEntries(lists),
    ...(hasEarlier
      ? { earlier: { ...before?.earlier, ...inputOf({ leftOn, reason: leftReason, times }, ['times']) } }
      : {}),
  }
}

/** Says which rows are not whole, by the path of the field. */
export function rowProblems(values: ResumeValues): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [list, fields] of Object.entries(ROW_FIELDS)) {
    for (const [place, row] of values[trusted<RowList>(list)].entries())
      for (const { name, required } of fields)
        if (required === true && (row[name] ?? '') === '') found[`${list}.${place}.${name}`] = 'Chưa nhập'
  }
  if (values.hasEarlier && values.leftOn === '') found['leftOn'] = 'Chưa nhập'
  if (values.hasEarlier && values.leftReason === '') found['leftReason'] = 'Chưa nhập'
  return found
}

/** Label of a list of rows. */
export function listLabel(list: RowList): string {
  return list === 'relatives' ? 'Hoàn cảnh gia đình' : fieldLabel(list)
}

function rowOf(row: object): EditedRow {
  return { ...trusted<Readonly<Record<string, string | boolean>>>(row), key: crypto.randomUUID() }
}

function inputOfRow({ key: _key, ...row }: EditedRow): Readonly<Record<string, unknown>> {
  return inputOf(row)
}

function relativeInput({ key, birthYear, dead, incapable, partyMember, ...row }: EditedRow) {
  const year = typeof birthYear === 'string' ? countOf(birthYear) : undefined
  return {
    id: key,
    ...inputOf(row),
    ...(year === undefined ? {} : { birthYear: year }),
    living: dead !== true,
    partyMember: partyMember === true,
    ...(incapable === true ? { capable: false } : {}),
  }
}
