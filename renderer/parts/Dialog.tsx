/**
 * A dialog that is there as long as it is open. Mantine's own gives the focus back only where it was closed and stays: this
 * one does where it is taken away.
 */
import { Modal, type ModalProps } from '@mantine/core'
import { useReturnedFocus } from './focus.ts'

/** The dialog. */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  useReturnedFocus()
  return <Modal {...props} opened />
}
