/**
 * The frame of one step: heading, fields, what went wrong, and the buttons. Enter goes on, but never while a letter is
 * still being composed.
 */
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Start } from './use-start.ts'

/** One step of the first start. */
export function StepForm({
  start,
  title,
  text,
  nextLabel = 'Tiếp tục',
  onNext,
  children,
}: {
  readonly start: Start
  readonly title: string
  readonly text: string
  readonly nextLabel?: string
  readonly onNext: () => void
  readonly children: ReactNode
}) {
  return (
    <form
      ref={start.form}
      noValidate
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (!start.isBusy) onNext()
      }}
    >
      <Stack gap="md">
        <div>
          <Title order={2}>{title}</Title>
          <Text size="sm" c="dimmed">
            {text}
          </Text>
        </div>
        {children}
        {start.problem !== null && (
          <Alert color="red" role="alert">
            {start.problem}
          </Alert>
        )}
        <Group justify="space-between">
          {start.step > 0 ? (
            <Button variant="default" onClick={() => start.goBackTo(start.step - 1)} disabled={start.isBusy}>
              Quay lại
            </Button>
          ) : (
            <span />
          )}
          <Button type="submit" loading={start.isBusy}>
            {nextLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
