/**
 * The four counts of an import, each with what it means.
 */
import { Group, Stack, Text } from '@mantine/core'
import { IMPORT_COUNT_NOTES, IMPORT_COUNTS, showNumber, type ImportCounts } from '../../../shared/words/vi.ts'

const ORDER = ['fresh', 'known', 'held', 'scansMissing'] as const

/** The four counts. */
export function CountsTable({
  counts,
  isDone,
}: {
  readonly counts: ImportCounts
  /** False for a preview, where the notes would say what has not happened. */
  readonly isDone: boolean
}) {
  return (
    <Group gap="xl" align="flex-start" role="list" aria-label="Bốn con số của biên nhận">
      {ORDER.map((count) => (
        <Stack key={count} gap={0} role="listitem" maw={210}>
          <Text size="sm">
            {IMPORT_COUNTS[count]}:{' '}
            <Text span fw={700}>
              {showNumber(counts[count])}
            </Text>
          </Text>
          {isDone && (
            <Text size="xs" c="dimmed">
              {IMPORT_COUNT_NOTES[count]}
            </Text>
          )}
        </Stack>
      ))}
    </Group>
  )
}
