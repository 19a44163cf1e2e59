/**
 * Dán danh sách từ Excel: rows copied from an old list, checked row by row, taken in all at once or not at all, and taken
 * back with one button.
 */
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { PastedRow } from '../../../shared/paste/rows.ts'
import { showNumber } from '../../../shared/words/vi.ts'
import { call } from '../../api.ts'
import { GrowingArea } from '../../parts/GrowingArea.tsx'
import { Block, LoadingState, PageHead } from '../../parts/states.tsx'
import { useDraft } from '../../parts/draft.ts'
import { useAsk } from '../../queries.ts'
import { sentenceOf } from '../../sentences.ts'
import { PasteColumns } from './PasteColumns.tsx'
import { fromDraft, isTooLong, NO_PASTE, PASTE_DRAFT, toDraft } from './paste-draft.ts'
import { PasteRows, type Similar } from './PasteRows.tsx'
import { begin, MOST_ROWS, usePaste } from './use-paste.ts'

const TITLE = 'Dán danh sách từ Excel'

/** What was taken in: its people, and the entries that take it back. */
type Taken = { readonly cases: readonly string[]; readonly entries: readonly string[] }

/** Dán danh sách từ Excel. */
export function PastePage() {
  const office = useAsk('office.get', {}).data
  const listed = useAsk('unit.list', {}).data
  const units = useMemo(
    () =>
      (listed?.units ?? [])
        .filter(({ own }) => own)
        .map(({ id, unit }) => ({ id, name: unit.name, ...(unit.code === undefined ? {} : { code: unit.code }) })),
    [listed],
  )
  const paste = usePaste(units)
  const [text, setText] = useState('')
  const box = useRef<HTMLTextAreaElement>(null)
  const [taken, setTaken] = useState<Taken | null>(null)
  const [isUndone, setUndone] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const similar = useSimilar(paste.rows)
  const { pasted, choices } = paste
  const kept = useMemo(() => toDraft(text, pasted, choices), [text, pasted, choices])
  const isKept = text !== '' && !isTooLong(text)
  const draft = useDraft(PASTE_DRAFT, NO_PASTE, kept, isKept, (found) => {
    const before = fromDraft(found)
    setText(found.text)
    paste.start(before.pasted, before.choices)
  })
  if (office === undefined || listed === undefined) return <LoadingState />

  const isSame = ({ place, profile }: PastedRow) =>
    (similar.get(place) ?? []).some((other) => other.sameNumber || (other.birth ?? '') === (profile?.birth ?? '-'))
  // Somebody already on record is left out unless the person says otherwise.
  const isWanted = (row: PastedRow) => row.profile !== null && (paste.choiceOf(row.place) ?? !isSame(row))
  const wanted = paste.rows.filter(isWanted)
  const faulty = paste.rows.filter((row) => row.profile === null).length
  const act = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  const clear = () => {
    draft.drop()
    paste.start(null)
    setText('')
  }
  const register = () =>
    act(async () => {
      const rows = wanted.map(({ profile, unit }) => ({ profile, unit }))
      setTaken(await call<Taken>('candidate.registerMany', { rows }))
      setUndone(false)
      clear()
    })
  const undo = (entries: readonly string[]) =>
    act(async () => {
      await call('candidate.undoMany', { entries })
      setUndone(true)
    })
  const read = (copied: string, html: string) => {
    // What is kept of other rows must not come back in place of none, or of too many to be kept.
    if (copied === '' || isTooLong(copied)) draft.drop()
    setText(copied)
    setProblem(null)
    paste.start(begin(copied, html))
  }
  return (
    <Stack gap="md">
      <PageHead
        title={TITLE}
        text="Chép các dòng trong Excel rồi dán vào đây, cả dòng tiêu đề nếu có."
        actions={
          <Button component={Link} href="/nguon" variant="default">
            Danh sách
          </Button>
        }
      />
      {taken !== null && (
        <Alert color={isUndone ? 'gray' : 'teal'} role="status" title={isUndone ? 'Đã hoàn tác' : 'Đã nhập'}>
          <Group justify="space-between">
            <Text size="sm">
              {isUndone
                ? `Đã đưa ${showNumber(taken.cases.length)} người vừa nhập ra khỏi danh sách.`
                : `Đã đưa ${showNumber(taken.cases.length)} người vào danh sách nguồn.`}
            </Text>
            {!isUndone && (
              <Button variant="default" size="xs" loading={isBusy} onClick={() => void undo(taken.entries)}>
                Hoàn tác lần nhập này
              </Button>
            )}
          </Group>
        </Alert>
      )}
      {problem !== null && (
        <Alert color="red" role="alert" title="Chưa thực hiện được">
          {problem}
        </Alert>
      )}
      {draft.isRestored && text !== '' && (
        <Alert color="blue" role="status" py={6}>
          <Group justify="space-between" gap="sm">
            <Text size="sm">Đã mở lại các dòng đang làm dở, cùng những gì đã chọn.</Text>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                clear()
                box.current?.focus()
              }}
            >
              Bỏ, dán lại từ đầu
            </Button>
          </Group>
        </Alert>
      )}
      {isTooLong(text) && (
        <Alert color="orange" role="note" py={6}>
          Các dòng dài quá nên phần mềm không giữ lại được khi khóa máy hoặc rời trang này. Nhập xong ngay, hoặc dán
          từng phần.
        </Alert>
      )}
      <GrowingArea
        ref={box}
        label="Các dòng từ Excel"
        description={`Nhiều nhất ${MOST_ROWS} dòng mỗi lần. Chưa có gì được ghi cho đến khi bấm nút nhập.`}
        value={text}
        onChange={(event) => read(event.currentTarget.value, '')}
        onPaste={(event) => {
          const copied = event.clipboardData.getData('text/plain')
          if (!copied.includes('\t') && !copied.includes('\n')) return
          event.preventDefault()
          read(copied, event.clipboardData.getData('text/html'))
        }}
        minRows={4}
        maxRows={8}
        spellCheck={false}
      />
      {pasted !== null && (
        <>
          <PasteColumns pasted={pasted} today={office.today} onChange={paste.change} />
          <Block title="Các dòng">
            <Stack gap="sm">
              <Text size="sm" role="status">
                {`${showNumber(paste.rows.length)} dòng, sẽ nhập ${showNumber(wanted.length)}, có lỗi ${showNumber(faulty)}.`}
              </Text>
              <PasteRows
                rows={paste.rows}
                similar={similar}
                unitNames={new Map(units.map(({ id, name }) => [id, name]))}
                isWanted={isWanted}
                onWant={paste.want}
              />
              {wanted.length > MOST_ROWS && (
                <Alert color="orange">{`Mỗi lần nhập nhiều nhất ${MOST_ROWS} dòng. Bỏ bớt dòng, nhập phần còn lại sau.`}</Alert>
              )}
              <Group justify="flex-end">
                <Button
                  disabled={wanted.length === 0 || wanted.length > MOST_ROWS}
                  loading={isBusy}
                  onClick={() => void register()}
                >
                  {`Nhập ${showNumber(wanted.length)} người vào danh sách nguồn`}
                </Button>
              </Group>
            </Stack>
          </Block>
        </>
      )}
    </Stack>
  )
}

/** People on record who may be the same as those in the rows. */
function useSimilar(rows: readonly PastedRow[]): Similar {
  const whole = rows.filter(({ profile }) => profile !== null).slice(0, MOST_ROWS)
  const [asked] = useDebouncedValue(whole, 300)
  const input = {
    rows: asked.flatMap(({ profile }) =>
      profile === null
        ? []
        : [
            {
              name: profile.name,
              ...(profile.birth === undefined ? {} : { birth: profile.birth }),
              ...(profile.identityNumber === undefined ? {} : { identityNumber: profile.identityNumber }),
            },
          ],
    ),
  }
  const found = useAsk('candidate.similarMany', input, { enabled: asked.length > 0 }).data
  return new Map(asked.map(({ place }, at) => [place, found?.rows[at] ?? []]))
}
