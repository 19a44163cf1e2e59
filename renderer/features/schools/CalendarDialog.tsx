/**
 * When schools have lessons and examinations, for classes that must fit between them. What ships is the usual frame; an
 * office puts the document of its province in its place.
 */
import { SimpleGrid, Text } from '@mantine/core'
import {
  printCalendar,
  readSpans,
  showSpans,
  type SchoolCalendar,
} from '../../../shared/model/schools/school-calendar.ts'
import { announce } from '../../parts/announce.tsx'
import { AreaField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'

const WRONG = 'Mỗi dòng ghi hai ngày theo dạng 05/09 - 18/01'

/** The dialog. */
export function CalendarDialog({
  calendar,
  onClose,
}: {
  readonly calendar: SchoolCalendar
  readonly onClose: () => void
}) {
  const recording = useRecording({
    command: 'setting.change',
    draft: 'nam-hoc',
    initial: { lessons: showSpans(calendar.lessons), exams: showSpans(calendar.exams) },
    check: ({ lessons, exams }) => ({
      ...((readSpans(lessons) ?? []).length === 0 ? { lessons: WRONG } : {}),
      ...(readSpans(exams) === null ? { exams: WRONG } : {}),
    }),
    toInput: ({ lessons, exams }) => ({
      key: 'schoolCalendar',
      value: printCalendar({ lessons: readSpans(lessons) ?? [], exams: readSpans(exams) ?? [] }),
    }),
    onDone: () => {
      announce('Đã ghi khung năm học.')
      onClose()
    },
  })
  const { bind } = recording
  return (
    <RecordingDialog title="Khung năm học" recording={recording} submitLabel="Ghi khung năm học" onClose={onClose}>
      <Text size="sm">
        {calendar.confirmed
          ? 'Lớp cho học sinh được đối chiếu với khung này.'
          : 'Đây là khung thường dùng, chưa đối chiếu với văn bản nào. Sửa theo kế hoạch năm học của tỉnh, của trường.'}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <AreaField
          label="Thời gian học"
          description="Mỗi đợt một dòng: ngày đầu - ngày cuối."
          required
          data-autofocus
          {...bind('lessons')}
        />
        <AreaField label="Thời gian thi, kiểm tra" description="Mỗi đợt một dòng." {...bind('exams')} />
      </SimpleGrid>
    </RecordingDialog>
  )
}
