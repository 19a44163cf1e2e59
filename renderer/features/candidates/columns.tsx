/**
 * The columns the list can show, in their order: what stands in each and how wide it is beside the others.
 */
import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { daysBetween } from '../../../shared/calendar/plain-date.ts'
import type { CaseRow } from '../../../shared/contract/answers.ts'
import {
  EDUCATIONS,
  labelOf,
  LIMITS,
  OCCUPATIONS,
  PROVISIONAL,
  SECTORS,
  SEXES,
  showDay,
  showNumber,
  SOURCES,
  STAGES,
} from '../../../shared/words/vi.ts'
import { relatedDay } from './related-day.ts'
import { named } from '../../rules-in-force.ts'

/** A column. `weight`: its share of the width. `isWide`: left out where the window is narrow or zoomed in. */
export type Column = {
  readonly id: string
  readonly label: string
  readonly weight: number
  readonly isWide?: boolean
  readonly cell: (row: CaseRow, today: string) => ReactNode
}

/** Every column besides the name, which is always shown. */
export const COLUMNS: readonly Column[] = [
  { id: 'birth', label: 'Ngày sinh', weight: 10, cell: ({ birth }) => day(birth) },
  { id: 'sex', label: 'Giới tính', weight: 8, isWide: true, cell: ({ sex }) => label(SEXES, sex) },
  { id: 'unit', label: 'Chi bộ', weight: 16, cell: ({ unitName }) => clamped(unitName) },
  { id: 'sector', label: 'Lĩnh vực', weight: 11, isWide: true, cell: ({ sector }) => label(SECTORS, sector) },
  { id: 'source', label: 'Nguồn giới thiệu', weight: 13, isWide: true, cell: ({ source }) => label(SOURCES, source) },
  {
    id: 'occupation',
    label: 'Nghề nghiệp',
    weight: 12,
    isWide: true,
    cell: (row) => label(OCCUPATIONS, row.occupation),
  },
  { id: 'education', label: 'Học vấn', weight: 11, isWide: true, cell: (row) => label(EDUCATIONS, row.education) },
  { id: 'stage', label: 'Giai đoạn', weight: 17, cell: ({ stage }) => named(STAGES[stage]) },
  {
    id: 'waiting',
    label: 'Số ngày ở giai đoạn',
    weight: 10,
    isWide: true,
    cell: (row, today) => (row.stageOn === null || row.ended ? '' : showNumber(daysBetween(row.stageOn, today))),
  },
  { id: 'helper', label: 'Người giúp đỡ', weight: 12, isWide: true, cell: ({ helper }) => clamped(helper) },
  { id: 'registeredOn', label: 'Vào danh sách', weight: 10, isWide: true, cell: (row) => day(row.registeredOn) },
  { id: 'due', label: 'Hạn gần nhất', weight: 13, isWide: true, cell: (row) => nearest(row) },
  {
    id: 'blocks',
    label: 'Số điểm phải xử lý',
    weight: 9,
    isWide: true,
    cell: ({ blocks }) => (blocks === null || blocks === 0 ? '' : showNumber(blocks)),
  },
  { id: 'day', label: 'Ngày liên quan', weight: 12, cell: (row) => related(row) },
]

/** Columns shown until a person chooses others. */
export const USUAL_COLUMNS: readonly string[] = ['birth', 'sex', 'unit', 'stage', 'helper', 'day']

function day(value: string | null): string {
  return value === null ? '' : showDay(value)
}

function label(labels: Readonly<Record<string, string>>, code: string | null): string {
  return code === null ? '' : labelOf(labels, code)
}

function clamped(value: string | null): ReactNode {
  return (
    <Text size="sm" lineClamp={2} title={value ?? ''} style={{ overflowWrap: 'anywhere' }}>
      {value}
    </Text>
  )
}

/** The time limit that ends first, with its name; a day that is only reckoned says so. */
function nearest({ due, dueLimit, dueProvisional }: CaseRow): ReactNode {
  return (
    due !== null && (
      <>
        {showDay(due)}
        {dueProvisional && (
          <Text span size="xs" c="dimmed" title={PROVISIONAL}>
            {' '}
            (tạm tính)
          </Text>
        )}
        <Text size="xs" c="dimmed" lh={1.2}>
          {label(LIMITS, dueLimit)}
        </Text>
      </>
    )
  )
}

function related(row: CaseRow): ReactNode {
  const found = relatedDay(row)
  return (
    found !== null && (
      <>
        {found.day}
        <Text size="xs" c="dimmed" lh={1.2}>
          {found.what}
        </Text>
      </>
    )
  )
}
