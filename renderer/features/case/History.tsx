/**
 * Diễn biến: every entry of the case, newest first, with who recorded it and when. What was taken back stays, crossed
 * out; our own entries can be taken back from here.
 */
import { Badge, Button, Group, Text, Timeline } from '@mantine/core'
import { useState } from 'react'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import { guardedName } from '../../../shared/documents/guarded.ts'
import { matterOfEntry } from '../../../shared/model/matter-of-entry.ts'
import { actsOf } from '../../../shared/model/stage.ts'
import { isKind, kindRow } from '../../../shared/journal/kinds.ts'
import { KIND_LINES, labelOf, ON_PAPER, showDay, showNumber } from '../../../shared/words/vi.ts'
import { guardedMark } from '../../parts/GuardedChoice.tsx'
import { useNames } from '../../parts/names.ts'
import { useMost } from '../../parts/on-paper.tsx'
import { Block } from '../../parts/states.tsx'
import { showTime } from '../../parts/times.ts'
import { named } from '../../rules-in-force.ts'
import type { CaseForm } from './case-forms.ts'
import { detailOf } from './entry-details.ts'
import type { Situation } from './situation.ts'

const CLOSE_SET = { item: { marginTop: 0, paddingBottom: 10 }, itemContent: { paddingTop: 0 } } as const

/** Entries shown before the rest is asked for. */
const FIRST = 8

/** The history of a case. */
export function History({
  situation,
  onOpen,
}: {
  readonly situation: Situation
  readonly onOpen: (form: CaseForm) => void
}) {
  const [isAllShown, setAllShown] = useState(false)
  const most = useMost(FIRST, isAllShown)
  const names = useNames()
  const entries = situation.view.timeline.toReversed()
  const shown = entries.slice(0, most)
  if (entries.length === 0) return null
  return (
    <Block title="Diễn biến">
      <Timeline bulletSize={14} lineWidth={2} active={-1} styles={CLOSE_SET}>
        {shown.map((entry) => (
          <Timeline.Item key={entry.entry} aria-label={lineOf(entry)}>
            <Line
              entry={entry}
              situation={situation}
              office={entry.own ? null : names.office(entry.office)}
              onOpen={onOpen}
            />
          </Timeline.Item>
        ))}
      </Timeline>
      {entries.length > FIRST && (
        <Button
          mt="xs"
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-expanded={isAllShown}
          onClick={() => setAllShown(!isAllShown)}
        >
          {isAllShown ? 'Thu gọn' : `Xem thêm ${showNumber(entries.length - FIRST)} bản ghi`}
        </Button>
      )}
    </Block>
  )
}

function Line({
  entry,
  situation,
  office,
  onOpen,
}: {
  readonly entry: TimelineEntry
  readonly situation: Situation
  readonly office: string | null
  readonly onOpen: (form: CaseForm) => void
}) {
  const detail = detailOf(entry, situation.view.state)
  const what = lineOf(entry)
  return (
    <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
      <div style={{ minWidth: 0 }}>
        <Group gap={6}>
          <Text size="sm" fw={600} {...(entry.retracted ? { td: 'line-through' } : {})}>
            {what}
            {entry.day !== null && `, ${showDay(entry.day)}`}
          </Text>
          {entry.retracted && <Badge color="gray">Đã rút lại</Badge>}
          {entry.onPaper && <Badge color="gray">{ON_PAPER}</Badge>}
        </Group>
        {detail !== null && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }} {...guardedMark(guardedName(detail))}>
            {detail}
          </Text>
        )}
        {entry.reason !== null && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }} {...guardedMark(guardedName(entry.reason))}>
            Lý do: {entry.reason}
          </Text>
        )}
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {[entry.actor, entry.post, office, `ghi lúc ${showTime(entry.at)}`].filter(Boolean).join(', ')}
        </Text>
      </div>
      {mayRetract(entry, situation) && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          className="no-print"
          style={{ flexShrink: 0 }}
          aria-label={`Rút lại: ${what}${detail === null ? '' : `, ${detail}`}`}
          onClick={() => onOpen({ form: 'retract', entry, what })}
        >
          Rút lại
        </Button>
      )}
    </Group>
  )
}

/** What an entry is, with the names that bodies had on its day. */
function lineOf({ kind, day }: TimelineEntry): string {
  return named(labelOf(KIND_LINES, kind), day)
}

/** Only what would not be refused at once: our own, of a kind that can be taken back, not taken back before. */
function mayRetract(entry: TimelineEntry, { mayRetract: may, view }: Situation): boolean {
  if (!may || !entry.own || entry.retracted || !isKind(entry.kind)) return false
  const until = kindRow(entry.kind).retractableUntil
  const { decision } = actsOf(view.state, matterOfEntry(entry.entry, view.state))
  return until === 'always' || (until === 'decided' && decision === null)
}
