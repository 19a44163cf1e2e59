/**
 * Several places ticked in one list, which scrolls where it is long.
 */
import { Checkbox, ScrollArea, Stack } from '@mantine/core'

/** The list. `places`: what may be ticked, by id; `chosen`: the ids that are. */
export function PlaceChecks({
  places,
  chosen,
  onChange,
}: {
  readonly places: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}) {
  return (
    <ScrollArea.Autosize mah={260} type="auto">
      <Stack gap={6}>
        {places.map(({ value, label }) => (
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
    </ScrollArea.Autosize>
  )
}
