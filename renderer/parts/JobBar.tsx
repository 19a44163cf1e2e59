/**
 * A job that runs: what it is doing, how far it is, and a button that stops it.
 */
import { Button, Group, Paper, Progress, Stack, Text } from '@mantine/core'
import type { JobProgress } from '../../shared/contract/exchange.ts'
import { showSize } from '../../shared/words/vi.ts'
import type { Job } from './job.ts'

const PHASES: { readonly [Phase in JobProgress['phase']]: string } = {
  collect: 'Đang gom bản ghi',
  write: 'Đang ghi',
  'read-back': 'Đang đọc lại để kiểm tra',
  check: 'Đang kiểm tra các tệp',
  read: 'Đang mở và đối chiếu',
}

/**
 * How far a job is, while it runs.
 * @param describe - in words, for jobs whose steps are not those of a bundle
 */
export function JobBar({
  job,
  label,
  describe,
}: {
  readonly job: Job<unknown>
  readonly label: string
  readonly describe?: (progress: Omit<JobProgress, 'phase'> & { readonly phase: string }) => string
}) {
  if (!job.isRunning) return null
  const { progress } = job
  const share = progress === null || progress.total === 0 ? 0 : Math.min(100, (progress.done / progress.total) * 100)
  return (
    <Paper withBorder p="sm" role="group" aria-label={label}>
      <Group justify="space-between" wrap="nowrap">
        <Stack gap={6} flex={1}>
          <Text size="sm" fw={600}>
            {label}
          </Text>
          <Progress value={share} animated={share === 0} aria-label={label} />
          <Text size="sm" c="dimmed">
            {progress === null ? 'Đang bắt đầu' : describe === undefined ? bundleWords(progress) : describe(progress)}
          </Text>
        </Stack>
        <Button variant="default" onClick={job.stop}>
          Dừng
        </Button>
      </Group>
    </Paper>
  )
}

function bundleWords({ phase, done, total }: JobProgress): string {
  return phase === 'collect'
    ? PHASES.collect
    : `${PHASES[phase]} ${showSize(done)} trên ${showSize(Math.max(total, done))}`
}
