/**
 * The date of the computer is in doubt: asked for in a dialog after unlocking, said in a banner until it is confirmed, and
 * while a confirmed date is used in place of the computer's.
 */
import { Alert, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { OfficeView } from '../shared/contract/answers.ts'
import { correctedSentence, doubtSentence, WHILE_IN_DOUBT } from '../shared/words/vi.ts'
import { announce } from './parts/announce.tsx'
import { DateField } from './parts/fields.tsx'
import { useRecording } from './parts/recording.ts'
import { RecordingDialog } from './parts/RecordingDialog.tsx'

type Office = Pick<OfficeView, 'today' | 'computerDay' | 'dateInDoubt'>

/** The banner, and the dialog once for each doubt. */
export function DateInDoubt({ office }: { readonly office: Office }) {
  const { today, computerDay, dateInDoubt } = office
  const [isOpen, setOpen] = useState(dateInDoubt !== null)
  if (dateInDoubt === null && today === computerDay) return null
  return (
    <>
      <Alert color="orange" mb="sm" px="sm" py={6} className="no-print" role="note">
        <Group justify="space-between" gap="sm" wrap="nowrap">
          <Text size="sm">{dateInDoubt === null ? correctedSentence(today, computerDay) : WHILE_IN_DOUBT}</Text>
          <Button size="compact-sm" variant="default" style={{ flexShrink: 0 }} onClick={() => setOpen(true)}>
            {dateInDoubt === null ? 'Sửa ngày' : 'Xác nhận ngày'}
          </Button>
        </Group>
      </Alert>
      {isOpen && <DateDialog office={office} onClose={() => setOpen(false)} />}
    </>
  )
}

function DateDialog({ office, onClose }: { readonly office: Office; readonly onClose: () => void }) {
  const { today, computerDay, dateInDoubt } = office
  // A day that cannot be is not offered: whoever presses Enter without looking would only be refused.
  const proposed = dateInDoubt === null ? today : dateInDoubt.why === 'beforeBuild' ? '' : dateInDoubt.clock
  const recording = useRecording<{ readonly today: string }, { readonly today: string }>({
    command: 'date.confirm',
    draft: null,
    initial: { today: proposed },
    toInput: (values) => values,
    check: (values): Readonly<Record<string, string>> => (values.today === '' ? { today: 'Ghi ngày hôm nay' } : {}),
    onDone: () => {
      announce('Đã xác nhận ngày hôm nay.')
      onClose()
    },
  })
  return (
    <RecordingDialog
      title="Hôm nay là ngày nào?"
      recording={recording}
      submitLabel="Xác nhận"
      onClose={onClose}
      size="md"
    >
      <Text size="sm">{dateInDoubt === null ? correctedSentence(today, computerDay) : doubtSentence(dateInDoubt)}</Text>
      <DateField
        label="Hôm nay là"
        description="Xem lịch hoặc điện thoại. Người xác nhận và ngày được ghi vào nhật ký."
        required
        data-autofocus
        {...recording.bind('today')}
      />
    </RecordingDialog>
  )
}
