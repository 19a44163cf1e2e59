/**
 * Directives, the newest first: whether each is in force, who has read it and who has not; issuing, confirming.
 */
import { Anchor, Badge, Button, Group, List, Stack, Table, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { DirectiveRow } from '../../../shared/contract/follow.ts'
import { DIRECTIVE_KINDS, ON_PAPER, OTHER_OFFICE, showDay, showNumber } from '../../../shared/words/vi.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { FactsDialog, type FactField } from '../../parts/FactsDialog.tsx'
import { useReturnedFocus } from '../../parts/focus.ts'
import { choicesOf } from '../../parts/pickers.tsx'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { MoreRows } from '../../parts/MoreRows.tsx'
import { useRights } from '../../parts/rights.ts'
import { ScanLinks } from '../../parts/ScanLinks.tsx'
import { AwaitedState, EmptyState } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { ReadDialog } from './ReadDialog.tsx'

/** The tab. */
export function DirectivesTab() {
  const [shown, setShown] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const mayCall = useRights()
  const { data, error, refetch } = useAsk('directive.list', {})
  const one = data?.rows.find(({ id }) => id === shown)
  return (
    <Stack gap="sm">
      {data !== undefined && (
        <Group justify="flex-end" gap="xs" className="no-print">
          {data.rows.length > 0 && <ListActions what="directives" />}
          {mayCall('directive.issue') && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
              {data.decides ? 'Gửi văn bản đến các đơn vị' : 'Ghi văn bản nhận bằng giấy'}
            </Button>
          )}
        </Group>
      )}
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} />
      {data !== undefined && data.rows.length === 0 && (
        <EmptyState
          title="Chưa có văn bản nào"
          text={
            data.decides
              ? 'Gửi chỉ thị, kế hoạch, hướng dẫn đến các đơn vị; nơi nhận xác nhận đã quán triệt và báo cáo nêu văn bản đang có hiệu lực.'
              : 'Văn bản cấp trên gửi qua gói dữ liệu hiện ở đây để xác nhận đã quán triệt. Văn bản nhận bằng giấy thì ghi vào đây.'
          }
        />
      )}
      {data !== undefined && data.rows.length > 0 && (
        <Directives rows={data.rows} today={data.today} onOpen={setShown} />
      )}
      {data !== undefined && <MoreRows shown={data.rows.length} total={data.total} />}
      {one !== undefined && data !== undefined && (
        <DirectiveCard row={one} decides={data.decides} today={data.today} onClose={() => setShown(null)} />
      )}
      {isAdding && data !== undefined && <DirectiveForm decides={data.decides} onClose={() => setAdding(false)} />}
    </Stack>
  )
}

/** 'Chỉ thị 19-CT/TU'. */
function nameOf({ facts: { kind, number } }: DirectiveRow): string {
  return number === undefined ? DIRECTIVE_KINDS[kind] : `${DIRECTIVE_KINDS[kind]} số ${number}`
}

