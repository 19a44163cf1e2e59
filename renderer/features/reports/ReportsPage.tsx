/**
 * Báo cáo, chỉ tiêu: the report of a period, targets and what the year may come to, branches without a new member,
 * introductions, the years, and what was sent. A tab is a path, so that other pages lead to the very one.
 */
import { useLocation, useParams } from 'wouter'
import { PageTabs } from '../../parts/PageTabs.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { useRights } from '../../parts/rights.ts'
import { AwaitedState, PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { CoverageTab } from './CoverageTab.tsx'
import { ReportTab } from './ReportTab.tsx'
import { SentTab } from './SentTab.tsx'
import { SourcesTab } from './SourcesTab.tsx'
import { TargetsTab } from './TargetsTab.tsx'
import { TrendTab } from './TrendTab.tsx'

const TABS = [
  { path: 'ky', title: 'Báo cáo kỳ', page: ReportTab },
  { path: 'chi-tieu', title: 'Chỉ tiêu', page: TargetsTab },
  { path: 'do-phu', title: 'Chi bộ chưa có đảng viên mới', page: CoverageTab },
  { path: 'nguon', title: 'Nguồn giới thiệu', page: SourcesTab },
  { path: 'nhieu-nam', title: 'Kết quả nhiều năm', page: TrendTab },
  { path: 'da-gui', title: 'Báo cáo đã gửi', page: SentTab },
] as const

/** Báo cáo, chỉ tiêu. */
export function ReportsPage() {
  const { report: asked } = useParams<{ report?: string }>()
  const [, go] = useLocation()
  const mayCall = useRights()
  const { data: office, error, refetch } = useAsk('office.get', {})
  const tab = TABS.find(({ path }) => path === asked) ?? TABS[0]
  return (
    <>
      <PageHead
        title="Báo cáo, chỉ tiêu"
        text={`Mọi số liệu tính từ hồ sơ đã ghi${mayCall('report.people') ? '; bấm vào một số để xem những người trong số đó' : ''}.`}
        actions={<PrintButton what="reports" name={`Báo cáo, ${tab.title.toLowerCase()}`} />}
      />
      <AwaitedState isThere={office !== undefined} error={error} onRetry={() => void refetch()} />
      {office !== undefined && (
        <PageTabs
          label="Báo cáo, chỉ tiêu"
          chosen={tab.path}
          onChoose={(next) => go(`/bao-cao/${next}`)}
          tabs={TABS.map(({ path, title, page: Page }) => ({
            name: path,
            title,
            page: <Page today={office.today} />,
          }))}
        />
      )}
    </>
  )
}
