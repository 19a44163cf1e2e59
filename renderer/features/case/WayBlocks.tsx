/**
 * Two blocks of the case page: the CV with its verification, and how the person was helped, taught and judged.
 */
import { Badge, Button, Group, List, Stack, Text } from '@mantine/core'
import type { VerificationState } from '../../../shared/model/case/before.ts'
import {
  CLASS_OUTCOMES,
  lower,
  NOTE_STANDINGS,
  PARTY_CLASSES,
  SHORT_VOTE_BODIES,
  showDay,
  showDocument,
  showNumber,
} from '../../../shared/words/vi.ts'
import { OpinionFacts } from '../../parts/OpinionFacts.tsx'
import { ResumeFacts } from '../../parts/ResumeFacts.tsx'
import { Block } from '../../parts/states.tsx'
import type { CaseForm } from './case-forms.ts'
import type { Situation } from './situation.ts'
import type { WayForm } from './way-forms.ts'

type Props = { readonly situation: Situation; readonly onOpen: (form: CaseForm) => void }

/** The CV and its verification. */
export function ResumeBlock({ situation, onOpen }: Props) {
  const { state } = situation.view
  const { mayRecord } = situation
  const open = (way: WayForm) => onOpen({ form: 'way', way })
  const actions: readonly (readonly [string, WayForm])[] = [
    [state.resume === null ? 'Ghi lý lịch' : 'Sửa lý lịch', { of: 'resume' }],
    ['Đóng dấu giáp lai', { of: 'seal' }],
    ['Đề nghị thẩm tra', { of: 'verification' }],
    ...(state.resume === null ? [] : ([['Không phải thẩm tra lại', { of: 'waiver' }]] as const)),
  ]
  return (
    <Block title="Lý lịch và thẩm tra" actions={mayRecord ? <Acts acts={actions} onOpen={open} /> : undefined}>
      <ResumeFacts
        state={state}
        actionsOf={(request) => mayRecord && <RequestActs request={request} onOpen={open} />}
      />
    </Block>
  )
}

/** Notes, classes, opinions, short votes. */
export function HelpBlock({ situation, onOpen }: Props) {
  const { notes, nominations, classResults, opinions, shortVotes } = situation.view.state
  const isEmpty = [notes, nominations, classResults, opinions, shortVotes].every((acts) => acts.length === 0)
  const open = (way: WayForm) => onOpen({ form: 'way', way })
  return (
    <Block
      title="Giúp đỡ, bồi dưỡng, nhận xét"
      actions={
        situation.mayRecord ? (
          <Acts
            acts={[
              ['Ghi nhận xét', { of: 'note' }],
              ['Đề nghị cử đi học', { of: 'nomination' }],
              ['Ghi kết quả lớp', { of: 'classResult' }],
              ['Ghi ý kiến', { of: 'opinion' }],
            ]}
            onOpen={open}
          />
        ) : undefined
      }
    >
      {isEmpty && (
        <Text size="sm" c="dimmed">
          Chưa ghi nhận xét, lớp học hay ý kiến nào.
        </Text>
      )}
      <Stack gap="xs">
        {notes.length > 0 && (
          <List size="sm" spacing={4} aria-label="Nhận xét của đảng viên giúp đỡ">
            {notes.map(({ date, helper, standing, text }, place) => (
              <List.Item key={place} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
                <b>{showDay(date)}</b>, {helper}: {text}{' '}
                <Badge color={standing === 'good' ? 'teal' : 'orange'}>{NOTE_STANDINGS[standing]}</Badge>
              </List.Item>
            ))}
          </List>
        )}
        {nominations.length + classResults.length > 0 && (
          <List size="sm" spacing={4} aria-label="Lớp bồi dưỡng">
            {nominations.map((nomination, place) => (
              <List.Item key={`n${place}`}>
                Đề nghị cử học {lower(PARTY_CLASSES[nomination.class])} ngày {showDay(nomination.date)}
                {nomination.note !== undefined && `: ${nomination.note}`}
              </List.Item>
            ))}
            {classResults.map((result, place) => (
              <List.Item key={`r${place}`}>
                {PARTY_CLASSES[result.class]}, đến ngày {showDay(result.to)}
                {result.place !== undefined && `, ${result.place}`}: {lower(CLASS_OUTCOMES[result.outcome])}
              </List.Item>
            ))}
          </List>
        )}
        {opinions.length > 0 && <OpinionFacts opinions={opinions} />}
        {shortVotes.length > 0 && (
          <List size="sm" spacing={4} aria-label="Báo cáo không đủ tỷ lệ tán thành">
            {shortVotes.map((report, place) => (
              <List.Item key={place}>
                {SHORT_VOTE_BODIES[report.body]} họp ngày {showDay(report.meeting)}: {showNumber(report.agree)} trên{' '}
                {showNumber(report.of)} tán thành; đã báo cáo ngày {showDay(report.date)}
                {report.letter !== undefined && `, công văn ${showDocument(report.letter)}`}
              </List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Block>
  )
}

function Acts({
  acts,
  onOpen,
}: {
  readonly acts: readonly (readonly [string, WayForm])[]
  readonly onOpen: (way: WayForm) => void
}) {
  return (
    <Group gap={6} className="no-print">
      {acts.map(([label, way]) => (
        <Button key={label} size="compact-sm" variant="default" onClick={() => onOpen(way)}>
          {label}
        </Button>
      ))}
    </Group>
  )
}

/** What a request waits for. */
function RequestActs({
  request,
  onOpen,
}: {
  readonly request: VerificationState
  readonly onOpen: (way: WayForm) => void
}) {
  if (request.answer?.result === 'clear') return null
  const named = ` (${request.to}, ${showDay(request.date)})`
  return (
    <>
      {request.received === null && request.answer === null && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={`Ghi ngày nhận${named}`}
          onClick={() => onOpen({ of: 'verificationReceived', request })}
        >
          Ghi ngày nhận
        </Button>
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={`Ghi trả lời${named}`}
        onClick={() => onOpen({ of: 'verificationAnswer', request })}
      >
        Ghi trả lời
      </Button>
    </>
  )
}
