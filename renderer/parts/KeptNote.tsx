/**
 * Says of a list made from what is kept of each case that it is not the whole of it yet: some are being judged again, or
 * there are more than are shown.
 */
import { Alert } from '@mantine/core'
import { showNumber } from '../../shared/words/vi.ts'

/** The note; nothing where all is there. @param shown - rows shown, where there are more @param mb - room below it */
export function KeptNote({
  waiting,
  more,
  shown,
  mb = 0,
}: {
  readonly waiting: number
  readonly more: boolean
  readonly shown: number
  readonly mb?: 0 | 'md'
}) {
  const sentences = [
    ...(waiting > 0
      ? [
          `Đang tính lại ${showNumber(waiting)} hồ sơ; số liệu của các hồ sơ này có thể chưa theo quy định và ngày hôm nay.`,
        ]
      : []),
    ...(more
      ? [`Đang hiện ${showNumber(shown)} hồ sơ có hạn gần nhất; các hồ sơ khác xem trong danh sách quần chúng.`]
      : []),
  ]
  if (sentences.length === 0) return null
  return (
    <Alert color="blue" variant="light" role="status" mb={mb}>
      {sentences.join(' ')}
    </Alert>
  )
}
