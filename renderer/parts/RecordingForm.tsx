/**
 * The frame of a form that records: a word about a restored draft, the fields, the sentence of a refusal, the buttons.
 * Enter submits, but never while a letter is still being composed; Ctrl+Enter submits from a text of several lines.
 */
import { Alert, Box, Button, Group, Stack } from '@mantine/core'
import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import { doingOf } from './keys.ts'
import { troubleColour } from './names.ts'
import type { Recording } from './recording.ts'
import { RestoredNote } from './RestoredNote.tsx'

/** A form and its buttons. */
export function RecordingForm<Values extends object>({
  recording,
  submitLabel,
  onCancel,
  actions,
  footer,
  children,
}: {
  readonly recording: Recording<Values>
  readonly submitLabel: string
  readonly onCancel?: () => void
  /** Further buttons beside the one that submits. */
  readonly actions?: ReactNode
  /** Stands in the place of the buttons, e.g. a question. */
  readonly footer?: ReactNode
  readonly children: ReactNode
}) {
  const { form, problem, refusal, isBusy, isRestored, submit, dropDraft } = recording
  const keys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter') return
    if (event.nativeEvent.isComposing) {
      event.preventDefault()
      return
    }
    if (event.target instanceof HTMLTextAreaElement && doingOf('form', event.nativeEvent) === 'submit') {
      event.preventDefault()
      event.currentTarget.requestSubmit()
    }
  }
  return (
    <Box
      component="form"
      ref={form}
      noValidate
      onInput={(event: FormEvent<HTMLElement>) =>
        recording.touch(event.target instanceof HTMLElement ? event.target.dataset['path'] : undefined)
      }
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap="sm">
        {isRestored && <RestoredNote onDrop={dropDraft} />}
        {children}
        {problem !== null && (
          <Alert color={troubleColour({ refusal, failure: null })} role="alert">
            {problem}
          </Alert>
        )}
        {footer ?? (
          <Group justify="flex-end" gap="xs">
            {onCancel && (
              <Button variant="default" onClick={onCancel}>
                Đóng
              </Button>
            )}
            {actions}
            <Button type="submit" loading={isBusy}>
              {submitLabel}
            </Button>
          </Group>
        )}
      </Stack>
    </Box>
  )
}
