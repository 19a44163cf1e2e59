/**
 * The frame of a setting that is changed on its page: Enter or its own button submits, nothing else is drawn.
 */
import type { ReactNode } from 'react'
import type { Recording } from '../../parts/recording.ts'
import { RestoredNote } from '../../parts/RestoredNote.tsx'

/** The form. `label`: where the page has no heading for it. */
export function SettingForm<Values extends object>({
  recording,
  label,
  children,
}: {
  readonly recording: Pick<Recording<Values>, 'form' | 'submit' | 'isRestored' | 'dropDraft'>
  readonly label?: string
  readonly children: ReactNode
}) {
  return (
    <form
      ref={recording.form}
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        void recording.submit()
      }}
    >
      {recording.isRestored && <RestoredNote onDrop={recording.dropDraft} />}
      {children}
    </form>
  )
}
