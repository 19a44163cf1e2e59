/**
 * The CV and its verification as recorded: who is in the family, how each stands, requests with their answers. Read by the
 * keeper of a case and by the reviewer alike.
 */
import { Badge, Group, List, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { VerificationState } from '../../shared/model/case/before.ts'
import type { CaseState } from '../../shared/model/case-state.ts'
import type { Relative, Resume } from '../../shared/model/resume.ts'
import { guardedMark } from './GuardedChoice.tsx'
import {
  BY_HAND,
  KINSHIPS,
  listOf,
  lower,
  RESUME_PARTS,
  showDay,
  showDayWithWord,
  showDocument,
  VERIFICATION_METHODS,
  VERIFICATION_RESULTS,
} from '../../shared/words/vi.ts'

/** The CV, its relatives and the requests. */
export function ResumeFacts({
  state,
  actionsOf,
}: {
  readonly state: Pick<CaseState, 'resume' | 'seals' | 'verifications' | 'waivers'>
  /** What can be recorded about a request; nothing where it is only read. */
  readonly actionsOf?: (request: VerificationState) => ReactNode
}) {
  const { resume, seals, verifications } = state
  const seal = seals.at(-1)
  return (
    <Stack gap="xs">
      {resume === null ? (
        <Text size="sm" c="dimmed">
          Chưa ghi nội dung lý lịch.
        </Text>
      ) : (
        <>
          <Text size="sm">
            Khai ngày {showDay(resume.date)}.{' '}
            {seal === undefined ? 'Chưa ghi việc đóng dấu giáp lai.' : `Đóng dấu giáp lai ngày ${showDay(seal.date)}.`}
            {resume.remarksOn !== undefined && ` Chi ủy, chi bộ nhận xét ngày ${showDay(resume.remarksOn)}.`}
            {resume.certifiedOn !== undefined && ` Cấp ủy chứng nhận ngày ${showDay(resume.certifiedOn)}.`}
          </Text>
          {(resume.byHand ?? []).length > 0 && (
            <Text size="sm" c="dimmed">
              {BY_HAND}: {listOf((resume.byHand ?? []).map((part) => lower(RESUME_PARTS[part])))}.
            </Text>
          )}
          {resume.relatives.length > 0 && (
            <List size="sm" aria-label="Người thân trong lý lịch" spacing={2} {...guardedMark('relatives')}>
              {resume.relatives.map((relative) => (
                <List.Item key={relative.id} style={{ overflowWrap: 'anywhere' }}>
                  {KINSHIPS[relative.relation]}: <b>{relative.name}</b>
                  {detailsOf(relative)} <Standing relative={relative} state={state} resume={resume} />
                </List.Item>
              ))}
            </List>
          )}
          {resume.periods.length > 0 && (
            <List size="sm" aria-label="Quá trình" spacing={2}>
              {resume.periods.map((period, place) => (
                <List.Item key={place} style={{ overflowWrap: 'anywhere' }}>
                  Từ {showDayWithWord(period.from)} đến {period.to === undefined ? 'nay' : showDayWithWord(period.to)}:{' '}
                  {[period.what, period.where, period.post].filter((part) => part !== undefined).join(', ')}
                </List.Item>
              ))}
            </List>
          )}
        </>
      )}
      {verifications.length > 0 && (
        <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Các lần đề nghị thẩm tra">
          {verifications.map((request, place) => (
            <li key={place}>
              <Request request={request} resume={resume} actions={actionsOf?.(request)} />
            </li>
          ))}
        </Stack>
      )}
    </Stack>
  )
}

/** A person's name as a verification names it. */
export function verifiedName(id: string, resume: Pick<Resume, 'relatives'> | null): string {
  if (id === 'self') return 'bản thân'
  const relative = resume?.relatives.find((one) => one.id === id)
  return relative === undefined
    ? 'người không còn trong lý lịch'
    : `${lower(KINSHIPS[relative.relation])} ${relative.name}`
}

function Request({
  request,
  resume,
  actions,
}: {
  readonly request: VerificationState
  readonly resume: Resume | null
  readonly actions: ReactNode
}) {
  const { to, date, letter, method, abroad, received, answer, relatives } = request
  const mark = guardedMark(relatives.some((id) => id !== 'self') ? 'relatives' : null)
  return (
    <>
      <Group gap={6}>
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          Đề nghị {to} ngày {showDay(date)}
        </Text>
        <Badge color={answer === null ? 'gray' : answer.result === 'clear' ? 'teal' : 'orange'}>
          {answer === null ? 'Chờ trả lời' : VERIFICATION_RESULTS[answer.result]}
        </Badge>
        {actions}
      </Group>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        <span {...mark}>Về {listOf(relatives.map((id) => verifiedName(id, resume)))}, </span>
        {[
          lower(VERIFICATION_METHODS[method]),
          ...(abroad ? ['ở nước ngoài'] : []),
          ...(letter === undefined ? [] : [`công văn ${showDocument(letter)}`]),
          ...(received === null ? [] : [`nơi nhận có ngày ${showDay(received)}`]),
          ...(answer === null ? [] : [`trả lời ${showDocument(answer)}`]),
        ].join(', ')}
        .{answer?.note !== undefined && <span {...mark}> {answer.note}</span>}
      </Text>
    </>
  )
}

function Standing({
  relative,
  state,
  resume,
}: {
  readonly relative: Relative
  readonly state: Pick<CaseState, 'verifications' | 'waivers'>
  readonly resume: Resume
}) {
  const waiver = state.waivers.find((one) => one.relative === relative.id)
  if (waiver !== undefined)
    return <Badge color="blue">Không phải thẩm tra lại, căn cứ {verifiedName(waiver.member, resume)}</Badge>
  const asked = state.verifications.filter(({ relatives }) => relatives.includes(relative.id))
  if (asked.length === 0) return null
  const isClear = asked.some(({ answer }) => answer?.result === 'clear')
  return <Badge color={isClear ? 'teal' : 'gray'}>{isClear ? 'Đã thẩm tra' : 'Đang thẩm tra'}</Badge>
}

function detailsOf({ birthYear, living, occupation, residence, partyMember, abroad }: Relative): string {
  const parts = [
    ...(birthYear === undefined ? [] : [`sinh năm ${birthYear}`]),
    ...(living ? [] : ['đã mất']),
    ...(partyMember ? ['đảng viên'] : []),
    ...(occupation === undefined ? [] : [occupation]),
    ...(residence === undefined ? [] : [residence]),
    ...(abroad === true ? ['ở nước ngoài'] : []),
  ]
  return parts.length === 0 ? '' : `, ${parts.join(', ')}`
}
