/**
 * The first page of an office that only runs classes: who is to be taken on, which classes are held, which results are due.
 * Candidates and dossiers are no business of such an office.
 */
import { Anchor, List, Text } from '@mantine/core'
import type { HomeView } from '../../../shared/contract/answers.ts'
import type { HomeWait, HomeWaitCode } from '../../../shared/contract/home-waits.ts'
import { Block } from '../../parts/states.tsx'
import { WaitsBlock } from './WaitsBlock.tsx'

/** What an organiser of an office that decides is told besides goes under its own title. */
const OF_CLASSES: ReadonlySet<HomeWaitCode> = new Set(['asksWaiting', 'classesThisMonth', 'classResultsDue'])

const isOfClasses = ({ code }: HomeWait) => OF_CLASSES.has(code)

/** What there is to do. */
export function TrainerHome({ home }: { readonly home: HomeView }) {
  if (home.waits.length > 0)
    return (
      <>
        <WaitsBlock home={{ ...home, waits: home.waits.filter(isOfClasses) }} title="Lớp bồi dưỡng" />
        <WaitsBlock home={{ ...home, waits: home.waits.filter((wait) => !isOfClasses(wait)) }} />
      </>
    )
  return (
    <Block title="Lớp bồi dưỡng">
      <Text size="sm">Chưa có ai chờ xếp lớp, chưa có lớp nào trong tháng.</Text>
      <List size="sm" mt="xs" spacing={4}>
        <List.Item>
          <Anchor href="#/trao-doi/ket-noi">Kết nối với cấp ủy</Anchor> cử người đi học, một lần cho mỗi nơi.
        </List.Item>
        <List.Item>
          <Anchor href="#/trao-doi/nhan">Nhận gói dữ liệu</Anchor> có danh sách người được cử đi học.
        </List.Item>
        <List.Item>
          <Anchor href="#/lop">Mở lớp</Anchor>, xếp người vào lớp, ghi kết quả, rồi gửi gói dữ liệu lại cho cấp ủy.
        </List.Item>
      </List>
    </Block>
  )
}
