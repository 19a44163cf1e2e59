/**
 * The people of a list under review: narrowed by name, age and education, a window at a time, so that everybody on a long
 * list can be reached; whoever is taken off stays in sight with the reason, however the list is narrowed.
 */
import { Button, Checkbox, Group, Paper, Stack, Text, TextInput } from '@mantine/core'
import { useState, type FormEvent, type KeyboardEvent } from 'react'
import { trusted } from '../../../shared/base/trust.ts'
import type { CaseRow, SearchFilter } from '../../../shared/contract/answers.ts'
import type { Stage } from '../../../shared/model/codes.ts'
import { EDUCATIONS, labelOf, lower, showNumber, STAGES } from '../../../shared/words/vi.ts'
import { TextField } from '../../parts/fields.tsx'
import { ageChoices, EDUCATION_CHOICES } from '../../parts/list-choices.ts'
import { ChoiceField } from '../../parts/pickers.tsx'
import { Scrolled } from '../../parts/Scrolled.tsx'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { named } from '../../rules-in-force.ts'

/** Stages in which a person is only on the list. */
const ON_LIST: ReadonlySet<Stage> = new Set<Stage>([
  'listed',
  'helped',
  'trained',
  'preparing',
  'branchVoted',
  'committeeVoted',
])

/** People of one window. */
const WINDOW = 200

/** Somebody taken off the list; `about` is how the person was shown, which drafts of before do not hold. */
export type Removed = { readonly case: string; readonly reason: string; readonly about?: string }

type Narrowed = Pick<SearchFilter, 'text' | 'age' | 'education'>

/** The people, with a reason for each who goes. */
export function ReviewedPeople({
  unit,
  today,
  removed,
  errors,
  onChange,
}: {
  readonly unit: string
  readonly today: string
  readonly removed: readonly Removed[]
  readonly errors: Readonly<Record<string, string | undefined>>
  readonly onChange: (removed: readonly Removed[]) => void
}) {
  const [narrowed, setNarrowed] = useState<Narrowed>({})
  const [page, setPage] = useState(0)
  const people = useAsk(
    'candidate.search',
    { unit, ended: false, limit: WINDOW, offset: page * WINDOW, ...narrowed },
    { keepPrevious: true },
  )
  const narrow = (change: Narrowed) => {
    setPage(0)
    setNarrowed(trusted<Narrowed>(withoutEmpty({ ...narrowed, ...change })))
  }
  const { rows = [], total = 0 } = people.data ?? {}
  const onList = rows.filter(({ stage }) => ON_LIST.has(stage))
  const shown = new Set(onList.map(({ case: id }) => id))
  const elsewhere = removed.filter(({ case: id }) => !shown.has(id))
  const isNarrowed = Object.keys(narrowed).length > 0
  const tick = (id: string, about: string, isTicked: boolean) =>
    onChange(isTicked ? [...removed, { case: id, reason: '', about }] : removed.filter((other) => other.case !== id))
  const line = (id: string, about: string) => {
    const place = removed.findIndex((other) => other.case === id)
    return (
      <Person
        key={id}
        about={about}
        removed={removed[place]}
        path={`removed.${place}.reason`}
        error={errors[`removed.${place}.reason`]}
        onTick={(isTicked) => tick(id, about, isTicked)}
        onReason={(reason) => onChange(removed.map((other) => (other.case === id ? { ...other, reason } : other)))}
      />
    )
  }
  return (
    <Stack gap={6} role="group" aria-label="Người trong danh sách">
      <Group gap="xs" role="search" aria-label="Lọc danh sách" onKeyDown={keepForm} onInput={keepApart}>
        <TextInput
          w={200}
          aria-label="Tìm theo họ tên"
          placeholder="Họ tên"
          value={narrowed.text ?? ''}
          onChange={(event) => narrow({ text: event.currentTarget.value.slice(0, 200) })}
        />
        <ChoiceField
          w={170}
          aria-label="Độ tuổi, tính theo năm sinh"
          placeholder="Độ tuổi"
          data={ageChoices(today)}
          value={narrowed.age ?? null}
          onChange={(age) => narrow({ age: age ?? undefined })}
        />
        <ChoiceField
          w={220}
          aria-label="Trình độ học vấn"
          placeholder="Trình độ học vấn"
          data={EDUCATION_CHOICES}
          value={narrowed.education ?? null}
          onChange={(education) => narrow({ education: trusted<Narrowed['education']>(education ?? undefined) })}
        />
      </Group>
      {people.isError && <ErrorState error={people.error} onRetry={() => void people.refetch()} />}
      {people.isLoading && <LoadingState rows={4} />}
      {people.data !== undefined && (
        <Text size="sm" role="status">
          {onList.length === 0
            ? isNarrowed
              ? 'Không có ai như vậy trong danh sách.'
              : 'Danh sách của đơn vị này chưa có ai.'
            : `${showNumber(onList.length)} người trong danh sách${total > WINDOW ? ` ở phần ${showNumber(page + 1)}` : ''}. Đánh dấu người đưa ra khỏi danh sách và ghi lý do; người khác tiếp tục được theo dõi.`}
        </Text>
      )}
      <Scrolled mah={320}>
        <Stack gap={4} pr="sm">
          {elsewhere.map(({ case: id, about = 'Người đã đánh dấu' }) => line(id, about))}
          {onList.map((row) => line(row.case, aboutOf(row)))}
        </Stack>
      </Scrolled>
      {total > WINDOW && (
        <Group gap="xs">
          <Button size="compact-sm" variant="default" disabled={page === 0} onClick={() => setPage(page - 1)}>
            Phần trước
          </Button>
          <Text size="sm">
            Phần {showNumber(page + 1)} trên {showNumber(Math.ceil(total / WINDOW))}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            disabled={(page + 1) * WINDOW >= total}
            onClick={() => setPage(page + 1)}
          >
            Phần sau
          </Button>
        </Group>
      )}
    </Stack>
  )
}

/** Enter where people are looked for records nothing: the form around them would be sent with nobody taken off. */
function keepForm(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
}

/** What is looked for is nothing that the form records, so it counts for no draft and no question on leaving. */
function keepApart(event: FormEvent<HTMLElement>): void {
  event.stopPropagation()
}

function Person({
  about,
  removed,
  path,
  error,
  onTick,
  onReason,
}: {
  readonly about: string
  readonly removed: Removed | undefined
  readonly path: string
  readonly error: string | undefined
  readonly onTick: (isTicked: boolean) => void
  readonly onReason: (reason: string) => void
}) {
  const [name = about] = about.split(',')
  return (
    <Paper withBorder px="xs" py={6}>
      <Checkbox
        label={about}
        checked={removed !== undefined}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      {removed !== undefined && (
        <TextField
          label={`Lý do đưa ${name.split(' –')[0] ?? name} ra khỏi danh sách`}
          required
          mt={4}
          data-path={path}
          value={removed.reason}
          error={error}
          onChange={onReason}
        />
      )}
    </Paper>
  )
}

/** 'Nguyễn Thị Hòa, sinh năm 1998, trung học phổ thông – đang giúp đỡ'. */
function aboutOf({ name, birth, education, stage }: CaseRow): string {
  const born = birth === null ? '' : `, sinh năm ${birth.slice(0, 4)}`
  const school = education === null ? '' : `, ${lower(labelOf(EDUCATIONS, education))}`
  return `${name}${born}${school} – ${lower(named(STAGES[stage]))}`
}

function withoutEmpty(narrowed: Narrowed): Narrowed {
  return Object.fromEntries(Object.entries(narrowed).filter(([, value]) => value !== undefined && value !== ''))
}
