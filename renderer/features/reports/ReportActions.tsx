/**
 * What can be done with a report of our whole office: send it up, where its figures stand from then on as they were.
 */
import { Button, Group, Text } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import type { Period } from '../../../shared/calendar/period.ts'
import type { Report } from '../../../shared/reports/report.ts'
import { periodName, showDay, showNumber } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { AreaField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { useRights } from '../../parts/rights.ts'
import { useAsk } from '../../queries.ts'

/** The buttons. */
export function ReportActions({
  report,
  asked,
}: {
  readonly report: Report
  readonly asked: { readonly period: Period }
}) {
  const may = useRights()
  const [isSending, setSending] = useState(false)
  return (
    <Group gap="xs" className="no-print">
      {may('report.send') && (
        <Button leftSection={<IconSend size={16} aria-hidden />} onClick={() => setSending(true)}>
          Gửi báo cáo
        </Button>
      )}
      {isSending && <SendDialog report={report} period={asked.period} onClose={() => setSending(false)} />}
    </Group>
  )
}

function SendDialog({
  report,
  period,
  onClose,
}: {
  readonly report: Report
  readonly period: Period
  readonly onClose: () => void
}) {
  const office = useAsk('office.get', {}).data
  const superior = office?.peers.find(({ peer, revoked }) => peer.relation === 'superior' && !revoked)
  const admitted = report.lines.find(({ code }) => code === 'admitted')?.number ?? 0
  const recording = useRecording({
    command: 'report.send',
    initial: { note: '' },
    toInput: ({ note }) => ({ period, ...(note.trim() === '' ? {} : { note: note.normalize('NFC').trim() }) }),
    onDone: () => {
      announce(`Đã ghi báo cáo ${periodName(period).toLowerCase()} để gửi.`)
      onClose()
    },
  })
  return (
    <RecordingDialog title="Gửi báo cáo" recording={recording} submitLabel="Gửi báo cáo" onClose={onClose}>
      <Text size="sm">
        {periodName(period)}: kết nạp {showNumber(admitted)} người, số liệu đến ngày {showDay(report.asOf)}.{' '}
        {superior === undefined
          ? 'Cấp trên chưa kết nối trong phần mềm, nên báo cáo được lưu ở đây để đối chiếu về sau; bản giấy lập bằng nút Lập văn bản.'
          : `Báo cáo đi cùng gói dữ liệu tới gửi ${superior.peer.name}.`}{' '}
        Số liệu giữ nguyên như lúc gửi; thay đổi về sau được liệt kê kèm nguyên nhân.
      </Text>
      <AreaField label="Ghi chú" {...recording.bind('note')} />
    </RecordingDialog>
  )
}
