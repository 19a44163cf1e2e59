/**
 * Chỉ đạo, tuyên truyền: directives with who has read them, conferences, publicity. What came from above is confirmed here.
 */
import { useLocation, useParams } from 'wouter'
import { PageTabs } from '../../parts/PageTabs.tsx'
import { PageHead } from '../../parts/states.tsx'
import { ActivitiesTab } from './ActivitiesTab.tsx'
import { DirectivesTab } from './DirectivesTab.tsx'

/** The page. A tab is a path. */
export function DirectivesPage() {
  const { directives } = useParams<{ directives?: string }>()
  const [, go] = useLocation()
  return (
    <>
      <PageHead
        title="Chỉ đạo, tuyên truyền"
        text="Văn bản chỉ đạo, hướng dẫn công tác phát triển đảng viên; việc quán triệt, hội nghị và kết quả tuyên truyền."
      />
      <PageTabs
        label="Chỉ đạo, tuyên truyền"
        chosen={directives === 'hoi-nghi' ? directives : 'van-ban'}
        onChoose={(next) => go(next === 'hoi-nghi' ? '/chi-dao/hoi-nghi' : '/chi-dao')}
        tabs={[
          { name: 'van-ban', title: 'Văn bản chỉ đạo, hướng dẫn', page: <DirectivesTab /> },
          { name: 'hoi-nghi', title: 'Hội nghị, tuyên truyền', page: <ActivitiesTab /> },
        ]}
      />
    </>
  )
}
