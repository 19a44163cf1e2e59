/**
 * A unit or a whole office to choose: of ours, or below us.
 */
import type { SelectProps } from '@mantine/core'
import { useAsk } from '../queries.ts'
import { ChoiceField } from './pickers.tsx'

/** Of ours: our office and the units we keep. Below us: those units, the offices below and their units. */
export type Where = 'ours' | 'below'

/** The places there are, as choices. */
export function usePlaces(where: Where): readonly { readonly value: string; readonly label: string }[] {
  const office = useAsk('office.get', {}).data
  const units = useAsk('unit.list', {}).data?.units ?? []
  if (office === undefined) return []
  const { today } = office
  const below = office.peers.filter(({ peer, revoked }) => peer.relation === 'subordinate' && !revoked)
  const offices = new Map(below.map(({ id, peer }) => [id, peer.name]))
  const isOffice = new Set(below.flatMap(({ peer }) => peer.unit ?? []))
  const open = units.filter(({ id, unit }) => !isOffice.has(id) && (unit.to === undefined || unit.to >= today))
  const choices =
    where === 'ours'
      ? [
          { value: office.office, label: office.profile.name },
          ...open.filter(({ own }) => own).map(({ id, unit }) => ({ value: id, label: unit.name })),
        ]
      : [
          ...below.map(({ id, peer }) => ({ value: id, label: peer.name })),
          ...open
            .filter(({ own, keeper }) => own || offices.has(keeper))
            .map(({ id, unit, own, keeper }) => ({
              value: id,
              label: own ? unit.name : `${unit.name} – ${offices.get(keeper) ?? ''}`,
            })),
        ]
  return choices
}

/** The field. */
export function WhereField({
  where,
  ...props
}: Omit<SelectProps, 'data' | 'onChange' | 'value' | 'filter'> & {
  readonly where: Where
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}) {
  return <ChoiceField {...props} data={usePlaces(where)} />
}
