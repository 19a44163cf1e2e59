/**
 * Who is put forward for a class, those that wait longest first; taken on for a class here, or sent on to the office that
 * runs classes.
 */
import { Anchor, Badge, Button, Checkbox, Group, Select, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { AskRow } from '../../../shared/contract/classes.ts'
import type { PartyClass } from '../../../shared/model/codes.ts'
import { trusted } from '../../../shared/base/trust.ts'
import { ASK_STANDINGS, PARTY_CLASSES, showDay, showNumber } from '../../../shared/words/vi.ts'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { MoreRows } from '../../parts/MoreRows.tsx'
import { choicesOf } from '../../parts/pickers.tsx'
import { useRights } from '../../parts/rights.ts'
import { EmptyState, ErrorState, LoadingState } from '../../parts/states.tsx'
import { CaseLink } from '../../parts/CaseLink.tsx'
import { useAsk } from '../../queries.ts'
import { useTicked } from './class-values.ts'
import { EnrollDialog } from './EnrollDialog.tsx'
import { ForwardDialog } from './ForwardDialog.tsx'
import { RecallDialog } from './RecallDialog.tsx'

/** The tab. */
export function AsksTab() {
  const mayCall = useRights()
  const [kind, setKind] = useState<string>('awareness')
  const [dialog, setDialog] = useState<'enroll' | 'forward' | null>(null)
  const [recalled, setRecalled] = useState<AskRow | null>(null)
  const { data, error, refetch } = useAsk('class.asks', { kind: trusted<PartyClass>(kind) }, { keepPrevious: true })
  const rows = data?.rows ?? []
  const waiting = rows.filter(({ here }) => here).map(({ case: id }) => id)
  const ticked = useTicked(waiting)
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingState />
  const mayTake = data.mayOpen && mayCall('class.enroll')
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <Select
          label="Lớp"
          w={300}
          allowDeselect={false}
          data={[...choicesOf(PARTY_CLASSES)]}
          value={kind}
          onChange={(next) => {
            setKind(next ?? 'awareness')
            ticked.set([])
          }}
        />
        <Group gap="xs">
          <ListActions what="nominations" narrow={{ class: trusted<PartyClass>(kind) }} disabled={rows.length === 0} />
          {mayTake && data.trainers.length > 0 && (
            <Button variant="default" disabled={ticked.cases.length === 0} onClick={() => setDialog('forward')}>
              Chuyển trung tâm chính trị
            </Button>
          )}
          {mayTake && (
            <Button disabled={ticked.cases.length === 0} onClick={() => setDialog('enroll')}>
              Xếp {ticked.cases.length === 0 ? '' : `${showNumber(ticked.cases.length)} người `}vào lớp
            </Button>
          )}
        </Group>
      </Group>
      {rows.length === 0 ? (
        <EmptyState
          title="Chưa có ai được đề nghị"
          text="Đề nghị cử đi học được ghi ở danh sách nguồn hoặc trong hồ sơ từng người."
        />
      ) : (
        <Table.ScrollContainer minWidth={820}>
          <Table aria-label="Người được đề nghị cử đi học" layout="fixed">
            <Table.Thead>
              <Table.Tr>
                {mayTake && (
                  <Table.Th w={44}>
                    <Checkbox
                      aria-label="Chọn tất cả người chờ xếp lớp"
                      checked={waiting.length > 0 && ticked.cases.length === waiting.length}
                      indeterminate={ticked.cases.length > 0 && ticked.cases.length < waiting.length}
                      disabled={waiting.length === 0}
                      onChange={() => ticked.set(ticked.cases.length === waiting.length ? [] : waiting)}
                    />
                  </Table.Th>
                )}
                <Table.Th>Họ và tên</Table.Th>
                <Table.Th w={120}>Ngày sinh</Table.Th>
                <Table.Th>Đơn vị</Table.Th>
                <Table.Th w={130}>Ngày đề nghị</Table.Th>
                <Table.Th w={210}>Tình trạng</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <AskLine
                  key={`${row.case} ${row.kind}`}
                  row={row}
                  mayTake={mayTake}
                  ticked={ticked}
                  onRecall={() => setRecalled(row)}
                />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <MoreRows shown={rows.length} total={data.total} />
      {recalled !== null && <RecallDialog ask={recalled} onClose={() => setRecalled(null)} />}
      {dialog === 'enroll' && (
        <EnrollDialog
          kind={trusted<PartyClass>(kind)}
          cases={ticked.cases}
          today={data.today}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'forward' && (
        <ForwardDialog
          kind={trusted<PartyClass>(kind)}
          cases={ticked.cases}
          today={data.today}
          trainers={data.trainers}
          onClose={() => setDialog(null)}
        />
      )}
    </Stack>
  )
}

function AskLine({
  row,
  mayTake,
  ticked,
  onRecall,
}: {
  readonly row: AskRow
  readonly mayTake: boolean
  readonly ticked: ReturnType<typeof useTicked>
  readonly onRecall: () => void
}) {
  return (
    <Table.Tr>
      {mayTake && (
        <Table.Td>
          <Checkbox
            aria-label={`Chọn ${row.name}`}
            disabled={!row.here}
            checked={row.here && ticked.has(row.case)}
            onChange={() => ticked.toggle(row.case)}
          />
        </Table.Td>
      )}
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        {row.known ? (
          <CaseLink case={row.case} fw={600}>
            {row.name}
          </CaseLink>
        ) : (
          <Text size="sm" fw={600}>
            {row.name}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{row.birth === null ? 'Chưa ghi' : showDay(row.birth)}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        <Text size="sm" lineClamp={2} title={row.unitName}>
          {row.unitName}
        </Text>
      </Table.Td>
      <Table.Td>{showDay(row.askedOn)}</Table.Td>
      <Table.Td>
        <Badge color={row.standing === 'waiting' ? 'orange' : row.standing === 'over' ? 'gray' : 'blue'}>
          {ASK_STANDINGS[row.standing]}
        </Badge>
        {row.seat !== null && (
          <Text size="xs">
            <Anchor href={`#/lop/${row.seat.class}`}>
              {row.seat.name}, từ {showDay(row.seat.from)}
            </Anchor>
          </Text>
        )}
        {row.standing === 'forwarded' && row.forwardedOn !== null && (
          <Text size="xs" c="dimmed">
            ngày {showDay(row.forwardedOn)}{' '}
            {mayTake && (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={`Rút lại việc chuyển ${row.name}`}
                onClick={onRecall}
              >
                Rút lại
              </Button>
            )}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  )
}
