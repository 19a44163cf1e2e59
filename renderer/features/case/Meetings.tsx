/**
 * Votes, decisions, receipts, ceremony, card and moves as they were recorded: numbers, outcome, resolution. Each matter
 * under its own heading, in the order of a life.
 */
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Matter } from '../../../shared/model/acts.ts'
import type { MatterState } from '../../../shared/model/case/matter-state.ts'
import { actsOf } from '../../../shared/model/stage.ts'
import { measureBranchVote, measureCommitteeVote } from '../../../shared/rules/votes.ts'
import { bodiesOn, rulesOn } from '../../rules-in-force.ts'
import {
  CANCEL_GROUNDS,
  DECISION_OUTCOMES,
  MATTERS,
  ON_PAPER,
  showDay,
  showNumber,
  STAGES,
  TAKEN_OVER,
  VOTE_METHODS,
  VOTE_OUTCOMES,
  withBodies,
} from '../../../shared/words/vi.ts'
import { Block } from '../../parts/states.tsx'
import type { CaseForm } from './case-forms.ts'
import type { Situation } from './situation.ts'

const LATER = ['recognition', 'removal', 'cancellation'] as const

/** What was voted and decided. */
export function Meetings({
  situation,
  onOpen,
}: {
  readonly situation: Situation
  readonly onOpen: (form: CaseForm) => void
}) {
  const { state } = situation.view
  const { branchVotes, committeeVotes, decisions, ceremony, known } = state
  const isEmpty = branchVotes.length + committeeVotes.length + decisions.length === 0 && ceremony === null
  const later = LATER.filter((matter) => !isUntouched(actsOf(state, matter)))
  if (known === 'line' && isEmpty && later.length === 0) return null
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
        <MatterLines acts={state} />
        {ceremony !== null && (
          <Line title={`Lễ kết nạp ngày ${showDay(ceremony.date)}`} act={ceremony}>
            {ceremony.place}
            {ceremony.helper !== undefined &&
              `${ceremony.place === undefined ? '' : '. '}Người giúp đỡ đảng viên dự bị: ${ceremony.helper.name}.`}
          </Line>
        )}
        <Membership situation={situation} />
        {later.map((matter) => (
          <Later key={matter} matter={matter} acts={actsOf(state, matter)} />
        ))}
        <Rest situation={situation} />
      </Stack>
    </Block>
  )
}

/** The days that are computed, never typed in. */
function Membership({ situation: { view } }: { readonly situation: Situation }) {
  const { membership } = view.assessment
  if (membership === null) return null
  const { partyAgeFrom, probationEnd } = membership
  return (
    <Text size="sm">
      Tròn thời gian dự bị ngày <b>{showDay(probationEnd)}</b>; nếu được công nhận thì là đảng viên chính thức từ ngày
      này.
      {partyAgeFrom !== null && ` Tuổi đảng tính từ ngày ${showDay(partyAgeFrom)}.`}
    </Text>
  )
}

function Later({ matter, acts }: { readonly matter: Matter; readonly acts: MatterState }) {
  return (
    <section aria-label={MATTERS[matter]}>
      <Title order={3} size="h5" mb={4}>
        {MATTERS[matter]}
      </Title>
      <Stack gap="sm">
        <MatterLines acts={acts} />
      </Stack>
    </section>
  )
}

/** Card, moves, report. */
function Rest({ situation: { view } }: { readonly situation: Situation }) {
  const { card, transfers, departure } = view.state
  return (
    <>
      {card !== null && (
        <Line title={`Thẻ đảng viên số ${card.number}, phát ngày ${showDay(card.date)}`} act={card}>
          {card.decision?.number !== undefined && `Quyết định phát thẻ số ${card.decision.number}.`}
        </Line>
      )}
      {transfers.map((moved) => (
        <Line
          key={moved.entry + moved.date}
          title={`Chuyển ${moved.direction === 'in' ? 'từ' : 'đến'} ${moved.otherOffice} ngày ${showDay(moved.date)}`}
          act={moved}
        >
          {[
            moved.paper?.number === undefined
              ? 'Chưa ghi số giấy giới thiệu'
              : `Giấy giới thiệu số ${moved.paper.number}`,
            moved.until === undefined ? null : `tạm thời đến ngày ${showDay(moved.until)}`,
            moved.presentedOn === undefined ? null : `trình ngày ${showDay(moved.presentedOn)}`,
            moved.completedOn === undefined ? null : `hoàn thành ngày ${showDay(moved.completedOn)}`,
          ]
            .filter((part) => part !== null)
            .join('; ')}
          .
        </Line>
      ))}
      {departure !== null && (
        <Line
          title={`Phiếu báo ngày ${showDay(departure.date)}: ${STAGES[departure.reason].toLowerCase()}`}
          act={departure}
        >
          {`Ngày ${showDay(departure.on)}.`}
        </Line>
      )}
    </>
  )
}

function MatterLines({ acts }: { readonly acts: MatterState }) {
  const { branchVotes, committeeVotes, decisions, receipt } = acts
  return (
    <>
      {branchVotes.map((vote, index) => {
        const measured = measureBranchVote(vote, rulesOn(vote.date))
        return (
          <Line
            key={`b${index}`}
            title={`Chi bộ họp ngày ${showDay(vote.date)}`}
            act={vote}
            passed={measured.passed && vote.concludes === undefined}
            {...(vote.concludes === undefined ? {} : { outcome: CONCLUSIONS[vote.concludes] })}
          >
            {`${showNumber(vote.agree)} trên ${showNumber(measured.of)} đảng viên chính thức tán thành (cần ${showNumber(measured.needed)}); không tán thành ${showNumber(vote.disagree)}, phiếu trắng hoặc không hợp lệ ${showNumber(vote.blank)}. Có mặt ${showNumber(vote.presentOfficial)} chính thức, ${showNumber(vote.presentProbationary)} dự bị. ${VOTE_METHODS[vote.method]}.${resolution(vote.resolution)}`}
          </Line>
        )
      })}
      {committeeVotes.map((vote, index) => {
        const measured = measureCommitteeVote(vote, rulesOn(vote.date))
        return (
          <Line
            key={`c${index}`}
            title={withBodies(`Đảng ủy cơ sở họp ngày ${showDay(vote.date)}`, bodiesOn(vote.date))}
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
          passed={decision.outcome === 'admit' || decision.outcome === 'recognise'}
        >
          {decision.body}
          {decision.signer !== undefined && `, người ký: ${decision.signer}`}
          {decision.officialFrom !== undefined && `. Đảng viên chính thức từ ngày ${showDay(decision.officialFrom)}`}
          {decision.ground !== undefined && `. ${CANCEL_GROUNDS[decision.ground]}`}
          {decision.reason !== undefined && `. Lý do: ${decision.reason}`}
        </Line>
      ))}
      {receipt !== null && (
        <Line title={`Đơn vị nhận quyết định ngày ${showDay(receipt.date)}`} act={receipt}>
          {null}
        </Line>
      )}
    </>
  )
}

const CONCLUSIONS = { removal: 'Đề nghị xóa tên', extension: 'Kéo dài thời gian dự bị' } as const

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

function isUntouched({ branchVotes, committeeVotes, decisions }: MatterState): boolean {
  return branchVotes.length + committeeVotes.length + decisions.length === 0
}

function resolution(
  ref: { readonly number?: string | undefined; readonly date?: string | undefined } | undefined,
): string {
  if (ref === undefined) return ''
  const number = ref.number === undefined ? '' : ` số ${ref.number}`
  return ` Nghị quyết${number}${ref.date === undefined ? '' : ` ngày ${showDay(ref.date)}`}.`
}
