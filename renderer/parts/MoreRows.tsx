/**
 * Said under a list that is longer than what is shown of it.
 */
import { Text } from '@mantine/core'
import { showNumber } from '../../shared/words/vi.ts'

/** The line; not there where everything is shown. */
export function MoreRows({ shown, total }: { readonly shown: number; readonly total: number }) {
  if (total <= shown) return null
  return (
    <Text size="sm" c="dimmed" role="note">
      Hiển thị {showNumber(shown)} mục đầu trên {showNumber(total)} mục.
    </Text>
  )
}
