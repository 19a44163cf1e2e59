/**
 * The rules this office judges by: which set is in force on which day, every value with its article and whether anybody
 * has compared it with the text, and the holidays. An administrator corrects; everybody may look.
 */
import { Alert, Badge, Button, Group, List, Select, Stack, Switch, Text } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useCallback, useDeferredValue, useState } from 'react'
import type { RulesView } from '../../../shared/contract/rules.ts'
import type { Sourced } from '../../../shared/rules/rule-set.ts'
import type { OriginalValue, RuleSetInUse } from '../../../shared/rules/rules-in-use.ts'
import { showDay } from '../../../shared/words/vi.ts'
import { TextField } from '../../parts/fields.tsx'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { PageTabs } from '../../parts/PageTabs.tsx'
import { Block, ErrorState, LoadingState, PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { CopyDialog } from './CopyDialog.tsx'
import { HolidaysTab } from './HolidaysTab.tsx'
import { ValueDialog } from './ValueDialog.tsx'
import { ValuesTable } from './ValuesTable.tsx'

const ORIGINS: Readonly<Record<RuleSetInUse['origin'], string>> = {
  shipped: 'Có sẵn trong phần mềm',
  shared: 'Cấp có thẩm quyền ban hành',
  local: 'Đơn vị mình lập, dùng riêng',
}

/** Bộ quy định. */
export function RulesPage() {
  const rules = useAsk('rules.get', {})
  const office = useAsk('office.get', {}).data
  const [tab, setTab] = useState<'sets' | 'holidays'>('sets')
  const isAdministrator = office?.user.roles.includes('administrator') === true
  return (
    <>
      <PageHead
        title="Quy định, lịch nghỉ"
        text="Việc làm ngày nào thì được xét theo bộ quy định có hiệu lực ngày đó; thời hạn theo bộ quy định của ngày bắt đầu tính."
      />
      {rules.isError && <ErrorState error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.data === undefined && !rules.isError && <LoadingState rows={12} />}
      {rules.data !== undefined && (
        <PageTabs
          label="Quy định hay lịch nghỉ"
          chosen={tab}
          onChoose={setTab}
          tabs={[
            {
              name: 'sets',
              title: 'Bộ quy định',
              page: <Sets view={rules.data} isAdministrator={isAdministrator} />,
            },
            {
              name: 'holidays',
              title: 'Lịch nghỉ',
              page: (
                <HolidaysTab
                  years={rules.data.holidays}
                  today={rules.data.today}
                  sends={rules.data.sends}
                  isAdministrator={isAdministrator}
                />
              ),
            },
          ]}
        />
      )}
    </>
  )
}

function Sets({ view, isAdministrator }: { readonly view: RulesView; readonly isAdministrator: boolean }) {
  const [chosen, setChosen] = useState(view.inUse)
  const [search, setSearch] = useState('')
  // A letter is in its field at once; the table of a hundred values follows.
  const searched = useDeferredValue(search)
  const [unconfirmedOnly, setUnconfirmedOnly] = useState(false)
  const [edited, setEdited] = useState<{
    address: string
    sourced: Sourced<unknown>
    original: OriginalValue | null
  } | null>(null)
  const [isCopying, setCopying] = useState(false)
  const edit = useCallback(
    (address: string, sourced: Sourced<unknown>, original?: OriginalValue) =>
      setEdited({ address, sourced, original: original ?? null }),
    [],
  )
  const held = view.sets.find(({ set }) => set.id === chosen) ?? view.sets.at(-1)
  if (held === undefined) return null
  const { set, origin, changes, originals } = held
  return (
    <Stack gap="md">
      {view.refused.map(({ id, name, needs }) => (
        <Alert key={`${id}${needs}`} color="orange" title={`Chưa dùng được: ${name}`}>
          Phiên bản này chưa biết “{needs}”. Cập nhật phần mềm; trong lúc chờ, các bộ quy định khác vẫn được dùng.
        </Alert>
      ))}
      {view.always !== null && (
        <Alert color="blue" role="note">
          Đơn vị đã chọn luôn theo một bộ quy định cho mọi ngày. Đổi lại trong Cài đặt, mục Đơn vị.
        </Alert>
      )}
      <Block
        title={set.name}
        actions={
          isAdministrator && (
            <Button variant="default" leftSection={<IconCopy size={16} aria-hidden />} onClick={() => setCopying(true)}>
              Lập bộ mới từ bộ này
            </Button>
          )
        }
      >
        <Stack gap="sm">
          <Group align="end" gap="sm">
            <Select
              label="Xem bộ quy định"
              allowDeselect={false}
              miw={420}
              data={view.sets.toReversed().map((each) => ({ value: each.set.id, label: optionOf(each, view.inUse) }))}
              value={set.id}
              onChange={(id) => setChosen(id ?? chosen)}
            />
            <Group gap={6} mb={6}>
              {set.id === view.inUse && <Badge>Dùng cho hôm nay</Badge>}
              <Badge variant="light" color="gray" autoContrast>
                {ORIGINS[origin]}
              </Badge>
            </Group>
          </Group>
          <List size="sm">
            {set.texts.map(({ number, date, name, confirmed }) => (
              <List.Item key={number}>
                {number}
                {date === undefined ? '' : ` ngày ${showDay(date)}`}: {name}
                {confirmed ? '' : ' (chưa đối chiếu được văn bản gốc)'}
              </List.Item>
            ))}
          </List>
          <Text size="sm" c="dimmed">
            Giá trị “chưa kiểm chứng” là giá trị ngầm định, chưa ai đối chiếu với văn bản; quản trị viên sửa được, có
            ghi chú.
          </Text>
        </Stack>
      </Block>
      <Block title="Các giá trị" actions={<ListActions what="ruleValues" ruleSet={set.id} size="xs" />}>
        <Stack gap="sm">
          <Group align="end" justify="space-between">
            <TextField label="Tìm giá trị, căn cứ" value={search} onChange={setSearch} miw={320} />
            <Switch
              label="Chỉ xem giá trị chưa kiểm chứng"
              checked={unconfirmedOnly}
              onChange={(event) => setUnconfirmedOnly(event.currentTarget.checked)}
            />
          </Group>
          <ValuesTable
            set={set}
            changes={changes}
            originals={originals}
            search={searched}
            unconfirmedOnly={unconfirmedOnly}
            onChange={isAdministrator ? edit : null}
          />
        </Stack>
      </Block>
      {edited !== null && (
        <ValueDialog
          set={set}
          address={edited.address}
          sourced={edited.sourced}
          original={edited.original}
          sends={view.sends}
          onClose={() => setEdited(null)}
        />
      )}
      {isCopying && (
        <CopyDialog
          set={set}
          taken={view.sets.map((each) => each.set.id)}
          today={view.today}
          sends={view.sends}
          onClose={() => setCopying(false)}
          onCopied={(id) => {
            setChosen(id)
            setCopying(false)
          }}
        />
      )}
    </Stack>
  )
}

function optionOf({ set }: RuleSetInUse, inUse: string): string {
  const period = `từ ${showDay(set.from)}${set.to === undefined ? '' : ` đến ${showDay(set.to)}`}`
  return `${set.id === inUse ? 'Hôm nay: ' : ''}${period}, ${set.name}`
}
