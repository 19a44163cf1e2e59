/**
 * The fields that ask for one rule value, by what kind of thing it is.
 */
import { MultiSelect, Radio, Select, SimpleGrid, Group } from '@mantine/core'
import type { ValueShape } from '../../../shared/rules/value-shape.ts'
import { DURATION_UNITS, showRuleValue } from '../../../shared/words/vi.ts'
import { CountField, DateField, TextField } from '../../parts/fields.tsx'
import { choicesOf } from '../../parts/pickers.tsx'
import { itemsIn, type ValueTexts } from './value-input.ts'

/** The fields of a value. */
export function ValueFields({
  address,
  shape,
  texts,
  patch,
}: {
  readonly address: string
  readonly shape: ValueShape
  readonly texts: ValueTexts
  readonly patch: (change: Partial<ValueTexts>) => void
}) {
  const label = 'Giá trị mới'
  const words = (code: string) => ({ value: code, label: showRuleValue(address, code) })
  switch (shape.kind) {
    case 'number':
      return (
        <CountField label={label} required value={texts.value} onChange={(value) => patch({ value })} data-autofocus />
      )
    case 'day':
      return <DateField label={label} value={texts.value} onChange={(value) => patch({ value })} data-autofocus />
    case 'boolean':
      return (
        <YesNo
          label={label}
          value={texts.value}
          onChange={(value) => patch({ value })}
          yes="Có kiểm tra"
          no="Không kiểm tra"
        />
      )
    case 'duration':
      return (
        <SimpleGrid cols={2} spacing="sm">
          <CountField
            label="Thời gian"
            required
            value={texts.amount}
            onChange={(amount) => patch({ amount })}
            data-autofocus
          />
          <Select
            label="Đơn vị tính"
            allowDeselect={false}
            data={[...choicesOf(DURATION_UNITS)]}
            value={texts.unit}
            onChange={(unit) => patch({ unit: unit ?? texts.unit })}
          />
        </SimpleGrid>
      )
    case 'validity':
      return (
        <CountField
          label="Số tháng có giá trị, tính đến ngày chi bộ họp"
          required
          value={texts.amount}
          onChange={(amount) => patch({ amount })}
          data-autofocus
        />
      )
    case 'share':
      return (
        <>
          <SimpleGrid cols={2} spacing="sm">
            <CountField
              label="Tử số"
              required
              value={texts.numerator}
              onChange={(numerator) => patch({ numerator })}
              data-autofocus
            />
            <CountField
              label="Mẫu số"
              required
              value={texts.denominator}
              onChange={(denominator) => patch({ denominator })}
            />
          </SimpleGrid>
          <YesNo
            label="Cách tính"
            value={texts.strict}
            onChange={(strict) => patch({ strict })}
            yes="Phải trên tỷ lệ này"
            no="Đúng bằng tỷ lệ này cũng đạt"
          />
        </>
      )
    case 'choice':
      return (
        <Select
          label={label}
          searchable
          allowDeselect={false}
          data={shape.options.map(words)}
          value={texts.value}
          onChange={(value) => patch({ value: value ?? texts.value })}
          data-autofocus
        />
      )
    case 'list':
      return (
        <MultiSelect
          label={label}
          description="Theo thứ tự được chọn."
          data={shape.options.map(words)}
          value={[...itemsIn(texts.value)]}
          onChange={(items) => patch({ value: JSON.stringify(items) })}
          data-autofocus
        />
      )
    case 'codes':
      return (
        <TextField
          label="Mã giấy tờ, cách nhau bằng dấu phẩy"
          required
          value={itemsIn(texts.value).join(', ')}
          onChange={(value) => patch({ value: JSON.stringify(value.split(/[;,\s]+/).filter(Boolean)) })}
          data-autofocus
        />
      )
    case 'numbers':
    case 'text':
      return (
        <TextField label={label} required value={texts.value} onChange={(value) => patch({ value })} data-autofocus />
      )
  }
}

function YesNo({
  label,
  value,
  onChange,
  yes,
  no,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly yes: string
  readonly no: string
}) {
  return (
    <Radio.Group label={label} value={value} onChange={onChange}>
      <Group mt={6} gap="lg">
        <Radio value="true" label={yes} />
        <Radio value="false" label={no} />
      </Group>
    </Radio.Group>
  )
}
