/**
 * Choosing the part of the house that is looked at.
 */
import type { PlaceChoice } from '../../../shared/contract/reports.ts'
import { ChoiceField } from '../../parts/pickers.tsx'
import { useAsked } from './reports-state.ts'

/** The field; not there where there is nothing to choose. */
export function PlaceField({ places }: { readonly places: readonly PlaceChoice[] }) {
  const { at, ask } = useAsked()
  if (places.length < 2) return null
  return (
    <ChoiceField
      label="Đơn vị"
      w={290}
      placeholder="Toàn đảng bộ"
      data={places.filter(({ kind }) => kind !== 'whole').map(({ id, name }) => ({ value: id, label: name }))}
      value={at}
      onChange={(value) => ask({ at: value })}
    />
  )
}
