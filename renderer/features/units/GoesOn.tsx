/**
 * Said in place of a button on the page of a unit whose records are closed: that nothing more is recorded here, and the unit
 * where the work goes on.
 */
import { Anchor, Text } from '@mantine/core'
import { Fragment } from 'react'
import type { UnitRow } from '../../../shared/contract/answers.ts'

/** True if what is recorded of a unit today would be refused, or count for nothing because another unit is the same. */
export function isClosed({ same, unit }: UnitRow, today: string): boolean {
  return same !== null || (unit.to !== undefined && unit.to < today)
}

/** The sentence. @param row - a unit that is closed @param units - among which its successors are */
export function GoesOn({ row: { unit }, units }: { readonly row: UnitRow; readonly units: readonly UnitRow[] }) {
  const after = units.filter(({ id }) => unit.successors?.includes(id) === true)
  return (
    <Text size="sm" c="dimmed" mb="xs">
      {after.length === 0 ? 'Đơn vị đã kết thúc hoạt động, không ghi thêm.' : 'Không ghi thêm ở đây; ghi tiếp ở '}
      {after.map(({ id, unit: { name } }, place) => (
        <Fragment key={id}>
          {place > 0 && ', '}
          <Anchor href={`#/don-vi/${id}`} size="sm" underline="always">
            {name}
          </Anchor>
          {place === after.length - 1 && '.'}
        </Fragment>
      ))}
    </Text>
  )
}
