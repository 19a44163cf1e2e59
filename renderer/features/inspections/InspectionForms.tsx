/**
 * The forms of an inspection: its plan, a finding, the conclusion, what was mended, what the follow-up saw.
 */
import { Text } from '@mantine/core'
import type { InspectionRow } from '../../../shared/contract/follow.ts'
import type { FindingState } from '../../../shared/model/follow/inspection-state.ts'
import { FINDING_KINDS, INSPECTION_KINDS, MEND_OUTCOMES } from '../../../shared/words/vi.ts'
import { FactsDialog, type FactField } from '../../parts/FactsDialog.tsx'
import { choicesOf } from '../../parts/pickers.tsx'

const PLAN: readonly FactField[] = [
  { kind: 'line', path: 'topic', label: 'Nội dung kiểm tra, giám sát', required: true },
  { kind: 'choice', path: 'kind', label: 'Hình thức', required: true, data: choicesOf(INSPECTION_KINDS) },
  { kind: 'short', path: 'lead', label: 'Trưởng đoàn' },
  { kind: 'place', path: 'place', label: 'Đơn vị được kiểm tra', required: true, where: 'below' },
  { kind: 'day', path: 'from', label: 'Từ ngày', required: true },
  { kind: 'day', path: 'to', label: 'Đến ngày', required: true },
  { kind: 'short', path: 'document.number', label: 'Số quyết định, kế hoạch' },
  { kind: 'day', path: 'document.date', label: 'Ngày quyết định, kế hoạch' },
  { kind: 'text', path: 'content', label: 'Yêu cầu đơn vị chuẩn bị' },
]

/** Plans an inspection, or changes the plan. */
export function PlanForm({
  row,
  onDone,
  onClose,
}: {
  readonly row?: InspectionRow
  readonly onDone?: (inspection: string) => void
  readonly onClose: () => void
}) {
  const plan = row?.plan
  return (
    <FactsDialog<{ entries: readonly string[]; repeated: boolean; inspection: string }>
      title={row === undefined ? 'Lập kế hoạch kiểm tra, giám sát' : 'Sửa kế hoạch'}
      command="inspection.plan"
      submitLabel="Ghi kế hoạch"
      draft={`kiem-tra/${row?.id ?? 'moi'}`}
      fields={PLAN}
      initial={
        plan === undefined
          ? { kind: 'inspection' }
          : {
              topic: plan.topic,
              kind: plan.kind,
              lead: plan.lead ?? '',
              place: plan.place.id,
              from: plan.from,
              to: plan.to,
              'document.number': plan.document?.number ?? '',
              'document.date': plan.document?.date ?? '',
              content: plan.content ?? '',
            }
      }
      fixed={row === undefined ? {} : { inspection: row.id }}
      said={(text) => `Đã ghi kế hoạch ${text('topic')}.`}
      onDone={({ inspection }) => onDone?.(inspection)}
      onClose={onClose}
    />
  )
}

/** Records a finding. */
export function FindingForm({ row, onClose }: { readonly row: InspectionRow; readonly onClose: () => void }) {
  return (
    <FactsDialog
      title="Ghi nội dung phát hiện"
      command="inspection.find"
      submitLabel="Ghi nội dung"
      draft={`kiem-tra/${row.id}/noi-dung`}
      fields={[
        { kind: 'choice', path: 'kind', label: 'Loại', required: true, data: choicesOf(FINDING_KINDS) },
        { kind: 'text', path: 'what', label: 'Nội dung phát hiện', required: true },
        { kind: 'text', path: 'demand', label: 'Yêu cầu khắc phục', only: ({ kind }) => kind !== 'strength' },
        { kind: 'day', path: 'due', label: 'Hạn khắc phục', only: ({ kind }) => kind !== 'strength' },
      ]}
      initial={{ kind: 'shortcoming' }}
      fixed={{ inspection: row.id }}
      said={() => 'Đã ghi nội dung phát hiện.'}
      onClose={onClose}
    />
  )
}

/** Concludes an inspection. */
export function EndForm({
  row,
  today,
  onClose,
}: {
  readonly row: InspectionRow
  readonly today: string
  readonly onClose: () => void
}) {
  return (
    <FactsDialog
      title="Kết luận kiểm tra, giám sát"
      command="inspection.conclude"
      submitLabel="Ghi kết luận"
      draft={`kiem-tra/${row.id}/ket-luan`}
      fields={[
        { kind: 'text', path: 'summary', label: 'Kết luận', required: true },
        { kind: 'day', path: 'on', label: 'Ngày kết luận', required: true },
        { kind: 'short', path: 'document.number', label: 'Số thông báo kết luận' },
        { kind: 'day', path: 'document.date', label: 'Ngày thông báo' },
      ]}
      initial={{
        summary: row.end?.summary ?? '',
        on: row.end?.on ?? today,
        'document.number': row.end?.document?.number ?? '',
        'document.date': row.end?.document?.date ?? '',
      }}
      fixed={{ inspection: row.id }}
      said={() => 'Đã ghi kết luận.'}
      onClose={onClose}
    />
  )
}

type OfFinding = {
  readonly row: InspectionRow
  readonly finding: FindingState
  readonly today: string
  readonly onClose: () => void
}

/** Records what was done about a finding. */
export function MendForm({ row, finding, today, onClose }: OfFinding) {
  return (
    <FactsDialog
      title="Báo kết quả khắc phục"
      command="inspection.mend"
      submitLabel="Ghi kết quả"
      draft={`kiem-tra/${row.id}/khac-phuc/${finding.id}`}
      withScans
      note={<Text size="sm">{finding.demand ?? finding.what}</Text>}
      fields={[
        { kind: 'text', path: 'note', label: 'Việc đã làm', required: true },
        { kind: 'day', path: 'on', label: 'Ngày khắc phục', required: true },
      ]}
      initial={{ on: today }}
      fixed={{ inspection: row.id, finding: finding.id }}
      said={() => 'Đã ghi kết quả khắc phục.'}
      onClose={onClose}
    />
  )
}

/** Records what the follow-up saw. */
export function CheckForm({ row, finding, today, onClose }: OfFinding) {
  return (
    <FactsDialog
      title="Xem xét việc khắc phục"
      command="inspection.check"
      submitLabel="Ghi kết quả xem xét"
      draft={`kiem-tra/${row.id}/xem-xet/${finding.id}`}
      note={<Text size="sm">{finding.demand ?? finding.what}</Text>}
      fields={[
        { kind: 'choice', path: 'outcome', label: 'Kết quả xem xét', required: true, data: choicesOf(MEND_OUTCOMES) },
        { kind: 'day', path: 'on', label: 'Ngày xem xét', required: true },
        { kind: 'day', path: 'due', label: 'Hạn mới', only: ({ outcome }) => outcome !== 'mended' },
        { kind: 'text', path: 'note', label: 'Nhận xét' },
      ]}
      initial={{ outcome: 'mended', on: today }}
      fixed={{ inspection: row.id, finding: finding.id }}
      said={() => 'Đã ghi kết quả xem xét.'}
      onClose={onClose}
    />
  )
}
