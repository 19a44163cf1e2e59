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

/**
 * `toSettle`: versions of one thing that wait for whoever may settle them; `own`: what waits for an authorised person of our
 * own office; `above`: what the office above asks of ours; `below`: about units below.
 */
type WaitGroup = 'toSettle' | 'own' | 'above' | 'below'

/** Where each stands; the rest is about units below. */
const GROUPS: Readonly<Partial<Record<HomeWaitCode, WaitGroup>>> = {
  versionsToSettle: 'toSettle',
  liftsToConfirm: 'own',
  directivesUnread: 'above',
  findingsToMend: 'above',
}

/** The blocks; not there where nothing waits. */
export function WaitsBlock({
  home: { waits, today },
  title = 'Theo dõi đơn vị cấp dưới',
}: {
  readonly home: HomeView
  readonly title?: string
}) {
  const of = (group: WaitGroup) => waits.filter(({ code }) => (GROUPS[code] ?? 'below') === group)
  const maySettle = useRights()('candidate.correct')
  return (
    <>
      {maySettle && <Waits title={CONFLICT} waits={of('toSettle')} today={today} />}
      <Waits title="Chờ người có thẩm quyền" waits={of('own')} today={today} />
      <Waits title="Cấp trên chỉ đạo, kiểm tra" waits={of('above')} today={today} />
      <Waits title={title} waits={of('below')} today={today} />
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
