/**
 * Short facts as pairs of name and value, side by side as far as there is room.
 */
import { SimpleGrid, Text, type SimpleGridProps } from '@mantine/core'

/** The pairs. `layout`: columns and gaps, where they differ from those of a page. */
export function FactList({
  facts,
  layout = { cols: { base: 1, xs: 2, md: 4 }, spacing: 'sm' },
}: {
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly layout?: Pick<SimpleGridProps, 'cols' | 'spacing' | 'verticalSpacing'>
}) {
  return (
    <SimpleGrid {...layout} component="dl" m={0}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <Text component="dt" size="xs" c="dimmed">
            {name}
          </Text>
          <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  )
}
