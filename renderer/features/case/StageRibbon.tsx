/**
 * The way of a case in eight steps: behind, now, ahead. Said in words for readers; an ended case shows where it ended.
 */
import { Alert, Group, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { Stage } from '../../../shared/model/codes.ts'
import { isEnded } from '../../../shared/model/stage.ts'
import { STAGES } from '../../../shared/words/vi.ts'
import './stage-ribbon.css'

type Stop = { readonly label: string; readonly stages: readonly Stage[] }

const STOPS: readonly Stop[] = [
  { label: 'Nguồn', stages: ['listed'] },
  { label: 'Giúp đỡ', stages: ['helped', 'trained'] },
  { label: 'Lập hồ sơ', stages: ['preparing'] },
  { label: 'Họp xét', stages: ['branchVoted', 'committeeVoted'] },
  { label: 'Gửi hồ sơ', stages: ['submitted', 'received', 'returned'] },
  { label: 'Quyết định', stages: ['admitted', 'decisionReceived'] },
  { label: 'Dự bị', stages: ['probation'] },
]

/** The ribbon of stages. */
export function StageRibbon({ stage }: { readonly stage: Stage }) {
  if (isEnded(stage))
    return (
      <Alert color="gray" py={8}>
        <Text size="sm" fw={600}>
          {STAGES[stage]}
        </Text>
      </Alert>
    )
  const now = STOPS.findIndex(({ stages }) => stages.includes(stage))
  return (
    <Group component="ol" className="stage-ribbon" aria-label="Các giai đoạn" gap={0} wrap="nowrap">
      {STOPS.map(({ label }, index) => (
        <li
          key={label}
          data-state={index < now ? 'behind' : index === now ? 'now' : 'ahead'}
          {...(index === now ? { 'aria-current': 'step' as const } : {})}
        >
          {index < now && <IconCheck size={14} aria-hidden />}
          <span>{label}</span>
        </li>
      ))}
    </Group>
  )
}
