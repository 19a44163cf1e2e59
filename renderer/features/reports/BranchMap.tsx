/**
 * Every branch as a tile in the colour of how long it has had no new member, under the unit above it: where the white spots
 * are is seen at a glance. What the colour says stands in words on the tile.
 */
import { Anchor, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { CoveredBranch } from '../../../shared/reports/coverage.ts'
import { IDLE_NAMES, showDay, showNumber } from '../../../shared/words/vi.ts'
import { useMost } from '../../parts/on-paper.tsx'
import { IDLE_COLORS } from './Bars.tsx'

/** Tiles shown; the rest is found by narrowing, and stands on paper. */
const SHOWN = 500

/** The tiles. @param branches - in any order */
export function BranchMap({ branches }: { readonly branches: readonly CoveredBranch[] }) {
  const most = useMost(SHOWN)
  if (branches.length === 0)
    return (
      <Text size="sm" c="dimmed" role="status">
        Không có chi bộ nào như vậy.
      </Text>
    )
  const shown = branches.slice(0, most)
  const above = new Map<string, CoveredBranch[]>()
  for (const branch of shown) {
    const key = branch.above ?? ''
    above.set(key, [...(above.get(key) ?? []), branch])
  }
  return (
    <Stack gap="md">
      {[...above].map(([name, rows]) => (
        <section key={name} aria-label={name === '' ? 'Chi bộ trực thuộc' : name}>
          <Title order={3} fz={14} mb={6}>
            {name === '' ? 'Chi bộ trực thuộc' : name} ({showNumber(rows.length)})
          </Title>
          <SimpleGrid cols={{ base: 2, sm: 4, lg: 6 }} spacing={6} verticalSpacing={6}>
            {rows.map((branch) => (
              <Tile key={branch.id} branch={branch} />
            ))}
          </SimpleGrid>
        </section>
      ))}
      {branches.length > shown.length && (
        <Text size="sm" c="dimmed">
          Chỉ hiện {showNumber(shown.length)} chi bộ đầu trong {showNumber(branches.length)}; chọn đơn vị để xem tiếp.
        </Text>
      )}
    </Stack>
  )
}

function Tile({ branch: { id, name, idle, last } }: { readonly branch: CoveredBranch }) {
  return (
    <Paper
      withBorder
      p={6}
      style={{
        borderLeft: `6px solid ${IDLE_COLORS[idle]}`,
        background: `color-mix(in srgb, ${IDLE_COLORS[idle]} 12%, transparent)`,
      }}
    >
      <Anchor href={`#/don-vi/${id}`} size="xs" fw={600} lineClamp={2} title={name} c="inherit">
        {name}
      </Anchor>
      <Text size="xs">{last === null ? IDLE_NAMES[idle] : `${IDLE_NAMES[idle]}, ${showDay(last)}`}</Text>
    </Paper>
  )
}
