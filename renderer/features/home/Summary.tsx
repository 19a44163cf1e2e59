/**
 * The day at a glance: how much is due today, late, missing, answered. A number is a button that leaves only its rows in
 * the tables below; pressed again it shows all.
 */
import { Group, Paper, SimpleGrid, Text } from '@mantine/core'
import type { Glance, WorkCounts } from '../../../shared/contract/home-work.ts'
import { showNumber } from '../../../shared/words/vi.ts'

/** The numbers. @param shown - which of them the tables are narrowed to */
export function Summary({
  counts,
  glances,
  shown,
  onShow,
}: {
  readonly counts: WorkCounts['glances']
  readonly glances: readonly Glance[]
  readonly shown: Glance | null
  readonly onShow: (glance: Glance | null) => void
}) {
  return (
    <SimpleGrid cols={{ base: 2, sm: glances.length }} spacing="sm" role="group" aria-label="Tóm tắt trong ngày">
      {glances.map((glance) => {
        const count = counts[glance]
        const isShown = shown === glance
        return (
          <Paper
            key={glance}
            component="button"
            type="button"
            withBorder
            p="xs"
            disabled={count === 0}
            aria-pressed={isShown}
            onClick={() => onShow(isShown ? null : glance)}
            style={{
              textAlign: 'left',
              color: 'inherit',
              font: 'inherit',
              cursor: count === 0 ? 'default' : 'pointer',
              ...(isShown ? { borderColor: 'var(--mantine-primary-color-filled)', borderWidth: 2 } : { margin: 1 }),
            }}
          >
            <Group gap="xs" wrap="nowrap" align="center">
              <Text fz={26} fw={650} lh={1} {...colourOf(glance, count)}>
                {showNumber(count)}
              </Text>
              <Text size="sm" lh={1.25}>
                {GLANCES[glance]}
              </Text>
            </Group>
          </Paper>
        )
      })}
    </SimpleGrid>
  )
}

const GLANCES: { readonly [Name in Glance]: string } = {
  today: 'Đến hạn hôm nay',
  late: 'Quá hạn',
  missing: 'Còn thiếu, còn vướng',
  answered: 'Đã có trả lời',
  toDecide: 'Chờ đơn vị mình xét',
}

function colourOf(glance: Glance, count: number): { readonly c?: string } {
  if (count === 0) return { c: 'dimmed' }
  if (glance === 'late') return { c: 'var(--mantine-color-red-light-color)' }
  return glance === 'today' ? { c: 'var(--mantine-color-orange-light-color)' } : {}
}
