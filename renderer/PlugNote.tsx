/**
 * Says at the head of every page but its own that a stick is back on which sets are still to be checked, and leads to the page
 * that checks them by itself. In a narrow window only the mark is left.
 */
import { Anchor, Box } from '@mantine/core'
import { IconUsb } from '@tabler/icons-react'
import { SHOWN_AFTERWARDS } from '../shared/contract/missed.ts'
import { PLUGGED_TO_CHECK, PLUGGED_UNCHECKED } from '../shared/words/vi.ts'
import { useUnchecked } from './parts/replug.ts'

/** The note; nothing where no stick is to be checked. @param user - who is at work */
export function PlugNote({ user }: { readonly user: string | undefined }) {
  const job = useUnchecked(user)
  const route = job === null ? undefined : SHOWN_AFTERWARDS.get(job)
  if (route === undefined) return null
  return (
    <Box component="span" role="status">
      <Anchor
        href={`#${route}`}
        size="sm"
        underline="always"
        aria-label={PLUGGED_UNCHECKED}
        title={PLUGGED_TO_CHECK}
        style={{ whiteSpace: 'nowrap' }}
      >
        <IconUsb size={15} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
        <Box component="span" visibleFrom="lg">
          {PLUGGED_UNCHECKED}
        </Box>
      </Anchor>
    </Box>
  )
}
