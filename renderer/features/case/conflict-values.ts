/**
 * A version of a conflict as people read it: codes as their names, days as days, units by name.
 */
import { trusted } from '../../../shared/base/trust.ts'
import type { UnitRow } from '../../../shared/contract/answers.ts'
import { Profile } from '../../../shared/model/profile.ts'
import { Resume } from '../../../shared/model/resume.ts'
import { profileText, showDay, showNumber } from '../../../shared/words/vi.ts'

const FLAGS: Readonly<Record<string, string>> = { true: 'có', false: 'không' }

/**
 * What a version says.
 * @param value - as a conflict holds it: text as it is, anything else as JSON
 */
export function showVersion(field: string, value: string, units: readonly UnitRow[]): string {
  if (value === '') return 'để trống'
  if (field === 'unit') return units.find(({ id }) => id === value)?.unit.name ?? 'một đơn vị khác'
  if (field === 'resume') return resumeVersion(value)
  if (Object.hasOwn(FLAGS, value)) return FLAGS[value] ?? ''
  const known = Profile.keyof().safeParse(field)
  if (!known.success) return showDay(value)
  return profileText(known.data, trusted<Profile[typeof known.data]>(structured(value)))
}

function structured(value: string): unknown {
  return value.startsWith('{') || value.startsWith('[') ? JSON.parse(value) : value
}

function resumeVersion(value: string): string {
  const { onPaper: _onPaper, ...held } = trusted<Record<string, unknown>>(structured(value))
  const { data } = Resume.safeParse(held)
  if (data === undefined) return 'lý lịch khai lần khác'
  const names = data.relatives.map(({ name }) => name).join(', ')
  return `lý lịch khai ngày ${showDay(data.date)}, ${showNumber(data.relatives.length)} người thân, ${showNumber(data.periods.length)} thời gian${names === '' ? '' : `: ${names}`}`
}
