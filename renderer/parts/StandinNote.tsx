/**
 * Said on every page of the stand-in, also before an office is unlocked or founded: real data are opened in a browser of the
 * computer, not in the program proper.
 */
import { Alert } from '@mantine/core'
import { STANDIN } from '../../shared/words/locked.ts'
import { useWindow } from '../state.ts'

/** The banner; nothing on the desktop. */
export function StandinNote() {
  const host = useWindow((window) => window.host)
  if (host !== 'browser') return null
  return (
    <Alert color="yellow" mb="xs" px="sm" py={4} className="no-print" role="note">
      {STANDIN}
    </Alert>
  )
}
