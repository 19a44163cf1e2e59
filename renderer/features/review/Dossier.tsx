/**
 * The dossier as it was sent: who, the state of the deadline, findings, votes, papers, earlier returns.
 */
import { Alert, Anchor, Group, List, Stack, Text, Title } from '@mantine/core'
import type { CaseView, MovingCase } from '../../../shared/contract/answers.ts'
import { limitOf } from '../../../shared/contract/review-queue.ts'
import { openConsents } from '../../../shared/model/case/consents.ts'
import type { ConsentKind } from '../../../shared/model/review-acts.ts'
import { actsOf } from '../../../shared/model/stage.ts'
import {
  CONSENT_KINDS,
  EXTENDABLE_LIMITS,
  lower,
  MATTERS,
  paperName,
  REVIEW_OUTCOMES,
  showDay,
  STAGES,
  withBodies,
} from '../../../shared/words/vi.ts'
import { LimitBadge } from '../../parts/LimitBadge.tsx'
import { OpinionFacts } from '../../parts/OpinionFacts.tsx'
import { ResumeFacts } from '../../parts/ResumeFacts.tsx'
import { Block } from '../../parts/states.tsx'
import { Findings } from './Findings.tsx'
import { Papers } from './Papers.tsx'
import type { OpenScan } from './ScanPane.tsx'
import { ProfileFacts } from './ProfileFacts.tsx'
import { linesFor } from './review-state.ts'
import { Votes } from './Votes.tsx'

/** The dossier. */
export function Dossier({
  view,
  row,
  isReading,
  onScan,
}: {
  readonly view: CaseView
  readonly row: MovingCase
  /** A scan stands beside it. */
  readonly isReading: boolean
  readonly onScan: (scan: OpenScan) => void
}) {
  const { state, unit, assessment, keeperName } = view
  const limit = limitOf(row)
  const acts = actsOf(state, row.matter)
  const sent = acts.submissions.at(-1)
  return (
    <article aria-label={`Hồ sơ của ${state.profile.name}`} className="review-dossier">
      <Stack gap="sm">
        <div>
          <Group justify="space-between" align="flex-start">
            <Title order={2}>{state.profile.name}</Title>
            {limit !== null && <LimitBadge limit={limit} />}
          </Group>
          <Text size="sm">
            {unit?.name}, {keeperName}
          </Text>
          <Text size="sm" c="dimmed">
            {withBodies(STAGES[view.stage], view.assessment.bodies)}
            {sent === undefined ? '' : `; gửi ngày ${showDay(sent.date)}`}
            {sent?.letter === undefined ? '' : `, công văn số ${sent.letter.number}`}
            {sent?.received ? `; tiếp nhận ngày ${showDay(sent.received.date)}` : ''}.{' '}
            <Anchor href={`#/ho-so/${state.id}`} size="sm" underline="always">
              Mở trang hồ sơ
            </Anchor>
          </Text>
        </div>
        {(sent?.reviews ?? []).map((review, place) => (
          <Alert key={place} color={review.outcome === 'agree' ? 'teal' : 'orange'} variant="light" role="note">
            Thẩm định ngày {showDay(review.date)}: {lower(REVIEW_OUTCOMES[review.outcome])}. {review.note}
          </Alert>
        ))}
        {state.extensions.map((extension, place) => (
          <Alert key={place} color="blue" variant="light" role="note">
            {EXTENDABLE_LIMITS[extension.limit]} được gia hạn ngày {showDay(extension.date)}: {extension.reason}
          </Alert>
        ))}
        <Consents state={state} />
        <Returned submissions={acts.submissions} />
        <Block title="Kiểm tra tự động">
          <Findings findings={assessment.findings} />
        </Block>
        <Block
          title={row.matter === 'admission' ? 'Kết quả họp xét' : `Kết quả họp xét: ${lower(MATTERS[row.matter])}`}
        >
          <Votes state={acts} matter={row.matter} />
        </Block>
        {row.matter !== 'admission' && <Admitted view={view} />}
        <Block title="Giấy tờ">
          <Papers
            papers={state.papers}
            checklist={linesFor(row.matter, assessment.checklist)}
            isNarrow={isReading}
            onScan={onScan}
          />
        </Block>
        <Block title="Lý lịch và thẩm tra">
          <ResumeFacts state={state} />
        </Block>
        {state.opinions.length > 0 && (
          <Block title="Ý kiến nhận xét">
            <OpinionFacts opinions={state.opinions} />
          </Block>
        )}
        <Block title="Thông tin cá nhân">
          <ProfileFacts profile={state.profile} helpers={state.helpers} />
        </Block>
      </Stack>
    </article>
  )
}

