/**
 * Gói đang giữ trên máy này: sets that came and could not be taken in yet, mostly of a newer version. Shown only where there
 * are any, and taken in without any stick.
 */
import { Button, Group, List, Stack, Text } from '@mantine/core'
import type { KeptSet } from '../../../shared/contract/exchange.ts'
import { KEPT_HERE, keptSentence, TAKE_KEPT } from '../../../shared/words/vi.ts'
import { useNames } from '../../parts/names.ts'
import { Block } from '../../parts/states.tsx'
import { showTime } from '../../parts/times.ts'

const TITLE = 'Gói đang giữ trên máy này'

/** The block. @param onTake - takes in all of them that can be read by now */
export function KeptSets({
  sets,
  isBusy,
  onTake,
}: {
  readonly sets: readonly KeptSet[]
  readonly isBusy: boolean
  readonly onTake: () => void
}) {
  const names = useNames()
  if (sets.length === 0) return null
  return (
    <Block title={TITLE}>
      <Stack gap="sm">
        <Text size="sm">{KEPT_HERE}</Text>
        <List size="sm" aria-label={TITLE}>
          {sets.map((kept) => (
            <List.Item key={kept.id} style={{ overflowWrap: 'anywhere' }}>
              {keptSentence(kept, showTime(kept.since), names)}
            </List.Item>
          ))}
        </List>
        <Group>
          <Button variant="light" disabled={isBusy} onClick={onTake}>
            {TAKE_KEPT}
          </Button>
        </Group>
      </Stack>
    </Block>
  )
}
