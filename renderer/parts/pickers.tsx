/**
 * Lists to choose from, found by typing with or without marks: any closed list, units of ours, members of the register.
 */
import { Select, type ComboboxItem, type SelectProps } from '@mantine/core'
import { useDeferredValue, useState } from 'react'
import { fold } from '../../shared/text/fold.ts'
import { UNIT_TYPES } from '../../shared/words/vi.ts'
import { useAsk } from '../queries.ts'

type Choice = Omit<SelectProps, 'data' | 'onChange' | 'value' | 'filter'> & {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

/** One of a list, by its label; typing finds it with or without marks. */
export function ChoiceField({ data, ...props }: Choice & { readonly data: readonly ComboboxItem[] }) {
  return (
    <Select
      searchable
      // A list that opens by itself would lie over the fields below it, as soon as a dialog is there.
      openOnFocus={false}
      clearable={props.required !== true}
      // Choosing what stands there already must not take it away.
      allowDeselect={false}
      // An empty list says so beneath the field; a box over the next field would be in the way.
      nothingFoundMessage={data.length === 0 ? undefined : 'Không tìm thấy'}
      limit={200}
      // What is chosen may be longer than its field.
      title={data.find(({ value }) => value === props.value)?.label}
      {...props}
      clearButtonProps={{ 'aria-label': `Bỏ chọn ${typeof props.label === 'string' ? props.label.toLowerCase() : ''}` }}
      data={[...data]}
      filter={({ options, search }) =>
        options.filter((option) => !('label' in option) || fold(option.label).includes(fold(search)))
      }
    />
  )
}

/** The labels of a closed list as choices. */
export function choicesOf(labels: Readonly<Record<string, string>>): readonly ComboboxItem[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}

/** A unit whose facts our office records, open on a day. */
export function UnitField({
  today,
  all = false,
  ...props
}: Choice & {
  readonly today: string
  /** Units of other offices and closed ones too. */
  readonly all?: boolean
}) {
  const units = useAsk('unit.list', {}).data?.units ?? []
  const data = units
    .filter(({ own, unit }) => all || (own && (unit.to === undefined || unit.to >= today)))
    .map(({ id, unit }) => ({ value: id, label: unit.name, type: UNIT_TYPES[unit.type] }))
  return <ChoiceField {...props} data={data} />
}

/** A member of the light register, with how many people that member helps now. */
export function MemberField(props: Choice) {
  const [search, setSearch] = useState('')
  const text = useDeferredValue(search)
  const members = useAsk('member.search', { text: text.slice(0, 200) }, { keepPrevious: true }).data?.members ?? []
  const data = members.map(({ id, member, helps }) => ({
    value: id,
    label: helps === 0 ? member.name : `${member.name} – đang giúp đỡ ${helps} người`,
  }))
  return (
    <ChoiceField
      {...props}
      data={data}
      nothingFoundMessage={search === '' ? undefined : 'Không tìm thấy'}
      onSearchChange={(typed) => setSearch(typed.split(' – ')[0] ?? '')}
    />
  )
}