function Directives({
  rows,
  today,
  onOpen,
}: {
  readonly rows: readonly DirectiveRow[]
  readonly today: string
  readonly onOpen: (id: string) => void
}) {
  return (
    <Table.ScrollContainer minWidth={920}>
      <Table aria-label="Văn bản chỉ đạo, hướng dẫn" layout="fixed" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Văn bản</Table.Th>
            <Table.Th w={190}>Ngày, nơi ban hành</Table.Th>
            <Table.Th w={130}>Hiệu lực</Table.Th>
            <Table.Th w={230}>Quán triệt</Table.Th>
            <Table.Th w={130} ta="right">
              Hội nghị
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <Anchor component="button" type="button" size="sm" fw={600} ta="left" onClick={() => onOpen(row.id)}>
                  {nameOf(row)}
                </Anchor>
                <Text size="sm" lineClamp={2}>
                  {row.facts.title}
                </Text>
              </Table.Td>
              <Table.Td>
                {showDay(row.facts.date)}
                <Text size="xs" c="dimmed">
                  {row.facts.issuer}
                </Text>
              </Table.Td>
              <Table.Td>
                {row.inForce ? (
                  <Badge color="teal">Đang hiệu lực</Badge>
                ) : (
                  <Badge color="gray">Không còn hiệu lực</Badge>
                )}
              </Table.Td>
              <Table.Td>
                <Standing row={row} today={today} />
              </Table.Td>
              <Table.Td ta="right">
                {row.conferences === 0 ? '–' : `${showNumber(row.conferences)} hội nghị`}
                {row.conferences > 0 && (
                  <Text size="xs" c="dimmed">
                    {showNumber(row.attended)} người dự
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

/** Who has read it: we, or those it was sent to. */
function Standing({ row, today }: { readonly row: DirectiveRow; readonly today: string }) {
  const { own, read, mustRead, receipts, missing, facts } = row
  if (own) {
    const all = receipts.length + missing.length
    if (all === 0) return <Text size="sm">Không có nơi nhận</Text>
    return (
      <>
        <Text size="sm">
          {showNumber(receipts.length)} trên {showNumber(all)} nơi đã quán triệt
        </Text>
        {missing.length > 0 && facts.readBy !== undefined && (
          <Text size="xs" {...(facts.readBy < today ? { fw: 600 } : { c: 'dimmed' })}>
            {facts.readBy < today ? 'quá hạn' : 'hạn'} {showDay(facts.readBy)}
          </Text>
        )}
      </>
    )
  }
  if (read !== null) return <Text size="sm">Đã quán triệt ngày {showDay(read)}</Text>
  if (!mustRead) return <Text size="sm">–</Text>
  const isLate = facts.readBy !== undefined && facts.readBy < today
  return (
    <>
      <Badge color={isLate ? 'red' : 'orange'}>Chưa xác nhận</Badge>
      {facts.readBy !== undefined && (
        <Text size="xs" {...(isLate ? { fw: 600 } : { c: 'dimmed' })}>
          {isLate ? 'quá hạn' : 'hạn'} {showDay(facts.readBy)}
        </Text>
      )}
    </>
  )
}

function DirectiveCard({
  row,
  decides,
  today,
  onClose,
}: {
  readonly row: DirectiveRow
  readonly decides: boolean
  readonly today: string
  readonly onClose: () => void
}) {
  useReturnedFocus()
  const mayCall = useRights()
  const [act, setAct] = useState<'change' | 'read' | 'units' | null>(null)
  const { facts, receipts, missing } = row
  const span = [
    facts.from === undefined ? null : `có hiệu lực từ ngày ${showDay(facts.from)}`,
    facts.to === undefined ? null : `đến ngày ${showDay(facts.to)}`,
  ].filter((part) => part !== null)
  return (
    <>
      <Dialog onClose={onClose} title={nameOf(row)} size="xl">
        <Stack gap="sm">
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {facts.title}
          </Text>
          <Text size="sm" c="dimmed">
            {facts.issuer}, ngày {showDay(facts.date)}
            {span.length === 0 ? '' : `; ${span.join(' ')}`}
            {row.own ? '' : `; ${row.officeName === '' ? OTHER_OFFICE : row.officeName} gửi`}
            {facts.cited === true ? '; được nêu trong báo cáo' : ''}
          </Text>
          {facts.content !== undefined && (
            <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{facts.content}</Text>
          )}
          <ScanLinks scans={facts.scans ?? []} title={nameOf(row)} />
          <Title order={3} size="h4">
            Quán triệt
          </Title>
          {!row.own && (
            <Text size="sm">
              {row.read === null
                ? 'Đơn vị mình chưa xác nhận.'
                : `Đơn vị mình đã quán triệt ngày ${showDay(row.read)}.`}
            </Text>
          )}
          {receipts.length > 0 && (
            <List size="sm" spacing={2} aria-label="Nơi đã quán triệt">
              {receipts.map((one) => (
                <List.Item key={`${one.name} ${one.on}`}>
                  {one.name}, ngày {showDay(one.on)}
                  {one.by === null ? '' : `, ${one.by} phổ biến`}
                  {one.onPaper ? ` (${ON_PAPER.toLowerCase()})` : ''}
                </List.Item>
              ))}
            </List>
          )}
          {missing.length > 0 && (
            <Text size="sm">
              Chưa xác nhận ({showNumber(missing.length)} nơi): {missing.map(({ name }) => name).join('; ')}.
            </Text>
          )}
          <Group gap="xs" justify="flex-end">
            {row.own && mayCall('directive.issue') && (
              <Button variant="default" onClick={() => setAct('change')}>
                Sửa, ghi hết hiệu lực
              </Button>
            )}
            {mayCall('directive.read') && (
              <Button variant="default" onClick={() => setAct('units')}>
                Ghi đơn vị đã quán triệt
              </Button>
            )}
            {!row.own && row.read === null && mayCall('directive.read') && (
              <Button onClick={() => setAct('read')}>Xác nhận đã quán triệt</Button>
            )}
          </Group>
        </Stack>
      </Dialog>
      {act === 'change' && <DirectiveForm row={row} decides={decides} onClose={() => setAct(null)} />}
      {act === 'units' && <ReadDialog row={row} today={today} onClose={() => setAct(null)} />}
      {act === 'read' && (
        <FactsDialog
          title="Xác nhận đã quán triệt"
          command="directive.read"
          submitLabel="Xác nhận"
          draft={`chi-dao/${row.id}/quan-triet`}
          fields={[
            { kind: 'day', path: 'on', label: 'Ngày quán triệt', required: true },
            { kind: 'short', path: 'by', label: 'Người phổ biến' },
          ]}
          initial={{ on: today }}
          fixed={{ directive: row.id }}
          said={() => `Đã xác nhận quán triệt ${nameOf(row)}; cấp trên nhận được trong gói dữ liệu tới.`}
          onClose={() => setAct(null)}
        />
      )}
    </>
  )
}

const FIELDS: readonly FactField[] = [
  { kind: 'choice', path: 'kind', label: 'Loại văn bản', required: true, data: choicesOf(DIRECTIVE_KINDS) },
  { kind: 'short', path: 'number', label: 'Số, ký hiệu' },
  { kind: 'day', path: 'date', label: 'Ngày văn bản', required: true },
  { kind: 'short', path: 'issuer', label: 'Cơ quan ban hành', required: true },
  { kind: 'text', path: 'title', label: 'Trích yếu', required: true },
  { kind: 'text', path: 'content', label: 'Nội dung chính' },
  { kind: 'day', path: 'from', label: 'Có hiệu lực từ ngày', description: 'Để trống nếu từ ngày ký.' },
  { kind: 'day', path: 'to', label: 'Hết hiệu lực ngày', description: 'Để trống nếu chưa hết hiệu lực.' },
  { kind: 'day', path: 'readBy', label: 'Hạn xác nhận đã quán triệt' },
  { kind: 'tick', path: 'cited', label: 'Nêu văn bản này trong báo cáo', description: 'Khi văn bản đang có hiệu lực.' },
]

function DirectiveForm({
  row,
  decides,
  onClose,
}: {
  readonly row?: DirectiveRow
  readonly decides: boolean
  readonly onClose: () => void
}) {
  const facts = row?.facts
  return (
    <FactsDialog
      title={row !== undefined ? 'Sửa văn bản' : decides ? 'Gửi văn bản đến các đơn vị' : 'Ghi văn bản nhận bằng giấy'}
      command="directive.issue"
      submitLabel={decides && row === undefined ? 'Gửi đến các đơn vị' : 'Ghi văn bản'}
      draft={`chi-dao/${row?.id ?? 'moi'}`}
      withScans
      fields={FIELDS.filter(({ path }) => decides || path !== 'readBy')}
      initial={
        facts === undefined
          ? { kind: 'directive', cited: true }
          : {
              kind: facts.kind,
              number: facts.number ?? '',
              date: facts.date,
              issuer: facts.issuer,
              title: facts.title,
              content: facts.content ?? '',
              from: facts.from ?? '',
              to: facts.to ?? '',
              readBy: facts.readBy ?? '',
              cited: facts.cited === true,
              scans: facts.scans ?? [],
            }
      }
      fixed={row === undefined ? {} : { directive: row.id }}
      said={() =>
        decides ? 'Đã ghi văn bản; các đơn vị nhận được trong gói dữ liệu tới.' : 'Đã ghi văn bản nhận bằng giấy.'
      }
      onClose={onClose}
    />
  )
}
