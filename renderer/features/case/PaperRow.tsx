/**
 * One paper of the checklist: its status in words and sign, day, validity and why; its scans; the place to drop a file.
 */
import { Badge, Box, Button, Group, Loader, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCircleDashed, IconClock, IconFile, IconMinus } from '@tabler/icons-react'
import { useState, type DragEvent } from 'react'
import { guardedName } from '../../../shared/documents/guarded.ts'
import type { ScanRef } from '../../../shared/model/acts.ts'
import type { ChecklistLine, PaperStatus } from '../../../shared/rules/checklist.ts'
import { PAPER_REASONS, PAPER_STATUSES, showDay, showNumber, withBodies } from '../../../shared/words/vi.ts'
import { sentenceOf } from '../../sentences.ts'
import type { CaseForm } from './case-forms.ts'
import { guardedMark } from '../../parts/GuardedChoice.tsx'
import { fileProblem, takeIn } from '../../parts/dropped-files.ts'
import { formCode } from './paper-rules.ts'
import type { Situation } from './situation.ts'
import './paper-row.css'

const SIGNS: Readonly<Record<PaperStatus, { readonly color: string; readonly icon: typeof IconCheck }>> = {
  present: { color: 'teal', icon: IconCheck },
  outside: { color: 'teal', icon: IconCheck },
  missing: { color: 'orange', icon: IconCircleDashed },
  expired: { color: 'red', icon: IconAlertTriangle },
  expiring: { color: 'yellow', icon: IconClock },
  notNeeded: { color: 'gray', icon: IconMinus },
}

/** Scans to look at. */
export type ShownScans = { readonly title: string; readonly scan: ScanRef; readonly more: readonly ScanRef[] }

/** A row of the checklist. */
export function PaperRow({
  line,
  situation,
  onOpen,
  onShow,
  onTrouble,
}: {
  readonly line: ChecklistLine
  readonly situation: Situation
  readonly onOpen: (form: CaseForm) => void
  readonly onShow: (shown: ShownScans) => void
  readonly onTrouble: (problem: string | null) => void
}) {
  const [isOver, setOver] = useState(false)
  const [isTaking, setTaking] = useState(false)
  const { mayRecord, view } = situation
  const papers = view.state.papers.filter(({ paper }) => paper === line.paper)
  const scans = papers.flatMap((paper) => paper.scans)
  const scan = scans[0]
  const sign = SIGNS[line.status]
  const form = formCode(line.paper, situation.today)

  const drop = async (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!mayRecord) return
    const files = [...event.dataTransfer.files]
    const problem = files.map(fileProblem).find((found) => found !== null)
    if (problem !== undefined || files.length === 0) {
      onTrouble(problem ?? 'Chỉ thả tệp vào đây.')
      return
    }
    onTrouble(null)
    setTaking(true)
    try {
      const taken = []
      for (const file of files) taken.push(await takeIn(file))
      onOpen({ form: 'paper', paper: line.paper, scans: taken })
    } catch (error) {
      onTrouble(sentenceOf(error))
    } finally {
      setTaking(false)
    }
  }
  return (
    <Box
      component="li"
      className="paper-row"
      aria-label={line.name}
      data-over={isOver}
      {...guardedMark(guardedName(line.name))}
      onDragOver={(event) => {
        event.preventDefault()
        if (mayRecord) setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <sign.icon size={18} color={`var(--mantine-color-${sign.color}-7)`} aria-hidden className="paper-row-sign" />
      <div className="paper-row-text">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {line.name}
          {form !== null && (
            <Text span size="xs" c="dimmed">
              {' '}
              <span style={{ whiteSpace: 'nowrap' }}>({form})</span>
            </Text>
          )}
        </Text>
        <Text size="xs" c="dimmed">
          {withBodies(detailsOf(line, papers, view.state), view.assessment.bodies)}
        </Text>
      </div>
      <Badge color={sign.color} className="paper-row-status">
        {line.need !== undefined && line.status === 'missing'
          ? `Có ${showNumber(line.have ?? 0)} trên ${showNumber(line.need)}`
          : PAPER_STATUSES[line.status]}
      </Badge>
      <Group gap={4} className="no-print paper-row-acts" wrap="nowrap">
        {scan !== undefined && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconFile size={14} aria-hidden />}
            aria-label={`Xem ${showNumber(scans.length)} bản quét ${line.name}`}
            onClick={() => onShow({ title: line.name, scan, more: scans })}
          >
            {showNumber(scans.length)}
          </Button>
        )}
        {isTaking && <Loader size="xs" aria-label="Đang đưa bản quét vào kho" />}
        {mayRecord && (
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${papers.length === 0 ? 'Ghi' : 'Ghi thêm'} ${line.name}`}
            onClick={() => onOpen({ form: 'paper', paper: line.paper })}
          >
            {papers.length === 0 ? 'Ghi' : 'Ghi thêm'}
          </Button>
        )}
      </Group>
    </Box>
  )
}

type State = Situation['view']['state']

function detailsOf(line: ChecklistLine, papers: State['papers'], state: State): string {
  const newest = papers.at(-1)
  return [
    newest?.number === undefined ? null : `số ${newest.number}`,
    line.date === undefined ? null : `ngày ${showDay(line.date)}`,
    newest?.person ?? null,
    line.validUntil === undefined ? null : `có giá trị đến ${showDay(line.validUntil)}`,
    line.why === undefined ? null : PAPER_REASONS[line.why],
    newest !== undefined && isFromClass(newest, state) ? 'do nơi mở lớp ghi' : null,
    newest?.kept === 'outside' && newest.keeper !== undefined ? `lưu tại ${newest.keeper}` : null,
  ]
    .filter((part) => part !== null)
    .join(' · ')
}

/** True for a certificate that the office which runs the class has recorded. */
function isFromClass({ entry, office }: State['papers'][number], { classResults, keeper }: State): boolean {
  return classResults.some((result) => result.entry === entry || (result.office === office && office !== keeper))
}
