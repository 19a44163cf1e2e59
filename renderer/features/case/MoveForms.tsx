/**
 * A case for another office: the keeper proposes, the office above hands over.
 */
import { Alert, Checkbox, SimpleGrid } from '@mantine/core'
import { fieldLabel, MOVE_REASONS } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { DateField, TextField } from '../../parts/fields.tsx'
import { useNames } from '../../parts/names.ts'
import { ChoiceField } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import { useAsk } from '../../queries.ts'
import type { CaseFormProps } from './case-forms.ts'
import { useCaseForm } from './use-case-form.ts'

const PROPOSED = ['transfer', 'split', 'succession'] as const

/** Asks the office above to give the case to another of its units. */
export function ProposeMoveForm({ situation, onClose }: CaseFormProps) {
  const before = situation.view.state.moveProposed
  const recording = useCaseForm(situation.id, onClose, {
    command: 'case.proposeMove',
    initial: {
      reason: before?.reason ?? 'transfer',
      on: before?.on ?? '',
      destination: before?.destination ?? '',
    },
    draft: 'de-nghi-chuyen',
    toInput: inputOf,
    done: 'Đã ghi đề nghị chuyển hồ sơ; gửi gói dữ liệu để cấp trên giao.',
  })
  return (
    <RecordingDialog
      title="Đề nghị cấp trên chuyển hồ sơ"
      recording={recording}
      submitLabel="Ghi đề nghị"
      onClose={onClose}
    >
      <Alert color="blue" role="note">
        Toàn bộ hồ sơ được gửi lên cấp trên để giao cho đơn vị nhận. Đơn vị mình vẫn quản lý hồ sơ cho đến khi cấp trên
        giao.
      </Alert>
      <TextField
        label="Nơi đến"
        description="Chi bộ, đảng ủy nơi người này chuyển đến"
        required
        data-autofocus
        {...recording.bind('destination')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DateField label="Ngày chuyển" required {...recording.bind('on')} />
        <ChoiceField
          label="Lý do"
          data={PROPOSED.map((value) => ({ value, label: MOVE_REASONS[value] }))}
          required
          {...recording.bindChoice('reason')}
        />
      </SimpleGrid>
    </RecordingDialog>
  )
}

/** Hands the case over to the office that keeps a unit. */
export function HandOverForm({ situation, onClose }: CaseFormProps) {
  const names = useNames()
  const { id, view, office } = situation
  const { moveProposed, profile, keeper } = view.state
  const units = useAsk('unit.list', {}).data?.units ?? []
  const choices = units
    .filter((row) => !row.own && row.keeper !== keeper)
    .map((row) => ({ value: row.id, label: `${row.unit.name} (${names.office(row.keeper) ?? 'đơn vị khác'})` }))
  const recording = useRecording({
    command: 'case.handOver',
    draft: `ho-so/${id}/giao`,
    initial: {
      unit: '',
      on: moveProposed?.on ?? '',
      reason: moveProposed?.reason ?? (keeper === office.office ? 'pairing' : 'transfer'),
      asProposed: false,
    },
    toInput: (values) => ({ cases: [id], ...inputOf(values) }),
    onDone: () => {
      announce('Đã giao hồ sơ; gửi gói dữ liệu cho nơi nhận và nơi giao.')
      onClose()
    },
  })
  return (
    <RecordingDialog
      title={`Giao hồ sơ của ${profile.name}`}
      recording={recording}
      submitLabel="Giao hồ sơ"
      onClose={onClose}
    >
      <Alert color="orange" role="note">
        Sau khi giao, đơn vị nhận quản lý hồ sơ này; việc giao không rút lại được, chỉ giao tiếp bằng một lần giao mới.
      </Alert>
      <ChoiceField
        label="Chi bộ nhận"
        placeholder={choices.length === 0 ? 'Chưa nhận danh sách chi bộ của đơn vị cấp dưới nào' : ''}
        data={choices}
        required
        data-autofocus
        {...recording.bindChoice('unit')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DateField label="Ngày giao" required {...recording.bind('on')} />
        <ChoiceField
          label="Lý do"
          data={Object.entries(MOVE_REASONS).map(([value, label]) => ({ value, label }))}
          required
          {...recording.bindChoice('reason')}
        />
      </SimpleGrid>
      {moveProposed !== null && moveProposed.since.length > 0 && (
        <Checkbox label={fieldLabel('asProposed')} {...recording.bindTick('asProposed')} />
      )}
    </RecordingDialog>
  )
}
