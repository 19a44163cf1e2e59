/**
 * The year that ratings and measures are of, as a field; and its view.
 */
import { Select } from '@mantine/core'
import { useState } from 'react'
import { useAsk } from '../../queries.ts'

/** The year chosen and what the port says of it. In the first two months the year before is proposed. */
export function useEmulation() {
  const today = useAsk('office.get', {}).data?.today ?? ''
  const thisYear = Number(today.slice(0, 4))
  const proposed = today.slice(5, 7) <= '02' ? thisYear - 1 : thisYear
  const [chosen, choose] = useState<number | null>(null)
  const year = chosen ?? proposed
  const asked = useAsk('emulation.get', { year }, { enabled: year > 0, keepPrevious: true })
  return { ...asked, year, thisYear, choose }
}

/** The field. */
export function YearField({
  year,
  thisYear,
  onChoose,
}: {
  readonly year: number
  readonly thisYear: number
  readonly onChoose: (year: number) => void
}) {
  return (
    <Select
      label="Năm"
      w={110}
      allowDeselect={false}
      data={Array.from({ length: 8 }, (_, n) => String(thisYear - n))}
      value={String(year)}
      onChange={(value) => value !== null && onChoose(Number(value))}
    />
  )
}
