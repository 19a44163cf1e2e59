/**
 * Asked after the print dialog of a browser has closed: it does not tell whether the sheet came out or was cancelled, and
 * the log, which has the print already, is to say that it was not printed.
 */
import { Button, Group, Modal, Text } from '@mantine/core'
import { useWindow } from '../state.ts'

/** The question, above the dialog that prints. */
export function PrintedQuestion() {
  const answer = useWindow((state) => state.printQuestion)
  return (
    <Modal
      opened={answer !== null}
      onClose={() => answer?.(false)}
      title="Bản in đã ra giấy chưa?"
      className="no-print"
      zIndex={400}
      closeOnClickOutside={false}
      lockScroll={false}
    >
      <Text size="sm">
        Trình duyệt không cho phần mềm biết bản in đã ra giấy hay đã hủy. Lần in này đã có trong nhật ký; nếu chưa in,
        nhật ký ghi thêm là chưa in.
      </Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => answer?.(false)}>
          Chưa in
        </Button>
        <Button onClick={() => answer?.(true)} data-autofocus>
          Đã in
        </Button>
      </Group>
    </Modal>
  )
}
