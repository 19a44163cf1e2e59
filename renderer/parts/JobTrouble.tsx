/**
 * What a job says that came to nothing: in red, or in blue where it is no failure (names.ts).
 */
import { Alert } from '@mantine/core'
import type { Names } from '../../shared/words/vi.ts'
import type { Job } from './job.ts'
import { troubleColour, troubleOf } from './names.ts'

/**
 * The sentence; nothing where all went well.
 * @param jobs - of a place with several: the first that came to nothing speaks
 * @param names - none where the store is not open
 */
export function JobTrouble({
  jobs,
  names = {},
  title,
}: {
  readonly jobs: readonly Pick<Job<unknown>, 'refusal' | 'failure'>[]
  readonly names?: Names
  readonly title?: string
}) {
  const [told] = jobs.flatMap((job) => troubleOf(job, names) ?? [])
  if (told === undefined) return null
  return (
    <Alert color={troubleColour(...jobs)} role="alert" title={title}>
      {told}
    </Alert>
  )
}
