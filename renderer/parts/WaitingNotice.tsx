/**
 * Says that what was just done waits for the one transaction of a job: the import of a large set. It is recorded as soon
 * as that ends, and nobody need press again.
 */
import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { waitsSentence } from '../../shared/words/vi.ts'
import { useWindow } from '../state.ts'

const ID = 'waits'

/** What waits for less than this, in milliseconds, is over before it is read. */
const SOON = 300

/** Shows it for as long as something waits. */
export function WaitingNotice() {
  const job = useWindow(({ waitedFor }) => waitedFor)
  useEffect(() => {
    if (job === null) return undefined
    const timer = setTimeout(
      () =>
        notifications.show({
          id: ID,
          message: waitsSentence(job),
          loading: true,
          autoClose: false,
          withCloseButton: false,
        }),
      SOON,
    )
    return () => {
      clearTimeout(timer)
      notifications.hide(ID)
    }
  }, [job])
  return null
}
