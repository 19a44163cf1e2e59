/**
 * Choosing a period: its kind, its year, which one of the year; or two days. A term of office begins on the day that the
 * office's settings name.
 */
import { Group, Select } from '@mantine/core'
import {
  isPartOfYear,
  partOfYear,
  partsOfYear,
  periodOf,
  yearOf,
  type PartKind,
  type Period,
  type PeriodKind,
} from '../../../shared/calendar/period.ts'
import { PERIOD_KINDS } from '../../../shared/words/vi.ts'
import { DateField } from '../../parts/fields.tsx'
import { useAsk } from '../../queries.ts'

/** The fields. @param today - the newest day there is */
export function PeriodField({
  period,
  today,
  onChange,
}: {
  readonly period: Period
  readonly today: string
  readonly onChange: (period: Period) => void
}) {
  const settings = useAsk('office.get', {}).data?.settings
  const termFrom = settings?.['documentTermFrom']
  const thisYear = yearOf(today)
  const year = yearOf(period.from)
  const kinds: readonly PeriodKind[] = [
    'month',
    'quarter',
    'half',
    'year',
    ...(typeof termFrom === 'string' ? (['term'] as const) : []),
    'any',
  ]
  const choose = (kind: PeriodKind) => {
    if (isPartOfYear(kind)) onChange(periodOf(kind, year, partOfYear(kind, period.to)))
    else if (kind === 'term' && typeof termFrom === 'string') onChange({ kind, from: termFrom, to: today })
    else onChange({ kind: 'any', from: period.from, to: period.to })
  }
  const { kind } = period
  return (
    <Group gap="sm" align="flex-end">
      <Select
        label="Kỳ báo cáo"
        w={170}
        allowDeselect={false}
        data={kinds.map((value) => ({ value, label: PERIOD_KINDS[value] }))}
        value={kind}
        onChange={(value) => {
          const chosen = kinds.find((each) => each === value)
          if (chosen !== undefined) choose(chosen)
        }}
      />
      {isPartOfYear(kind) && partsOfYear(kind) > 1 && (
        <Select
          label={PERIOD_KINDS[kind]}
          w={110}
          allowDeselect={false}
          data={Array.from({ length: partsOfYear(kind) }, (_, n) => ({
            value: String(n + 1),
            label: partName(kind, n + 1),
          }))}
          value={String(partOfYear(kind, period.to))}
          onChange={(value) => value !== null && onChange(periodOf(kind, year, Number(value)))}
        />
      )}
      {isPartOfYear(kind) && (
        <Select
          label="Năm"
          w={100}
          allowDeselect={false}
          data={Array.from({ length: 12 }, (_, n) => String(thisYear - n))}
          value={String(year)}
          onChange={(value) => value !== null && onChange(periodOf(kind, Number(value), partOfYear(kind, period.to)))}
        />
      )}
      {kind === 'any' && (
        <>
          <DateField
            label="Từ ngày"
            w={140}
            value={period.from}
            onChange={(from) => from !== '' && from <= period.to && onChange({ kind, from, to: period.to })}
          />
          <DateField
            label="Đến ngày"
            w={140}
            value={period.to}
            onChange={(to) => to !== '' && period.from <= to && onChange({ kind, from: period.from, to })}
          />
        </>
      )}
    </Group>
  )
}

function partName(kind: PartKind, n: number): string {
  if (kind === 'quarter') return ['I', 'II', 'III', 'IV'][n - 1] ?? String(n)
  return kind === 'half' ? (n === 1 ? 'Đầu năm' : 'Cuối năm') : String(n)
}
