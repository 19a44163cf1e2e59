/**
 * Mô hình, điển hình: the register of models with their results and who took them up, and the examples worth telling
 * with their lists for the office of publicity.
 */
import { useLocation, useParams } from 'wouter'
import { PageTabs } from '../../parts/PageTabs.tsx'
import { PageHead } from '../../parts/states.tsx'
import { ExamplesTab } from './ExamplesTab.tsx'
import { ModelsTab } from './ModelsTab.tsx'

/** The page. A tab is a path. */
export function ModelsPage() {
  const { models } = useParams<{ models?: string }>()
  const [, go] = useLocation()
  return (
    <>
      <PageHead
        title="Mô hình, điển hình"
        text="Mô hình mới, cách làm hiệu quả trong phát triển đảng viên; gương người tốt, việc tốt để tuyên truyền, nhân rộng."
      />
      <PageTabs
        label="Mô hình, điển hình"
        chosen={models === 'guong' ? models : 'mo-hinh'}
        onChoose={(next) => go(next === 'guong' ? '/mo-hinh/guong' : '/mo-hinh')}
        tabs={[
          { name: 'mo-hinh', title: 'Mô hình, cách làm hay', page: <ModelsTab /> },
          { name: 'guong', title: 'Gương điển hình', page: <ExamplesTab /> },
        ]}
      />
    </>
  )
}
