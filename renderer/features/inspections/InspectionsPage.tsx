/**
 * Kiểm tra, thi đua: inspections planned and received, the year's ratings, commendations and corrections; one inspection by
 * its own path.
 */
import { Tabs } from '@mantine/core'
import { useLocation, useParams } from 'wouter'
import { PageHead } from '../../parts/states.tsx'
import { InspectionPage } from './InspectionPage.tsx'
import { InspectionsTab } from './InspectionsTab.tsx'
import { MeasuresTab } from './MeasuresTab.tsx'
import { RatingsTab } from './RatingsTab.tsx'

const TABS = [
  { path: 'kiem-tra', title: 'Kiểm tra, giám sát', page: InspectionsTab },
  { path: 'xep-loai', title: 'Xếp loại cuối năm', page: RatingsTab },
  { path: 'khen-thuong', title: 'Khen thưởng, chấn chỉnh', page: MeasuresTab },
] as const

/** The page. A tab is a path. */
export function InspectionsPage() {
  const { inspection: asked } = useParams<{ inspection?: string }>()
  const [, go] = useLocation()
  const tab = asked === undefined ? TABS[0] : TABS.find(({ path }) => path === asked)
  if (tab === undefined) return <InspectionPage id={asked ?? ''} />
  return (
    <>
      <PageHead
        title="Kiểm tra, thi đua"
        text="Kiểm tra, giám sát việc thực hiện công tác phát triển đảng viên; xếp loại, biểu dương và chấn chỉnh theo kết quả."
      />
      <Tabs value={tab.path} onChange={(next) => go(`/kiem-tra/${next ?? 'kiem-tra'}`)} keepMounted={false}>
        <Tabs.List mb="md" className="no-print" aria-label="Kiểm tra, thi đua">
          {TABS.map(({ path, title }) => (
            <Tabs.Tab key={path} value={path}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map(({ path, page: Page }) => (
          <Tabs.Panel key={path} value={path}>
            <Page />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  )
}
