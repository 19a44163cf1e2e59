/**
 * Mô hình, điển hình: the register of models with their results and who took them up, and the examples worth telling
 * with their lists for the office of publicity.
 */
import { Tabs } from '@mantine/core'
import { useLocation, useParams } from 'wouter'
import { PageHead } from '../../parts/states.tsx'
import { ExamplesTab } from './ExamplesTab.tsx'
import { ModelsTab } from './ModelsTab.tsx'

/** The page. A tab is a path. */
export function ModelsPage() {
  const { models } = useParams<{ models?: string }>()
  const [, go] = useLocation()
  const tab = models === 'guong' ? 'guong' : 'mo-hinh'
  return (
    <>
      <PageHead
        title="Mô hình, điển hình"
        text="Mô hình mới, cách làm hiệu quả trong phát triển đảng viên; gương người tốt, việc tốt để tuyên truyền, nhân rộng."
      />
      <Tabs value={tab} onChange={(next) => go(next === 'guong' ? '/mo-hinh/guong' : '/mo-hinh')} keepMounted={false}>
        <Tabs.List mb="md" className="no-print" aria-label="Mô hình, điển hình">
          <Tabs.Tab value="mo-hinh">Mô hình, cách làm hay</Tabs.Tab>
          <Tabs.Tab value="guong">Gương điển hình</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="mo-hinh">
          <ModelsTab />
        </Tabs.Panel>
        <Tabs.Panel value="guong">
          <ExamplesTab />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
