/**
 * What can be done with a report: as a Word document and as a workbook; and of our whole office, sent up, where its figures
 * stand from then on as they were.
 */
import { Button, Group, Text } from '@mantine/core'
import { IconFileText, IconSend, IconTableExport } from '@tabler/icons-react'
import { useState } from 'react'
import type { Period } from '../../../shared/calendar/period.ts'
import type { Report } from '../../../shared/reports/report.ts'
import { periodName, showDay, showNumber } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { ClearFileDialog } from '../../parts/ClearFileDialog.tsx'
import { DocumentDialog } from '../../parts/DocumentDialog.tsx'
import { AreaField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { useRights } from '../../parts/rights.ts'
import { useClearSave } from '../../parts/save-clear.ts'
import { useAsk } from '../../queries.ts'

/** What was asked for, as the port takes it. */
type Asked = { readonly period: Period; readonly at?: string; readonly membersOn?: string }

/** The buttons. */
export function ReportActions({ report, asked }: { readonly report: Report; readonly asked: Asked }) {
  const may = useRights()
  const [dialog, setDialog] = useState<'send' | 'document' | 'sheets' | null>(null)
  const isWhole = asked.at === undefined
  const { period, membersOn } = asked
  return (
    <Group gap="xs" className="no-print" justify="flex-end">
      {may('report.write') && (
        <Button
          variant="default"
          leftSection={<IconTableExport size={16} aria-hidden />}
          onClick={() => setDialog('sheets')}
        >
          Lưu ra Excel
        </Button>
      )}
      {isWhole && may('document.make') && (
        <Button
          variant="default"
          leftSection={<IconFileText size={16} aria-hidden />}
          onClick={() => setDialog('document')}
        >
          Lập văn bản
        </Button>
      )}
      {isWhole && may('report.send') && (
        <Button leftSection={<IconSend size={16} aria-hidden />} onClick={() => setDialog('send')}>
          Gửi báo cáo
        </Button>
      )}
      {dialog === 'send' && <SendDialog report={report} period={period} onClose={() => setDialog(null)} />}
      {dialog === 'document' && (
        <DocumentDialog
          subject={{ period, ...(membersOn === undefined ? {} : { membersOn }) }}
          kinds={['periodReport']}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'sheets' && <SheetsDialog report={report} asked={asked} onClose={() => setDialog(null)} />}
    </Group>
  )
}

function SheetsDialog({
  report,
  asked,
  onClose,
}: {
  readonly report: Report
  readonly asked: Asked
  readonly onClose: () => void
}) {
  const saving = useClearSave('report.write')
  const name = `${periodName(report.period)} - ${report.place.name}`.replace(/[\\/:*?"<>|]/gu, ' ').slice(0, 120)
  return (
    <ClearFileDialog
      title="Lưu báo cáo ra Excel"
      saving={saving}
      onSave={(why) => void saving.save('Lưu báo cáo', `${name}.xlsx`, { ...asked, why })}
      onClose={onClose}
    >
      <Text size="sm">
        Tệp có kết quả trong kỳ, từng đơn vị, từng chi bộ và mọi tiêu chí; không có họ tên. Tệp không mã hóa.
      </Text>
    </ClearFileDialog>
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
    draft: `gui-bao-cao/${period.kind}.${period.from}.${period.to}`,
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
