/**
 * Hồ sơ được trả lại: every return with its remarks. The office that proposes sees what has to be mended and what was
 * recorded anew since; the office that decides sees its own returns and what came of them.
 */
import { Anchor, Badge, Group, List, Paper, Select, Stack, Text, Title } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReturnRow } from '../../../shared/contract/meetings.ts'
import { fold } from '../../../shared/text/fold.ts'
import { lower, MATTERS, paperName, showDay, showNumber } from '../../../shared/words/vi.ts'
import { DecidingNav } from '../../parts/DecidingNav.tsx'
import { TextField } from '../../parts/fields.tsx'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { AwaitedState, EmptyState, PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'

/** Returns shown at once. */
const WINDOW = 60

/** The page. */
export function ReturnsPage() {
  const { data, error, refetch } = useAsk('returns.list', {})
  const office = useAsk('office.get', {}).data
  const decides = office?.profile.capacities.some(({ capacity }) => capacity === 'decides') === true
  return (
    <>
      <PageHead title="Hồ sơ được trả lại" text="Từng ý kiến phải bổ sung, hoàn chỉnh; hồ sơ còn phải làm ở trước." />
      {decides && <DecidingNav />}
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} />
      {data?.rows.length === 0 && (
        <EmptyState
          title="Chưa có hồ sơ nào được trả lại"
          text="Hồ sơ trả lại để bổ sung sẽ có ở đây, với từng ý kiến."
        />
      )}
      {data !== undefined && data.rows.length > 0 && <Returns rows={data.rows} today={office?.today ?? ''} />}
    </>
  )
}

function Returns({ rows, today }: { readonly rows: readonly ReturnRow[]; readonly today: string }) {
  const [shown, setShown] = useState<'all' | 'open' | 'done'>('all')
  const [text, setText] = useState('')
  const wanted = fold(text)
  const found = rows.filter(
    (row) =>
      (shown === 'all' || (shown === 'open') === (row.resentOn === null)) &&
      fold(`${row.name} ${row.unitName ?? ''}`).includes(wanted),
  )
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <Select
          label="Lọc"
          data={[
            { value: 'all', label: 'Tất cả' },
            { value: 'open', label: 'Còn phải bổ sung' },
            { value: 'done', label: 'Đã gửi lại' },
          ]}
          value={shown}
          onChange={(value) => setShown(value === 'open' || value === 'done' ? value : 'all')}
          allowDeselect={false}
          w={200}
        />
        <TextField label="Tìm họ tên, đơn vị" value={text} onChange={setText} w={260} />
        <Text size="sm" c="dimmed" mb={8} role="status">
          {showNumber(found.length)} lần trả
        </Text>
        <Group gap="xs" ml="auto">
          <ListActions
            what="returns"
            disabled={found.length === 0}
            narrow={{ text, ...(shown === 'all' ? {} : { state: shown }) }}
          />
        </Group>
      </Group>
      {found.slice(0, WINDOW).map((row) => (
        <Return key={`${row.entry} ${row.matter}`} row={row} today={today} />
      ))}
      {found.length > WINDOW && (
        <Text size="sm" c="dimmed">
          Đang hiện {showNumber(WINDOW)} lần trả đầu; gõ tên để tìm tiếp.
        </Text>
      )}
    </Stack>
  )
}

function Return({ row, today }: { readonly row: ReturnRow; readonly today: string }) {
  const { name, unitName, matter, date, number, answerBy, resentOn, remarks, own } = row
  const isLate = resentOn === null && answerBy !== null && answerBy < today
  return (
    <Paper withBorder p="sm" component="section" aria-label={`Trả lại hồ sơ của ${name}`}>
      <Group justify="space-between" align="flex-start" mb={4}>
        <div>
          <Title order={2} fz="md">
            <Anchor href={`#/ho-so/${row.case}`} inherit>
              {name}
            </Anchor>
          </Title>
          <Text size="sm" c="dimmed">
            {unitName}; {lower(MATTERS[matter])}; trả ngày {showDay(date)}
            {number === null ? '' : `, công văn số ${number}`}
          </Text>
        </div>
        {resentOn !== null ? (
          <Badge color="teal">Gửi lại ngày {showDay(resentOn)}</Badge>
        ) : (
          <Badge color={isLate ? 'red' : 'orange'}>
            {answerBy === null
              ? 'Chưa gửi lại'
              : isLate
                ? `Quá hạn bổ sung ${showDay(answerBy)}`
                : `Bổ sung trước ngày ${showDay(answerBy)}`}
          </Badge>
        )}
      </Group>
      <List size="sm" type="ordered">
        {remarks.map((remark, place) => (
          <List.Item key={place} style={{ overflowWrap: 'anywhere' }}>
            {remark.paper !== null && <b>{paperName(remark.paper) ?? remark.paper}: </b>}
            {remark.text}
            {own && remark.mended && (
              <Badge component="span" ml={6} size="sm" color="teal" leftSection={<IconCheck size={11} aria-hidden />}>
                Đã ghi lại giấy tờ này
              </Badge>
            )}
          </List.Item>
        ))}
      </List>
    </Paper>
  )
}
