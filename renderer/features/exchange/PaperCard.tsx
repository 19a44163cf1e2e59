/**
 * Phiếu kết nối on paper, for an office where no stick may be used: the card as a QR code, and below the cut the digits,
 * which stay with who reads them out. Digits on the same piece would be compared with themselves.
 */
import type { OfficeView } from '../../../shared/contract/answers.ts'
import type { Card } from '../../../shared/contract/exchange.ts'
import { codeOfCard } from '../../../shared/bundle/card-code.ts'
import { PAPER_CARD_IN_PART, showDay } from '../../../shared/words/vi.ts'
import { Printable } from '../../parts/Printable.tsx'
import { QrCode } from '../../parts/QrCode.tsx'

/** The sheet. */
export function PaperCard({
  card,
  office,
  onClose,
}: {
  readonly card: Card
  readonly office: OfficeView
  readonly onClose: () => void
}) {
  const { name, code } = office.profile
  const { digits, isWhole } = codeOfCard(card.card)
  return (
    <Printable title="Phiếu kết nối trên giấy" what="pairingCard" onClose={onClose}>
      <p>
        <strong>{name}</strong>
      </p>
      <h2>Phiếu kết nối</h2>
      <table>
        <tbody>
          <tr>
            <th scope="row">Đơn vị</th>
            <td>
              {name} (mã {code})
            </td>
          </tr>
          <tr>
            <th scope="row">Ngày in</th>
            <td>{showDay(office.today)}</td>
          </tr>
        </tbody>
      </table>
      <QrCode digits={digits} label="Mã QR của phiếu kết nối" />
      {!isWhole && (
        <p>
          <strong>{PAPER_CARD_IN_PART}</strong>
        </p>
      )}
      <p>
        Đơn vị nhận phiếu: mở “Trao đổi”, thẻ “Kết nối”, bấm vào ô “Nội dung phiếu kết nối” rồi quét mã QR. Sau đó gọi
        điện cho {name} theo số đã biết từ trước để nghe mã đối chiếu; không dùng mã đối chiếu ghi sẵn trên giấy.
      </p>
      <div className="keep">
        <p>
          <strong>Phần giữ lại, không gửi đi.</strong> Cắt theo đường đứt. Khi đơn vị kia gọi điện, đọc mã đối chiếu
          này:
        </p>
        <p className="digits">{card.digits}</p>
      </div>
    </Printable>
  )
}
