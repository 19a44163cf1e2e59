/**
 * Examples worth telling: each with its consent; those told go up and stand on the list for the office of publicity.
 */
import { Anchor, Badge, Button, Group, Select, Stack, Table, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ExampleRow } from '../../../shared/contract/follow.ts'
import { ExampleKind } from '../../../shared/model/follow/facts.ts'
import { CONSENT_WAYS, EXAMPLE_AREAS, EXAMPLE_KINDS, OTHER_OFFICE, showDay } from '../../../shared/words/vi.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { FactsDialog, type FactField, type FactValues } from '../../parts/FactsDialog.tsx'
import { useReturnedFocus } from '../../parts/focus.ts'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { OfficeDocumentButton } from '../../parts/OfficeDocumentButton.tsx'
import { choicesOf } from '../../parts/pickers.tsx'
import { MoreRows } from '../../parts/MoreRows.tsx'
import { useRights } from '../../parts/rights.ts'
import { ScanLinks } from '../../parts/ScanLinks.tsx'
import { AwaitedState, EmptyState } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'

type Act = 'change' | 'withdraw'

/** The tab. */
export function ExamplesTab() {
  const [kind, setKind] = useState<ExampleKind | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const mayCall = useRights()
  const { data, error, refetch } = useAsk('example.list', kind === null ? {} : { kind }, { keepPrevious: true })
  const one = data?.rows.find(({ id }) => id === shown)
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end" className="no-print">
        <Select
          label="Loại"
          w={260}
          clearable
          clearButtonProps={{ 'aria-label': 'Bỏ chọn loại' }}
          placeholder="Mọi loại"
          data={[...choicesOf(EXAMPLE_KINDS)]}
          value={kind}
          onChange={(value) => setKind(ExampleKind.options.find((option) => option === value) ?? null)}
        />
        <Group gap="xs">
          {data?.rows.some(({ tellable }) => tellable) === true && (
            <>
              <OfficeDocumentButton kind="exampleList" label="Lập danh sách gửi Ban Tuyên giáo" />
              <ListActions what="examples" narrow={kind === null ? {} : { kind }} />
            </>
          )}
          {mayCall('example.tell') && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
              Ghi gương điển hình
            </Button>
          )}
        </Group>
      </Group>
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} />
      {data !== undefined && data.rows.length === 0 && (
        <EmptyState
          title="Chưa ghi gương điển hình nào"
          text="Ghi gương người tốt, việc tốt, đảng viên gương mẫu có uy tín. Chỉ người đã đồng ý mới được đưa vào danh sách tuyên truyền."
        />
      )}
      {data !== undefined && data.rows.length > 0 && <Examples rows={data.rows} onOpen={setShown} />}
      {data !== undefined && <MoreRows shown={data.rows.length} total={data.total} />}
      {one !== undefined && data !== undefined && (
        <ExampleCard row={one} today={data.today} onClose={() => setShown(null)} />
      )}
      {isAdding && data !== undefined && <ExampleForm onClose={() => setAdding(false)} />}
    </Stack>
  )
}

