/**
 * New members over the years: how many against the plan, and whether education and age change. The table beside the chart
 * says everything the chart shows.
 */
import { SimpleGrid, Stack, Table, Text } from '@mantine/core'
import { periodOf } from '../../../shared/calendar/period.ts'
import { TREND_SHARES, type TrendShare } from '../../../shared/reports/trend.ts'
import { showNumber, showRatio, showTenths } from '../../../shared/words/vi.ts'
import { Block, ErrorState, LoadingState } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { AdmittedFigure } from './AdmittedFigure.tsx'
import { YearColumns, YearLine } from './Bars.tsx'
import { FigureButton } from './FigureButton.tsx'
import { PlaceField } from './PlaceField.tsx'
import { useAsked } from './reports-state.ts'

/** What new members are told by, as columns. */
const SHARE_NAMES: Readonly<Record<TrendShare, string>> = {
  women: 'Nữ',
  under31: 'Từ 30 tuổi trở xuống',
  upperSecondary: 'Trung học phổ thông',
  university: 'Đại học trở lên',
  youthUnion: 'Đoàn viên',
}

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
                {TREND_SHARES.map((share) => (
                  <Table.Th key={share} ta="right">
                    {SHARE_NAMES[share]}
                  </Table.Th>
                ))}
                <Table.Th ta="right">Tuổi trung bình</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.years.map((row) => (
                <Table.Tr key={row.year}>
                  <Table.Td>
                    {row.year}
                    {row.isTyped && (
                      <Text size="xs" c="dimmed">
                        số ghi từ trước
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td ta="right" fw={600}>
                    <AdmittedFigure
                      number={row.admitted}
                      isTyped={row.isTyped}
                      name={`Kết nạp năm ${row.year}`}
                      year={row.year}
                      of={{ line: 'admitted' }}
                      at={at ?? undefined}
                    />
                  </Table.Td>
                  <Table.Td ta="right">{row.plan === null ? '–' : showNumber(row.plan)}</Table.Td>
                  <Table.Td ta="right">{showRatio(row.ofPlan)}</Table.Td>
                  <Table.Td ta="right">{showRatio(row.ofMembers)}</Table.Td>
                  {TREND_SHARES.map((share) => (
                    <Table.Td key={share} ta="right" style={{ whiteSpace: 'nowrap' }}>
                      {row[share].tenths === null ? (
                        '–'
                      ) : (
                        <>
                          <FigureButton
                            number={row[share].numerator}
                            name={`${SHARE_NAMES[share]}, năm ${row.year}`}
                            period={periodOf('year', row.year, 1)}
                            at={at ?? undefined}
                            of={{ share }}
                          />{' '}
                          ({showRatio(row[share])})
                        </>
                      )}
                    </Table.Td>
                  ))}
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
