/**
 * What waits besides dossiers: one line a kind, one click to the page that shows it.
 */
import { Anchor, Badge, Table, Text } from '@mantine/core'
import type { HomeView } from '../../../shared/contract/answers.ts'
import type { HomeWait, HomeWaitCode } from '../../../shared/contract/home-waits.ts'
import { CONFLICT, HOME_WAIT_NAMES, showDay, showNumber } from '../../../shared/words/vi.ts'
import { narrowList } from '../../parts/list-state.ts'
import { useRights } from '../../parts/rights.ts'
import { Block } from '../../parts/states.tsx'

/** What the office above asks of ours; the rest is about units below. */
const FROM_ABOVE: ReadonlySet<HomeWaitCode> = new Set(['directivesUnread', 'findingsToMend'])

/** What waits for an authorised person of our own office. */
const OWN: ReadonlySet<HomeWaitCode> = new Set(['liftsToConfirm'])

/** Versions of one thing that wait for whoever may settle them. */
const TO_SETTLE: ReadonlySet<HomeWaitCode> = new Set(['versionsToSettle'])

/** The blocks; not there where nothing waits. */
export function WaitsBlock({
  home: { waits, today },
  title = 'Theo dõi đơn vị cấp dưới',
}: {
  readonly home: HomeView
  readonly title?: string
}) {
  const isBelow = ({ code }: HomeWait) => !FROM_ABOVE.has(code) && !OWN.has(code) && !TO_SETTLE.has(code)
  const maySettle = useRights()('candidate.correct')
  return (
    <>
      {maySettle && <Waits title={CONFLICT} waits={waits.filter(({ code }) => TO_SETTLE.has(code))} today={today} />}
      <Waits title="Chờ người có thẩm quyền" waits={waits.filter(({ code }) => OWN.has(code))} today={today} />
      <Waits
        title="Cấp trên chỉ đạo, kiểm tra"
        waits={waits.filter(({ code }) => FROM_ABOVE.has(code))}
        today={today}
      />
      <Waits title={title} waits={waits.filter(isBelow)} today={today} />
    </>
  )
}

function Waits({
  title,
  waits,
  today,
}: {
  readonly title: string
  readonly waits: readonly HomeWait[]
  readonly today: string
}) {
  if (waits.length === 0) return null
  return (
    <Block title={title}>
      <Table aria-label={title} verticalSpacing={4}>
        <Table.Tbody>
          {waits.map(({ code, count, due, route, wanted, names = [], places = count }) => (
            <Table.Tr key={code}>
              <Table.Td>
                <Anchor
                  href={`#${route}`}
                  size="sm"
                  fw={600}
                  onClick={() => wanted !== undefined && narrowList(wanted)}
                >
                  {HOME_WAIT_NAMES[code]}
                </Anchor>
                {names.length > 0 && (
                  <Text size="xs" c="dimmed">
                    {names.join(', ')}
                    {places > names.length ? ` và ${showNumber(places - names.length)} nơi khác` : ''}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{due === null ? '' : due < today ? `Từ ngày ${showDay(due)}` : `Hạn ${showDay(due)}`}</Table.Td>
              <Table.Td ta="right">
                <Badge color={due !== null && due < today ? 'red' : 'gray'}>{showNumber(count)}</Badge>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Block>
  )
}
