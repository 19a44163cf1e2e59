/**
 * What a report says of the work: what is late, classes that began, why dossiers came back, how long people have stood where
 * they stand, and branches by how long they have had no new member.
 */
import { Anchor, SimpleGrid, Table, Text } from '@mantine/core'
import { IDLE_CLASSES } from '../../../shared/reports/coverage.ts'
import type { Report } from '../../../shared/reports/report.ts'
import {
  CLASSES_BEGUN,
  IDLE_NAMES,
  LATE_NAMES,
  returnReasonName,
  showDay,
  showNumber,
  unevenSentence,
} from '../../../shared/words/vi.ts'
import { Block } from '../../parts/states.tsx'
import { AgeingTable } from './AgeingTable.tsx'
import { useRights } from '../../parts/rights.ts'
import { BranchesButton } from './BranchesButton.tsx'
import { FigureButton } from './FigureButton.tsx'

type Props = { readonly report: Report; readonly at: string | undefined }

/** The blocks. */
export function WorkBlocks({ report, at }: Props) {
  const { work, period, asOf } = report
  return (
    <>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <Block title="Lớp bồi dưỡng và việc quá hạn">
          <WorkTable report={report} at={at} />
        </Block>
        <Block title="Lý do trả lại hồ sơ trong kỳ">
          <Reasons report={report} at={at} />
        </Block>
      </SimpleGrid>
      <Block title={`Chi bộ chưa có đảng viên mới, đến ngày ${showDay(work.idle.day)}`}>
        <Idle report={report} at={at} />
      </Block>
      <Block title={`Đã ở mỗi giai đoạn bao lâu, đến ngày ${showDay(asOf)}`}>
        <AgeingTable ageing={work.ageing} period={period} at={at} />
      </Block>
    </>
  )
}

function WorkTable({ report: { work, period }, at }: Props) {
  return (
    <Table aria-label="Lớp bồi dưỡng và việc quá hạn" verticalSpacing={3}>
      <Table.Tbody>
        {(['awareness', 'newMember'] as const).map((kind) => (
          <Table.Tr key={kind}>
            <Table.Td>{CLASSES_BEGUN[kind]}</Table.Td>
            <Table.Td ta="right">
              <ClassesLink number={work.classes[kind]} name={CLASSES_BEGUN[kind]} />
            </Table.Td>
          </Table.Tr>
        ))}
        {(['ceremony', 'recognition'] as const).map((late) => (
          <Table.Tr key={late}>
            <Table.Td>{LATE_NAMES[late]}</Table.Td>
            <Table.Td ta="right">
              <FigureButton number={work.late[late]} name={LATE_NAMES[late]} period={period} at={at} of={{ late }} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** How many classes, which opens the page of classes for whoever may see it. */
function ClassesLink({ number, name }: { readonly number: number; readonly name: string }) {
  const may = useRights()
  return number === 0 || !may('class.list') ? (
    showNumber(number)
  ) : (
    <Anchor href="#/lop" size="sm" fw={600} aria-label={`${name}: ${showNumber(number)} lớp, mở trang lớp bồi dưỡng`}>
      {showNumber(number)}
    </Anchor>
  )
}

function Reasons({ report: { work, period }, at }: Props) {
  return work.returns.length === 0 ? (
    <Text size="sm" c="dimmed">
      Không có hồ sơ nào bị trả lại trong kỳ.
    </Text>
  ) : (
    <>
      <Table aria-label="Lý do trả lại hồ sơ" verticalSpacing={3}>
        <Table.Tbody>
          {work.returns.map(({ reason, count }) => (
            <Table.Tr key={reason}>
              <Table.Td>{returnReasonName(reason)}</Table.Td>
              <Table.Td ta="right">
                <FigureButton
                  number={count}
                  name={`Trả lại vì: ${returnReasonName(reason)}`}
                  period={period}
                  at={at}
                  of={{ returnedFor: reason }}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt={4}>
        Một hồ sơ có thể được trả lại vì nhiều giấy tờ.
      </Text>
    </>
  )
}

function Idle({ report: { work, period }, at }: Props) {
  const { total, classes } = work.idle.whole
  const uneven = unevenSentence(work.idle)
  return (
    <>
      <Table.ScrollContainer minWidth={620}>
        <Table aria-label="Chi bộ chưa có đảng viên mới" verticalSpacing={3}>
          <Table.Thead>
            <Table.Tr>
              {['Số chi bộ', ...IDLE_CLASSES.map((idle) => IDLE_NAMES[idle])].map((name) => (
                <Table.Th key={name} ta="right">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <Table.Tr>
              {(['all', ...IDLE_CLASSES] as const).map((covered) => (
                <Table.Td key={covered} ta="right">
                  <BranchesButton
                    number={covered === 'all' ? total : classes[covered]}
                    name={covered === 'all' ? 'Số chi bộ' : IDLE_NAMES[covered]}
                    period={period}
                    at={at}
                    admitting={false}
                    covered={covered}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {uneven !== null && <Text size="sm">{uneven}</Text>}
      <Anchor href="#/bao-cao/do-phu" size="sm">
        Xem từng chi bộ
      </Anchor>
    </>
  )
}
