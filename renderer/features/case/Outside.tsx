/**
 * What an office without a say in the case has sent, or a hand-over beside the one that counts: kept, shown with why it
 * counts for nothing, and quiet, since nothing of the case hangs on it.
 */
import { Stack, Text } from '@mantine/core'
import { KIND_LINES, labelOf, OUTSIDE_REASONS, showDay } from '../../../shared/words/vi.ts'
import { useNames } from '../../parts/names.ts'
import { Block } from '../../parts/states.tsx'
import { showTime } from '../../parts/times.ts'
import { named } from '../../rules-in-force.ts'
import type { Situation } from './situation.ts'

/** Entries that count for nothing; nothing where there are none. */
export function Outside({ situation }: { readonly situation: Situation }) {
  const names = useNames()
  const { outside } = situation.view
  if (outside.length === 0) return null
  return (
    <Block title="Bản ghi không được tính">
      <Text size="sm" c="dimmed" mb="xs">
        Do đơn vị không có thẩm quyền đối với hồ sơ này gửi đến, hoặc vì có bản ghi khác được tính. Phần mềm giữ lại để
        đối chiếu, không tính vào hồ sơ.
      </Text>
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {outside.map(({ entry, kind, day, actor, post, office, at, why }) => (
          <li key={entry}>
            <Text size="sm" fw={600}>
              {named(labelOf(KIND_LINES, kind), day)}
              {day !== null && `, ${showDay(day)}`}
            </Text>
            <Text size="sm">{labelOf(OUTSIDE_REASONS, why)}</Text>
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {[names.office(office) ?? 'Đơn vị chưa kết nối', actor, post, `ghi lúc ${showTime(at)}`]
                .filter((part) => part !== '')
                .join(', ')}
            </Text>
          </li>
        ))}
      </Stack>
    </Block>
  )
}
