/**
 * Saving a file in clear, as the person sees it: the question before it goes to a drive that can be carried away, then
 * where it lies and how to look after it, or why it was not written.
 */
import { Alert, Button, Group, Text } from '@mantine/core'
import { clearQuestion } from '../../shared/words/vi.ts'
import { clearSentence, type ClearSave } from './save-clear.ts'

/** The question or the outcome of a save. */
export function ClearResult({ saving }: { readonly saving: ClearSave }) {
  if (saving.question !== null) {
    const { folder, carried, answer } = saving.question
    return (
      <Alert color="orange" role="alertdialog" title="Chưa lưu: nơi này có thể mang đi">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {clearQuestion(carried, folder)}
        </Text>
        <Group gap="xs" mt="xs">
          <Button size="xs" variant="default" onClick={() => answer('elsewhere')} autoFocus>
            Chọn nơi khác
          </Button>
          <Button size="xs" variant="default" onClick={() => answer('here')}>
            Lưu vào đây
          </Button>
          <Button size="xs" variant="default" onClick={() => answer('not')}>
            Không lưu
          </Button>
        </Group>
      </Alert>
    )
  }
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
