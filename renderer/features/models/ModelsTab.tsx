/**
 * The register of models: where each works, what it has come to, which units took it up.
 */
import { Anchor, Badge, Button, Group, Select, Stack, Table, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ModelRow } from '../../../shared/contract/follow.ts'
import { ModelArea } from '../../../shared/model/follow/facts.ts'
import { MODEL_AREAS, OTHER_OFFICE, showDay, showNumber } from '../../../shared/words/vi.ts'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { OfficeDocumentButton } from '../../parts/OfficeDocumentButton.tsx'
import { choicesOf } from '../../parts/pickers.tsx'
import { MoreRows } from '../../parts/MoreRows.tsx'
import { useRights } from '../../parts/rights.ts'
import { AwaitedState, EmptyState } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { ModelCard } from './ModelCard.tsx'
import { RegisterModel } from './ModelForms.tsx'

/** The tab. */
export function ModelsTab() {
  const [area, setArea] = useState<ModelArea | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const mayCall = useRights()
  const { data, error, refetch } = useAsk('model.list', area === null ? {} : { area }, { keepPrevious: true })
  const one = data?.rows.find(({ id }) => id === shown)
  const add = mayCall('model.register') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      Ghi mô hình
    </Button>
  )
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end" className="no-print">
        <Select
          label="Lĩnh vực"
          w={260}
          clearable
          clearButtonProps={{ 'aria-label': 'Bỏ chọn lĩnh vực' }}
          placeholder="Mọi lĩnh vực"
          data={[...choicesOf(MODEL_AREAS)]}
          value={area}
          onChange={(value) => setArea(ModelArea.options.find((option) => option === value) ?? null)}
        />
        <Group gap="xs">
          {data !== undefined && data.rows.length > 0 && (
            <>
              <OfficeDocumentButton kind="modelList" label="Lập danh sách gửi Ban Tuyên giáo" />
              <ListActions what="models" narrow={area === null ? {} : { area }} />
            </>
          )}
          {add}
        </Group>
      </Group>
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} />
      {data !== undefined && data.rows.length === 0 && (
        <EmptyState
          title="Chưa ghi mô hình nào"
          text="Ghi mô hình mới, cách làm hiệu quả trong phát triển đảng viên là học sinh, người lao động trong doanh nghiệp, ở khu dân cư; sau đó báo kết quả theo từng thời gian."
        />
      )}
      {data !== undefined && data.rows.length > 0 && <ModelsTable rows={data.rows} onOpen={setShown} />}
      {data !== undefined && <MoreRows shown={data.rows.length} total={data.total} />}
      {one !== undefined && data !== undefined && (
        <ModelCard row={one} decides={data.decides} today={data.today} onClose={() => setShown(null)} />
      )}
      {isAdding && data !== undefined && <RegisterModel onClose={() => setAdding(false)} />}
    </Stack>
  )
}

function ModelsTable({ rows, onOpen }: { readonly rows: readonly ModelRow[]; readonly onOpen: (id: string) => void }) {
  return (
    <Table.ScrollContainer minWidth={950}>
      <Table aria-label="Các mô hình" layout="fixed" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Mô hình, đơn vị</Table.Th>
            <Table.Th w={210}>Lĩnh vực</Table.Th>
            <Table.Th w={120}>Thực hiện từ</Table.Th>
            <Table.Th w={280}>Kết quả gần nhất</Table.Th>
            <Table.Th w={120} ta="right">
              Nơi áp dụng
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => {
            const { facts, results, takenUp, shared } = row
            const last = results.at(-1)
            const said = last?.results ?? shared?.results ?? 'Chưa báo kết quả'
            return (
              <Table.Tr key={row.id}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <Anchor component="button" type="button" size="sm" fw={600} ta="left" onClick={() => onOpen(row.id)}>
                    {facts.name}
                  </Anchor>
                  <Text size="xs" c="dimmed">
                    {facts.place.name}
                    {row.own ? '' : ` – ${row.officeName === '' ? OTHER_OFFICE : row.officeName}`}
                  </Text>
                  {shared !== null && (
                    <Badge color="teal" size="sm" mt={2}>
                      Đã phổ biến để nhân rộng
                    </Badge>
                  )}
                </Table.Td>
                <Table.Td>{MODEL_AREAS[facts.area]}</Table.Td>
                <Table.Td>{facts.since === undefined ? 'Chưa ghi' : showDay(facts.since)}</Table.Td>
                <Table.Td>
                  <Text size="sm" lineClamp={2}>
                    {said}
                  </Text>
                  {last !== undefined && (
                    <Text size="xs" c="dimmed">
                      ngày {showDay(last.on)}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="right">{takenUp.length === 0 ? '–' : `${showNumber(takenUp.length)} đơn vị`}</Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
