/**
 * Says that a form was opened with what had been typed before and not recorded, and lets it be thrown away.
 */
import { Alert, Button, Group } from '@mantine/core'

/** The note. @param onDrop - throws the draft away, and puts the form back as it begins */
export function RestoredNote({ onDrop }: { readonly onDrop: () => void }) {
  return (
    <Alert color="blue" py={6}>
      <Group justify="space-between" gap="xs">
        <span>Đã mở lại nội dung đang nhập dở.</span>
        <Button size="compact-sm" variant="default" onClick={onDrop}>
          Bỏ bản nháp
        </Button>
      </Group>
    </Alert>
  )
}
