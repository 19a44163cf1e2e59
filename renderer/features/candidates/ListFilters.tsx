/**
 * What the list is narrowed by: the search box, saved views and columns in one row, the filters in the next; neither
 * changes its height. What another page has narrowed the list to is said, and taken away, beneath.
 */
import { ActionIcon, Badge, CloseButton, Group, SegmentedControl, TextInput, Tooltip } from '@mantine/core'
import { IconFilterOff, IconSearch } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode, RefObject } from 'react'
import { trusted } from '../../../shared/base/trust.ts'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import {
  DUE_LABELS,
  FINDING_LABELS,
  LIMITS,
  SECTORS,
  showDay,
  showNumber,
  SOURCES,
  STAGES,
} from '../../../shared/words/vi.ts'
import { isNarrowed, NOTHING_WANTED, useList, type Wanted } from '../../parts/list-state.ts'
import { ageChoices, EDUCATION_CHOICES } from '../../parts/list-choices.ts'
import { ChoiceField, choicesOf, MemberField, UnitField } from '../../parts/pickers.tsx'
import { named } from '../../rules-in-force.ts'

const SOURCE_CHOICES = choicesOf(SOURCES)
const SECTOR_CHOICES = choicesOf(SECTORS)
const DUE_CHOICES = choicesOf(DUE_LABELS)
const FINDING_CHOICES = choicesOf(FINDING_LABELS)

/** Lists of choices wider than their field. */
const WIDE = { width: 260, position: 'bottom-start' } as const

/** The search box and the filters. @param menus - what stands at the end of the first row */
export function ListFilters({
  office,
  search,
  menus,
  onKeyDown,
}: {
  readonly office: OfficeView
  readonly search: RefObject<HTMLInputElement | null>
  readonly menus: ReactNode
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
}) {
  const wanted = useList((list) => list.wanted)
  const want = useList((list) => list.want)
  const others = office.peers.filter(({ peer, revoked }) => !revoked && peer.relation === 'subordinate')
  const offices = [
    { value: office.office, label: 'Đơn vị mình' },
    ...others.map(({ id, peer }) => ({ value: id, label: peer.name })),
  ]
  return (
    <div role="search">
      <Group gap="xs" mb="xs" align="flex-end">
        <TextInput
          ref={search}
          w={{ base: '100%', sm: 300 }}
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
        <SegmentedControl
          size="xs"
          h={36}
          aria-label="Thứ tự"
          value={wanted.order}
          onChange={(order) => want({ order: trusted<Wanted['order']>(order) })}
          data={[
            { value: 'name', label: 'Theo tên' },
            { value: 'waiting', label: 'Chờ lâu nhất' },
          ]}
        />
        {menus}
        <Tooltip label="Bỏ tìm và lọc">
          <ActionIcon
            variant="default"
            size={36}
            aria-label="Bỏ tìm và lọc"
            disabled={!isNarrowed(wanted)}
            onClick={() => {
              want({ ...NOTHING_WANTED, going: wanted.going, order: wanted.order })
              search.current?.focus()
            }}
          >
            <IconFilterOff size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
      <Group gap="xs" mb="sm" align="flex-end">
        <UnitField
          all
          today={office.today}
          w={120}
          aria-label="Chi bộ"
          placeholder="Chi bộ"
          value={wanted.unit}
          onChange={(unit) => want({ unit })}
        />
        <ChoiceField
          w={125}
          aria-label="Giai đoạn"
          placeholder="Giai đoạn"
          data={choicesOf(STAGES).map(({ value, label }) => ({ value, label: named(label) }))}
          value={wanted.stage}
          onChange={(stage) => want({ stage: trusted<Wanted['stage']>(stage) })}
        />
        <ChoiceField
          w={115}
          aria-label="Tổ chức giới thiệu nguồn"
          placeholder="Nguồn"
          comboboxProps={WIDE}
          data={SOURCE_CHOICES}
          value={wanted.source}
          onChange={(source) => want({ source: trusted<Wanted['source']>(source) })}
        />
        <ChoiceField
          w={105}
          aria-label="Lĩnh vực"
          placeholder="Lĩnh vực"
          data={SECTOR_CHOICES}
          value={wanted.sector}
          onChange={(sector) => want({ sector: trusted<Wanted['sector']>(sector) })}
        />
        <ChoiceField
          w={90}
          aria-label="Độ tuổi, tính theo năm sinh"
          placeholder="Tuổi"
          comboboxProps={WIDE}
          data={ageChoices(office.today)}
          value={wanted.age}
          onChange={(age) => want({ age })}
        />
        <ChoiceField
          w={105}
          aria-label="Trình độ học vấn"
          placeholder="Học vấn"
          comboboxProps={WIDE}
          data={EDUCATION_CHOICES}
          value={wanted.education}
          onChange={(education) => want({ education: trusted<Wanted['education']>(education) })}
        />
        <MemberField
          w={115}
          aria-label="Người giúp đỡ"
          placeholder="Giúp đỡ"
          value={wanted.helper}
          onChange={(helper) => want({ helper })}
        />
        <ChoiceField
          w={110}
          aria-label="Thời hạn"
          placeholder="Thời hạn"
          comboboxProps={WIDE}
          data={DUE_CHOICES}
          value={wanted.due}
          onChange={(due) => want({ due: trusted<Wanted['due']>(due) })}
        />
        <ChoiceField
          w={130}
          aria-label="Điểm vướng, cần lưu ý"
          placeholder="Điểm vướng"
          comboboxProps={{ width: 330, position: 'bottom-end' }}
          data={FINDING_CHOICES}
          value={wanted.finding}
          onChange={(finding) => want({ finding: trusted<Wanted['finding']>(finding) })}
        />
        {others.length > 0 && (
          <ChoiceField
            w={170}
            aria-label="Đơn vị quản lý hồ sơ"
            placeholder="Đơn vị quản lý"
            data={offices}
            value={wanted.keeper}
            onChange={(keeper) => want({ keeper })}
          />
        )}
        {wanted.cases !== null && (
          <Badge
            size="lg"
            variant="outline"
            rightSection={
              <CloseButton
                size="xs"
                aria-label="Bỏ lọc: những người trong số liệu"
                onClick={() => want({ cases: null })}
              />
            }
          >
            {showNumber(wanted.cases.length)} người của số liệu vừa bấm
          </Badge>
        )}
        {wanted.dueLimit !== null && (
          <Badge
            size="lg"
            variant="outline"
            rightSection={
              <CloseButton
                size="xs"
                aria-label={`Bỏ lọc: ${LIMITS[wanted.dueLimit]}`}
                onClick={() => want({ dueLimit: null })}
              />
            }
          >
            {LIMITS[wanted.dueLimit]}
          </Badge>
        )}
        {BY_DAY.map(([key, label]) => {
          const day = wanted[key]
          return (
            day !== null && (
              <Badge
                key={key}
                size="lg"
                variant="outline"
                rightSection={
                  <CloseButton size="xs" aria-label={`Bỏ lọc: ${label}`} onClick={() => want({ [key]: null })} />
                }
              >
                {label} {showDay(day)}
              </Badge>
            )
          )
        })}
      </Group>
    </div>
  )
}

const BY_DAY = [
  ['heldSince', 'Ở giai đoạn này từ trước hoặc đúng ngày'],
  ['heardBefore', 'Người giúp đỡ không có ghi nhận sau ngày'],
  ['certificateBefore', 'Giấy chứng nhận lớp nhận thức cấp đến ngày'],
] as const
