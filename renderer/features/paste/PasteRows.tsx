/**
 * Every row as it will be taken in, with what is wrong and what is doubtful. A row with a fault cannot be chosen.
 */
import { Badge, Checkbox, Table, Text } from '@mantine/core'
import type { SimilarRow } from '../../../shared/contract/answers.ts'
import type { PastedRow, Remark } from '../../../shared/paste/rows.ts'
import { PASTE_LABELS, SEXES, showDay } from '../../../shared/words/vi.ts'
import { Scrolled } from '../../parts/Scrolled.tsx'

/** People already on record who may be the same, by place of the row. */
export type Similar = ReadonlyMap<number, readonly SimilarRow[]>

/** The rows. */
export function PasteRows({
  rows,
  similar,
  unitNames,
  isWanted,
  onWant,
}: {
  readonly rows: readonly PastedRow[]
  readonly similar: Similar
  readonly unitNames: ReadonlyMap<string, string>
  readonly isWanted: (row: PastedRow) => boolean
  readonly onWant: (place: number, isWanted: boolean) => void
}) {
  return (
    <Scrolled mah={460} tabIndex={0}>
      <Table aria-label="Các dòng sẽ nhập" stickyHeader withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={56}>Nhập</Table.Th>
            <Table.Th w={64}>Dòng</Table.Th>
            <Table.Th>Họ và tên</Table.Th>
            <Table.Th>Ngày sinh</Table.Th>
            <Table.Th>Giới tính</Table.Th>
            <Table.Th>Chi bộ</Table.Th>
            <Table.Th>Số định danh</Table.Th>
            <Table.Th>Cần xem lại</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.place}>
              <Table.Td>
                <Checkbox
                  aria-label={`Nhập dòng ${row.place + 1}`}
                  checked={isWanted(row)}
                  disabled={row.profile === null}
                  onChange={(event) => onWant(row.place, event.currentTarget.checked)}
                />
              </Table.Td>
              <Table.Td>{row.place + 1}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{row.name}</Table.Td>
              <Table.Td>{row.profile?.birth === undefined ? '' : showDay(row.profile.birth)}</Table.Td>
              <Table.Td>{row.profile?.sex === undefined ? '' : SEXES[row.profile.sex]}</Table.Td>
              <Table.Td>{row.unit === null ? '' : unitNames.get(row.unit)}</Table.Td>
              <Table.Td>{row.profile?.identityNumber ?? row.profile?.oldIdentityNumber ?? ''}</Table.Td>
              <Table.Td>
                {row.faults.map((remark) => (
                  <Said key={`${remark.column}${remark.text}`} remark={remark} color="red" />
                ))}
                {row.doubts.map((remark) => (
                  <Said key={`${remark.column}${remark.text}`} remark={remark} color="orange" />
                ))}
                {(similar.get(row.place) ?? []).map((other) => (
                  <Text key={other.case} size="sm">
                    <Badge color={other.sameNumber ? 'red' : 'orange'} mr={6}>
                      {other.sameNumber ? 'Trùng số' : 'Có thể trùng'}
                    </Badge>
                    {other.name}
                    {other.birth === null ? '' : `, sinh ${showDay(other.birth)}`}
                    {other.unitName === null ? '' : `, ${other.unitName}`}
                  </Text>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Scrolled>
  )
}

function Said({ remark, color }: { readonly remark: Remark; readonly color: 'red' | 'orange' }) {
  return (
    <Text size="sm">
      <Badge color={color} mr={6}>
        {PASTE_LABELS[remark.column]}
      </Badge>
      {remark.text}
    </Text>
  )
}
