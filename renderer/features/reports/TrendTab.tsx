/**
 * New members over the years: how many against the plan, and whether education and age change. The table beside the chart
 * says everything the chart shows.
 */
import { Badge, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { showNumber, showRatio, showTenths } from '../../../shared/words/vi.ts'
import { Block, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { YearColumns, YearLine } from './Bars.tsx'
import { PlaceField } from './PlaceField.tsx'
import { useAsked } from './reports-state.ts'

/** The tab. */
export function TrendTab() {
  const { at } = useAsked()
  const { data, error, refetch } = useAsk('trend.get', at === null ? {} : { at }, { keepPrevious: true })
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingState rows={8} />
  return (
    <Stack gap="md">
      <div className="no-print">
        <PlaceField places={data.places} />
      </div>
      <Block title="Đảng viên mới qua các năm">
        <YearColumns years={data.years.map(({ year, admitted, plan }) => ({ year, value: admitted, plan }))} />
        <Text size="xs" c="dimmed" mb="sm">
          Cột là số đã kết nạp, nét đứt là chỉ tiêu của năm.
        </Text>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" mb="sm">
          <div>
            <Text size="sm" fw={600}>
              Từ đại học trở lên
            </Text>
            <YearLine
              years={data.years.map(({ year, university }) => ({
                year,
                value: university.tenths,
                label: showRatio(university),
              }))}
            />
          </div>
          <div>
            <Text size="sm" fw={600}>
              Tuổi trung bình khi kết nạp
            </Text>
            <YearLine
              floor={180}
              years={data.years.map(({ year, meanAgeTenths }) => ({
                year,
                value: meanAgeTenths,
                label: meanAgeTenths === null ? '' : showTenths(meanAgeTenths),
              }))}
            />
          </div>
        </SimpleGrid>
        <Table.ScrollContainer minWidth={980}>
          <Table aria-label="Đảng viên mới qua các năm" verticalSpacing={3}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Năm</Table.Th>
                <Table.Th ta="right">Kết nạp</Table.Th>
                <Table.Th ta="right">Chỉ tiêu</Table.Th>
                <Table.Th ta="right">So với kế hoạch</Table.Th>
                <Table.Th ta="right">So với số đảng viên</Table.Th>
                <Table.Th ta="right">Nữ</Table.Th>
                <Table.Th ta="right">Từ 30 tuổi trở xuống</Table.Th>
                <Table.Th ta="right">Trung học phổ thông</Table.Th>
                <Table.Th ta="right">Đại học trở lên</Table.Th>
                <Table.Th ta="right">Đoàn viên</Table.Th>
                <Table.Th ta="right">Tuổi trung bình</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.years.map((row) => (
                <Table.Tr key={row.year}>
                  <Table.Td>
                    {row.year} {row.isTyped && <Badge color="gray">số ghi từ trước</Badge>}
                  </Table.Td>
                  <Table.Td ta="right" fw={600}>
                    {showNumber(row.admitted)}
                  </Table.Td>
                  <Table.Td ta="right">{row.plan === null ? '–' : showNumber(row.plan)}</Table.Td>
                  <Table.Td ta="right">{showRatio(row.ofPlan)}</Table.Td>
                  <Table.Td ta="right">{showRatio(row.ofMembers)}</Table.Td>
                  <Table.Td ta="right">{showRatio(row.women)}</Table.Td>
                  <Table.Td ta="right">{showRatio(row.under31)}</Table.Td>
                  <Table.Td ta="right">{showRatio(row.upperSecondary)}</Table.Td>
                  <Table.Td ta="right">{showRatio(row.university)}</Table.Td>
                  <Table.Td ta="right">{showRatio(row.youthUnion)}</Table.Td>
                  <Table.Td ta="right">{row.meanAgeTenths === null ? '–' : showTenths(row.meanAgeTenths)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        <Text size="sm" c="dimmed">
          Các tỷ lệ tính trên những người có trong phần mềm; năm chỉ có số ghi từ trước thì không có tỷ lệ.
        </Text>
      </Block>
    </Stack>
  )
}
