/**
 * Lớp bồi dưỡng: classes by year, who is put forward, which new members have still to attend, the book of certificates; one
 * class by its own path.
 */
import { Button, Tabs } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useParams } from 'wouter'
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
  const [tab, setTab] = useState<string | null>('classes')
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
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="md" className="no-print" aria-label="Nội dung về lớp bồi dưỡng">
          <Tabs.Tab value="classes">Các lớp</Tabs.Tab>
          <Tabs.Tab value="asks">Đề nghị cử đi học{waiting === 0 ? '' : ` (${waiting})`}</Tabs.Tab>
          <Tabs.Tab value="owed">Đảng viên mới cần học</Tabs.Tab>
          <Tabs.Tab value="book">Sổ cấp giấy chứng nhận</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="classes">
          <ClassesTab />
        </Tabs.Panel>
        <Tabs.Panel value="asks">
          <AsksTab />
        </Tabs.Panel>
        <Tabs.Panel value="owed">
          <OwedTab />
        </Tabs.Panel>
        <Tabs.Panel value="book">
          <BookTab />
        </Tabs.Panel>
      </Tabs>
      {isOpening && <ClassDialog onClose={() => setOpening(false)} />}
    </>
  )
}
