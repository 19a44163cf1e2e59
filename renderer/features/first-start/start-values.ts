/**
 * What the first start asks for, what is wrong with it step by step, and what it becomes at the port. One place for all
 * steps, so that going back loses nothing.
 */
import type { OfficeProfile } from '../../../shared/model/office.ts'
import type { Capacity } from '../../../shared/model/codes.ts'
import type { Refusal } from '../../../shared/contract/refusals.ts'
import { fold } from '../../../shared/text/fold.ts'
import { nameProblem } from '../../../shared/text/names.ts'
import { NAME_PROBLEMS, problemText, refusalSentence, upper } from '../../../shared/words/vi.ts'
import { passphraseErrors } from '../../parts/PassphrasePair.tsx'

/** Everything typed at the first start. */
export type StartValues = {
  readonly capacities: readonly Capacity[]
  readonly from: string
  readonly name: string
  readonly code: string
  readonly place: string
  readonly superiorName: string
  readonly decidingBody: string
  readonly userName: string
  readonly post: string
  readonly login: string
  readonly passphrase: string
  readonly again: string
  /** A rule set's id, or '' for the one in force on the day of each act. */
  readonly ruleSet: string
}

/** What is wrong, by the name of the value. */
export type StartErrors = { readonly [Name in keyof StartValues]?: string }

/** A first start before anything is typed. @param today - YYYY-MM-DD */
export function emptyStart(today: string): StartValues {
  return {
    capacities: [],
    from: `${today.slice(0, 4)}-01-01`,
    name: '',
    code: '',
    place: '',
    superiorName: '',
    decidingBody: '',
    userName: '',
    post: '',
    login: '',
    passphrase: '',
    again: '',
    ruleSet: '',
  }
}

/** What is wrong with the step about the office. */
export function officeErrors(values: StartValues): StartErrors {
  return {
    ...(values.capacities.length === 0 ? { capacities: 'Chọn ít nhất một việc' } : {}),
    ...(values.from === '' ? { from: 'Chưa nhập' } : {}),
    ...(values.name.trim() === '' ? { name: 'Chưa nhập' } : {}),
    ...(/^[a-z0-9-]{1,24}$/.test(values.code) ? {} : { code: upper(problemText('office code')) }),
  }
}

/** What is wrong with the step about the first user. */
export function userErrors(values: StartValues): StartErrors {
  const wrongName = nameProblem(values.userName)
  return {
    ...(wrongName === null ? {} : { userName: upper(NAME_PROBLEMS[wrongName]) }),
    ...(values.post.trim() === '' ? { post: 'Chưa nhập' } : {}),
    ...(values.login.trim() === '' ? { login: 'Chưa nhập' } : {}),
    ...passphraseErrors(values),
  }
}

/** The input of `office.setUp`. */
export function startInput(values: StartValues) {
  const given = (text: string) => text.normalize('NFC').trim()
  const optional = (key: 'place' | 'superiorName' | 'decidingBody' | 'ruleSet') =>
    given(values[key]) === '' ? {} : { [key]: given(values[key]) }
  const profile: OfficeProfile = {
    name: given(values.name),
    code: values.code,
    capacities: values.capacities.map((capacity) => ({ capacity, from: values.from })),
    ...optional('place'),
    ...optional('superiorName'),
    ...optional('decidingBody'),
    ...optional('ruleSet'),
  }
  const user = { login: given(values.login), name: given(values.userName), post: given(values.post) }
  return { profile, user, passphrase: values.passphrase }
}

const USER_FIELDS: ReadonlySet<string> = new Set(['userName', 'post', 'login', 'passphrase', 'again'])

/** Which fields a refusal is about, and the step that shows them; null where it is about none. */
export function refusedFields(refusal: Refusal): { readonly step: number; readonly errors: StartErrors } | null {
  const errors: Record<string, string> = {}
  if (refusal.code === 'INVALID_INPUT')
    for (const { path, problem } of refusal.data.problems) {
      const [holder, field = ''] = path.split('.')
      errors[holder === 'user' && field === 'name' ? 'userName' : field === '' ? path : field] = upper(
        problemText(problem),
      )
    }
  if (refusal.code.startsWith('PASSPHRASE_')) errors['passphrase'] = refusalSentence(refusal)
  if (refusal.code === 'VAULT_LOGIN_BAD') errors['login'] = refusalSentence(refusal)
  const fields = Object.keys(errors)
  if (fields.length === 0) return null
  return { step: fields.every((field) => USER_FIELDS.has(field)) ? 1 : fields.includes('ruleSet') ? 2 : 0, errors }
}

/** Words that every office begins with, and that a short code can do without. */
const COMMON = /^(dang uy|dang bo|chi bo|ban to chuc|huyen uy|thi uy|thanh uy|trung tam chinh tri)( |$)/

/** A short code from a name: 'Đảng ủy xã Bình Minh' gives 'xa-binh-minh'. */
export function codeFor(name: string): string {
  const words = fold(name)
  const rest = words.replace(COMMON, '').trim()
  const code = (rest === '' ? words : rest).replace(/[^a-z0-9]+/g, '-')
  return code.length <= 24
    ? code
    : code
        .slice(0, 25)
        .replace(/-[^-]*$/, '')
        .slice(0, 24)
}

/** A login from a name: its last word. */
export function loginFor(name: string): string {
  return fold(name).split(' ').at(-1) ?? ''
}
