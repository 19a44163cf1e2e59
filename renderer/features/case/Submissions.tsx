/**
 * Every time the dossier was sent, with what came back: taken in, or returned item by item.
 */
import { Badge, Group, List, Stack, Text } from '@mantine/core'
import type { SubmissionState } from '../../../shared/model/case/gathered.ts'
import { guardedIn } from '../../../shared/documents/guarded.ts'
import { Matter } from '../../../shared/model/acts.ts'
import { actsOf } from '../../../shared/model/stage.ts'
import { lower, MATTERS, ON_PAPER, paperName, REVIEW_OUTCOMES, showDay, TAKEN_OVER } from '../../../shared/words/vi.ts'
import { guardedMark } from '../../parts/GuardedChoice.tsx'
import { Block } from '../../parts/states.tsx'
import type { Situation } from './situation.ts'

/** The submissions of a case. */
export function Submissions({ situation }: { readonly situation: Situation }) {
  const sent = Matter.options.flatMap((matter) => {
    const { submissions, decision } = actsOf(situation.view.state, matter)
    return submissions.map((submission, index) => ({
      matter,
      submission,
      isDecided: decision !== null && index === submissions.length - 1,
    }))
  })
  if (sent.length === 0) return null
  const relatives = (situation.view.state.resume?.relatives ?? []).map(({ name }) => name)
  return (
    <Block title="Các lần gửi hồ sơ">
      <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {sent.map((each, index) => (
          <Line key={each.submission.entry + each.matter} number={index + 1} relatives={relatives} {...each} />
        ))}
      </Stack>
    </Block>
  )
}

function Line({
  matter,
  submission,
  number,
  relatives,
  isDecided,
}: {
  readonly matter: Matter
  readonly submission: SubmissionState
  readonly number: number
  /** Their names: a remark may say one. */
  readonly relatives: readonly string[]
  readonly isDecided: boolean
}) {
  const { date, letter, batch, note, received, returned, origin } = submission
  const details = [
    letter?.number === undefined ? null : `công văn số ${letter.number}`,
    letter?.date === undefined ? null : `ngày ${showDay(letter.date)}`,
    batch === undefined ? null : `đợt ${batch}`,
  ].filter((part) => part !== null)
  return (
    <li aria-label={`Lần ${number}`}>
      <Group gap={6}>
        <Text size="sm" fw={600}>
          Lần {number}: gửi ngày {showDay(date)}
          {matter !== 'admission' && `, ${lower(MATTERS[matter])}`}
        </Text>
        {returned !== null ? (
          <Badge color="orange">Được trả lại để bổ sung</Badge>
        ) : received !== null ? (
          <Badge color="teal">Đã tiếp nhận {showDay(received.date)}</Badge>
        ) : isDecided ? (
          <Badge color="teal">Đã có quyết định</Badge>
        ) : (
          <Badge color="gray">Chờ tiếp nhận</Badge>
        )}
        {origin === 'takenOver' && <Badge color="gray">{TAKEN_OVER}</Badge>}
        {(returned ?? received)?.onPaper === true && <Badge color="gray">{ON_PAPER}</Badge>}
      </Group>
      {details.length > 0 && (
        <Text size="sm" c="dimmed">
          {details.join(', ')}
        </Text>
      )}
      {note !== undefined && <Text size="sm">{note}</Text>}
      {submission.reviews.map((review, place) => (
        <Text key={place} size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
          Thẩm định ngày {showDay(review.date)}: {lower(REVIEW_OUTCOMES[review.outcome])}
          {review.note !== undefined && (
            <span {...guardedMark(guardedIn(review.note, relatives))}>. {review.note}</span>
          )}
        </Text>
      ))}
      {returned !== null && (
        <>
          <Text size="sm" mt={4}>
            Trả lại ngày {showDay(returned.date)}
            {returned.answerBy !== undefined && `, hạn bổ sung ${showDay(returned.answerBy)}`}:
          </Text>
          <List size="sm" type="ordered" pl="md">
            {returned.remarks.map((remark, index) => {
              const paper = remark.paper === undefined ? null : (paperName(remark.paper) ?? remark.paper)
              return (
                <List.Item
                  key={index}
                  style={{ overflowWrap: 'anywhere' }}
                  {...guardedMark(guardedIn(`${paper ?? ''} ${remark.text}`, relatives))}
                >
                  {paper !== null && <b>{paper}: </b>}
                  {remark.text}
                </List.Item>
              )
            })}
          </List>
        </>
      )}
    </li>
  )
}
