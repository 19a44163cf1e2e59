/**
 * The reviewer's side: an own checklist with remarks, kept as a draft, and the acts. A form takes the place of the
 * checklist, so that the dossier stays in view.
 */
import { Alert, Anchor, Button, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { CaseView, MovingCase, OfficeView, ReviewList } from '../../../shared/contract/answers.ts'
import { decisionLimitOf, standingOf } from '../../../shared/contract/review-queue.ts'
import type { Decision, Matter } from '../../../shared/model/acts.ts'
import { actsOf } from '../../../shared/model/stage.ts'
import { showDay, upper } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { DocumentButton } from '../../parts/DocumentButton.tsx'
import { useDraft } from '../../parts/draft.ts'
import type { Recorded } from '../../parts/recording.ts'
import { useRights } from '../../parts/rights.ts'
import { useAct, useAsk } from '../../queries.ts'
import { AssignField } from './AssignField.tsx'
import { CheckList } from './CheckList.tsx'
import { ConsentForm } from './ConsentForm.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { ReceiveForm } from './ReceiveForm.tsx'
import { linesFor } from './review-state.ts'
import { NO_NOTES, recordedNotes, unrecorded, withDraft, type Notes } from './remarks.ts'
import { ReturnForm } from './ReturnForm.tsx'
import { ExtendForm, ReviewForm } from './ReviewForm.tsx'

type Act = 'receive' | 'review' | 'consent' | 'extend' | 'return' | 'follow' | 'refuse'

/** What the body decides on a matter, and how its two answers are called. */
const DECISIONS: Readonly<Record<Matter, readonly [outcome: Decision['outcome'], follow: string, refuse: string]>> = {
  admission: ['admit', 'Ghi quyết định kết nạp', 'Ghi quyết định không kết nạp'],
  recognition: ['recognise', 'Ghi quyết định công nhận', 'Ghi quyết định không công nhận'],
  removal: ['remove', 'Ghi quyết định xóa tên', 'Ghi quyết định không xóa tên'],
  cancellation: ['cancel', 'Ghi quyết định hủy kết nạp', 'Ghi quyết định không hủy kết nạp'],
}

/** The review of a dossier. */
export function Verdict({
  view,
  row,
  list,
  onActed,
}: {
  readonly view: CaseView
  readonly row: MovingCase
  readonly list: ReviewList
  readonly onActed: () => void
}) {
  const mayCall = useRights()
  const office = useAsk('office.get', {}).data
  const { checked, reviewer } = view.review
  const [act, setAct] = useState<Act | null>(null)
  const [notes, setNotes] = useState<Notes>(() => recordedNotes(checked))
  const [isDirty, setDirty] = useState(false)
  const draft = useDraft(`xet/${row.case}`, NO_NOTES, notes, isDirty, (found) => setNotes(withDraft(found, checked)))
  const note = (next: Notes) => {
    setNotes(next)
    setDirty(true)
  }
  const done = (message: string, entry: string | readonly string[] | undefined, isOver: boolean) => {
    if (isOver) draft.drop()
    setAct(null)
    announce(message, entry)
    onActed()
  }
  const check = useAct<Recorded>('dossier.check', ({ entries }) => {
    draft.drop()
    setDirty(false)
    announce(`Đã ghi phần đã kiểm tra hồ sơ của ${name}.`, entries)
  })
  const aside = useRef<HTMLElement>(null)
  const closed = useRef(false)
  useEffect(() => {
    if (act === null && closed.current) aside.current?.querySelector('button')?.focus()
    closed.current = act !== null
  }, [act])
  // Where our office decides on its own cases nobody sends it anything: the dossier lies here as it stands.
  const isSent = row.submissions > 0 || row.own
  const decision = view.assessment.deadlines.find(({ id }) => id === decisionLimitOf(row.matter))
  const canExtend =
    decision?.extendedDue !== undefined && decision.extendedOn === undefined && !decision.extendedTooLate
  const standing = standingOf(row)
  const [outcome, follow, refuse] = DECISIONS[row.matter]
  const titles: { readonly [A in Act]: string } = {
    receive: 'Tiếp nhận hồ sơ',
    review: 'Kết quả thẩm định',
    consent: 'Xin ý kiến cấp trên',
    extend: 'Gia hạn quyết định',
    return: 'Trả lại để bổ sung',
    follow: titleOf(follow),
    refuse: titleOf(refuse),
  }
  const after = row.own ? '' : ' Xuất gói dữ liệu để gửi.'
  const { name } = view.state.profile
  const form = { row, today: list.today, onCancel: () => setAct(null) }
  return (
    <aside ref={aside} aria-label="Ý kiến của người xét" className="review-verdict">
      <Stack gap="sm">
        {act === null ? (
          <>
            <Stack gap={6}>
              {row.meeting !== null && (
                <Text size="sm">
                  Đã đưa vào{' '}
                  <Anchor href={`#/cuoc-hop/${row.meeting.id}`} size="sm" underline="always">
                    cuộc họp ngày {showDay(row.meeting.date)}
                  </Anchor>
                  .
                </Text>
              )}
              {standing === 'returned' && (
                <Alert color="gray" role="note">
                  Hồ sơ đã trả lại, đang chờ đơn vị bổ sung và gửi lại.
                </Alert>
              )}
              {standing === 'fresh' && mayCall('dossier.receive') && (
                <Button onClick={() => setAct('receive')}>Tiếp nhận hồ sơ</Button>
              )}
              {standing !== 'returned' && (
                <>
                  {mayCall('decision.record') && (
                    <Button variant={standing === 'fresh' ? 'default' : 'filled'} onClick={() => setAct('follow')}>
                      {follow}
                    </Button>
                  )}
                  {isSent && mayCall('dossier.review') && (
                    <Button variant="default" onClick={() => setAct('review')}>
                      Ghi kết quả thẩm định
                    </Button>
                  )}
                  {isSent && mayCall('dossier.return') && (
                    <Button variant="default" onClick={() => setAct('return')}>
                      Trả lại để bổ sung
                    </Button>
                  )}
                  {mayCall('decision.record') && (
                    <Button variant="default" onClick={() => setAct('refuse')}>
                      {refuse}
                    </Button>
                  )}
                </>
              )}
              <SimpleGrid cols={2} spacing={6} verticalSpacing={6}>
                {standing !== 'returned' && mayCall('consent.request') && (
                  <Button variant="default" px="xs" onClick={() => setAct('consent')}>
                    Xin ý kiến cấp trên
                  </Button>
                )}
                {standing !== 'returned' && canExtend && mayCall('limit.extend') && (
                  <Button variant="default" px="xs" onClick={() => setAct('extend')}>
                    Gia hạn quyết định
                  </Button>
                )}
                <DocumentButton view={view} />
              </SimpleGrid>
              {mayCall('dossier.assign') && <AssignField row={row} reviewer={reviewer} />}
            </Stack>
            <CheckList
              checklist={linesFor(row.matter, view.assessment.checklist)}
              own={ownLines(office)}
              checked={checked}
              submission={actsOf(view.state, row.matter).submissions.at(-1)?.entry ?? null}
              notes={notes}
              isRecording={check.isPending}
              onChange={note}
              onRecord={() => check.mutate({ case: row.case, items: unrecorded(notes, checked) })}
            />
          </>
        ) : (
          <>
            <Title order={2}>{titles[act]}</Title>
            <Text size="sm">{name}</Text>
            {act === 'receive' && (
              <ReceiveForm {...form} onDone={(entry) => done(`Đã tiếp nhận hồ sơ của ${name}.`, entry, false)} />
            )}
            {act === 'review' && (
              <ReviewForm
                {...form}
                onDone={(entry) => done(`Đã ghi kết quả thẩm định hồ sơ của ${name}.${after}`, entry, false)}
              />
            )}
            {act === 'consent' && (
              <ConsentForm
                {...form}
                onDone={(entry) => done(`Đã ghi việc xin ý kiến về ${name}.${after}`, entry, false)}
              />
            )}
            {act === 'extend' && (
              <ExtendForm {...form} onDone={(entry) => done(`Đã ghi gia hạn đối với ${name}.${after}`, entry, false)} />
            )}
            {act === 'return' && (
              <ReturnForm
                {...form}
                view={view}
                notes={notes}
                onDone={(entry) => done(`Đã ghi trả lại hồ sơ của ${name}.${after}`, entry, true)}
              />
            )}
            {(act === 'follow' || act === 'refuse') && (
              <DecisionForm
                {...form}
                key={act}
                outcome={act === 'follow' ? outcome : 'refuse'}
                officialFrom={view.assessment.membership?.probationEnd ?? ''}
                submitLabel={act === 'follow' ? follow : refuse}
                lastNumber={list.lastNumber}
                onDone={() => done(`Đã ghi quyết định đối với ${name}.${after}`, undefined, true)}
              />
            )}
          </>
        )}
      </Stack>
    </aside>
  )
}

/** Lines of the office's own checklist, one a line. */
function ownLines(office: OfficeView | undefined): string {
  const lines = office?.settings['reviewChecklist']
  return typeof lines === 'string' ? lines : ''
}

/** The heading of a form from the words of its button: 'Ghi quyết định kết nạp' -> 'Quyết định kết nạp'. */
function titleOf(button: string): string {
  return upper(button.replace(/^Ghi /u, ''))
}
