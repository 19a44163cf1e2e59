/**
 * Choosing a period: its kind, its year, which one of the year; or two days. A term of office begins on the day that the
 * office's settings name.
 */
import { Group, Select } from '@mantine/core'
import { periodOf, type Period, type PeriodKind } from '../../../shared/calendar/period.ts'
import { PERIOD_KINDS } from '../../../shared/words/vi.ts'
import { DateField } from '../../parts/fields.tsx'
import { useAsk } from '../../queries.ts'

const PARTS = { month: 12, quarter: 4, half: 2, year: 1 } as const
type Whole = keyof typeof PARTS

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
  const thisYear = Number(today.slice(0, 4))
  const year = Number(period.from.slice(0, 4))
  const kinds: readonly PeriodKind[] = [
    'month',
    'quarter',
    'half',
    'year',
    ...(typeof termFrom === 'string' ? (['term'] as const) : []),
    'any',
  ]
  const choose = (kind: PeriodKind) => {
    if (isWhole(kind)) onChange(periodOf(kind, year, placeOf(kind, period.to)))
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
      {isWhole(kind) && PARTS[kind] > 1 && (
        <Select
          label={PERIOD_KINDS[kind]}
          w={110}
          allowDeselect={false}
          data={Array.from({ length: PARTS[kind] }, (_, n) => ({ value: String(n + 1), label: partName(kind, n + 1) }))}
          value={String(placeOf(kind, period.to))}
          onChange={(value) => value !== null && onChange(periodOf(kind, year, Number(value)))}
        />
      )}
      {isWhole(kind) && (
        <Select
          label="Năm"
          w={100}
          allowDeselect={false}
          data={Array.from({ length: 12 }, (_, n) => String(thisYear - n))}
          value={String(year)}
          onChange={(value) => value !== null && onChange(periodOf(kind, Number(value), placeOf(kind, period.to)))}
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

function isWhole(kind: PeriodKind): kind is Whole {
  return kind in PARTS
}

/** Which part of its year a day is in. */
function placeOf(kind: Whole, day: string): number {
  return Math.ceil((Number(day.slice(5, 7)) * PARTS[kind]) / 12)
}

function partName(kind: Whole, n: number): string {
  if (kind === 'quarter') return ['I', 'II', 'III', 'IV'][n - 1] ?? String(n)
  return kind === 'half' ? (n === 1 ? 'Đầu năm' : 'Cuối năm') : String(n)
}
