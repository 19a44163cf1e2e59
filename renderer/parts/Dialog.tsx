/**
 * A dialog that is there as long as it is open. Mantine's own gives the focus back only where it was closed and stays: this
 * one does where it is taken away, and holds the page under it in its own way (held-page.ts).
 */
import { Modal, type ModalProps } from '@mantine/core'
import { useReturnedFocus } from './focus.ts'
import { useHeldPage } from './held-page.ts'

/** The dialog. */
export function Dialog({ lockScroll = true, ...props }: Omit<ModalProps, 'opened'>) {
  useReturnedFocus()
  useHeldPage(lockScroll)
  return <Modal {...props} lockScroll={false} opened />
}
