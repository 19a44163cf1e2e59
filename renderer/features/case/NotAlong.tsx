/**
 * What a case that goes to another keeper does not take along: told before it goes, when it can still be proposed anew, and
 * after it went, when its new keeper can only be asked to record it.
 */
import { Alert, Button, List, Text } from '@mantine/core'
import type { TimelineEntry } from '../../../shared/contract/timeline.ts'
import { KIND_LINES, labelOf, NOT_ALONG, showDay } from '../../../shared/words/vi.ts'
import { showTime } from '../../parts/times.ts'
import { named } from '../../rules-in-force.ts'
import type { CaseForm } from './case-forms.ts'
import { mayFill } from './form-commands.ts'
import type { Situation } from './situation.ts'

const PROPOSE: CaseForm = { form: 'proposeMove' }

/** What was recorded since the proposal that stands; nothing where it holds all. */
export function NotAlongYet({
  situation,
  keeper,
  onOpen,
}: {
  readonly situation: Situation
  /** The keeper by name. */
  readonly keeper: string
  readonly onOpen: (form: CaseForm) => void
}) {
  const { isOwn, goesOn, may, view } = situation
  const since = view.state.moveProposed?.since ?? []
  if (since.length === 0) return null
  if (!isOwn)
    return (
      <Alert color="orange" role="note" title="Hồ sơ đã gửi chưa có phần ghi thêm">
        Sau khi đề nghị chuyển, {keeper} đã ghi thêm về người này. Nhờ nơi đó lập lại đề nghị chuyển rồi giao, để phần
        ghi thêm đi theo hồ sơ.
      </Alert>
    )
  return (
    <Alert color="orange" role="note" title="Đề nghị đã ghi chưa có phần ghi thêm">
      <Text size="sm">
        Sau khi đề nghị chuyển, hồ sơ đã có thêm nội dung. Cấp trên giao hồ sơ như khi đề nghị; đề nghị lại thì phần ghi
        thêm mới đi theo.
      </Text>
      <Entries entries={view.timeline.filter(({ entry }) => since.includes(entry))} />
      {goesOn && mayFill(PROPOSE, may) && (
        <Button mt="xs" size="compact-sm" variant="default" onClick={() => onOpen(PROPOSE)}>
          Đề nghị lại
        </Button>
      )}
    </Alert>
  )
}

/** What our office recorded too late to go along; nothing where there is none. */
export function LeftBehind({ situation }: { readonly situation: Situation }) {
  const { leftBehind } = situation.view
  if (leftBehind.length === 0) return null
  return (
    <Alert color="orange" role="note" title={NOT_ALONG}>
      <Text size="sm">
        Hồ sơ giao cho đơn vị quản lý hiện nay không có những nội dung sau: ghi khi hồ sơ đã gửi đi để chuyển, hoặc ghi
        trên máy khác mà máy gửi chưa nhận. Nội dung nào còn cần thì báo nơi đó ghi lại theo giấy tờ.
      </Text>
      <Entries entries={leftBehind} />
    </Alert>
  )
}

function Entries({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <List size="sm" mt={4}>
      {entries.map(({ entry, kind, day, at, actor }) => (
        <List.Item key={entry} style={{ overflowWrap: 'anywhere' }}>
          {named(labelOf(KIND_LINES, kind), day)}
          {day !== null && `, ${showDay(day)}`} – {actor}, ghi lúc {showTime(at)}
        </List.Item>
      ))}
    </List>
  )
}
