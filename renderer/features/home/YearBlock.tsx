/**
 * The year so far against its target: how many, the percentage of plan and the share of members side by side, what the year
 * may come to, and which parts are behind. Everything else is on the page of targets.
 */
import { Anchor, Group, List, Progress, Text } from '@mantine/core'
import type { HomeView } from '../../../shared/contract/answers.ts'
import { rangeText, showDay, showNumber, showRatio, TARGET_VERDICTS } from '../../../shared/words/vi.ts'
import { Block } from '../../parts/states.tsx'
import { NumberList } from '../../parts/NumberList.tsx'

/** The block. */
export function YearBlock({ home }: { readonly home: HomeView }) {
  const { year, outlook, today } = home
  const { whole, forecast, quarters, behind } = outlook
  const { plan, ofPlan, ofMembers, members } = whole
  const rows = [
    ['Đưa vào danh sách nguồn', year.registered],
    ['Gửi hồ sơ', year.submitted],
    ['Có quyết định kết nạp', year.admitted],
    ['Đã tổ chức lễ kết nạp', year.ceremonies],
  ] as const
  return (
    <Block
      title={`Năm ${today.slice(0, 4)} đến nay`}
      actions={
        <Anchor href="#/bao-cao/chi-tieu" size="sm" className="no-print">
          {plan.number === null ? 'Ghi chỉ tiêu' : 'Chỉ tiêu, dự báo'}
        </Anchor>
      }
    >
      {plan.number !== null && (
        <div style={{ marginBottom: 8 }}>
          <Group justify="space-between" gap="xs">
            <Text size="sm">
              Kết nạp {showNumber(year.admitted)} trên chỉ tiêu {showNumber(plan.number)} người
              {plan.of === 'parts' ? ', cộng từ các đơn vị trực thuộc' : ''}
            </Text>
            <Text fw={700}>{showRatio(ofPlan)}</Text>
          </Group>
          <Progress
            value={Math.min((ofPlan.tenths ?? 0) / 10, 100)}
            size="md"
            mt={4}
            aria-label="Tỷ lệ so với chỉ tiêu"
          />
        </div>
      )}
      {ofMembers.tenths !== null && members.counted !== null && (
        <Text size="sm">
          Bằng {showRatio(ofMembers)} của {showNumber(members.members ?? 0)} đảng viên ngày {showDay(members.counted)}.
        </Text>
      )}
      {plan.number !== null && (
        <Text size="sm" mb={4}>
          Dự báo cả năm {rangeText(forecast.whole)} người
          {forecast.verdict === null ? '' : `: ${TARGET_VERDICTS[forecast.verdict].toLowerCase()}`}.
        </Text>
      )}
      <NumberList label="Kết quả từ đầu năm" rows={rows} />
      {year.admitted > 0 && (
        <Text size="sm" c="dimmed">
          Kết nạp theo quý:{' '}
          {quarters.map((count, place) => `${['I', 'II', 'III', 'IV'][place] ?? ''}: ${showNumber(count)}`).join('; ')}.
        </Text>
      )}
      {behind.length > 0 && (
        <>
          <Text size="sm" mt="xs" fw={600}>
            Còn thiếu nhiều nhất
          </Text>
          <List size="sm" aria-label="Đơn vị còn thiếu chỉ tiêu nhiều nhất">
            {behind.map(({ id, name, admitted, plan: number }) => (
              <List.Item key={id}>
                {name}: {showNumber(admitted)}/{showNumber(number)}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Block>
  )
}
