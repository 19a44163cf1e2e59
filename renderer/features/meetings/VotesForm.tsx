/**
 * The votes of a meeting in one table: a row a case, the outcome as the numbers say unless a person says otherwise. Rows
 * that nothing was said of are left for later.
 */
import { Button, Group, Select, Table, Text } from '@mantine/core'
import { memo, useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import type { MeetingCaseRow, MeetingView } from '../../../shared/contract/meetings.ts'
import type { Matter } from '../../../shared/model/acts.ts'
import { lower, MATTERS, MEETING_OUTCOMES, showNumber } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { CountField, TextField } from '../../parts/fields.tsx'
import { rulesOn } from '../../rules-in-force.ts'
import { choicesOf } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingForm } from '../../parts/RecordingForm.tsx'
import {
  allAgree,
  emptyVotes,
  isRemarkAlone,
  isTouched,
  neededOf,
  outcomeOf,
  shareFor,
  votesInput,
  type VoteRow,
} from './vote-rows.ts'

type Values = { readonly rows: readonly VoteRow[] }

/** The form. @param rows - the cases without a vote */
export function VotesForm({
  view,
  rows,
  onClose,
}: {
  readonly view: MeetingView
  readonly rows: readonly MeetingCaseRow[]
  readonly onClose: () => void
}) {
  const { state, held } = view
  const { members, date } = state.meeting
  const rules = rulesOn(date)
  const caseOf = (key: string) => rows.find((row) => `${row.case} ${row.matter}` === key)
  const outcome = (row: VoteRow) => outcomeOf(row, members, shareFor(caseOf(row.key) ?? { matter: 'admission' }, rules))
  const recording = useRecording<Values>({
    command: 'meeting.vote',
    draft: `cuoc-hop/${state.id}/phieu`,
    initial: { rows: [] },
    toInput: (values) => ({
      meeting: state.id,
      votes: votesInput(
        values.rows.filter(({ key }) => caseOf(key)),
        outcome,
      ),
    }),
    onDone: ({ entries }) => {
      announce(`Đã ghi biểu quyết về ${entries.length} hồ sơ.`, entries)
      onClose()
    },
    check: (values) =>
      values.rows.some(isRemarkAlone)
        ? { votes: 'Có dòng mới ghi ý kiến, chưa ghi số phiếu hoặc kết quả' }
        : values.rows.some(isTouched)
          ? {}
          : { votes: 'Chưa ghi biểu quyết về hồ sơ nào' },
  })
  const { values, patch, errors } = recording
  const present = held === null ? String(members) : String(held.present)
  const empty = useMemo(() => emptyVotes(rows, present), [rows, present])
  // A draft may be older than the list of dossiers.
  const known = empty.map((row) => values.rows.find(({ key }) => key === row.key) ?? row)
  const latest = useRef(known)
  useLayoutEffect(() => {
    latest.current = known
  })
  const send = useRef(patch)
  useLayoutEffect(() => {
    send.current = patch
  }, [patch])
  const put = useCallback(
    (key: string, change: Partial<VoteRow>) =>
      send.current({ rows: latest.current.map((row) => (row.key === key ? { ...row, ...change } : row)) }),
    [],
  )
  return (
    <RecordingForm recording={recording} submitLabel="Ghi biểu quyết" onCancel={onClose}>
      <Group justify="space-between">
        <Text size="sm">
          Tổng số {showNumber(members)} thành viên; cần ít nhất {needed(neededOf(rows, members, rules))}. Dòng để trống
          thì chưa ghi.
        </Text>
        <Button variant="default" size="xs" onClick={() => patch({ rows: known.map(allAgree) })}>
          Điền tất cả có mặt đều tán thành
        </Button>
      </Group>
      <Table.ScrollContainer minWidth={900}>
        <Table aria-label="Ghi biểu quyết" verticalSpacing={4} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="24%">Họ và tên</Table.Th>
              <Table.Th w={84}>Có mặt</Table.Th>
              <Table.Th w={94}>Tán thành</Table.Th>
              <Table.Th w={94}>Không tán thành</Table.Th>
              <Table.Th w={84}>Phiếu trắng</Table.Th>
              <Table.Th w={176}>Kết quả</Table.Th>
              <Table.Th>Ý kiến, lý do</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {known.map((row) => (
              <Line key={row.key} row={row} of={caseOf(row.key)} outcome={outcome(row)} onPut={put} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {errors['votes'] !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {errors['votes']}
        </Text>
      )}
    </RecordingForm>
  )
}

/** What has to be reached, said once where it is the same for every matter. */
function needed(byMatter: ReadonlyMap<Matter, number>): string {
  const numbers = new Set(byMatter.values())
  if (numbers.size === 1) return `${showNumber([...numbers][0] ?? 0)} tán thành`
  return [...byMatter]
    .map(([matter, number]) => `${showNumber(number)} tán thành (${lower(MATTERS[matter])})`)
    .join(', ')
}

const Line = memo(function Line({
  row,
  of,
  outcome,
  onPut,
}: {
  readonly row: VoteRow
  readonly of: MeetingCaseRow | undefined
  readonly outcome: string | null
  readonly onPut: (key: string, change: Partial<VoteRow>) => void
}) {
  const name = of?.name ?? ''
  const count = (field: 'present' | 'agree' | 'disagree' | 'blank', label: string) => (
    <Table.Td>
      <CountField
        size="xs"
        aria-label={`${label}: ${name}`}
        value={row[field]}
        onChange={(value) => onPut(row.key, { [field]: value })}
      />
    </Table.Td>
  )
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        {of !== undefined && of.matter !== 'admission' && (
          <Text size="xs" c="dimmed">
            {lower(MATTERS[of.matter])}
          </Text>
        )}
      </Table.Td>
      {count('present', 'Có mặt')}
      {count('agree', 'Tán thành')}
      {count('disagree', 'Không tán thành')}
      {count('blank', 'Phiếu trắng')}
      <Table.Td>
        <Select
          size="xs"
          aria-label={`Kết quả: ${name}`}
          placeholder="Theo số phiếu"
          data={[...choicesOf(MEETING_OUTCOMES)]}
          value={row.outcome === '' ? outcome : row.outcome}
          onChange={(chosen) => onPut(row.key, { outcome: chosen ?? '' })}
          allowDeselect={false}
        />
      </Table.Td>
      <Table.Td>
        <TextField
          size="xs"
          aria-label={`Ý kiến, lý do: ${name}`}
          value={row.remarks}
          onChange={(remarks) => onPut(row.key, { remarks })}
        />
      </Table.Td>
    </Table.Tr>
  )
})
