/**
 * What of a person a file or a paper in clear shows only where it was chosen for it, as ticks; and the mark by which
 * print.css leaves a fact out of a printed page until its tick is set.
 */
import { Checkbox } from '@mantine/core'
import { GUARDED, type Guarded, type Include } from '../../shared/documents/guarded.ts'
import { INCLUDE_LABELS } from '../../shared/words/vi.ts'

/** The ticks. */
export function GuardedChoice({
  include,
  onChange,
}: {
  readonly include: Include
  readonly onChange: (include: Include) => void
}) {
  return GUARDED.map((name) => (
    <Checkbox
      key={name}
      label={INCLUDE_LABELS[name]}
      checked={include[name] === true}
      onChange={(event) => onChange({ ...include, [name]: event.currentTarget.checked })}
    />
  ))
}

/** Marks an element whose text says one of these, or several; null or none: nothing of them. */
export function guardedMark(names: Guarded | readonly Guarded[] | null): { readonly 'data-guarded'?: string } {
  const all = names === null ? [] : [names].flat()
  return all.length === 0 ? {} : { 'data-guarded': all.join(' ') }
}