function Examples({ rows, onOpen }: { readonly rows: readonly ExampleRow[]; readonly onOpen: (id: string) => void }) {
  return (
    <Table.ScrollContainer minWidth={910}>
      <Table aria-label="Gương điển hình" layout="fixed" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={270}>Họ tên, tập thể</Table.Th>
            <Table.Th w={210}>Loại, lĩnh vực</Table.Th>
            <Table.Th>Nội dung</Table.Th>
            <Table.Th w={210}>Ý kiến đồng ý</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <Anchor component="button" type="button" size="sm" fw={600} ta="left" onClick={() => onOpen(row.id)}>
                  {row.facts.name}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {row.facts.place.name}
                  {row.own ? '' : ` – ${row.officeName === '' ? OTHER_OFFICE : row.officeName}`}
                </Text>
              </Table.Td>
              <Table.Td>
                {EXAMPLE_KINDS[row.facts.kind]}
                <Text size="xs" c="dimmed">
                  {EXAMPLE_AREAS[row.facts.area]}
                </Text>
              </Table.Td>
              <Table.Td>
                <Text size="sm" lineClamp={2}>
                  {row.facts.story}
                </Text>
              </Table.Td>
              <Table.Td>
                <Consent row={row} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function Consent({ row: { facts, withdrawn } }: { readonly row: ExampleRow }) {
  if (withdrawn !== null) return <Badge color="gray">Thôi tuyên truyền</Badge>
  if (facts.kind === 'collective') return <Text size="sm">Tập thể, không cần</Text>
  if (facts.consent === undefined) return <Badge color="orange">Chưa có, chưa gửi đi</Badge>
  return (
    <Text size="sm">
      {CONSENT_WAYS[facts.consent.how]}, ngày {showDay(facts.consent.on)}
    </Text>
  )
}

function ExampleCard({
  row,
  today,
  onClose,
}: {
  readonly row: ExampleRow
  readonly today: string
  readonly onClose: () => void
}) {
  useReturnedFocus()
  const mayCall = useRights()
  const [act, setAct] = useState<Act | null>(null)
  const { facts, withdrawn } = row
  const isOurs = row.own && mayCall('example.tell')
  return (
    <>
      <Dialog onClose={onClose} title={facts.name} size="xl">
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {EXAMPLE_KINDS[facts.kind]}; {EXAMPLE_AREAS[facts.area].toLowerCase()}
            {facts.post === undefined ? '' : `; ${facts.post}`}; {facts.place.name}
          </Text>
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{facts.story}</Text>
          <ScanLinks scans={facts.scans ?? []} title={facts.name} />
          <Group gap="xs">
            <Text size="sm">Ý kiến đồng ý:</Text>
            <Consent row={row} />
          </Group>
          {withdrawn !== null && (
            <Text size="sm">
              Thôi tuyên truyền từ ngày {showDay(withdrawn.on)}: {withdrawn.reason}
            </Text>
          )}
          {isOurs && (
            <Group gap="xs" justify="flex-end">
              {withdrawn === null && (
                <Button variant="default" onClick={() => setAct('withdraw')}>
                  Thôi tuyên truyền
                </Button>
              )}
              <Button onClick={() => setAct('change')}>{row.tellable ? 'Sửa' : 'Sửa, ghi ý kiến đồng ý'}</Button>
            </Group>
          )}
        </Stack>
      </Dialog>
      {act === 'change' && <ExampleForm row={row} onClose={() => setAct(null)} />}
      {act === 'withdraw' && (
        <FactsDialog
          title="Thôi tuyên truyền gương này"
          command="example.withdraw"
          submitLabel="Thôi tuyên truyền"
          draft={`guong/${row.id}/thoi`}
          fields={[
            { kind: 'text', path: 'reason', label: 'Lý do', required: true },
            { kind: 'day', path: 'on', label: 'Từ ngày', required: true },
          ]}
          initial={{ on: today }}
          fixed={{ example: row.id }}
          said={() => `Đã ghi thôi tuyên truyền gương ${facts.name}.`}
          onClose={() => setAct(null)}
        />
      )}
    </>
  )
}

const isPerson = (values: FactValues) => values['kind'] !== 'collective'

const FIELDS: readonly FactField[] = [
  { kind: 'choice', path: 'kind', label: 'Loại', required: true, data: choicesOf(EXAMPLE_KINDS) },
  { kind: 'choice', path: 'area', label: 'Lĩnh vực', required: true, data: choicesOf(EXAMPLE_AREAS) },
  { kind: 'line', path: 'name', label: 'Họ và tên, hoặc tên tập thể', required: true },
  { kind: 'line', path: 'post', label: 'Chức vụ, công việc' },
  { kind: 'place', path: 'place', label: 'Đơn vị', required: true, where: 'ours' },
  { kind: 'text', path: 'story', label: 'Nội dung gương điển hình', required: true },
  {
    kind: 'choice',
    path: 'consent.how',
    label: 'Người này đồng ý được tuyên truyền',
    description: 'Để trống nếu chưa hỏi: chưa gửi đi đâu.',
    data: choicesOf(CONSENT_WAYS),
    only: isPerson,
  },
  {
    kind: 'day',
    path: 'consent.on',
    label: 'Ngày đồng ý',
    required: true,
    only: (values) => isPerson(values) && values['consent.how'] !== '',
  },
]

function ExampleForm({ row, onClose }: { readonly row?: ExampleRow; readonly onClose: () => void }) {
  const facts = row?.facts
  return (
    <FactsDialog<{ entries: readonly string[]; repeated: boolean; told: boolean }>
      title={row === undefined ? 'Ghi gương điển hình' : 'Sửa gương điển hình'}
      command="example.tell"
      submitLabel="Ghi gương điển hình"
      draft={`guong/${row?.id ?? 'moi'}`}
      withScans
      fields={FIELDS}
      initial={
        facts === undefined
          ? { kind: 'goodPerson' }
          : {
              kind: facts.kind,
              area: facts.area,
              name: facts.name,
              post: facts.post ?? '',
              place: facts.place.id,
              story: facts.story,
              'consent.how': facts.consent?.how ?? '',
              'consent.on': facts.consent?.on ?? '',
              scans: facts.scans ?? [],
            }
      }
      fixed={row === undefined ? {} : { example: row.id }}
      said={(text, { told }) =>
        told ? `Đã ghi gương ${text('name')}.` : `Đã ghi gương ${text('name')}; chưa gửi đi vì chưa có ý kiến đồng ý.`
      }
      onClose={onClose}
    />
  )
}
