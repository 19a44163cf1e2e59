/**
 * Says after an unlock what came of a job that ended behind the lock, and leads to the page that shows it.
 */
import { Alert, Anchor } from '@mantine/core'
import { useLocation } from 'wouter'
import { SHOWN_AFTERWARDS } from '../../shared/contract/missed.ts'
import { missedSentence, refusalSentence } from '../../shared/words/vi.ts'
import { useWindow } from '../state.ts'
import { useNames } from './names.ts'
import { showTime } from './times.ts'

/** The note; nothing where no job was missed. It stays until it is closed, the job is run anew, or the next lock. */
export function MissedNote() {
  const { missed, setMissed } = useWindow()
  const names = useNames()
  const [location] = useLocation()
  if (missed === null) return null
  const { job, at, refusal } = missed
  const route = SHOWN_AFTERWARDS.get(job)
  return (
    <Alert
      color={refusal === null ? 'blue' : 'red'}
      role={refusal === null ? 'status' : 'alert'}
      mb="sm"
      className="no-print"
      withCloseButton
      closeButtonLabel="Đóng thông báo"
      onClose={() => setMissed(null)}
    >
      {missedSentence(job, showTime(at), refusal === null ? null : refusalSentence(refusal, names))}{' '}
      {route !== undefined && route !== location && (
        <Anchor href={`#${route}`} size="sm" underline="always">
          Xem kết quả
        </Anchor>
      )}
    </Alert>
  )
}
