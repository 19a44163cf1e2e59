/**
 * Biên nhận: what was taken in from whom, with the four counts of each set, to print and sign.
 */
import { useState } from 'react'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import { heldCount, type ImportReport } from '../../../shared/contract/exchange.ts'
import { IMPORT_COUNTS, RECEIPT, showNumber } from '../../../shared/words/vi.ts'
import { Printable } from '../../parts/Printable.tsx'
import { showTime } from '../../parts/times.ts'
import { SheetForWord, SheetForWordButton } from './SheetForWord.tsx'

/** A set on a receipt. */
export type ReceiptRow = {
  readonly id: string | null
  readonly fromName: string | null
  readonly created: string | null
  readonly report: Pick<ImportReport, 'fresh' | 'known' | 'held' | 'heldMore' | 'scansMissing'> | null
}

/** A receipt. */
export function Receipt({
  rows,
  at,
  office,
  onClose,
}: {
  readonly rows: readonly ReceiptRow[]
  readonly at: string
  readonly office: OfficeView
  readonly onClose: () => void
}) {
  const [word, setWord] = useState<string | null>(null)
  if (word !== null) return <SheetForWord sheet="importReceipt" bundle={word} onClose={() => setWord(null)} />
  // Of what was here before there is no bundle that was taken in.
  const bundles = rows.flatMap(({ id, fromName, report }) =>
    id === null || report === null ? [] : [{ id, name: fromName ?? id.slice(0, 8) }],
  )
  return (
    <Printable
      title={RECEIPT}
      what="importReceipt"
      actions={<SheetForWordButton bundles={bundles} onChoose={setWord} />}
      onClose={onClose}
    >
      <p>
        <strong>{office.profile.name}</strong>
      </p>
      <h2>{RECEIPT}</h2>
      <p>Nhận lúc {showTime(at)}.</p>
      <table>
        <thead>
          <tr>
            <th scope="col">Nơi gửi</th>
            <th scope="col">Gói, thời điểm lập</th>
            {Object.values(IMPORT_COUNTS).map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, fromName, created, report }, index) => (
            <tr key={id ?? index}>
              <td>{fromName ?? 'Đã nhận từ trước'}</td>
              <td>
                <span className="hash">{id?.slice(0, 8)}</span>
                {created === null ? '' : `, ${showTime(created)}`}
              </td>
              <td>{showNumber(report?.fresh ?? 0)}</td>
              <td>{report === null ? 'đã có đủ' : showNumber(report.known)}</td>
              <td>{showNumber(report === null ? 0 : heldCount(report))}</td>
              <td>{showNumber(report?.scansMissing ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="signatures">
        <span>Người giao</span>
        <span>
          Người nhận
          <br />
          {office.user.name}
        </span>
      </div>
    </Printable>
  )
}
