/**
 * What a person has judged of this case and others: one and the same, or one who has moved; each leads to the other case.
 */
import { Alert, Anchor } from '@mantine/core'
import { JUDGEMENTS } from '../../../shared/words/vi.ts'
import { showDayOf } from '../../parts/times.ts'
import type { Situation } from './situation.ts'

/** The notes; nothing where this person was told apart from everybody. */
export function SamePerson({ situation }: { readonly situation: Situation }) {
  const same = situation.view.review.judged.filter(({ judgement }) => judgement !== 'apart')
  return same.map(({ other, judgement, by, at, note }) => (
    <Alert key={other} color="blue" role="note">
      {JUDGEMENTS[judgement]}: {by} đối chiếu ngày {showDayOf(at)}
      {note === undefined ? '' : ` (${note})`}.{' '}
      <Anchor href={`#/ho-so/${other}`} size="sm" underline="always">
        Mở hồ sơ kia
      </Anchor>
    </Alert>
  ))
}
