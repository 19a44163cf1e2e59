/**
 * The votes with their arithmetic: of how many, how many were needed, whether that was reached.
 */
import { Badge, Group, Stack, Text } from '@mantine/core'
import type { Matter } from '../../../shared/model/acts.ts'
import type { MatterState } from '../../../shared/model/case/matter-state.ts'
import type { Step } from '../../../shared/rules/rule-codes.ts'
import { bodiesOn, rulesOn } from '../../rules-in-force.ts'
import { measureBranchVote, measureCommitteeVote, type Measured } from '../../../shared/rules/votes.ts'
import { showDay, showNumber, STEPS, VOTE_METHODS, VOTE_OUTCOMES, withBodies } from '../../../shared/words/vi.ts'

/** The votes of a case. */
export function Votes({
  state,
  matter,
}: {
  readonly state: Pick<MatterState, 'branchVotes' | 'committeeVotes'>
  readonly matter: Matter
}) {
  const steps = VOTE_STEPS[matter]
  const branch = state.branchVotes.at(-1)
  const committee = state.committeeVotes.at(-1)
  if (branch === undefined && committee === undefined)
    return (
      <Text size="sm" c="dimmed">
        Hồ sơ không có kết quả họp xét.
      </Text>
    )
  return (
    <Stack gap="sm">
      {branch !== undefined && (
        <Vote
          title={STEPS[steps[0]]}
          day={branch.date}
          resolution={branch.resolution?.number}
          measured={measureBranchVote(branch, rulesOn(branch.date))}
          details={`${VOTE_METHODS[branch.method]}. Chính thức ${showNumber(branch.official)}, không tính vào tỷ lệ ${showNumber(branch.excluded)}, có mặt ${showNumber(branch.presentOfficial)}; tán thành ${showNumber(branch.agree)}, không tán thành ${showNumber(branch.disagree)}, phiếu trắng hoặc không hợp lệ ${showNumber(branch.blank)}.`}
        />
      )}
      {committee !== undefined && (
        <Vote
          title={withBodies(STEPS[steps[1]], bodiesOn(committee.date))}
          day={committee.date}
          resolution={committee.resolution?.number}
          measured={measureCommitteeVote(committee, rulesOn(committee.date))}
          details={`Tổng số thành viên ${showNumber(committee.members)}, có mặt ${showNumber(committee.present)}; tán thành ${showNumber(committee.agree)}, không tán thành ${showNumber(committee.disagree)}, phiếu trắng hoặc không hợp lệ ${showNumber(committee.blank)}.`}
        />
      )}
    </Stack>
  )
}

const VOTE_STEPS: Readonly<Record<Matter, readonly [branch: Step, committee: Step]>> = {
  admission: ['branchVote', 'committeeVote'],
  recognition: ['recognitionVote', 'recognitionCommittee'],
  removal: ['removalVote', 'removalCommittee'],
  cancellation: ['cancellationVote', 'cancellationCommittee'],
}

function Vote({
  title,
  day,
  resolution,
  measured: { agree, of, needed, passed },
  details,
}: {
  readonly title: string
  readonly day: string
  readonly resolution: string | undefined
  readonly measured: Measured
  readonly details: string
}) {
  return (
    <div>
      <Group gap="xs" justify="space-between">
        <Text size="sm" fw={600}>
          {title}, ngày {showDay(day)}
          {resolution === undefined ? '' : `, nghị quyết số ${resolution}`}
        </Text>
        <Badge color={passed ? 'teal' : 'red'}>{passed ? VOTE_OUTCOMES.passed : VOTE_OUTCOMES.short}</Badge>
      </Group>
      <Text size="sm">
        {showNumber(agree)} trên {showNumber(of)} tán thành, cần ít nhất {showNumber(needed)}.
      </Text>
      <Text size="xs" c="dimmed">
        {details}
      </Text>
    </div>
  )
}
