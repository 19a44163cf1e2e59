/**
 * A form in a dialog. Esc and the cross close it at once where nothing was typed; otherwise they ask, and offer to keep
 * the draft where the form has one. A click beside the dialog never closes it.
 */
import { Button, Group, Text } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Dialog } from './Dialog.tsx'
import type { Recording } from './recording.ts'
import { RecordingForm } from './RecordingForm.tsx'

/** A dialog that records something. */
export function RecordingDialog<Values extends object>({
  title,
  recording,
  submitLabel,
  onClose,
  size = 'lg',
  isHeld = false,
  done,
  children,
}: {
  readonly title: string
  readonly recording: Recording<Values>
  readonly submitLabel: string
  readonly onClose: () => void
  readonly size?: string | number
  /** While true it cannot be closed: what runs in it has a button of its own that stops it. */
  readonly isHeld?: boolean
  /** What came of it, in the place of the form. */
  readonly done?: ReactNode
  readonly children: ReactNode
}) {
  const [isAsking, setAsking] = useState(false)
  const goOn = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isAsking) goOn.current?.focus()
  }, [isAsking])
  const close = () => {
    if (isHeld) return
    if (recording.isDirty && !isAsking) setAsking(true)
    else if (isAsking) setAsking(false)
    else onClose()
  }
  const question = (
    <Group justify="space-between" gap="xs" role="alertdialog" aria-label="Nội dung chưa ghi">
      <Text size="sm" fw={600}>
        Nội dung đã nhập chưa được ghi.
      </Text>
      <Group gap="xs">
        <Button variant="default" onClick={() => setAsking(false)} ref={goOn}>
          Nhập tiếp
        </Button>
        {recording.keepsDraft && (
          <Button variant="default" onClick={onClose}>
            Giữ bản nháp và đóng
          </Button>
        )}
        <Button
          variant="light"
          color="red"
          onClick={() => {
            recording.dropDraft()
            onClose()
          }}
        >
          Bỏ, không ghi
        </Button>
      </Group>
    </Group>
  )
  return (
    <Dialog onClose={close} title={title} size={size} closeOnClickOutside={false}>
      {done ?? (
        <RecordingForm
          recording={recording}
          submitLabel={submitLabel}
          onCancel={close}
          {...(isAsking ? { footer: question } : {})}
        >
          {children}
        </RecordingForm>
      )}
    </Dialog>
  )
}
