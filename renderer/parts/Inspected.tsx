/**
 * What an inspection saw, and nothing taken in: each set with the hash its sender's slip bears, to be compared by
 * telephone, its parts, and how far it can be read here. It prints as a slip for whoever receives or carries.
 */
import { Alert, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Inspection, SetLabel } from '../../shared/contract/exchange.ts'
import { inFours } from '../../shared/text/fours.ts'
import {
  LOOKED_AT_PART,
  outcomeLabel,
  refusalSentence,
  showNumber,
  showSize,
  type Names,
} from '../../shared/words/vi.ts'
import { Printable } from './Printable.tsx'
import { Block } from './states.tsx'

/**
 * Kết quả kiểm tra, không nhận.
 * @param isNoted - printing is noted in the office's own log, which a locked office has none of
 */
export function Inspected({
  inspection,
  names,
  isNoted = true,
}: {
  readonly inspection: Inspection
  readonly names: Names
  readonly isNoted?: boolean
}) {
  const [isPrinting, setPrinting] = useState(false)
  const { labels, faults, sets } = inspection
  return (
    <Block
      title="Kết quả kiểm tra, chưa nhận gì"
      actions={
        labels.length > 0 && (
          <Button variant="default" onClick={() => setPrinting(true)}>
            In phiếu kiểm tra
          </Button>
        )
      }
    >
      <Stack gap="md">
        {inspection.isPartial && (
          <Alert color="orange" role="note">
            {LOOKED_AT_PART}
          </Alert>
        )}
        {labels.length === 0 && faults.length === 0 && <Text size="sm">Ở đây không có gói dữ liệu nào.</Text>}
        {labels.map((label) => {
          const read = sets?.find((set) => set.label === label.label)
          const refusal = label.refusal ?? read?.refusal ?? null
          return (
            <article key={label.label} aria-label={label.set}>
              <Group gap="xs">
                <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                  {label.set}
                </Text>
                <Badge color={label.refusal === null ? 'teal' : 'red'}>
                  {label.refusal === null ? 'Tệp nguyên vẹn' : 'Tệp hỏng hoặc thiếu'}
                </Badge>
                {read !== undefined && <Badge color="gray">{outcomeLabel(read)}</Badge>}
              </Group>
              <Text size="sm">{contentOf(label)}</Text>
              <Text size="sm">
                Mã kiểm tra tệp nhãn: <span style={{ fontFamily: 'monospace' }}>{inFours(label.label)}</span>
              </Text>
              {refusal !== null && read?.outcome !== 'notForUs' && (
                <Alert color="orange" role="note" mt={4}>
                  {refusalSentence(refusal, names)}
                </Alert>
              )}
            </article>
          )
        })}
        {faults.map(({ path, refusal }) => (
          <Alert key={path} color="orange" role="note">
            {refusalSentence(refusal, names)}
          </Alert>
        ))}
        {labels.length > 0 && (
          <Text size="sm" c="dimmed">
            Đọc mã kiểm tra tệp nhãn qua điện thoại với nơi gửi: trùng với mã trên phiếu gửi là đúng gói đã xuất.
          </Text>
        )}
      </Stack>
      {isPrinting && <Slip inspection={inspection} isNoted={isNoted} onClose={() => setPrinting(false)} />}
    </Block>
  )
}

function Slip({
  inspection: { labels, sets },
  isNoted,
  onClose,
}: {
  readonly inspection: Inspection
  readonly isNoted: boolean
  readonly onClose: () => void
}) {
  return (
    <Printable title="Phiếu kiểm tra gói dữ liệu" what={isNoted ? 'importReceipt' : null} onClose={onClose}>
      <h2>Phiếu kiểm tra gói dữ liệu</h2>
      {labels.map((label) => {
        const read = sets?.find((set) => set.label === label.label)
        return (
          <table key={label.label}>
            <tbody>
              <tr>
                <th scope="row">Tệp nhãn</th>
                <td>{label.set}</td>
              </tr>
              <tr>
                <th scope="row">Nội dung</th>
                <td>{contentOf(label)}</td>
              </tr>
              <tr>
                <th scope="row">Tình trạng tệp</th>
                <td>{label.refusal === null ? 'nguyên vẹn' : 'hỏng hoặc thiếu'}</td>
              </tr>
              {read !== undefined && (
                <tr>
                  <th scope="row">Đọc thử</th>
                  <td>{outcomeLabel(read)}</td>
                </tr>
              )}
              <tr>
                <th scope="row">Mã kiểm tra tệp nhãn</th>
                <td className="hash">{inFours(label.label)}</td>
              </tr>
            </tbody>
          </table>
        )
      })}
      <div className="signatures">
        <span>Người mang</span>
        <span>Người nhận</span>
      </div>
    </Printable>
  )
}

/** How much of it there is; where a part is damaged or lacking, no more than how many there should be. */
function contentOf({ claimed, parts, bytes, refusal }: SetLabel): string {
  const size = refusal === null ? `, ${showSize(bytes)}` : ''
  const route = claimed === null ? '' : `, theo tên tệp từ ${claimed.from} gửi ${claimed.to}`
  return `${showNumber(parts.length)} phần${size}${route}`
}
