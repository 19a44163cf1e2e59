/**
 * What came of saving a file in clear: where it lies and how to look after it, or why it was not written.
 */
import { Alert, Text } from '@mantine/core'
import { clearSentence, type ClearSave } from './save-clear.ts'

/** The outcome of a save. */
export function ClearResult({ saving }: { readonly saving: ClearSave }) {
  if (saving.problem !== null)
    return (
      <Alert color="red" role="alert" title="Chưa lưu được">
        {saving.problem}
      </Alert>
    )
  if (saving.saved === null) return null
  return (
    <Alert color={saving.saved.carried === 'yes' ? 'orange' : 'teal'} role="status" title="Đã lưu">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {saving.saved.file}
      </Text>
      <Text size="sm">{clearSentence(saving.saved)}</Text>
    </Alert>
  )
}
