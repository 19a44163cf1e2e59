/**
 * What the fields of a person hold, and the profile they become: one set of fields for registering, taking over and
 * correcting.
 */
import { trusted } from '../../shared/base/trust.ts'
import { Profile, type ProfileField } from '../../shared/model/profile.ts'
import { inputOf } from './values.ts'
import { normalizeName } from '../../shared/text/names.ts'
import { parseIdentityNumber } from '../../shared/text/identity-number.ts'
import { IDENTITY_PROBLEMS, IDENTITY_WARNINGS, listOf, upper } from '../../shared/words/vi.ts'

const NO_CIRCUMSTANCES: readonly string[] = []

/** A profile as it is being typed: every field a text or a flag. */
export const PROFILE = {
  name: '',
  birthName: '',
  birth: '',
  sex: '',
  ethnicity: '',
  religion: '',
  birthPlace: '',
  hometown: '',
  residence: '',
  identityNumber: '',
  oldIdentityNumber: '',
  occupation: '',
  work: '',
  education: '',
  qualification: '',
  politicalTheory: '',
  youthUnionSince: '',
  tradeUnionMember: false,
  specialArea: false,
  source: '',
  introducedOn: '',
  introducedBy: '',
  'introductionPaper.number': '',
  'introductionPaper.date': '',
  circumstances: NO_CIRCUMSTANCES,
  'study.school': '',
  'study.from': '',
  'study.months': '',
  'secondment.sender': '',
  'secondment.from': '',
  'secondment.months': '',
  note: '',
}
export type ProfileValues = typeof PROFILE

/** The fields of a form that hold a profile. */
export function valuesOfProfile(profile: Profile): ProfileValues {
  const { introductionPaper, study, secondment, ...rest } = profile
  const given = Object.entries(rest).filter(([, value]) => value !== undefined)
  return {
    ...PROFILE,
    ...trusted<Partial<ProfileValues>>(Object.fromEntries(given)),
    'introductionPaper.number': introductionPaper?.number ?? '',
    'introductionPaper.date': introductionPaper?.date ?? '',
    'study.school': study?.school ?? '',
    'study.from': study?.from ?? '',
    'study.months': study?.months === undefined ? '' : String(study.months),
    'secondment.sender': secondment?.sender ?? '',
    'secondment.from': secondment?.from ?? '',
    'secondment.months': secondment?.months === undefined ? '' : String(secondment.months),
  }
}

/** The profile of a form. Fields left empty are left out. */
export function profileOf(values: ProfileValues): Readonly<Record<string, unknown>> {
  const given = Object.entries(values).map(([field, value]) => [field, tidy(field, value)] as const)
  return inputOf(Object.fromEntries(given), ['study.months', 'secondment.months'])
}

/** What a correction sets and clears, compared with the profile on record. */
export function changeOf(
  before: Profile,
  values: ProfileValues,
): { readonly set: Readonly<Record<string, unknown>>; readonly clear: readonly ProfileField[] } {
  const after = profileOf(values)
  const held: Readonly<Record<string, unknown>> = before
  const set = Object.fromEntries(
    Object.entries(after).filter(([field, value]) => JSON.stringify(held[field]) !== JSON.stringify(value)),
  )
  const clear = Profile.keyof().options.filter(
    (field) => field !== 'name' && held[field] !== undefined && held[field] !== false && after[field] === undefined,
  )
  return { set, clear }
}

/** What is wrong with, or doubtful about, an identity number; never a reason to stop. */
export function identityNote(values: Pick<ProfileValues, 'identityNumber' | 'sex' | 'birth'>): string | null {
  if (values.identityNumber.trim() === '') return null
  const year = Number(values.birth.slice(0, 4))
  const read = parseIdentityNumber(values.identityNumber, {
    ...(values.sex === 'male' || values.sex === 'female' ? { sex: values.sex } : {}),
    ...(values.birth === '' ? {} : { birthYear: year }),
  })
  if (!read.ok) return upper(IDENTITY_PROBLEMS[read.error])
  return read.value.warnings.length === 0
    ? null
    : `${upper(listOf(read.value.warnings.map((warning) => IDENTITY_WARNINGS[warning])))}.`
}

function tidy(field: string, value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (field === 'name' || field === 'birthName') return normalizeName(value)
  const text = value.normalize('NFC').trim()
  return field === 'identityNumber' || field === 'oldIdentityNumber' ? text.replace(/[\s.\-–]/gu, '') : text
}
