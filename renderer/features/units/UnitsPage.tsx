/**
 * Đơn vị, đảng viên: the units as a tree and the light register of members; one unit by its own path.
 */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useParams } from 'wouter'
import { ListActions, ListExportMenu } from '../../parts/ListExportButton.tsx'
import { ListPrintMenu } from '../../parts/ListPaper.tsx'
import { PageTabs } from '../../parts/PageTabs.tsx'
import { useRights } from '../../parts/rights.ts'
import type { UnitSection } from '../../parts/unit-section.ts'
import { AwaitedState, EmptyState, PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { MembersBlock } from './MembersBlock.tsx'
import { UnitDialog } from './UnitDialog.tsx'
import { UnitPage } from './UnitPage.tsx'
import { UnitsTable } from './UnitsTable.tsx'

/** Đơn vị, đảng viên. @param sections - what other subjects show of one unit */
export function UnitsPage({ sections }: { readonly sections: readonly UnitSection[] }) {
  const { unit } = useParams<{ unit?: string }>()
  return unit === undefined ? <AllUnits /> : <UnitPage id={unit} sections={sections} />
}

function AllUnits() {
  const mayCall = useRights()
  const { data, error, refetch } = useAsk('unit.list', {})
  const [isAdding, setAdding] = useState(false)
  const [tab, setTab] = useState<'units' | 'members'>('units')
  const units = data?.units ?? []
  const hasReviews = units.some(({ reviews }) => reviews.length > 0)
  const lists = [{ what: 'units' }, { what: 'reviews', disabled: !hasReviews }, { what: 'nominations' }] as const
  const add = mayCall('unit.add') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      Thêm đơn vị
    </Button>
  )
  return (
    <>
      <PageHead
        title="Đơn vị, đảng viên"
        text="Chi bộ, đảng bộ trực thuộc và đảng viên giúp đỡ."
        actions={
          <>
            {units.length > 0 &&
              (tab === 'members' ? (
                <ListActions what="members" />
              ) : (
                <>
                  <ListExportMenu lists={lists} />
                  <ListPrintMenu lists={lists} />
                </>
              ))}
            {add}
          </>
        }
      />
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} />
      {data !== undefined && units.length === 0 && (
        <EmptyState
          title="Chưa có đơn vị nào"
          text="Thêm các chi bộ, đảng bộ trực thuộc trước; mỗi người trong danh sách nguồn thuộc một chi bộ."
        />
      )}
      {units.length > 0 && (
        <PageTabs
          label="Đơn vị hay đảng viên"
          chosen={tab}
          onChoose={setTab}
          tabs={[
            { name: 'units', title: 'Đơn vị', page: <UnitsTable units={units} /> },
            { name: 'members', title: 'Đảng viên', page: <MembersBlock units={units} /> },
          ]}
        />
      )}
      {isAdding && <UnitDialog units={units} onClose={() => setAdding(false)} />}
    </>
  )
}
