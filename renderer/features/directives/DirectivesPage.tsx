/**
 * Chỉ đạo, tuyên truyền: directives with who has read them, conferences, publicity. What came from above is confirmed here.
 */
import { Tabs } from '@mantine/core'
import { useLocation, useParams } from 'wouter'
import { PageHead } from '../../parts/states.tsx'
import { ActivitiesTab } from './ActivitiesTab.tsx'
import { DirectivesTab } from './DirectivesTab.tsx'

/** The page. A tab is a path. */
export function DirectivesPage() {
  const { directives } = useParams<{ directives?: string }>()
  const [, go] = useLocation()
  const tab = directives === 'hoi-nghi' ? directives : 'van-ban'
  return (
    <>
      <PageHead
        title="Chỉ đạo, tuyên truyền"
        text="Văn bản chỉ đạo, hướng dẫn công tác phát triển đảng viên; việc quán triệt, hội nghị và kết quả tuyên truyền."
      />
      <Tabs
        value={tab}
        onChange={(next) => go(next === 'hoi-nghi' ? '/chi-dao/hoi-nghi' : '/chi-dao')}
        keepMounted={false}
      >
        <Tabs.List mb="md" className="no-print" aria-label="Chỉ đạo, tuyên truyền">
          <Tabs.Tab value="van-ban">Văn bản chỉ đạo, hướng dẫn</Tabs.Tab>
          <Tabs.Tab value="hoi-nghi">Hội nghị, tuyên truyền</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="van-ban">
          <DirectivesTab />
        </Tabs.Panel>
        <Tabs.Panel value="hoi-nghi">
          <ActivitiesTab />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
