/**
 * Charts small enough to be our own: horizontal bars beside their numbers, and columns over the years. They repeat what the
 * table beside them says, so a screen reader passes them by.
 */
import type { ReactNode } from 'react'
import type { IdleClass } from '../../../shared/reports/coverage.ts'

/** A bar as long as its share of the longest. */
export function Bar({
  value,
  most,
  color = 'var(--mantine-color-dao-6)',
}: {
  readonly value: number
  readonly most: number
  readonly color?: string
}) {
  const width = most <= 0 ? 0 : Math.max(value > 0 ? 1 : 0, Math.round((value / most) * 100))
  return (
    <div
      aria-hidden
      style={{ background: 'var(--mantine-color-default-hover)', borderRadius: 2, height: 10, minWidth: 60 }}
    >
      <div style={{ background: color, width: `${width}%`, height: '100%', borderRadius: 2 }} />
    </div>
  )
}

/** Colours of the classes of coverage, from fresh to nothing on record. */
export const IDLE_COLORS: Readonly<Record<IdleClass, string>> = {
  fresh: 'var(--mantine-color-teal-6)',
  one: 'var(--mantine-color-yellow-5)',
  three: 'var(--mantine-color-orange-6)',
  five: 'var(--mantine-color-red-7)',
  never: 'var(--mantine-color-gray-6)',
}

/** Parts of a whole in one bar. */
export function Stacked({
  parts,
}: {
  readonly parts: readonly { readonly key: string; readonly value: number; readonly color: string }[]
}) {
  const total = parts.reduce((sum, { value }) => sum + value, 0)
  return (
    <div aria-hidden style={{ display: 'flex', height: 12, minWidth: 120, borderRadius: 2, overflow: 'hidden' }}>
      {parts
        .filter(({ value }) => value > 0)
        .map(({ key, value, color }) => (
          <div key={key} style={{ width: `${(value / Math.max(1, total)) * 100}%`, background: color }} />
        ))}
    </div>
  )
}

const HEIGHT = 150
const STEP = 56

/** A chart over the years: as wide as there are years, each named under its place. */
function YearChart({
  years,
  height,
  children,
}: {
  readonly years: readonly { readonly year: number }[]
  readonly height: number
  readonly children: ReactNode
}) {
  const [width, whole] = [years.length * STEP, height + 22]
  return (
    <svg
      aria-hidden
      width={width}
      height={whole}
      viewBox={`0 0 ${width} ${whole}`}
      style={{ maxWidth: '100%', fontSize: 12, fill: 'currentColor' }}
    >
      {children}
      {years.map(({ year }, n) => (
        <text key={year} x={n * STEP + STEP / 2} y={height + 16} textAnchor="middle">
          {year}
        </text>
      ))}
    </svg>
  )
}

/** Columns over the years, with the plan as a line above each where there is one. */
export function YearColumns({
  years,
}: {
  readonly years: readonly { readonly year: number; readonly value: number; readonly plan: number | null }[]
}) {
  const most = Math.max(1, ...years.map(({ value, plan }) => Math.max(value, plan ?? 0)))
  const yOf = (value: number) => HEIGHT - (value / most) * (HEIGHT - 30)
  return (
    <YearChart years={years} height={HEIGHT}>
      {years.map(({ year, value, plan }, n) => (
        <g key={year} transform={`translate(${n * STEP} 0)`}>
          <rect
            x={12}
            y={yOf(value)}
            width={STEP - 24}
            height={HEIGHT - yOf(value)}
            rx={2}
            fill="var(--mantine-color-dao-6)"
          />
          {plan !== null && (
            <line x1={6} x2={STEP - 6} y1={yOf(plan)} y2={yOf(plan)} stroke="currentColor" strokeDasharray="4 3" />
          )}
          <text x={STEP / 2} y={yOf(value) - 5} textAnchor="middle">
            {value}
          </text>
        </g>
      ))}
      <line x1={0} x2={years.length * STEP} y1={HEIGHT} y2={HEIGHT} stroke="currentColor" opacity={0.4} />
    </YearChart>
  )
}

const LINE_HEIGHT = 70

/** A line over the years, from nothing or from a floor up; a year of which nothing is known leaves a gap. */
export function YearLine({
  years,
  floor = 0,
}: {
  readonly years: readonly { readonly year: number; readonly value: number | null; readonly label: string }[]
  readonly floor?: number
}) {
  const values = years.flatMap(({ value }) => value ?? [])
  const [low, high] = [Math.min(floor, ...values), Math.max(floor + 1, ...values)]
  const at = (n: number, value: number) => ({
    x: n * STEP + STEP / 2,
    y: LINE_HEIGHT - ((value - low) / (high - low)) * (LINE_HEIGHT - 24) - 4,
  })
  const points = years.flatMap(({ value }, n) => (value === null ? [] : [{ n, ...at(n, value) }]))
  return (
    <YearChart years={years} height={LINE_HEIGHT}>
      {points.map(({ n, x, y }, place) => {
        const before = points[place - 1]
        return (
          <g key={n}>
            {before !== undefined && before.n === n - 1 && (
              <line x1={before.x} y1={before.y} x2={x} y2={y} stroke="var(--mantine-color-dao-6)" strokeWidth={2} />
            )}
            <circle cx={x} cy={y} r={3.5} fill="var(--mantine-color-dao-6)" />
            <text x={x} y={y - 8} textAnchor="middle">
              {years[n]?.label}
            </text>
          </g>
        )
      })}
    </YearChart>
  )
}
