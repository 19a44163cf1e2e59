/**
 * Phiếu gửi: one slip for each set, so that who carries and who receives can put their names to it. The hash is of the
 * label, in groups, to be compared by eye.
 */
import { useState } from 'react'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import type { Exported } from '../../../shared/contract/exchange.ts'
import { inFours } from '../../../shared/text/fours.ts'
import { BUNDLE_KINDS, showNumber, showSize } from '../../../shared/words/vi.ts'
import { Printable } from '../../parts/Printable.tsx'
import { showTime } from '../../parts/times.ts'
import { SheetForWord, SheetForWordButton } from './SheetForWord.tsx'

/** The slips of an export. */
export function ExportSlip({
  sets,
  at,
  office,
  onClose,
}: {
  readonly sets: readonly Exported[]
  readonly at: string
  readonly office: OfficeView
  readonly onClose: () => void
}) {
  const [word, setWord] = useState<string | null>(null)
  if (word !== null) return <SheetForWord sheet="exportSlip" bundle={word} onClose={() => setWord(null)} />
  // A document is made from the history, where what could not be recorded is not.
  const bundles = sets.flatMap(({ id, toName, unrecorded }) => (unrecorded === undefined ? [{ id, name: toName }] : []))
  return (
    <Printable
      title="Phiếu gửi gói dữ liệu"
      what="exportSlip"
      actions={<SheetForWordButton bundles={bundles} onChoose={setWord} />}
      onClose={onClose}
    >
      {sets.map((set) => (
        <section key={set.id} className="sheet-page" aria-label={`Phiếu gửi ${set.toName}`}>
          <p>
            <strong>{office.profile.name}</strong>
          </p>
          <h2>Phiếu gửi gói dữ liệu</h2>
          <table>
            <tbody>
              <Row name="Nơi gửi" value={office.profile.name} />
              <Row name="Nơi nhận" value={set.toName} />
              <Row name="Loại gói" value={BUNDLE_KINDS[set.kind]} />
              <Row name="Thời điểm xuất" value={showTime(at)} />
              <Row
                name="Nội dung"
                value={`${showNumber(set.entries)} bản ghi, ${showNumber(set.scans)} bản quét, ${showSize(set.bytes)}`}
              />
              {set.scansLost.length > 0 && (
                <Row name="Bản quét thiếu" value={`${showNumber(set.scansLost.length)} bản quét không gửi kèm được`} />
              )}
              {set.scansLater !== undefined && (
                <Row name="Bản quét gửi sau" value={`${showNumber(set.scansLater)} bản quét gửi vào các lần sau`} />
              )}
              {set.unproven !== undefined && (
                <Row
                  name="Không trả lại được"
                  value={`${showNumber(set.unproven.reduce((sum, { entries }) => sum + entries, 0))} bản ghi`}
                />
              )}
              <Row name="Các tệp" value={set.files.join(', ')} isCode />
              <Row name="Mã kiểm tra tệp nhãn" value={inFours(set.label)} isCode />
            </tbody>
          </table>
          <p>Gói dữ liệu đã được ký và khóa; chỉ nơi nhận mở được. Người mang gói không xem được nội dung.</p>
          <div className="signatures">
            <span>Người gửi</span>
            <span>Người nhận</span>
          </div>
        </section>
      ))}
    </Printable>
  )
}

function Row({
  name,
  value,
  isCode = false,
}: {
  readonly name: string
  readonly value: string
  readonly isCode?: boolean
}) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={isCode ? 'hash' : undefined}>{value}</td>
    </tr>
  )
}
