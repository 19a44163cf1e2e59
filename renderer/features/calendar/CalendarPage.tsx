/**
 * Lịch: deadlines and ceremonies of a month, and the plan of a batch backwards from an anniversary.
 */
import { useLocation } from 'wouter'
import { PageTabs } from '../../parts/PageTabs.tsx'
import { PageHead } from '../../parts/states.tsx'
import { BatchTab } from './BatchTab.tsx'
import { MonthTab } from './MonthTab.tsx'

const BATCH = '/lich/dot'

/** Lịch. */
export function CalendarPage() {
  const [location, go] = useLocation()
  return (
    <>
      <PageHead title="Lịch" text="Thời hạn, lễ kết nạp và kế hoạch kết nạp theo đợt" />
      <PageTabs
        label="Lịch"
        chosen={location.startsWith(BATCH) ? 'batch' : 'month'}
        onChoose={(next) => go(next === 'batch' ? BATCH : '/lich')}
        tabs={[
          { name: 'month', title: 'Lịch tháng', page: <MonthTab /> },
          { name: 'batch', title: 'Kế hoạch theo đợt', page: <BatchTab /> },
        ]}
      />
    </>
  )
}
