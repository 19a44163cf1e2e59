/**
 * Votes, decision, receipt and ceremony as they were recorded: numbers, outcome, resolution.
 */
import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { measureBranchVote, measureCommitteeVote } from '../../../shared/rules/votes.ts'
import { rulesOn } from '../../parts/office-rules.ts'
import {
  DECISION_OUTCOMES,
  ON_PAPER,
  showDay,
  showNumber,
  TAKEN_OVER,
  VOTE_METHODS,
  VOTE_OUTCOMES,
} from '../../../shared/words/vi.ts'
import { Block } from '../../parts/states.tsx'
import type { CaseForm } from './case-forms.ts'
import type { Situation } from './situation.ts'

/** What was voted and decided. */
export function Meetings({
  situation,
  onOpen,
}: {
  readonly situation: Situation
  readonly onOpen: (form: CaseForm) => void
}) {
  const { branchVotes, committeeVotes, decisions, receipt, ceremony, known } = situation.view.state
  const isEmpty = branchVotes.length + committeeVotes.length + decisions.length === 0 && ceremony === null
  if (known === 'line' && isEmpty) return null
  return (
    <Block
      title="Họp xét, quyết định, lễ kết nạp"
      actions={
        situation.mayRecord && branchVotes.length === 0 ? (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onOpen({ form: 'branchVote', matter: 'admission' })}
          >
            Ghi cuộc họp chi bộ
          </Button>
        ) : undefined
      }
    >
      {isEmpty && (
        <Text size="sm" c="dimmed">
          Chưa ghi cuộc họp nào.
        </Text>
      )}
      <Stack gap="sm">
        {branchVotes.map((vote, index) => {
          const measured = measureBranchVote(vote, rulesOn(vote.date))
          return (
            <Line key={`b${index}`} title={`Chi bộ họp ngày ${showDay(vote.date)}`} act={vote} passed={measured.passed}>
              {`${showNumber(vote.agree)} trên ${showNumber(measured.of)} đảng viên chính thức tán thành (cần ${showNumber(measured.needed)}); không tán thành ${showNumber(vote.disagree)}, phiếu trắng hoặc không hợp lệ ${showNumber(vote.blank)}. Có mặt ${showNumber(vote.presentOfficial)} chính thức, ${showNumber(vote.presentProbationary)} dự bị. ${VOTE_METHODS[vote.method]}.${resolution(vote.resolution)}`}
            </Line>
          )
        })}
        {committeeVotes.map((vote, index) => {
          const measured = measureCommitteeVote(vote, rulesOn(vote.date))
          return (
            <Line
              key={`c${index}`}
              title={`Đảng ủy cơ sở họp ngày ${showDay(vote.date)}`}
              act={vote}
              passed={measured.passed}
            >
              {`${showNumber(vote.agree)} trên ${showNumber(measured.of)} cấp ủy viên tán thành (cần ${showNumber(measured.needed)}).${resolution(vote.resolution)}`}
            </Line>
          )
        })}
        {decisions.map((decision) => (
          <Line
            key={decision.entry}
            title={`Quyết định số ${decision.number} ngày ${showDay(decision.date)}`}
            act={decision}
            outcome={DECISION_OUTCOMES[decision.outcome]}
            passed={decision.outcome === 'admit'}
          >
            {decision.body}
            {decision.signer !== undefined && `, người ký: ${decision.signer}`}
            {decision.reason !== undefined && `. Lý do: ${decision.reason}`}
          </Line>
        ))}
        {receipt !== null && (
          <Line title={`Đơn vị nhận quyết định ngày ${showDay(receipt.date)}`} act={receipt}>
            {null}
          </Line>
        )}
        {ceremony !== null && (
          <Line title={`Lễ kết nạp ngày ${showDay(ceremony.date)}`} act={ceremony}>
            {ceremony.place}
            {ceremony.helper !== undefined && ` Người giúp đỡ đảng viên dự bị: ${ceremony.helper.name}.`}
          </Line>
        )}
      </Stack>
    </Block>
  )
}

function Line({
  title,
  act,
  passed,
  outcome,
  children,
}: {
  readonly title: string
  readonly act: { readonly origin: string; readonly onPaper: boolean }
  readonly passed?: boolean
  readonly outcome?: string
  readonly children: ReactNode
}) {
  return (
    <div>
      <Group gap={6}>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        {passed !== undefined && (
          <Badge color={passed ? 'teal' : 'orange'}>{outcome ?? VOTE_OUTCOMES[passed ? 'passed' : 'short']}</Badge>
        )}
        {act.onPaper && <Badge color="gray">{ON_PAPER}</Badge>}
        {act.origin === 'takenOver' && <Badge color="gray">{TAKEN_OVER}</Badge>}
      </Group>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
    </div>
  )
}

function resolution(
  ref: { readonly number?: string | undefined; readonly date?: string | undefined } | undefined,
): string {
  if (ref === undefined) return ''
  const number = ref.number === undefined ? '' : ` số ${ref.number}`
  return ` Nghị quyết${number}${ref.date === undefined ? '' : ` ngày ${showDay(ref.date)}`}.`
}
