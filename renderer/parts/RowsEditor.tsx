/**
 * Rows of a form that people add, fill and take away: relatives, times of life, courses. Every field is reached by Tab,
 * and what is wrong with one is said beside it.
 */
import { ActionIcon, Button, Checkbox, Fieldset, Group, Paper, SimpleGrid, Stack, Text, Tooltip } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { CountField, DateField, TextField } from './fields.tsx'
import { ChoiceField, choicesOf } from './pickers.tsx'

/** A row while it is being typed: texts and flags by the name of their field, and a key that stays with it. */
export type EditedRow = { readonly key: string } & Readonly<Record<string, string | boolean>>

/** A field of every row. */
export type RowField = {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'count' | 'day' | 'partialDay' | 'choice' | 'tick'
  readonly required?: boolean
  readonly choices?: Readonly<Record<string, string>>
}

/** Rows of one kind. */
export function RowsEditor({
  path,
  legend,
  rowName,
  addLabel,
  fields,
  rows,
  errors,
  onChange,
}: {
  /** Where the port expects the rows. */
  readonly path: string
  readonly legend: string
  /** What one row is called: 'Người thân'. */
  readonly rowName: string
  readonly addLabel: string
  readonly fields: readonly RowField[]
  readonly rows: readonly EditedRow[]
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (rows: readonly EditedRow[]) => void
}) {
  return (
    <Fieldset legend={legend}>
      <Stack gap="xs">
        {rows.length === 0 && (
          <Text size="sm" c="dimmed">
            Chưa ghi dòng nào.
          </Text>
        )}
        {rows.map((row, place) => (
          <Paper
            key={row.key}
            withBorder
            p="xs"
            role="group"
            aria-label={`${rowName} ${place + 1}`}
            bg="var(--mantine-color-default-hover)"
          >
            <Group align="flex-start" wrap="nowrap" gap="xs">
              <SimpleGrid
                cols={{ base: 1, xs: 2, md: Math.min(4, fields.length) }}
                spacing="xs"
                verticalSpacing={6}
                style={{ flex: 1 }}
              >
                {fields.map((field) => (
                  <RowValue
                    key={field.name}
                    field={field}
                    path={`${path}.${place}.${field.name}`}
                    value={row[field.name] ?? ''}
                    error={errors[`${path}.${place}.${field.name}`]}
                    onChange={(value) =>
                      onChange(rows.map((other) => (other === row ? { ...row, [field.name]: value } : other)))
                    }
                  />
                ))}
              </SimpleGrid>
              <Tooltip label={`Bỏ ${rowName.toLowerCase()} ${place + 1}`}>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Bỏ ${rowName.toLowerCase()} ${place + 1}`}
                  onClick={() => onChange(rows.filter((other) => other !== row))}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </Group>
          </Paper>
        ))}
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => onChange([...rows, { key: crypto.randomUUID() }])}
          >
            {addLabel}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  )
}

function RowValue({
  field,
  path,
  value,
  error,
  onChange,
}: {
  readonly field: RowField
  readonly path: string
  readonly value: string | boolean
  readonly error: string | undefined
  readonly onChange: (value: string | boolean) => void
}) {
  const { label, kind, required = false, choices = {} } = field
  const text = { label, required, 'data-path': path, error, value: value === true ? '' : String(value || ''), onChange }
  switch (kind) {
    case 'tick':
      return (
        <Checkbox
          label={label}
          data-path={path}
          checked={value === true}
          mt={4}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )
    case 'choice':
      return (
        <ChoiceField
          {...text}
          value={text.value === '' ? null : text.value}
          onChange={(chosen) => onChange(chosen ?? '')}
          data={choicesOf(choices)}
        />
      )
    case 'count':
      return <CountField {...text} />
    case 'day':
    case 'partialDay':
      return <DateField {...text} partial={kind === 'partialDay'} />
    case 'text':
      return <TextField {...text} />
  }
}
