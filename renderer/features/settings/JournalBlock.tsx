/** The journal's health, and what its page can do about lines that nobody can bring back. */
import { Alert } from '@mantine/core'
import { useState } from 'react'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import type { LostGivenUp } from '../../../shared/contract/exchange.ts'
import { BEFORE_GIVING_UP, givenUpDone } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { useRights } from '../../parts/rights.ts'
import { inputOf } from '../../parts/values.ts'
import { Health } from './Health.tsx'

/** The block. */
export function JournalBlock({ office }: { readonly office: OfficeView }) {
  const [isGivingUp, setGivingUp] = useState(false)
  // What a deep check has found is of the time before.
  const [times, setTimes] = useState(0)
  const mayGiveUp = useRights()('journal.giveUpLost')
  return (
    <>
      <Health key={times} office={office} onGiveUp={mayGiveUp ? () => setGivingUp(true) : null} />
      {isGivingUp && <GiveUpDialog onDone={() => setTimes(times + 1)} onClose={() => setGivingUp(false)} />}
    </>
  )
}

function GiveUpDialog({ onDone, onClose }: { readonly onDone: () => void; readonly onClose: () => void }) {
  const recording = useRecording<{ readonly reason: string }, LostGivenUp>({
    command: 'journal.giveUpLost',
    draft: 'nhat-ky/da-mat',
    initial: { reason: '' },
    toInput: inputOf,
    onDone: (answer) => {
      announce(givenUpDone(answer))
      onDone()
      onClose()
    },
  })
  return (
    <RecordingDialog
      title="Coi bản ghi cũ của đơn vị là đã mất"
      recording={recording}
      submitLabel="Coi là đã mất"
      onClose={onClose}
    >
      <Alert color="orange" role="note">
        {BEFORE_GIVING_UP}
      </Alert>
      <TextField
        label="Lý do"
        description="Ví dụ: huyện báo không còn chữ ký làm chứng"
        required
        data-autofocus
        {...recording.bind('reason')}
      />
    </RecordingDialog>
  )
}
