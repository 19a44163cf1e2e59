/**
 * Changes of keeper as both sides see them: what was proposed, where the case went, and what came too late to count.
 */
import { Button, Group, Stack, Text } from '@mantine/core'
import { MOVE_REASONS, showDay } from '../../../shared/words/vi.ts'
import { useNames } from '../../parts/names.ts'
import { useRights } from '../../parts/rights.ts'
import { Block } from '../../parts/states.tsx'
import type { CaseForm } from './case-forms.ts'
import { LeftBehind, NotAlongYet } from './NotAlong.tsx'
import type { Situation } from './situation.ts'

/** Chuyển hồ sơ giữa các đơn vị; nothing where the case has always had one keeper. */
export function Moves({
  situation,
  onOpen,
}: {
  readonly situation: Situation
  readonly onOpen: (form: CaseForm) => void
}) {
  const names = useNames()
  const mayCall = useRights()
  const { moves, moveProposed, keeper } = situation.view.state
  if (moves.length === 0 && moveProposed === null) return null
  const nameOf = (office: string) =>
    names.office(office) ?? (office === situation.office.office ? 'đơn vị mình' : 'đơn vị khác')
  const mayHandOver = moveProposed !== null && keeper !== situation.office.office && mayCall('case.handOver')
  return (
    <Block title="Chuyển hồ sơ giữa các đơn vị">
      <Stack gap="xs">
        {moves.map(({ entry, from, to, on, reason }) => (
          <Text key={entry} size="sm" style={{ overflowWrap: 'anywhere' }}>
            Ngày {showDay(on)}: từ {nameOf(from)} sang {nameOf(to)} ({MOVE_REASONS[reason]})
          </Text>
        ))}
        {moveProposed !== null && (
          <Group justify="space-between" gap="sm">
            <Text size="sm" style={{ flex: '1 1 320px', overflowWrap: 'anywhere' }}>
              {nameOf(moveProposed.office)} đề nghị chuyển đến {moveProposed.destination} từ ngày{' '}
              {showDay(moveProposed.on)} ({MOVE_REASONS[moveProposed.reason]}); chưa giao.
            </Text>
            {mayHandOver && <Button onClick={() => onOpen({ form: 'handOver' })}>Giao hồ sơ</Button>}
          </Group>
        )}
        <NotAlongYet situation={situation} keeper={nameOf(keeper)} onOpen={onOpen} />
        <LeftBehind situation={situation} />
      </Stack>
    </Block>
  )
}
