/**
 * What is odd about the number of a resolution (C38), beside those of the same body in this term of office: while its
 * meeting is being recorded, and of what is on record. Said and never in the way.
 */
import { Alert, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { TypedResolution } from '../../shared/contract/documents.ts'
import { numberWarningSentence, SHORT_VOTE_BODIES, withBodies } from '../../shared/words/vi.ts'
import { useAsk } from '../queries.ts'
import { bodiesOn } from '../rules-in-force.ts'

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/

/** The doubts about a number as it is typed. */
export function ResolutionNumber({
  caseId,
  body,
  values,
}: {
  readonly caseId: string
  readonly body: TypedResolution['body']
  readonly values: { readonly date: string; readonly 'resolution.number': string; readonly 'resolution.date': string }
}) {
  const number = values['resolution.number'].trim()
  const date = values['resolution.date'] === '' ? values.date : values['resolution.date']
  const [asked] = useDebouncedValue(`${number} ${date}`, 200)
  const isWhole = number !== '' && WHOLE_DAY.test(date)
  const { data } = useAsk(
    'resolution.doubts',
    { case: caseId, typed: { body, number, date } },
    { enabled: isWhole && asked === `${number} ${date}` },
  )
  const warnings = (isWhole ? data?.doubts : undefined)?.flatMap((doubt) => doubt.warnings) ?? []
  // Its place is kept: what is said on leaving a field must not move the button from under the mouse.
  return (
    <Stack gap="xs" mih={46}>
      {warnings.map((warning) => (
        <Alert key={warning.code} color="yellow" role="status" py={6}>
          {numberWarningSentence(warning)}
        </Alert>
      ))}
    </Stack>
  )
}

/** The doubts about what is on record of a case: for who keeps it, and for who reviews it. */
export function ResolutionDoubts({ caseId }: { readonly caseId: string }) {
  const doubts = useAsk('resolution.doubts', { case: caseId }).data?.doubts ?? []
  if (doubts.length === 0) return null
  return (
    <Alert color="yellow" role="note" title="Số nghị quyết cần đối chiếu">
      {doubts.flatMap(({ body, number, date, warnings }) =>
        warnings.map((warning) => (
          <Text key={`${body} ${number} ${warning.code}`} size="sm" style={{ overflowWrap: 'anywhere' }}>
            {withBodies(SHORT_VOTE_BODIES[body], bodiesOn(date))}, số {number}: {numberWarningSentence(warning)}
          </Text>
        )),
      )}
    </Alert>
  )
}
