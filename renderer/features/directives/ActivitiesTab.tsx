/**
 * Conferences and publicity of a year: what they come to, and each of them.
 */
import { Button, Group, Select, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ActivityList, ActivityRow } from '../../../shared/contract/follow.ts'
import {
  CONFERENCE_KINDS,
  DIRECTIVE_KINDS,
  ON_PAPER,
  OTHER_OFFICE,
  PUBLICITY_CHANNELS,
  showDay,
  showNumber,
} from '../../../shared/words/vi.ts'
import { FactsDialog } from '../../parts/FactsDialog.tsx'
import { choicesOf } from '../../parts/pickers.tsx'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { MoreRows } from '../../parts/MoreRows.tsx'
import { useRights } from '../../parts/rights.ts'
import { AwaitedState, Block, EmptyState } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'

type Dialog = { readonly what: 'conference' | 'publicity'; readonly row?: ActivityRow }

/** The tab. */
export function ActivitiesTab() {
  const mayCall = useRights()
  const today = useAsk('office.get', {}).data?.today ?? ''
  const thisYear = Number(today.slice(0, 4))
  const [chosen, setYear] = useState<number | null>(null)
  const year = chosen ?? thisYear
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const { data, error, refetch } = useAsk('activity.list', { year }, { enabled: year > 0, keepPrevious: true })
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end" className="no-print">
        <Select
          label="Năm"
          w={110}
          allowDeselect={false}
          data={Array.from({ length: 8 }, (_, n) => String(thisYear - n))}
          value={String(year)}
          onChange={(value) => setYear(value === null ? null : Number(value))}
        />
        <Group gap="xs">
          {data !== undefined && data.rows.length > 0 && <ListActions what="activities" narrow={{ year }} />}
          {mayCall('publicity.count') && (
            <Button variant="default" onClick={() => setDialog({ what: 'publicity' })}>
              Ghi kết quả tuyên truyền
            </Button>
          )}
          {mayCall('conference.record') && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog({ what: 'conference' })}>
              Ghi hội nghị
            </Button>
          )}
        </Group>
      </Group>
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} />
      {data !== undefined && data.rows.length === 0 && (
        <EmptyState
          title={`Chưa ghi hội nghị, tuyên truyền nào trong năm ${data.year}`}
          text="Ghi hội nghị quán triệt, tập huấn và số tin, bài, buổi tuyên truyền; số liệu được cộng theo từng loại."
        />
      )}
      {data !== undefined && data.rows.length > 0 && (
        <>
          <Sums data={data} />
          <Block title="Từng hội nghị, đợt tuyên truyền">
            <Rows rows={data.rows} onChange={mayCall('conference.record') ? setDialog : null} />
            <MoreRows shown={data.rows.length} total={data.total} />
          </Block>
        </>
      )}
      {dialog !== null && data !== undefined && (
        <ActivityForm dialog={dialog} today={data.today} onClose={() => setDialog(null)} />
      )}
    </Stack>
  )
}

