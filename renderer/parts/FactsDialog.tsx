/**
 * A form told by its fields: for things of a few plain facts, so that each looks and behaves like every other. What it
 * records is named by path, as the port names it.
 */
import { Autocomplete, Checkbox, SimpleGrid } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ScanRef } from '../../shared/model/acts.ts'
import { announce } from './announce.tsx'
import { AreaField, CountField, DateField, TextField } from './fields.tsx'
import { ChoiceField } from './pickers.tsx'
import { useRecording, type Recorded, type Recording } from './recording.ts'
import { RecordingDialog } from './RecordingDialog.tsx'
import { useRights } from './rights.ts'
import { ScansField } from './ScansField.tsx'
import { inputOf } from './values.ts'
import { WhereField, type Where } from './WhereField.tsx'

type Common = {
  readonly path: string
  readonly label: string
  readonly required?: boolean
  readonly description?: string
  /** Not there while this says so. */
  readonly only?: (values: FactValues) => boolean
}

/** One field. Days, numbers and choices stand two in a row. */
export type FactField = Common &
  (
    | { readonly kind: 'line' | 'short' | 'text' | 'day' | 'count' | 'tick' }
    | { readonly kind: 'choice'; readonly data: readonly { readonly value: string; readonly label: string }[] }
    | { readonly kind: 'suggest'; readonly data: readonly string[] }
    | { readonly kind: 'place'; readonly where: Where }
  )

/** What such a form holds: texts, ticks, and the scans. */
export type FactValues = Readonly<Record<string, string | boolean | readonly ScanRef[]>>

/** The dialog. */
export function FactsDialog<Answer extends Recorded = Recorded>({
  title,
  command,
  submitLabel,
  fields,
  initial = {},
  fixed = {},
  withScans = false,
  draft,
  note,
  said,
  onDone,
  onClose,
}: {
  readonly title: string
  readonly command: string
  readonly submitLabel: string
  readonly fields: readonly FactField[]
  readonly initial?: FactValues
  /** What the call carries besides the fields. */
  readonly fixed?: Readonly<Record<string, unknown>>
  readonly withScans?: boolean
  /** Page of the draft. */
  readonly draft: string
  readonly note?: ReactNode
  /** What is announced; `text` gives what stands in a field. */
  readonly said: (text: (path: string) => string, answer: Answer) => string
  readonly onDone?: (answer: Answer) => void
  readonly onClose: () => void
}) {
  const mayCall = useRights()
  const shown = (values: FactValues) => fields.filter(({ only }) => only === undefined || only(values))
  const recording = useRecording<FactValues, Answer>({
    command,
    draft,
    initial: {
      ...Object.fromEntries(fields.map(({ path, kind }) => [path, kind === 'tick' ? false : ''])),
      ...(withScans ? { scans: [] } : {}),
      ...initial,
    },
    toInput: (values) => {
      const paths = new Set([...shown(values).map(({ path }) => path), 'scans'])
      const given = Object.fromEntries(Object.entries(values).filter(([path]) => paths.has(path)))
      return { ...inputOf(given, countsIn(fields)), ...fixed }
    },
    onDone: (answer, values) => {
      const [entry, ...more] = answer.entries
      const text = (path: string) => {
        const value = values[path]
        return typeof value === 'string' ? value.trim() : ''
      }
      announce(said(text, answer), more.length === 0 && mayCall('entry.retract') ? entry : undefined)
      onClose()
      onDone?.(answer)
    },
  })
  const { values, patch } = recording
  const { scans } = values
  return (
    <RecordingDialog title={title} recording={recording} submitLabel={submitLabel} onClose={onClose}>
      {note}
      {rowsOf(shown(values)).map((row, place) => {
        const made = row.map((field, column) => (
          <Field key={field.path} field={field} recording={recording} isFirst={place === 0 && column === 0} />
        ))
        return row.length === 1 ? (
          made
        ) : (
          <SimpleGrid key={row[0]?.path} cols={{ base: 1, xs: 2 }} spacing="sm">
            {made}
          </SimpleGrid>
        )
      })}
      {withScans && Array.isArray(scans) && <ScansField scans={scans} onChange={(next) => patch({ scans: next })} />}
    </RecordingDialog>
  )
}

function Field({
  field,
  recording: { bind, bindChoice, bindTick },
  isFirst,
}: {
  readonly field: FactField
  readonly recording: Recording<FactValues>
  readonly isFirst: boolean
}) {
  const { path, label, required = false, description } = field
  const common = {
    label,
    required,
    ...(description === undefined ? {} : { description }),
    ...(isFirst ? { 'data-autofocus': true } : {}),
  }
  switch (field.kind) {
    case 'line':
    case 'short':
      return <TextField {...common} {...bind(path)} />
    case 'text':
      return <AreaField {...common} {...bind(path)} />
    case 'day':
      return <DateField {...common} {...bind(path)} />
    case 'count':
      return <CountField {...common} {...bind(path)} />
    case 'choice':
      return <ChoiceField {...common} data={field.data} {...bindChoice(path)} />
    case 'suggest':
      return <Autocomplete {...common} data={[...field.data]} {...bind(path)} />
    case 'place':
      return <WhereField {...common} where={field.where} {...bindChoice(path)} />
    case 'tick':
      return <Checkbox {...common} {...bindTick(path)} />
  }
}

const PAIRED: ReadonlySet<FactField['kind']> = new Set(['short', 'day', 'count', 'choice', 'suggest'])

/** Fields in rows: two short ones beside each other. */
function rowsOf(fields: readonly FactField[]): readonly (readonly FactField[])[] {
  const rows: FactField[][] = []
  for (const field of fields) {
    const last = rows.at(-1)
    const isPair = last?.length === 1 && PAIRED.has(field.kind) && last.every(({ kind }) => PAIRED.has(kind))
    if (isPair) last.push(field)
    else rows.push([field])
  }
  return rows
}

function countsIn(fields: readonly FactField[]): readonly string[] {
  return fields.filter(({ kind }) => kind === 'count').map(({ path }) => path)
}
