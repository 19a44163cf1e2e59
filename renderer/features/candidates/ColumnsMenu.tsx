/**
 * Which columns the list shows: kept for the user in the store, so that the next day begins with them.
 */
import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { COLUMNS, USUAL_COLUMNS } from './columns.tsx'

/** The button and its list of columns. */
export function ColumnsMenu({
  shown,
  onChange,
}: {
  readonly shown: readonly string[]
  readonly onChange: (shown: readonly string[]) => void
}) {
  return (
    <Popover position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} aria-hidden />}>
          Cột
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Các cột của danh sách">
        <Stack gap={6}>
          {COLUMNS.map(({ id, label }) => (
            <Checkbox
              key={id}
              size="sm"
              label={label}
              checked={shown.includes(id)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? [...shown, id] : shown.filter((other) => other !== id))
              }
            />
          ))}
          <Button size="compact-sm" variant="subtle" onClick={() => onChange(USUAL_COLUMNS)}>
            Về các cột thường dùng
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