function Sums({ data: { conferences, publicity } }: { readonly data: ActivityList }) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <Block title="Hội nghị">
        <Table aria-label="Số hội nghị theo loại">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Loại</Table.Th>
              <Table.Th ta="right">Số hội nghị</Table.Th>
              <Table.Th ta="right">Lượt người dự</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {conferences.map(({ kind, count, attended }) => (
              <Table.Tr key={kind}>
                <Table.Td>{CONFERENCE_KINDS[kind]}</Table.Td>
                <Table.Td ta="right">{showNumber(count)}</Table.Td>
                <Table.Td ta="right">{showNumber(attended)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Block>
      <Block title="Tuyên truyền">
        <Table aria-label="Kết quả tuyên truyền theo hình thức">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Hình thức</Table.Th>
              <Table.Th ta="right">Số tin, bài, buổi</Table.Th>
              <Table.Th ta="right">Lượt nghe, xem</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {publicity.map(({ channel, items, reached }) => (
              <Table.Tr key={channel}>
                <Table.Td>{PUBLICITY_CHANNELS[channel]}</Table.Td>
                <Table.Td ta="right">{showNumber(items)}</Table.Td>
                <Table.Td ta="right">{showNumber(reached)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Block>
    </SimpleGrid>
  )
}

function Rows({
  rows,
  onChange,
}: {
  readonly rows: readonly ActivityRow[]
  readonly onChange: ((dialog: Dialog) => void) | null
}) {
  return (
    <Table.ScrollContainer minWidth={890}>
      <Table aria-label="Hội nghị, tuyên truyền" layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={190}>Thời gian</Table.Th>
            <Table.Th>Nội dung</Table.Th>
            <Table.Th w={240}>Đơn vị</Table.Th>
            <Table.Th w={150} ta="right">
              Số lượng
            </Table.Th>
            {onChange !== null && <Table.Th w={90}>Việc</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>
                {row.what === 'conference'
                  ? showDay(row.facts.date)
                  : `${showDay(row.facts.from)} – ${showDay(row.facts.to)}`}
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {row.what === 'conference' ? row.facts.title : PUBLICITY_CHANNELS[row.facts.channel]}
                <Text size="xs" c="dimmed">
                  {row.what === 'conference' ? CONFERENCE_KINDS[row.facts.kind] : 'Tuyên truyền'}
                  {row.facts.directive === undefined ? '' : `; ${row.facts.directive.title}`}
                  {row.onPaper ? `; ${ON_PAPER.toLowerCase()}` : ''}
                </Text>
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {row.facts.place.name}
                {!row.own && (
                  <Text size="xs" c="dimmed">
                    {row.officeName === '' ? OTHER_OFFICE : row.officeName}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right">
                {row.what === 'conference'
                  ? `${showNumber(row.facts.attended)} người dự`
                  : `${showNumber(row.facts.items)} tin, bài, buổi`}
              </Table.Td>
              {onChange !== null && (
                <Table.Td>
                  {row.own && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={`Sửa ${row.what === 'conference' ? row.facts.title : PUBLICITY_CHANNELS[row.facts.channel]}`}
                      onClick={() => onChange({ what: row.what, row })}
                    >
                      Sửa
                    </Button>
                  )}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function ActivityForm({
  dialog: { what, row },
  today,
  onClose,
}: {
  readonly dialog: Dialog
  readonly today: string
  readonly onClose: () => void
}) {
  const directives = useAsk('directive.list', {}).data?.rows ?? []
  const self = useAsk('office.get', {}).data?.office ?? ''
  const cited = {
    kind: 'choice',
    path: 'directive',
    label: 'Về văn bản',
    data: directives.map(({ id, facts: { kind, number, title } }) => ({
      value: id,
      label: `${DIRECTIVE_KINDS[kind]}${number === undefined ? '' : ` số ${number}`}: ${title}`.slice(0, 120),
    })),
  } as const
  const place = { kind: 'place', path: 'place', required: true, where: 'ours' } as const
  const note = { kind: 'text', path: 'note', label: 'Ghi chú' } as const
  const shared = {
    place: row?.facts.place.id ?? self,
    directive: row?.facts.directive?.id ?? '',
    note: row?.facts.note ?? '',
  }
  const fixed = row === undefined ? {} : { activity: row.id }
  if (what === 'conference') {
    const facts = row?.what === 'conference' ? row.facts : undefined
    return (
      <FactsDialog
        title={row === undefined ? 'Ghi hội nghị' : 'Sửa hội nghị'}
        command="conference.record"
        submitLabel="Ghi hội nghị"
        draft={`hoi-nghi/${row?.id ?? 'moi'}`}
        fields={[
          { kind: 'line', path: 'title', label: 'Tên hội nghị', required: true },
          { kind: 'choice', path: 'kind', label: 'Loại hội nghị', required: true, data: choicesOf(CONFERENCE_KINDS) },
          { kind: 'day', path: 'date', label: 'Ngày tổ chức', required: true },
          { ...place, label: 'Đơn vị tổ chức' },
          cited,
          { kind: 'count', path: 'attended', label: 'Số người dự', required: true },
          { kind: 'count', path: 'invited', label: 'Số người được triệu tập' },
          note,
        ]}
        initial={{
          ...shared,
          kind: facts?.kind ?? 'study',
          title: facts?.title ?? '',
          date: facts?.date ?? '',
          attended: facts === undefined ? '' : String(facts.attended),
          invited: facts?.invited === undefined ? '' : String(facts.invited),
        }}
        fixed={fixed}
        said={(text) => `Đã ghi ${text('title')}.`}
        onClose={onClose}
      />
    )
  }
  const facts = row?.what === 'publicity' ? row.facts : undefined
  return (
    <FactsDialog
      title={row === undefined ? 'Ghi kết quả tuyên truyền' : 'Sửa kết quả tuyên truyền'}
      command="publicity.count"
      submitLabel="Ghi kết quả"
      draft={`tuyen-truyen/${row?.id ?? 'moi'}`}
      fields={[
        { kind: 'choice', path: 'channel', label: 'Hình thức', required: true, data: choicesOf(PUBLICITY_CHANNELS) },
        { ...place, label: 'Đơn vị thực hiện' },
        { kind: 'day', path: 'from', label: 'Từ ngày', required: true },
        { kind: 'day', path: 'to', label: 'Đến ngày', required: true },
        { kind: 'count', path: 'items', label: 'Số tin, bài, buổi', required: true },
        { kind: 'count', path: 'reached', label: 'Số lượt người nghe, xem' },
        cited,
        note,
      ]}
      initial={{
        ...shared,
        channel: facts?.channel ?? '',
        from: facts?.from ?? `${today.slice(0, 7)}-01`,
        to: facts?.to ?? today,
        items: facts === undefined ? '' : String(facts.items),
        reached: facts?.reached === undefined ? '' : String(facts.reached),
      }}
      fixed={fixed}
      said={() => 'Đã ghi kết quả tuyên truyền.'}
      onClose={onClose}
    />
  )
}
