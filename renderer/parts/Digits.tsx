/**
 * Digits that two people compare: large, in six groups of four, so that they can be read across a desk or a telephone.
 */
import { SimpleGrid, Text } from '@mantine/core'

/** The digits. @param digits - six groups of four, a blank between them */
export function Digits({ digits, label }: { readonly digits: string; readonly label: string }) {
  return (
    <div role="group" aria-label={label}>
      <SimpleGrid cols={3} spacing="xs" verticalSpacing={4}>
        {digits.split(' ').map((group, place) => (
          <Text key={place} fz={30} fw={650} ta="center" ff="monospace" style={{ letterSpacing: 3 }}>
            {group}
          </Text>
        ))}
      </SimpleGrid>
    </div>
  )
}
