/**
 * The facts of a document as fields: first those nobody has recorded, and those of a draft, then, folded away, those that
 * are proposed or come from the record and may be put otherwise on this paper.
 */
import { Accordion, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { LINE_FACTS, type FactCode, type Facts } from '../../shared/documents/codes.ts'
import type { Field } from '../../shared/documents/form.ts'
import { DOCUMENT_FACTS } from '../../shared/words/vi.ts'
import { AreaField, DateField, TextField } from './fields.tsx'

const DATES: ReadonlySet<FactCode> = new Set(['birth', 'branchDate', 'committeeDate', 'answerBy'])

/** The fields of a document. `typed` is what the person has put in. */
export function DocumentFields({
  fields,
  typed,
  onType,
}: {
  readonly fields: readonly Field[]
  readonly typed: Facts
  readonly onType: (code: FactCode, value: string) => void
}) {
  // A field stays where it was when the dialog opened: nothing moves under the cursor.
  const [asked] = useState(
    () => new Set(fields.filter((field) => isOpen(field) || typed[field.code] !== undefined).map(({ code }) => code)),
  )
  const first = fields.filter(({ code }) => asked.has(code))
  const rest = fields.filter(({ code }) => !asked.has(code))
  const show = (field: Field) => (
    <FactField
      key={field.code}
      field={field}
      value={typed[field.code] ?? field.value}
      onType={(value) => onType(field.code, value)}
    />
  )
  return (
    <Stack gap="sm">
      {first.length > 0 && (
        <Text size="sm" fw={600}>
          Cần nhập cho văn bản này
        </Text>
      )}
      {first.map(show)}
      <Accordion variant="contained" chevronPosition="left">
        <Accordion.Item value="rest">
          <Accordion.Control>
            <Text size="sm">Nội dung đã có, sửa nếu cần</Text>
          </Accordion.Control>
          <Accordion.Panel>
            <Stack gap="sm">{rest.map(show)}</Stack>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  )
}

/** What is only drafted has to be read by a person, so it stands open too. */
const DRAFTED: ReadonlySet<FactCode> = new Set<FactCode>([
  'reportResults',
  'reportLimits',
  'reportCauses',
  'reportPlans',
])

function isOpen({ code, from, needed }: Field): boolean {
  return (from === 'none' && needed) || DRAFTED.has(code)
}

function FactField({
  field,
  value,
  onType,
}: {
  readonly field: Field
  readonly value: string
  readonly onType: (value: string) => void
}) {
  const props = { label: DOCUMENT_FACTS[field.code], required: field.needed, value, onChange: onType }
  if (DATES.has(field.code)) return <DateField {...props} partial={field.code === 'birth'} />
  return LINE_FACTS.has(field.code) ? <AreaField {...props} /> : <TextField {...props} />
}
