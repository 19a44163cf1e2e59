/**
 * What is odd about a decision before it is recorded: its number beside those of the register (C38), and the body, where
 * the rules of the day name another (C18). Said and never in the way: what was signed is recorded as it stands.
 */
import { Alert, Checkbox, Stack } from '@mantine/core'
import type { Register } from '../../shared/contract/meetings.ts'
import { fullNumber, nextNumber, numberWarnings, type UsedNumber } from '../../shared/documents/number.ts'
import { otherBody } from '../../shared/rules/deciding-body.ts'
import { fold } from '../../shared/text/fold.ts'
import { numberWarningSentence } from '../../shared/words/vi.ts'
import { useAsk } from '../queries.ts'
import { rulesOn } from '../rules-in-force.ts'

/** Numbers of a body in the term of office, as doubts are reckoned by. */
export function usedNumbers(register: Register | undefined, body: string): readonly UsedNumber[] {
  if (register === undefined) return []
  const wanted = fold(body)
  const { rows, since } = register
  return rows
    .filter((row) => fold(row.body) === wanted && (since === null || row.date >= since))
    .map((row) => ({ number: row.number, date: row.date, cases: [row.case], type: 'QĐ' }))
}

/** The next number of decisions of a body; '' where it has none yet that could be gone on from. */
export function nextDecision(used: readonly UsedNumber[]): string {
  return used.some(({ number }) => /-\s*QĐ\//iu.test(number)) ? nextNumber(used, 'QĐ', '') : ''
}

/** The doubts about one decision as it is typed. @param isDelegated - the unit's path leaves it to the level below */
export function NumberDoubts({
  caseId,
  number,
  date,
  body,
  isDelegated,
}: {
  readonly caseId: string
  readonly number: string
  readonly date: string
  readonly body: string
  readonly isDelegated: boolean
}) {
  const office = useAsk('office.get', {}).data
  const register = useAsk('decision.register', {}).data
  const used = usedNumbers(register, body)
  const doubts =
    number.trim() === '' || date === ''
      ? []
      : numberWarnings(fullNumber(number.trim(), nextDecision(used) || number.trim()), date, used, [caseId], 'QĐ')
  const other =
    body.trim() === '' || date === '' || office === undefined
      ? null
      : otherBody(body, office.profile.decidingBody, rulesOn(date), isDelegated)
  // Its place is kept: what is said on leaving a field must not move the button from under the mouse.
  return (
    <Stack gap="xs" mih={46}>
      {doubts.map((doubt) => (
        <Alert key={doubt.code} color="yellow" role="status">
          {numberWarningSentence(doubt)}
        </Alert>
      ))}
      {other !== null && (
        <Alert color="orange" role="status">
          Theo bộ quy định của ngày này, cơ quan ra quyết định là {other.name} (căn cứ: {other.article}). Quyết định đã
          ký vẫn ghi được, và hồ sơ sẽ hiện điểm phải xử lý.
        </Alert>
      )}
    </Stack>
  )
}

/** Shown once a number was refused: the paper does bear it. */
export function NumberAgain({
  isShown,
  checked,
  onChange,
}: {
  readonly isShown: boolean
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  if (!isShown) return null
  return (
    <Checkbox
      label="Văn bản ghi trùng số"
      description="Chỉ đánh dấu khi quyết định đã ký đúng là mang số này; sổ quyết định hiện cả hai."
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
