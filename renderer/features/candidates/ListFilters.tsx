/**
 * What the list is narrowed by: the search box, then the filters in one row that never changes its height.
 */
import { ActionIcon, Group, SegmentedControl, TextInput, Tooltip } from '@mantine/core'
import { IconFilterOff, IconSearch } from '@tabler/icons-react'
import type { KeyboardEvent, RefObject } from 'react'
import { trusted } from '../../../shared/base/trust.ts'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import { SOURCES, STAGES } from '../../../shared/words/vi.ts'
import { ChoiceField, choicesOf, MemberField, UnitField } from '../../parts/pickers.tsx'
import { isNarrowed, NOTHING_WANTED, useList, type Wanted } from './list-state.ts'

/** The search box and the filters. */
export function ListFilters({
  office,
  search,
  onKeyDown,
}: {
  readonly office: OfficeView
  readonly search: RefObject<HTMLInputElement | null>
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
}) {
  const { wanted, want } = useList()
  const others = office.peers.filter(({ peer, revoked }) => !revoked && peer.relation === 'subordinate')
  const offices = [
    { value: office.office, label: 'Đơn vị mình' },
    ...others.map(({ id, peer }) => ({ value: id, label: peer.name })),
  ]
  return (
    <Group gap="xs" mb="sm" align="flex-end" className="no-print" component="search">
      <TextInput
        ref={search}
        w={{ base: '100%', sm: 246 }}
        aria-label="Tìm theo họ tên hoặc số định danh"
        placeholder="Họ tên hoặc số định danh"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={wanted.text}
        onChange={(event) => want({ text: event.currentTarget.value.slice(0, 200) })}
        onKeyDown={onKeyDown}
      />
      <SegmentedControl
        size="xs"
        h={36}
        aria-label="Đang theo dõi hay đã kết thúc"
        value={wanted.going}
        onChange={(going) => want({ going: trusted<Wanted['going']>(going) })}
        data={[
          { value: 'live', label: 'Đang theo dõi' },
          { value: 'ended', label: 'Đã kết thúc' },
          { value: 'all', label: 'Tất cả' },
        ]}
      />
      <UnitField
        all
        today={office.today}
        w={132}
        aria-label="Chi bộ"
        placeholder="Chi bộ"
        value={wanted.unit}
        onChange={(unit) => want({ unit })}
      />
      <ChoiceField
        w={132}
        aria-label="Giai đoạn"
        placeholder="Giai đoạn"
        data={choicesOf(STAGES)}
        value={wanted.stage}
        onChange={(stage) => want({ stage: trusted<Wanted['stage']>(stage) })}
      />
      <ChoiceField
        w={112}
        aria-label="Tổ chức giới thiệu nguồn"
        placeholder="Nguồn"
        data={choicesOf(SOURCES)}
        value={wanted.source}
        onChange={(source) => want({ source: trusted<Wanted['source']>(source) })}
      />
      <MemberField
        w={146}
        aria-label="Người giúp đỡ"
        placeholder="Người giúp đỡ"
        value={wanted.helper}
        onChange={(helper) => want({ helper })}
      />
      {others.length > 0 && (
        <ChoiceField
          w={190}
          aria-label="Đơn vị quản lý hồ sơ"
          placeholder="Đơn vị quản lý"
          data={offices}
          value={wanted.keeper}
          onChange={(keeper) => want({ keeper })}
        />
      )}
      <Tooltip label="Bỏ tìm và lọc">
        <ActionIcon
          variant="default"
          size={36}
          aria-label="Bỏ tìm và lọc"
          disabled={!isNarrowed(wanted)}
          onClick={() => {
            want({ ...NOTHING_WANTED, going: wanted.going })
            search.current?.focus()
          }}
        >
          <IconFilterOff size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}
