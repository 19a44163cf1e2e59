/**
 * The dossiers of a meeting: who, about what, what the review said, the vote with its arithmetic, the decision with its
 * paper, and how far it has come back.
 */
import { Anchor, Badge, Button, Group, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { MeetingCaseRow, MeetingView, VoteOnRecord } from '../../../shared/contract/meetings.ts'
import type { DocumentKind } from '../../../shared/documents/codes.ts'
import {
  CARRIED_STATES,
  DECISION_OUTCOMES,
  MATTERS,
  MEETING_OUTCOMES,
  REVIEW_OUTCOMES,
  showDay,
  showNumber,
} from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { DocumentDialog } from '../../parts/DocumentDialog.tsx'
import { LimitBadge } from '../../parts/LimitBadge.tsx'
import { useRights } from '../../parts/rights.ts'
import { useAct } from '../../queries.ts'

/** The table. */
export function CasesTable({ view }: { readonly view: MeetingView }) {
  const [printing, setPrinting] = useState<MeetingCaseRow | null>(null)
  return (
    <>
      <Table.ScrollContainer minWidth={860}>
        <Table aria-label="Hồ sơ trình cuộc họp" verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={36}>Số</Table.Th>
              <Table.Th>Họ và tên, đơn vị</Table.Th>
              <Table.Th>Nội dung, thẩm định</Table.Th>
              <Table.Th>Biểu quyết</Table.Th>
              <Table.Th>Quyết định</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {view.rows.map((row, place) => (
              <Table.Tr key={`${row.case} ${row.matter}`}>
                <Table.Td>{place + 1}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <Anchor href={`#/xet/${row.case}`} size="sm" fw={600}>
                    {row.name}
                  </Anchor>
                  <Text size="xs" c="dimmed">
                    {[row.birth === null ? null : showDay(row.birth), row.unitName].filter(Boolean).join(', ')}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Text size="sm">{MATTERS[row.matter]}</Text>
                  <Text size="xs" c="dimmed">
                    {[
                      row.review === null ? null : REVIEW_OUTCOMES[row.review],
                      row.blocks === 0 || row.decision !== null
                        ? null
                        : `còn ${showNumber(row.blocks)} điểm phải xử lý`,
                    ]
                      .filter((part) => part !== null)
                      .join('; ')}
                  </Text>
                </Table.Td>
                <Table.Td>
                  {row.vote === null ? (
                    <Text size="sm" c="dimmed">
                      Chưa ghi
                    </Text>
                  ) : (
                    <Vote vote={row.vote} row={row} members={view.state.meeting.members} />
                  )}
                </Table.Td>
                <Table.Td>
                  {row.decision === null ? (
                    row.limit !== null && (
                      <Group justify="flex-start">
                        <LimitBadge limit={row.limit} />
                      </Group>
                    )
                  ) : (
                    <Decided row={row} decision={row.decision} onPrint={() => setPrinting(row)} />
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {printing !== null && (
        <DocumentDialog
          subject={{ case: printing.case }}
          kinds={papersOf(printing)}
          onClose={() => setPrinting(null)}
        />
      )}
    </>
  )
}

function Vote({
  vote,
  row,
  members,
}: {
  readonly vote: VoteOnRecord
  readonly row: MeetingCaseRow
  readonly members: number
}) {
  const mayCall = useRights()
  const retract = useAct('entry.retract', () => announce(`Đã rút lại biểu quyết đối với ${row.name}.`))
  const { agree, disagree, blank, outcome, remarks, needed, passed } = vote
  const short = outcome === 'agreed' && !passed
  return (
    <>
      <Group gap={6}>
        <Badge color={outcome === 'agreed' ? 'teal' : outcome === 'declined' ? 'red' : 'gray'}>
          {MEETING_OUTCOMES[outcome]}
        </Badge>
        {row.decision === null && mayCall('entry.retract') && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={`Rút lại biểu quyết đối với ${row.name}`}
            loading={retract.isPending}
            onClick={() => retract.mutate({ entry: vote.entry })}
          >
            Rút lại
          </Button>
        )}
      </Group>
      {agree + disagree + blank > 0 && (
        <Text size="xs" mt={2}>
          {showNumber(agree)} trên {showNumber(members)} tán thành, cần ít nhất {showNumber(needed)}
        </Text>
      )}
      {short && (
        <Text size="xs" c="var(--mantine-color-error)">
          Số tán thành chưa đủ tỷ lệ.
        </Text>
      )}
      {remarks !== null && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {remarks}
        </Text>
      )}
    </>
  )
}

function Decided({
  row,
  decision,
  onPrint,
}: {
  readonly row: MeetingCaseRow
  readonly decision: NonNullable<MeetingCaseRow['decision']>
  readonly onPrint: () => void
}) {
  const mayCall = useRights()
  return (
    <>
      <Text size="sm">
        Số {decision.number}, ngày {showDay(decision.date)}
      </Text>
      <Text size="xs" c="dimmed">
        {DECISION_OUTCOMES[decision.outcome]}. {CARRIED_STATES[decision.carried]}.
      </Text>
      {mayCall('document.make') && papersOf(row).length > 0 && (
        <Button size="compact-xs" variant="default" mt={4} aria-label={`In văn bản: ${row.name}`} onClick={onPrint}>
          In văn bản
        </Button>
      )}
    </>
  )
}

/** The papers a decision is printed on. */
function papersOf({ matter, decision }: MeetingCaseRow): readonly DocumentKind[] {
  if (decision === null) return []
  if (matter === 'admission') return decision.outcome === 'refuse' ? ['refusalNotice'] : ['admissionDecision']
  return matter === 'recognition' && decision.outcome === 'recognise' ? ['recognitionDecision'] : []
}
