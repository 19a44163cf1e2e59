/**
 * The list on A4: everything that was asked for, not only the page on screen, up to two thousand rows. It is read first,
 * then printed or saved from the dialog.
 */
import { Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CaseRow, OfficeView } from '../../../shared/contract/answers.ts'
import { labelOf, SEXES, showDay, showNumber, STAGES } from '../../../shared/words/vi.ts'
import { MOST_ON_PAPER } from '../../../shared/contract/lists.ts'
import { ask } from '../../api.ts'
import { announceTrouble } from '../../parts/announce.tsx'
import { PrintDialog } from '../../parts/PrintButton.tsx'
import { filterOf, type Wanted } from '../../parts/list-state.ts'
import { named } from '../../rules-in-force.ts'
import { relatedDay } from './related-day.ts'
import './print-list.css'

const WINDOW = 200

/** Those who are printed, of how many. */
type Found = { readonly rows: readonly CaseRow[]; readonly total: number; readonly more: boolean }

/** The dialog with the list behind it. @param onDone - when the dialog is closed, or nothing could be read */
export function ListPrint({
  wanted,
  office,
  onDone,
}: {
  readonly wanted: Wanted
  readonly office: OfficeView
  readonly onDone: () => void
}) {
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    void allRows(wanted)
      .then(setFound)
      .catch((error: unknown) => {
        announceTrouble('Chưa in được', error)
        onDone()
      })
  }, [wanted, onDone])
  if (found === null) return null
  return (
    <>
      <PrintDialog what="candidates" name="Nguồn và hồ sơ" onClose={onDone} />
      <PaperList found={found} office={office} />
    </>
  )
}

function PaperList({ found: { rows, total, more }, office }: { readonly found: Found; readonly office: OfficeView }) {
  return (
    <div className="print-only">
      <Title order={2} ta="center">
        Danh sách nguồn và hồ sơ kết nạp đảng viên
      </Title>
      <Text size="sm" ta="center" mb="sm">
        Tính đến ngày {showDay(office.today)}; tổng số {more && 'hơn '}
        {showNumber(total)} người
        {(more || total > rows.length) && `, in ${showNumber(rows.length)} người đầu`}
      </Text>
      <table className="print-list">
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.case}>
              {cellsOf(row, index + 1).map((cell, column) => (
                <td key={HEADS[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const HEADS = [
  'Số thứ tự',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Chi bộ',
  'Giai đoạn',
  'Người giúp đỡ',
  'Ngày liên quan',
]

function cellsOf(row: CaseRow, number: number): readonly string[] {
  const day = relatedDay(row)
  return [
    String(number),
    row.name,
    row.birth === null ? '' : showDay(row.birth),
    row.sex === null ? '' : labelOf(SEXES, row.sex),
    row.unitName ?? '',
    named(STAGES[row.stage]),
    row.helper ?? '',
    day === null ? '' : `${day.day} (${day.what.toLowerCase()})`,
  ]
}

async function allRows(wanted: Wanted): Promise<Found> {
  const rows: CaseRow[] = []
  let [total, more] = [0, false]
  for (let offset = 0; offset < MOST_ON_PAPER; offset += WINDOW) {
    const page = await ask('candidate.search', { ...filterOf(wanted), limit: WINDOW, offset })
    rows.push(...page.rows)
    total = page.total
    more = page.more
    if (page.rows.length < WINDOW) break
  }
  return { rows, total, more }
}