/** What went before a later matter, in a line: the reviewer may not have seen it. */
function Admitted({ view: { state, assessment } }: { readonly view: CaseView }) {
  const { decision, ceremony, helpers } = state
  const helper = ceremony?.helper?.name ?? helpers.at(-1)?.name
  const parts = [
    decision === null ? null : `Quyết định kết nạp số ${decision.number} ngày ${showDay(decision.date)}`,
    ceremony === null ? null : `lễ kết nạp ngày ${showDay(ceremony.date)}`,
    assessment.membership === null ? null : `tròn thời gian dự bị ngày ${showDay(assessment.membership.probationEnd)}`,
    helper === undefined ? null : `người giúp đỡ: ${helper}`,
  ].filter((part) => part !== null)
  return (
    <Block title="Kết nạp, thời gian dự bị">
      <Text size="sm">{parts.join('; ')}.</Text>
    </Block>
  )
}

/** What the level above was asked, and what it answered. */
function Consents({ state }: { readonly state: CaseView['state'] }) {
  const open = openConsents(state)
  return (
    <>
      {open.map((asked) => (
        <Alert key={asked.entry} color="orange" variant="light" role="note">
          Đã xin ý kiến {asked.to} ngày {showDay(asked.date)}: {nameOf(asked)}. Chưa có trả lời.
        </Alert>
      ))}
      {state.consents.map((answer) => (
        <Alert key={answer.entry} color={answer.granted ? 'teal' : 'red'} variant="light" role="note">
          {answer.issuer} {answer.granted ? 'đồng ý' : 'không đồng ý'}: {nameOf(answer)}; văn bản số {answer.number}{' '}
          ngày {showDay(answer.date)}.
        </Alert>
      ))}
    </>
  )
}

function nameOf({ kind, about }: { readonly kind: ConsentKind; readonly about?: string | undefined }): string {
  return lower(about ?? CONSENT_KINDS[kind])
}

/** Every return, the newest first: what was asked for, and whether the dossier came back. */
function Returned({ submissions }: { readonly submissions: CaseView['state']['submissions'] }) {
  const returns = submissions.flatMap(({ returned }, place) =>
    returned === null ? [] : [{ returned, number: place + 1, again: submissions[place + 1]?.date }],
  )
  if (returns.length === 0) return null
  return (
    <Stack gap="xs">
      {returns.toReversed().map(({ returned, number, again }) => (
        <Alert
          key={number}
          color="orange"
          variant="light"
          title={`Lần ${number}: đã trả lại ngày ${showDay(returned.date)} với ${returned.remarks.length} ý kiến`}
        >
          <List size="sm">
            {returned.remarks.map(({ paper, text }, place) => (
              <List.Item key={place}>
                {paper === undefined ? '' : `${paperName(paper) ?? paper}: `}
                {text}
              </List.Item>
            ))}
          </List>
          <Text size="sm" c="dimmed" mt={4}>
            {again === undefined ? 'Chưa gửi lại.' : `Đơn vị gửi lại ngày ${showDay(again)}.`}
          </Text>
        </Alert>
      ))}
    </Stack>
  )
}
