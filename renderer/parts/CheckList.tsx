/**
 * Several things ticked in one list, which scrolls where it is long.
 */
import { Checkbox, Stack } from '@mantine/core'
import { Scrolled } from './Scrolled.tsx'

/** The list. `choices`: what may be ticked, by id; `chosen`: the ids that are. */
export function CheckList({
  choices,
  chosen,
  onChange,
}: {
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}) {
  return (
    <Scrolled mah={260}>
      <Stack gap={6}>
        {choices.map(({ value, label }) => (
          <Checkbox
            key={value}
            label={label}
            checked={chosen.includes(value)}
            onChange={(event) =>
              onChange(event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
        ))}
      </Stack>
    </Scrolled>
  )
}
