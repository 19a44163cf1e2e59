/**
 * What a school has seen of a pupil, for the school itself and for the unit that takes the person on: the class of each school year, and
 * the evaluation of each term.
 */
import { Badge, List, Text } from '@mantine/core'
import { pupilOf } from '../../../shared/model/schools/pupil.ts'
import { CRITERION_RESULTS, lower, PUPIL_SUMMARIES, showDay } from '../../../shared/words/vi.ts'
import { Block } from '../../parts/states.tsx'
import type { Situation } from './situation.ts'

/** The block; not there for whoever was never a pupil here. */
export function SchoolBlock({ situation }: { readonly situation: Situation }) {
  const pupil = pupilOf(situation.view.state)
  if (pupil === null) return null
  return (
    <Block title="Thời gian học tại trường">
      <Text size="sm">
        {pupil.places.map(({ schoolYear, class: name }) => `${name} (${schoolYear})`).join(', ')}; ra trường ngày{' '}
        {showDay(pupil.place.leavesOn)}.
      </Text>
      {pupil.evaluations.length === 0 ? (
        <Text size="sm" c="dimmed" mt={4}>
          Chưa có đánh giá học kỳ nào.
        </Text>
      ) : (
        <List size="sm" spacing={4} mt={4} aria-label="Đánh giá theo học kỳ">
          {pupil.evaluations.map((evaluation) => (
            <List.Item key={evaluation.entry} style={{ overflowWrap: 'anywhere' }}>
              Học kỳ {evaluation.term}, {evaluation.schoolYear}:{' '}
              <Badge color={evaluation.summary === 'ready' ? 'teal' : 'blue'}>
                {PUPIL_SUMMARIES[evaluation.summary]}
              </Badge>{' '}
              {evaluation.criteria
                .map(({ criterion, result }) => `${criterion}: ${lower(CRITERION_RESULTS[result])}`)
                .join('; ')}
              {evaluation.note !== undefined && `. ${evaluation.note}`}
            </List.Item>
          ))}
        </List>
      )}
    </Block>
  )
}
