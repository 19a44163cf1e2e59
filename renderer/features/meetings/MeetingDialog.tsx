/**
 * Calling a meeting, or changing what it was called with: day, place, body, who presides, and which dossiers of the queue
 * are put to it. Those the reviewing body agreed to are ticked to begin with.
 */
import { Alert, Checkbox, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react'
import type { MovingCase } from '../../../shared/contract/answers.ts'
import type { MeetingView } from '../../../shared/contract/meetings.ts'
import { otherBody } from '../../../shared/rules/deciding-body.ts'
import { fold } from '../../../shared/text/fold.ts'
import { lower, MATTERS, REVIEW_OUTCOMES, showDay, showNumber } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { useDrawnAfter } from '../../parts/drawn-after.ts'
import { AreaField, CountField, DateField, TextField } from '../../parts/fields.tsx'
import { leftText } from '../../parts/LimitBadge.tsx'
import { rulesOn } from '../../rules-in-force.ts'
import { useRecording, type Recorded } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { Scrolled } from '../../parts/Scrolled.tsx'
import { LoadingState } from '../../parts/states.tsx'
import { inputOf } from '../../parts/values.ts'
import { useAsk } from '../../queries.ts'

/** Dossiers offered at once, beside those already chosen: of a longer queue the others are found by their names. */
const AT_ONCE = 60

type Values = {
  readonly date: string
  readonly time: string
  readonly place: string
  readonly body: string
  readonly members: string
  readonly chair: string
  readonly secretary: string
  readonly agenda: string
  /** Case and matter of each, in the order of the agenda. */
  readonly cases: readonly string[]
}

/** A dossier that can be put to the meeting. */
type Choice = { readonly key: string; readonly name: string; readonly about: string; readonly elsewhere: string | null }

/** The dialog. @param view - the meeting that is changed; none for a new one */
export function MeetingDialog(props: {
  readonly view?: MeetingView
  readonly onClose: () => void
  readonly onDone: (meeting: string) => void
}) {
  const queue = useAsk('review.list', {}).data
  const office = useAsk('office.get', {}).data
  if (queue === undefined || office === undefined) return <LoadingState rows={2} />
  const body = office.profile.decidingBody ?? rulesOn(queue.today).structure.decidingBody.value
  return <MeetingForm {...props} rows={queue.rows} body={body} own={office.profile.decidingBody} />
}

function MeetingForm({
  view,
  rows,
  body,
  own,
  onClose,
  onDone,
}: {
  readonly view?: MeetingView
  readonly rows: readonly MovingCase[]
  readonly body: string
  readonly own: string | undefined
  readonly onClose: () => void
  readonly onDone: (meeting: string) => void
}) {
  const meeting = view?.state.meeting
  const id = view?.state.id
  const choices = useMemo(() => choicesOf(rows, view), [rows, view])
  const recording = useRecording<Values, Recorded & { readonly meeting: string }>({
    command: id === undefined ? 'meeting.call' : 'meeting.change',
    draft: `cuoc-hop/${id ?? 'moi'}`,
    initial: {
      date: meeting?.date ?? '',
      time: meeting?.time ?? '',
      place: meeting?.place ?? '',
      body: meeting?.body ?? body,
      members: meeting === undefined ? '' : String(meeting.members),
      chair: meeting?.chair ?? '',
      secretary: meeting?.secretary ?? '',
      agenda: meeting?.agenda ?? '',
      cases:
        meeting === undefined
          ? rows.filter(({ review, meeting: on }) => review === 'agree' && on === null).map(keyOf)
          : meeting.cases.map(({ case: about, matter }) => `${about} ${matter}`),
    },
    toInput: ({ cases, ...values }) => ({
      ...inputOf(values, ['members']),
      ...(id === undefined ? {} : { meeting: id }),
      cases: cases.map(caseOf),
    }),
    onDone: ({ meeting: made, entries }) => {
      announce(id === undefined ? 'Đã lập cuộc họp.' : 'Đã sửa cuộc họp.', entries)
      onClose()
      onDone(made)
    },
  })
  const { bind, values, patch } = recording
  const choose = useCallback((cases: readonly string[]) => patch({ cases }), [patch])
  const delegated = new Set(rows.filter(({ isDelegated }) => isDelegated === true).map(keyOf))
  const isDelegated = values.cases.length > 0 && values.cases.every((key) => delegated.has(key))
  const other = values.date === '' ? null : otherBody(values.body, own, rulesOn(values.date), isDelegated)
  return (
    <RecordingDialog
      title={id === undefined ? 'Lập cuộc họp' : 'Sửa cuộc họp'}
      recording={recording}
      submitLabel={id === undefined ? 'Lập cuộc họp' : 'Ghi thay đổi'}
      onClose={onClose}
      size={980}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Stack gap="xs">
          <SimpleGrid cols={2} spacing="xs">
            <DateField label="Ngày họp" required data-autofocus {...bind('date')} />
            <TextField label="Giờ họp" placeholder="08:00" {...bind('time')} />
          </SimpleGrid>
          <TextField label="Địa điểm" {...bind('place')} />
          <TextField label="Cơ quan họp" required {...bind('body')} />
          {other !== null && (
            <Alert color="orange" role="status">
              Theo bộ quy định của ngày họp, cơ quan ra quyết định là {other.name} (căn cứ: {other.article}).
            </Alert>
          )}
          <CountField
            label="Tổng số thành viên"
            description="Tỷ lệ tán thành tính trên số này"
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            required
            {...bind('members')}
          />
          <SimpleGrid cols={2} spacing="xs">
            <TextField label="Người chủ trì" {...bind('chair')} />
            <TextField label="Thư ký cuộc họp" {...bind('secretary')} />
          </SimpleGrid>
          <AreaField
            label="Chương trình, mỗi nội dung một dòng"
            description="Để trống thì chương trình là số hồ sơ theo từng nội dung xét"
            {...bind('agenda')}
          />
        </Stack>
        <CasePicker choices={choices} chosen={values.cases} onChange={choose} />
      </SimpleGrid>
    </RecordingDialog>
  )
}

/** Drawn anew only where something of it has changed: a queue of thousands is long for every letter typed beside it. */
const CasePicker = memo(function CasePicker({
  choices,
  chosen,
  onChange,
}: {
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}) {
  const [text, setText] = useState('')
  const wanted = fold(useDeferredValue(text))
  const said = useMemo(() => choices.map(({ name, about }) => fold(`${name} ${about}`)), [choices])
  const ticked = useMemo(() => new Set(chosen), [chosen])
  const found = useMemo(() => choices.filter((_, place) => said[place]?.includes(wanted)), [choices, said, wanted])
  const shown = useMemo(() => found.filter(({ key }, place) => place < AT_ONCE || ticked.has(key)), [found, ticked])
  const { drawn, room } = useDrawnAfter(shown, 46, 380)
  const rest = found.length - shown.length
  const set = (keys: readonly string[]) => {
    const kept = new Set(keys)
    onChange(choices.filter(({ key }) => kept.has(key)).map(({ key }) => key))
  }
  return (
    <Stack gap="xs" component="section" aria-label="Hồ sơ trình cuộc họp">
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          Hồ sơ trình cuộc họp: {showNumber(chosen.length)} trên {showNumber(choices.length)}
        </Text>
        {shown.some(({ elsewhere }) => elsewhere === null) && (
          <Checkbox
            size="sm"
            label="Chọn tất cả đang hiện"
            checked={shown.every(({ key, elsewhere }) => elsewhere !== null || ticked.has(key))}
            onChange={(event) => {
              const open = shown.filter(({ elsewhere }) => elsewhere === null).map(({ key }) => key)
              set(event.currentTarget.checked ? [...chosen, ...open] : chosen.filter((key) => !open.includes(key)))
            }}
          />
        )}
      </Group>
      {choices.length > 8 && <TextField label="Tìm trong danh sách" value={text} onChange={setText} />}
      {choices.length === 0 && (
        <Text size="sm" c="dimmed">
          Chưa có hồ sơ nào chờ quyết định. Cuộc họp vẫn lập được; đưa hồ sơ vào sau.
        </Text>
      )}
      <Scrolled {...room}>
        <Stack gap={6} pr="sm">
          {drawn.map(({ key, name, about, elsewhere }) => (
            <Checkbox
              key={key}
              size="sm"
              label={name}
              description={elsewhere === null ? about : `${about}; đã có trong cuộc họp ngày ${showDay(elsewhere)}`}
              disabled={elsewhere !== null}
              checked={ticked.has(key)}
              onChange={(event) =>
                set(event.currentTarget.checked ? [...chosen, key] : chosen.filter((other) => other !== key))
              }
            />
          ))}
        </Stack>
      </Scrolled>
      {rest > 0 && (
        <Text size="sm" c="dimmed">
          Còn {showNumber(rest)} hồ sơ có hạn xa hơn:{' '}
          {wanted === '' ? 'gõ họ tên hoặc đơn vị để tìm' : 'gõ thêm để thu hẹp'}.
        </Text>
      )}
    </Stack>
  )
})

/** What can be put to the meeting: what lies here and waits, and what is on it already. */
function choicesOf(rows: readonly MovingCase[], view: MeetingView | undefined): readonly Choice[] {
  const here = rows
    .filter(({ returned }) => returned === null)
    .map((row): Choice => ({
      key: keyOf(row),
      name: row.name,
      about: [
        row.unitName,
        lower(MATTERS[row.matter]),
        row.review === null ? null : lower(REVIEW_OUTCOMES[row.review]),
        row.limits[0] === undefined ? null : lower(leftText(row.limits[0].left)),
      ]
        .filter((part) => part !== null)
        .join('; '),
      elsewhere: row.meeting === null || row.meeting.id === view?.state.id ? null : row.meeting.date,
    }))
  const known = new Set(here.map(({ key }) => key))
  const held = (view?.rows ?? [])
    .map((row): Choice => ({
      key: `${row.case} ${row.matter}`,
      name: row.name,
      about: [row.unitName, lower(MATTERS[row.matter])].filter((part) => part !== null).join('; '),
      elsewhere: null,
    }))
    .filter(({ key }) => !known.has(key))
  return [...held, ...here]
}

function keyOf({ case: id, matter }: Pick<MovingCase, 'case' | 'matter'>): string {
  return `${id} ${matter}`
}

function caseOf(key: string): { readonly case: string; readonly matter: string } {
  const [id = '', matter = ''] = key.split(' ')
  return { case: id, matter }
}
