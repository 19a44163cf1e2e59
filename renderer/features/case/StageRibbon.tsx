/**
 * The way of a case in nine steps: behind, now, ahead. Said in words for readers; an ended case shows where it ended.
 */
import { Alert, Group, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { CaseView } from '../../../shared/contract/answers.ts'
import type { CaseState } from '../../../shared/model/case-state.ts'
import type { Stage } from '../../../shared/model/codes.ts'
import { isEnded } from '../../../shared/model/stage.ts'
import { STAGES, withBodies } from '../../../shared/words/vi.ts'
import './stage-ribbon.css'

/** `has`: whether it was really done, for a case that went on without it. */
type Stop = {
  readonly label: string
  readonly stages: readonly Stage[]
  readonly has: (state: CaseState) => boolean
}

const STOPS: readonly Stop[] = [
  { label: 'Nguồn', stages: ['listed'], has: () => true },
  {
    label: 'Giúp đỡ',
    stages: ['helped', 'trained'],
    has: ({ helpers, line }) => helpers.length > 0 || line?.helper !== undefined,
  },
  { label: 'Lập hồ sơ', stages: ['preparing'], has: ({ papers }) => papers.length > 0 },
  { label: 'Họp xét', stages: ['branchVoted', 'committeeVoted'], has: ({ branchVotes }) => branchVotes.length > 0 },
  {
    label: 'Gửi hồ sơ',
    stages: ['submitted', 'received', 'returned'],
    has: ({ submissions }) => submissions.length > 0,
  },
  { label: 'Quyết định', stages: ['admitted', 'decisionReceived'], has: ({ decision }) => decision !== null },
  { label: 'Dự bị', stages: ['probation'], has: ({ ceremony }) => ceremony !== null },
  {
    label: 'Công nhận',
    stages: [
      'recognitionVoted',
      'recognitionCommitteeVoted',
      'recognitionSubmitted',
      'recognitionReceived',
      'recognitionReturned',
      'recognitionRefused',
    ],
    has: ({ recognition }) => recognition.branchVotes.length > 0 || recognition.decision !== null,
  },
  { label: 'Chính thức', stages: ['recognised'], has: ({ recognition }) => recognition.decision !== null },
]

/** Stages off the straight way. */
const PROPOSALS: ReadonlySet<Stage> = new Set<Stage>([
  'removalProposed',
  'removalSubmitted',
  'removalReturned',
  'cancellationProposed',
  'cancellationSubmitted',
  'cancellationReturned',
])

/** The ribbon of stages. */
export function StageRibbon({ view: { stage, state, assessment } }: { readonly view: CaseView }) {
  const said = withBodies(STAGES[stage], assessment.bodies)
  if (isEnded(stage))
    return (
      <Alert color={stage === 'cardIssued' ? 'teal' : 'gray'} py={8}>
        <Text size="sm" fw={600}>
          {said}
        </Text>
      </Alert>
    )
  if (PROPOSALS.has(stage))
    return (
      <Alert color="orange" py={8}>
        <Text size="sm" fw={600}>
          {said}
        </Text>
      </Alert>
    )
  const now = STOPS.findIndex(({ stages }) => stages.includes(stage))
  return (
    <Group component="ol" className="stage-ribbon" aria-label="Các giai đoạn" gap={0} wrap="nowrap">
      {STOPS.map(({ label, has }, index) => (
        <li
          key={label}
          data-state={index < now ? 'behind' : index === now ? 'now' : 'ahead'}
          {...(index === now ? { 'aria-current': 'step' as const } : {})}
        >
          {index < now && (state.known === 'line' || has(state)) && <IconCheck size={14} aria-hidden />}
          <span>{label}</span>
        </li>
      ))}
    </Group>
  )
}
