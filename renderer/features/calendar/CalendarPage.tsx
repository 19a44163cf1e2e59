/**
 * Lịch: deadlines and ceremonies of a month, and the plan of a batch backwards from an anniversary.
 */
import { Tabs } from '@mantine/core'
import { useLocation } from 'wouter'
import { PageHead } from '../../parts/states.tsx'
import { BatchTab } from './BatchTab.tsx'
import { MonthTab } from './MonthTab.tsx'

const BATCH = '/lich/dot'

/** Lịch. */
export function CalendarPage() {
  const [location, go] = useLocation()
  const tab = location.startsWith(BATCH) ? 'batch' : 'month'
  return (
    <>
      <PageHead title="Lịch" text="Thời hạn, lễ kết nạp và kế hoạch kết nạp theo đợt" />
      <Tabs value={tab} onChange={(value) => go(value === 'batch' ? BATCH : '/lich')} keepMounted={false}>
        <Tabs.List className="no-print" mb="md">
          <Tabs.Tab value="month">Lịch tháng</Tabs.Tab>
          <Tabs.Tab value="batch">Kế hoạch theo đợt</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="month">
          <MonthTab />
        </Tabs.Panel>
        <Tabs.Panel value="batch">
          <BatchTab />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
