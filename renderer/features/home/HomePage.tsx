/**
 * Việc cần làm: the page a day begins with. What is late, what is due, what came back, how the exchange stands, the year
 * so far; designed for the days on which there is nothing to do.
 */
import { Alert, Anchor, Grid, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { HomeView } from '../../../shared/contract/answers.ts'
import { counted, countWork, type Glance, type WorkSide } from '../../../shared/contract/home-work.ts'
import { Stage } from '../../../shared/model/codes.ts'
import { STAGES } from '../../../shared/words/vi.ts'
import { ListExportButton } from '../../parts/ListExportButton.tsx'
import { useMost, useOnPaper } from '../../parts/on-paper.tsx'
import { PeerStanding } from '../../parts/PeerStanding.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { SheetNote } from '../../parts/SheetNote.tsx'
import { useRights } from '../../parts/rights.ts'
import { Block, ErrorState, LoadingState, PageHead } from '../../parts/states.tsx'
import { showWeekday } from '../../parts/times.ts'
import { useAsk } from '../../queries.ts'
import { named } from '../../rules-in-force.ts'
import { KeptNote } from '../../parts/KeptNote.tsx'
import { OfficeFindingsBlock } from '../../parts/OfficeFindingsBlock.tsx'
import { Begin, isBeginning } from './Begin.tsx'
import { Summary } from './Summary.tsx'
import { workOn, type WorkGroup } from './work.ts'
import { hasWatched, WatchBlock } from './WatchBlock.tsx'
import { TrainerHome } from './TrainerHome.tsx'
import { WaitingSets } from './WaitingSets.tsx'
import { WaitsBlock } from './WaitsBlock.tsx'
import { YearBlock } from './YearBlock.tsx'
import { WorkTable } from './WorkTable.tsx'
import { NumberList } from '../../parts/NumberList.tsx'

/** Other offices shown; all of them stand on the page they are led to. */
const SHOWN_PEERS = 6

/** Việc cần làm. */
export function HomePage() {
  const { data: home, error, isPending, refetch } = useAsk('home.get', {})
  const reads = useRights()('case.get')
  return (
    <>
      <PageHead
        title="Việc cần làm"
        text={home === undefined ? 'Đang xem' : `Hôm nay: ${showWeekday(home.today)}`}
        actions={
          <>
            {reads && <ListExportButton what="home" disabled={home === undefined || home.people === 0} />}
            {reads && <PrintButton what="home" name="Việc cần làm" />}
          </>
        }
      />
      <SheetNote />
      {isPending && <LoadingState />}
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {home !== undefined &&
        (reads && (home.proposes || home.decides) ? <Home home={home} /> : <TrainerPage home={home} />)}
    </>
  )
}

/** Whoever only runs classes, or an office that does, sees no candidates, and so another first page. */
function TrainerPage({ home }: { readonly home: HomeView }) {
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, lg: 8 }}>
        <TrainerHome home={home} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 4 }}>
        <ExchangeBlock home={home} />
      </Grid.Col>
    </Grid>
  )
}

