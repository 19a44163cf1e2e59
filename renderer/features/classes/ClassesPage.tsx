/**
 * Lớp bồi dưỡng: classes by year, who is put forward, which new members have still to attend, the book of certificates; one
 * class by its own path.
 */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useParams } from 'wouter'
import { PageTabs } from '../../parts/PageTabs.tsx'
import { useRights } from '../../parts/rights.ts'
import { PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { AsksTab } from './AsksTab.tsx'
import { BookTab } from './BookTab.tsx'
import { ClassDialog } from './ClassDialog.tsx'
import { ClassPage } from './ClassPage.tsx'
import { ClassesTab } from './ClassesTab.tsx'
import { OwedTab } from './OwedTab.tsx'

/** Lớp bồi dưỡng. */
export function ClassesPage() {
  const { class: id } = useParams<{ class?: string }>()
  return id === undefined ? <AllClasses /> : <ClassPage id={id} />
}

function AllClasses() {
  const mayCall = useRights()
  const asks = useAsk('class.asks', {}).data
  const [isOpening, setOpening] = useState(false)
  const [tab, setTab] = useState<'classes' | 'asks' | 'owed' | 'book'>('classes')
  const waiting = asks?.waiting ?? 0
  return (
    <>
      <PageHead
        title="Lớp bồi dưỡng"
        text="Lớp bồi dưỡng nhận thức về Đảng, lớp bồi dưỡng đảng viên mới."
        actions={
          asks?.mayOpen === true &&
          mayCall('class.open') && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpening(true)}>
              Mở lớp
            </Button>
          )
        }
      />
      <PageTabs
        label="Nội dung về lớp bồi dưỡng"
        chosen={tab}
        onChoose={setTab}
        tabs={[
          { name: 'classes', title: 'Các lớp', page: <ClassesTab /> },
          { name: 'asks', title: `Đề nghị cử đi học${waiting === 0 ? '' : ` (${waiting})`}`, page: <AsksTab /> },
          { name: 'owed', title: 'Đảng viên mới cần học', page: <OwedTab /> },
          { name: 'book', title: 'Sổ cấp giấy chứng nhận', page: <BookTab /> },
        ]}
      />
      {isOpening && <ClassDialog onClose={() => setOpening(false)} />}
    </>
  )
}
