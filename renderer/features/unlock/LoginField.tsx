/**
 * Who unlocks, where several people may.
 */
import { Select } from '@mantine/core'

/** A choice of logins. */
export function LoginField({
  logins,
  value,
  onChange,
}: {
  readonly logins: readonly string[]
  readonly value: string | null
  readonly onChange: (login: string | null) => void
}) {
  return <Select label="Người dùng" data={[...logins]} value={value} onChange={onChange} allowDeselect={false} />
}
