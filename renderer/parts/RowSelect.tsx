/**
 * A choice in a row of many: a list of the system, which costs nothing while it is shut. A hundred of Mantine's own, one in
 * every row of a form, keep a person waiting for the form, and for each letter typed beside them.
 */
import { NativeSelect } from '@mantine/core'

/** The choice. @param data - in the order offered; an empty value stands for nothing chosen */
export function RowSelect({
  data,
  onChange,
  ...shown
}: {
  readonly data: readonly { readonly value: string; readonly label: string }[]
  readonly value: string
  readonly onChange: (value: string) => void
  readonly label?: string
  readonly 'aria-label'?: string
  readonly size?: string
}) {
  return <NativeSelect {...shown} data={[...data]} onChange={(event) => onChange(event.currentTarget.value)} />
}
