/**
 * One set of a carrier, before or after it was taken in: from whom, the four counts, what changes case by case, what is
 * held back and why, what is missing, or why it was refused and what to do.
 */
import { Alert, Anchor, Badge, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { heldCount, type ImportReport, type SetOutcome } from '../../../shared/contract/exchange.ts'
import type { Refusal } from '../../../shared/contract/refusals.ts'
import {
  acknowledgedSentence,
  afterSentence,
  aheadSentence,
  BUNDLE_KINDS,
  caseChangeSentence,
  CONFLICT,
  HOLD_REASONS,
  KIND_LINES,
  labelOf,
  lower,
  NOT_ALONG,
  notedSentence,
  outcomeLabel,
  RECOVERED,
  refusalSentence,
  reissuedSentence,
  setAsideCasesSentence,
  setAsideSentence,
  showNumber,
  siblingAheadSentence,
  STAGES,
  TAKEN_ALONG,
  upper,
  waitingSentence,
  waitingSentences,
  writerOf,
} from '../../../shared/words/vi.ts'
import { useNames } from '../../parts/names.ts'
import { showTime } from '../../parts/times.ts'
import { useAsk } from '../../queries.ts'
import { named } from '../../rules-in-force.ts'
import { CountsTable } from './CountsTable.tsx'

/** People shown before a person asks for the rest. */
const FIRST = 12

const COLOURS = { ready: 'blue', imported: 'teal', already: 'gray', notForUs: 'gray', refused: 'red' } as const

/** What can be done about a set that cannot be taken in now. */
const TO_NOTE: { readonly [C in Refusal['code']]?: string } = {
  B_VERSION: 'Giữ gói trên máy này, chờ cập nhật phần mềm',
  B_GAP: 'Ghi nhận để báo lại nơi gửi',
  B_FORK: 'Ghi nhận để kiểm tra',
}

const TAKE = 'Nhận gói này'

/** What can be done here about a set that cannot be taken in as it is; null where nothing can. */
function whatToDo(refusal: Refusal): string | null {
  if (lacksOnlyScans(refusal)) return 'Nhận phần còn lại trước'
  // Taken in, it makes this computer a new one that says its work again; of another computer of ours it is noted already.
  const own = refusal.code === 'B_FORK' ? refusal.data.own : undefined
  if (own === 'here') return TAKE
  if (own === 'computer') return null
  return TO_NOTE[refusal.code] ?? null
}

function lacksOnlyScans(refusal: Refusal): boolean {
  return refusal.code === 'B_INCOMPLETE' && refusal.data.journals.length === 0
}

/** A set. @param onTake - takes it in, alone; left out once it has been */
export function SetCard({
  set,
  isBusy,
  onTake,
}: {
  readonly set: SetOutcome
  readonly isBusy: boolean
  readonly onTake?: (withoutScans: boolean) => void
}) {
  const names = useNames()
  const { outcome, refusal, report, after } = set
  const title = set.fromName ?? 'Gói chưa rõ nơi gửi'
  const lacksScans = refusal !== null && lacksOnlyScans(refusal)
  const what = refusal === null ? null : whatToDo(refusal)
  const isKept = set.kept === true
  const noted = refusal === null ? null : notedSentence(refusal, isKept)
  const about = [
    set.kind === null ? null : labelOf(BUNDLE_KINDS, set.kind),
    madeText(set.created),
    set.fromName === null ? `tệp ${fileName(set.set)}` : null,
  ]
  return (
    <Paper withBorder p="md" component="article" aria-label={title}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Title order={2} size="h3" style={{ overflowWrap: 'anywhere' }}>
              {title}
            </Title>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {upper(about.filter((part) => part !== null).join(', '))}
            </Text>
          </div>
          <Badge color={isKept ? 'blue' : COLOURS[outcome]} variant="light" size="lg" style={{ flexShrink: 0 }}>
            {outcomeLabel(set)}
          </Badge>
        </Group>
        {refusal !== null && (
          <Alert color={isKept ? 'blue' : outcome === 'already' ? 'gray' : 'red'} variant="light" role="alert">
            {refusalSentence(refusal, names)}
          </Alert>
        )}
        {after !== undefined && (
          <Alert color="blue" variant="light" role="note">
            {afterSentence(madeText(after.created), fileName(after.set), after.kept === true)}
          </Alert>
        )}
        {isKept && outcome === 'ready' && <Text size="sm">{TAKEN_ALONG}</Text>}
        {report !== null && <Report set={set} report={report} />}
        {onTake && !isKept && after === undefined && (outcome === 'ready' || what !== null) && (
          <Group>
            <Button size="xs" variant="light" disabled={isBusy} onClick={() => onTake(lacksScans)}>
              {what ?? TAKE}
            </Button>
          </Group>
        )}
        {onTake === undefined && noted !== null && <Text size="sm">{noted}</Text>}
      </Stack>
    </Paper>
  )
}

function Report({ set, report }: { readonly set: SetOutcome; readonly report: ImportReport }) {
  const acknowledged = report.acknowledged.reduce((sum, { seq }) => sum + seq, 0)
  const from = set.fromName ?? 'Nơi gửi'
  const isOurs = set.kind === 'sibling' || set.kind === 'enrol'
  const names = useNames()
  const self = useAsk('office.get', {}).data?.office
  return (
    <Stack gap="xs">
      <CountsTable counts={{ ...report, held: heldCount(report) }} isDone={set.outcome !== 'ready'} />
      {report.ahead.length > 0 && (
        <Alert color="red" role="alert">
          {isOurs ? siblingAheadSentence(from) : aheadSentence(from)}
        </Alert>
      )}
      <Changes cases={report.cases} more={report.casesMore ?? 0} isDone={set.outcome !== 'ready'} />
      {report.held.length > 0 && (
        <List size="sm">
          {[...new Set(report.held.map(({ reason }) => reason))].map((reason) => (
            <List.Item key={reason}>
              Giữ lại {showNumber(report.held.filter((line) => line.reason === reason).length)} bản ghi:{' '}
              {lower(HOLD_REASONS[reason])}.
            </List.Item>
          ))}
          {report.heldMore !== undefined && (
            <List.Item>và {showNumber(report.heldMore)} bản ghi nữa được giữ lại.</List.Item>
          )}
        </List>
      )}
      {set.kind === 'recovery' && (
        <Text size="sm">
          {RECOVERED}{' '}
          {set.outcome !== 'ready' && (
            <Anchor href="#/trung-nguoi" size="sm" underline="always">
              Mở trang đối chiếu
            </Anchor>
          )}
        </Text>
      )}
      {report.reissued !== undefined && (
        <Text size="sm">{reissuedSentence(report.reissued, set.outcome !== 'ready')}</Text>
      )}
      {(report.setAside ?? []).map(({ channel, count, cases, casesMore = 0 }) => (
        <Text key={channel} size="sm">
          {setAsideSentence(writerOf(channel, names), count, set.outcome !== 'ready')}{' '}
          {cases.length > 0 &&
            setAsideCasesSentence(
              cases.map(({ name }) => name),
              casesMore,
            )}
        </Text>
      ))}
      {report.waiting > 0 && <Text size="sm">{waitingSentence(report.waiting)}</Text>}
      {waitingSentences(report.waitsFor, names, self).map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
      {report.waitsMore !== undefined && (
        <Text size="sm">và ở {showNumber(report.waitsMore)} nơi ghi nữa cũng có bản ghi đang chờ.</Text>
      )}
      {set.scans.quarantined.length > 0 && (
        <Text size="sm">
          {showNumber(set.scans.quarantined.length)} tệp không phải bản quét PDF, JPEG hoặc PNG nên không được mở, không
          lưu vào máy này. Hỏi lại nơi gửi; giấy tờ có thật thì đề nghị quét lại đúng dạng rồi gửi.
        </Text>
      )}
      {acknowledged > 0 && !isOurs && <Text size="sm">{acknowledgedSentence(from, acknowledged)}</Text>}
    </Stack>
  )
}

function Changes({
  cases,
  more,
  isDone,
}: {
  readonly cases: ImportReport['cases']
  readonly more: number
  readonly isDone: boolean
}) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? cases : cases.slice(0, FIRST)
  if (cases.length === 0) return null
  return (
    <div>
      <List size="sm" spacing={4} aria-label="Thay đổi theo từng người">
        {shown.map(({ case: id, name, before, after, kinds, conflicts, leftBehind }) => (
          <List.Item key={id}>
            {named(caseChangeSentence(name, before === null ? null : labelOf(STAGES, before), labelOf(STAGES, after)))}{' '}
            {conflicts > 0 && (
              <Badge color="orange" variant="light">
                {CONFLICT}
              </Badge>
            )}
            {leftBehind !== undefined && (
              <Badge color="orange" variant="light">
                {NOT_ALONG}: {showNumber(leftBehind)} bản ghi
              </Badge>
            )}
            <Text size="xs" c="dimmed">
              {named(kinds.map((kind) => labelOf(KIND_LINES, kind)).join('; '))}
            </Text>
          </List.Item>
        ))}
      </List>
      {shown.length < cases.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
          Xem thêm {showNumber(cases.length - shown.length)} người
        </Button>
      )}
      {more > 0 &&
        (isDone ? (
          <Text size="sm" mt={4}>
            Còn {showNumber(more)} người nữa có thay đổi, không kể tên ở đây: xem ở trang{' '}
            <Anchor href="#/nguon" size="sm" underline="always">
              Nguồn và hồ sơ
            </Anchor>
            .
          </Text>
        ) : (
          <Text size="sm" mt={4}>
            Còn {showNumber(more)} người nữa sẽ có thay đổi, không kể tên ở đây; nhận gói rồi xem ở trang “Nguồn và hồ
            sơ”.
          </Text>
        ))}
    </div>
  )
}

function madeText(created: string | null): string | null {
  return created === null ? null : `lập lúc ${showTime(created)}`
}

function fileName(path: string): string {
  return path.replace(/^.*[\\/]/, '')
}