function Home({ home }: { readonly home: HomeView }) {
  const [shown, setShown] = useState<Glance | null>(null)
  const [isMoreAsked, setMoreAsked] = useState(false)
  const isMoreWanted = useOnPaper() || isMoreAsked
  // Of many cases only those that are seen at once come with the page; the others when a person asks for them. What was
  // asked for before this page was opened is not brought up to date until then, and so not shown.
  const isPart = home.cases.length < home.work.cases
  const whole = useAsk('home.cases', {}, { enabled: isPart && isMoreWanted })
  const all = !isPart ? home.cases : isMoreWanted ? whole.data?.rows : undefined
  const cases = all ?? home.cases
  const counts = isPart && all !== undefined ? countWork(all) : home.work
  const applied = all === undefined || shown === null || counts.glances[shown] === 0 ? null : shown
  const groupsOf = (side: WorkSide) =>
    applied === null ? workOn(side, cases, () => true, counts) : workOn(side, cases, counted[applied])
  const [proposing, deciding] = [groupsOf('proposing'), groupsOf('deciding')]
  const hasProposing = home.proposes || Object.keys(counts.groups.proposing).length > 0
  const hasDeciding = home.decides || Object.keys(counts.groups.deciding).length > 0
  const glances: readonly Glance[] = [
    'today',
    'late',
    ...(hasProposing ? (['missing', 'answered'] as const) : []),
    ...(hasDeciding ? (['toDecide'] as const) : []),
  ]
  const sides = [
    ...(hasProposing ? [{ title: 'Đề nghị kết nạp', groups: proposing }] : []),
    ...(hasDeciding ? [{ title: 'Xét và quyết định', groups: deciding }] : []),
  ]
  const askMore = () => setMoreAsked(true)
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, lg: 8 }}>
        <Stack gap="md">
          {home.people === 0 && isBeginning(home) && <Begin home={home} />}
          <KeptNote waiting={home.waiting} more={home.more} shown={counts.cases} />
          {home.people > 0 && (
            <Summary
              counts={counts.glances}
              glances={glances}
              shown={shown}
              onShow={(glance) => {
                setShown(glance)
                askMore()
              }}
            />
          )}
          {whole.error !== null && <ErrorState error={whole.error} onRetry={() => void whole.refetch()} />}
          {home.people > 0 &&
            sides
              .filter(({ groups }) => shown === null || groups.length > 0)
              .map((side) => <Side key={side.title} {...side} onMore={askMore} isComing={whole.isFetching} />)}
          <WaitsBlock home={home} />
          {hasWatched(home) && home.people > 0 && <WatchBlock home={home} />}
          {home.people > 0 && <OfficeFindingsBlock />}
          {home.people > 0 && isBeginning(home) && (
            <div className="no-print">
              <Begin home={home} />
            </div>
          )}
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 4 }}>
        <Stack gap="md">
          <ExchangeBlock home={home} />
          <YearBlock home={home} />
          {home.people > 0 && <StagesBlock home={home} />}
        </Stack>
      </Grid.Col>
    </Grid>
  )
}

function Side({
  title,
  groups,
  ...more
}: {
  readonly title: string
  readonly groups: readonly WorkGroup[]
  readonly onMore: () => void
  readonly isComing: boolean
}) {
  return (
    <Block title={title}>
      {groups.length === 0 ? (
        <Alert color="teal" variant="light" role="status">
          Không có việc nào đến hạn hay đang chờ đơn vị mình.
        </Alert>
      ) : (
        <WorkTable groups={groups} {...more} />
      )}
    </Block>
  )
}

function ExchangeBlock({ home }: { readonly home: HomeView }) {
  const most = useMost(SHOWN_PEERS)
  const shown = home.peers.slice(0, most)
  return (
    <Block title="Trao đổi" actions={<BlockLink to="/trao-doi/gui">Gửi đi, nhận về</BlockLink>}>
      {home.peers.length === 0 ? (
        <Text size="sm" c="dimmed">
          Chưa kết nối với đơn vị nào. Vẫn làm việc bình thường được; kết nối khi cần gửi và nhận.
        </Text>
      ) : (
        <Stack gap="sm">
          {shown.map((peer) => (
            <PeerStanding key={peer.office} peer={peer} />
          ))}
          {home.peers.length > shown.length && (
            <BlockLink to="/trao-doi/gui">{`Xem đủ ${home.peers.length} đơn vị`}</BlockLink>
          )}
          <WaitingSets />
        </Stack>
      )}
    </Block>
  )
}

function StagesBlock({ home: { stages } }: { readonly home: HomeView }) {
  const rows = Stage.options.flatMap((stage): [string, number][] => {
    const count = stages[stage] ?? 0
    return count === 0 ? [] : [[named(STAGES[stage]), count]]
  })
  return (
    <Block title="Đang theo dõi" actions={<BlockLink to="/bang">Xem bảng</BlockLink>}>
      <NumberList label="Số người theo tình trạng" rows={rows} />
    </Block>
  )
}

function BlockLink({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <Group className="no-print">
      <Anchor href={`#${to}`} size="sm">
        {children}
      </Anchor>
    </Group>
  )
}
