/**
 * A move to or from another organisation of the Party, and later what became of it: presented, completed.
 */
import { Radio, SimpleGrid, Text } from '@mantine/core'
import { showDay } from '../../../shared/words/vi.ts'
import { AreaField, DateField, TextField } from '../../parts/fields.tsx'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import type { CaseFormProps } from './case-forms.ts'
import { useCaseForm } from './use-case-form.ts'

/** Records a move, or brings the newest one up to date. */
export function TransferForm({ situation, onClose, isUpdate }: CaseFormProps & { readonly isUpdate: boolean }) {
  const { transfers, ceremony } = situation.view.state
  const moved = isUpdate ? transfers.at(-1) : undefined
  const who = moved?.who ?? (ceremony === null ? 'candidate' : 'probationary')
  const recording = useCaseForm(situation.id, onClose, {
    command: 'transfer.record',
    initial: {
      direction: moved?.direction ?? 'out',
      otherOffice: moved?.otherOffice ?? '',
      date: moved?.date ?? '',
      'paper.number': moved?.paper?.number ?? '',
      'paper.date': moved?.paper?.date ?? '',
      presentedOn: moved?.presentedOn ?? '',
      completedOn: moved?.completedOn ?? '',
      until: moved?.until ?? '',
      note: moved?.note ?? '',
    },
    draft: moved === undefined ? 'chuyen' : 'chuyen-tiep',
    toInput: (values) => ({
      ...inputOf(values),
      who,
      // The entry of a taken-over case is the whole case, not the move.
      ...(moved === undefined || moved.origin === 'takenOver' ? {} : { updates: moved.entry }),
    }),
    done: moved === undefined ? 'Đã ghi việc chuyển sinh hoạt.' : 'Đã cập nhật việc chuyển sinh hoạt.',
  })
  const { values, bind, patch } = recording
  const isOut = values.direction === 'out'
  return (
    <RecordingDialog
      title={
        moved !== undefined
          ? `Chuyển sinh hoạt đảng theo giấy ngày ${showDay(moved.date)}`
          : who === 'candidate'
            ? 'Người vào Đảng chuyển nơi công tác, cư trú'
            : 'Chuyển sinh hoạt đảng'
      }
      recording={recording}
      submitLabel={moved === undefined ? 'Ghi việc chuyển' : 'Cập nhật'}
      onClose={onClose}
    >
      {moved === undefined && (
        <Radio.Group
          label="Chuyển đi hay chuyển đến"
          value={values.direction}
          onChange={(direction) => patch({ direction: direction === 'in' ? 'in' : 'out' })}
        >
          <SimpleGrid cols={2} spacing="xs" mt={4}>
            <Radio value="out" label="Chuyển đi nơi khác" />
            <Radio value="in" label="Chuyển đến đơn vị mình" />
          </SimpleGrid>
        </Radio.Group>
      )}
      <TextField
        label={isOut ? 'Nơi chuyển đến' : 'Nơi chuyển đi'}
        required
        {...(moved === undefined ? { 'data-autofocus': true } : {})}
        {...bind('otherOffice')}
      />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
        <TextField label="Số giấy giới thiệu" {...bind('paper.number')} />
        <DateField label="Ngày giấy giới thiệu" {...bind('paper.date')} />
        <DateField label="Ngày chuyển" required {...bind('date')} />
      </SimpleGrid>
      {who === 'probationary' && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
          <DateField
            label="Ngày trình giấy tại nơi chuyển đến"
            {...(moved === undefined ? {} : { 'data-autofocus': true })}
            {...bind('presentedOn')}
          />
          <DateField label="Ngày hoàn thành chuyển sinh hoạt" {...bind('completedOn')} />
          <DateField label="Chuyển tạm thời đến ngày" description="Để trống nếu chuyển chính thức" {...bind('until')} />
        </SimpleGrid>
      )}
      {isOut && values.until === '' && (
        <Text size="sm" c="dimmed">
          {who === 'candidate'
            ? 'Ghi xong, việc theo dõi tại đơn vị mình kết thúc; toàn bộ quá trình đã ghi vẫn được giữ.'
            : 'Khi đã ghi ngày hoàn thành, việc theo dõi tại đơn vị mình kết thúc; toàn bộ quá trình đã ghi vẫn được giữ. Thời gian dự bị vẫn tính tiếp.'}
        </Text>
      )}
      <AreaField label="Ghi chú" {...bind('note')} />
    </RecordingDialog>
  )
}
