/**
 * Kiểm tra, thi đua: inspections planned and received, the year's ratings, commendations and corrections; one inspection by
 * its own path.
 */
import { useLocation, useParams } from 'wouter'
import { PageTabs } from '../../parts/PageTabs.tsx'
import { PageHead } from '../../parts/states.tsx'
import { InspectionPage } from './InspectionPage.tsx'
import { InspectionsTab } from './InspectionsTab.tsx'
import { MeasuresTab } from './MeasuresTab.tsx'
import { RatingsTab } from './RatingsTab.tsx'

const TABS = [
  { name: 'kiem-tra', title: 'Kiểm tra, giám sát', page: <InspectionsTab /> },
  { name: 'xep-loai', title: 'Xếp loại cuối năm', page: <RatingsTab /> },
  { name: 'khen-thuong', title: 'Khen thưởng, chấn chỉnh', page: <MeasuresTab /> },
] as const

/** The page. A tab is a path. */
export function InspectionsPage() {
  const { inspection: asked } = useParams<{ inspection?: string }>()
  const [, go] = useLocation()
  const tab = asked === undefined ? TABS[0] : TABS.find(({ name }) => name === asked)
  if (tab === undefined) return <InspectionPage id={asked ?? ''} />
  return (
    <>
      <PageHead
        title="Kiểm tra, thi đua"
        text="Kiểm tra, giám sát việc thực hiện công tác phát triển đảng viên; xếp loại, biểu dương và chấn chỉnh theo kết quả."
      />
      <PageTabs label="Kiểm tra, thi đua" chosen={tab.name} onChoose={(next) => go(`/kiem-tra/${next}`)} tabs={TABS} />
    </>
  )
}
