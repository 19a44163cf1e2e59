/**
 * What is odd about the number of a resolution, beside those of the same body in this term of office, while it is being
 * recorded. Said and never in the way; what is on record is a finding of its case (C38).
 */
import { Alert, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { DoubtsInput, TypedResolution } from '../../shared/contract/documents.ts'
import { numberWarningSentence } from '../../shared/words/vi.ts'
import { useAsk } from '../queries.ts'

const WHOLE_DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * The doubts about a number as it is typed. A vote is passed on the day of its meeting; a resolution about the list whose
 * own day nobody has written has none, since the day of what it resolves does not tell it.
 * @param about - the people, or the unit whose list is reviewed
 */
export function ResolutionNumber({
  about,
  act,
  matter,
  values,
}: {
  readonly about: Pick<DoubtsInput, 'cases' | 'unit'>
  readonly act: TypedResolution['act']
  readonly matter?: TypedResolution['matter']
  readonly values: { readonly date?: string; readonly 'resolution.number': string; readonly 'resolution.date': string }
}) {
  const number = values['resolution.number'].trim()
  const written = values['resolution.date']
  const date = written !== '' || act === 'list' ? written : (values.date ?? '')
  const [asked] = useDebouncedValue(`${number} ${date}`, 200)
  const isWhole = number !== '' && (WHOLE_DAY.test(date) || (date === '' && act === 'list'))
  const { data } = useAsk(
    'resolution.doubts',
    {
      ...about,
      typed: { act, number, ...(date === '' ? {} : { date }), ...(matter === undefined ? {} : { matter }) },
    },
    { enabled: isWhole && asked === `${number} ${date}` },
  )
  const warnings = isWhole ? (data?.warnings ?? []) : []
  // Its place is kept: what is said on leaving a field must not move the button from under the mouse.
  return (
    <Stack gap="xs" mih={46}>
      {warnings.map((warning) => (
        <Alert key={`${warning.code} ${warning.number}`} color="yellow" role="status" py={6}>
          {numberWarningSentence(warning)}
        </Alert>
      ))}
    </Stack>
  )
}
