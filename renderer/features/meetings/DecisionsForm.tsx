/**
 * Numbers and days of the decisions as they stand in the register of the office, one row a case; what is odd about a
 * number is said beside it. Rows without a number are left for later.
 */
import { Alert, Badge, Button, Checkbox, Group, Stack, Table, Text } from '@mantine/core'
import type { MeetingCaseRow, MeetingView } from '../../../shared/contract/meetings.ts'
import { MATTERS, MEETING_OUTCOMES, numberWarningSentence } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { DateField, TextField } from '../../parts/fields.tsx'
import { usedNumbers } from '../../parts/NumberDoubts.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingForm } from '../../parts/RecordingForm.tsx'
import { inputOf } from '../../parts/values.ts'
import { useAsk } from '../../queries.ts'
import { decisionsInput, doubtsOf, emptyDecisions, numbered, type DecisionRow } from './decision-rows.ts'

type Values = { readonly signer: string; readonly rows: readonly DecisionRow[] }

/** The form. @param rows - the cases that were voted on and have no decision */
export function DecisionsForm({
  view,
  rows,
  onClose,
}: {
  readonly view: MeetingView
  readonly rows: readonly MeetingCaseRow[]
  readonly onClose: () => void
}) {
  const { state, held, today } = view
  const { body, date } = state.meeting
  const register = useAsk('decision.register', {}).data
  const used = usedNumbers(register, body)
  const day = held?.date ?? date
  const caseOf = (key: string) => rows.find((row) => `${row.case} ${row.matter}` === key)
  const recording = useRecording<Values>({
    command: 'meeting.decide',
    draft: `cuoc-hop/${state.id}/so`,
    initial: { signer: '', rows: [] },
    toInput: (values) => ({
      meeting: state.id,
      ...inputOf({ signer: values.signer }),
      decisions: decisionsInput(
        values.rows.filter(({ key }) => caseOf(key)),
        used,
      ),
    }),
    onDone: ({ entries }) => {
      announce(`Đã ghi ${entries.length} quyết định. Xuất gói dữ liệu để gửi về đơn vị.`)
      onClose()
    },
    check: (values) =>
      values.rows.some(({ number }) => number.trim() !== '') ? {} : { decisions: 'Chưa ghi số quyết định nào' },
  })
  const { values, patch, errors, refusal, bind } = recording
  // A draft may be older than the list of dossiers.
  const known = emptyDecisions(rows, day <= today ? day : today).map(
    (row) => values.rows.find(({ key }) => key === row.key) ?? row,
  )
  const put = (key: string, change: Partial<DecisionRow>) =>
    patch({ rows: known.map((row) => (row.key === key ? { ...row, ...change } : row)) })
  const isTaken = refusal?.code === 'ROW_REFUSED' && refusal.data.reason.code === 'NUMBER_TAKEN'
  return (
    <RecordingForm recording={recording} submitLabel="Ghi các quyết định" onCancel={onClose}>
      <Group justify="space-between" align="flex-end">
        <TextField label="Người ký" w={280} {...bind('signer')} />
        <Button variant="default" size="xs" onClick={() => patch({ rows: numbered(known, used) })}>
          Điền số liên tiếp
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        Đối chiếu với văn bản đã ký trước khi ghi: quyết định đã ghi thì không sửa, không rút lại được. Cơ quan ban
        hành: {body}.
      </Text>
      <Table.ScrollContainer minWidth={860}>
        <Table aria-label="Ghi số quyết định" verticalSpacing={6} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="26%">Họ và tên</Table.Th>
              <Table.Th w={130}>Kết quả</Table.Th>
              <Table.Th w={170}>Số quyết định</Table.Th>
              <Table.Th w={150}>Ngày quyết định</Table.Th>
              <Table.Th>Nội dung kèm theo</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {known.map((row) => {
              const of = caseOf(row.key)
              if (of === undefined) return null
              const doubts = doubtsOf(row, known, used)
              return (
                <Table.Tr key={row.key}>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    <Text size="sm" fw={600}>
                      {of.name}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {[of.unitName, of.matter === 'admission' ? null : MATTERS[of.matter]].filter(Boolean).join('. ')}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    {of.vote !== null && (
                      <Badge color={of.vote.outcome === 'agreed' ? 'teal' : 'red'}>
                        {MEETING_OUTCOMES[of.vote.outcome]}
                      </Badge>
                    )}
                  </Table.Td>
                  <Table.Td>
                    <TextField
                      size="xs"
                      aria-label={`Số quyết định: ${of.name}`}
                      value={row.number}
                      onChange={(number) => put(row.key, { number })}
                    />
                  </Table.Td>
                  <Table.Td>
                    <DateField
                      size="xs"
                      aria-label={`Ngày quyết định: ${of.name}`}
                      value={row.date}
                      onChange={(value) => put(row.key, { date: value })}
                    />
                  </Table.Td>
                  <Table.Td>
                    <Stack gap={4}>
                      {of.vote?.outcome === 'declined' && (
                        <TextField
                          size="xs"
                          label="Lý do"
                          aria-label={`Lý do: ${of.name}`}
                          value={row.reason}
                          onChange={(reason) => put(row.key, { reason })}
                        />
                      )}
                      {of.matter === 'recognition' && of.vote?.outcome === 'agreed' && (
                        <DateField
                          size="xs"
                          label="Chính thức từ ngày"
                          aria-label={`Chính thức từ ngày: ${of.name}`}
                          value={row.officialFrom}
                          onChange={(officialFrom) => put(row.key, { officialFrom })}
                        />
                      )}
                      {doubts.map((doubt) => (
                        <Text key={doubt.code} size="xs" c="var(--mantine-color-orange-light-color)" role="status">
                          {numberWarningSentence(doubt)}
                        </Text>
                      ))}
                      {(isTaken || row.numberAgain) && doubts.some(({ code }) => code === 'numberUsed') && (
                        <Checkbox
                          size="xs"
                          label="Văn bản ghi trùng số"
                          checked={row.numberAgain}
                          onChange={(event) => put(row.key, { numberAgain: event.currentTarget.checked })}
                        />
                      )}
                    </Stack>
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {errors['decisions'] !== undefined && (
        <Alert color="red" role="alert">
          {errors['decisions']}
        </Alert>
      )}
    </RecordingForm>
  )
}
