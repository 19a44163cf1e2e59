/**
 * The designed states of every page: nothing there yet, loading, failed.
 */
import { Alert, Button, Center, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { sentenceOf } from '../sentences.ts'

/** Nothing there yet: what the place is for, and the one thing to do. */
export function EmptyState({
  title,
  text,
  action,
}: {
  readonly title: string
  readonly text: string
  readonly action?: ReactNode
}) {
  return (
    <Center py={48}>
      <Stack gap="xs" align="center" maw={460}>
        <Title order={3}>{title}</Title>
        <Text c="dimmed" ta="center">
          {text}
        </Text>
        {action}
      </Stack>
    </Center>
  )
}

/** Loading: the shape of what will come, so that nothing jumps. */
export function LoadingState({ rows = 6 }: { readonly rows?: number }) {
  return (
    <Stack gap={8} aria-busy aria-label="Đang tải">
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={30} />
      ))}
    </Stack>
  )
}

/** Failed: the sentence, and a way to try again. */
export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title="Chưa xem được">
      {sentenceOf(error)}
      {onRetry && (
        <Group mt="sm">
          <Button variant="default" size="xs" onClick={onRetry}>
            Thử lại
          </Button>
        </Group>
      )}
    </Alert>
  )
}

/** In place of an answer that is not there: it loads, or has failed. An answer that has failed to renew keeps its place. */
export function AwaitedState({
  isThere,
  error,
  onRetry,
  rows,
}: {
  readonly isThere: boolean
  readonly error: unknown
  readonly onRetry: () => void
  readonly rows?: number
}) {
  if (error !== null) return <ErrorState error={error} onRetry={onRetry} />
  if (isThere) return null
  return rows === undefined ? <LoadingState /> : <LoadingState rows={rows} />
}

/** The head of a page: title, a line under it, actions at the right. */
export function PageHead({
  title,
  text,
  actions,
}: {
  readonly title: string
  readonly text?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <Group justify="space-between" align="flex-start" mb="md" wrap="nowrap">
      <div>
        <Title order={1}>{title}</Title>
        {text !== undefined && (
          <Text size="sm" c="dimmed" component="div">
            {text}
          </Text>
        )}
      </div>
      {actions !== undefined && (
        <Group gap="xs" className="no-print" justify="flex-end">
          {actions}
        </Group>
      )}
    </Group>
  )
}

/** A titled block of a page. */
export function Block({
  title,
  actions,
  children,
}: {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{title}</Title>
        {actions}
      </Group>
      {children}
    </Paper>
  )
}
