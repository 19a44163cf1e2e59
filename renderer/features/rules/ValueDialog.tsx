/**
 * Correcting one value of a rule set: what stands there and where it comes from, the new value, whether it was compared
 * with the text, and a note that says by what.
 */
import { Alert, Checkbox, Stack, Text } from '@mantine/core'
import type { RuleSet, Sourced } from '../../../shared/rules/rule-set.ts'
import type { OriginalValue } from '../../../shared/rules/rules-in-use.ts'
import { shapeOf } from '../../../shared/rules/value-shape.ts'
import { ruleValueName, showDay, showRuleValue } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { AreaField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { ValueFields } from './ValueFields.tsx'
import { textsOf, valueOf } from './value-input.ts'

const BACK = 'Trở lại giá trị gốc'

/** The dialog of one value. */
export function ValueDialog({
  set,
  address,
  sourced,
  original,
  sends,
  onClose,
}: {
  readonly set: RuleSet
  readonly address: string
  readonly sourced: Sourced<unknown>
  /** The value to go back to, where that is asked for. */
  readonly original: OriginalValue | null
  readonly sends: boolean
  readonly onClose: () => void
}) {
  const shape = shapeOf(address, sourced.value)
  const name = ruleValueName(set, address)
  const isDay = shape.kind === 'day' && typeof sourced.value === 'string'
  const recording = useRecording({
    command: 'rules.changeValue',
    draft: original === null ? `quy-dinh/${set.id}/${address}` : null,
    initial: {
      ...textsOf(shape, (original ?? sourced).value),
      confirmed: (original ?? sourced).confirmed,
      note: original === null ? '' : BACK,
    },
    toInput: ({ confirmed, note, ...texts }) => ({
      ruleSet: set.id,
      address,
      value: valueOf(shape, texts),
      confirmed,
      note,
    }),
    onDone: () => {
      announce('Đã ghi giá trị mới. Các hồ sơ được xét lại theo giá trị này.')
      onClose()
    },
  })
  return (
    <RecordingDialog
      title={original === null ? 'Sửa giá trị của bộ quy định' : BACK}
      recording={recording}
      submitLabel="Ghi giá trị"
      onClose={onClose}
    >
      <Stack gap="sm">
        <div>
          <Text fw={600}>{name}</Text>
          <Text size="sm">
            Đang dùng: {isDay ? showDay(String(sourced.value)) : showRuleValue(address, sourced.value)}. Căn cứ:{' '}
            {sourced.article}.
          </Text>
        </div>
        <ValueFields address={address} shape={shape} texts={recording.values} patch={recording.patch} />
        <Checkbox {...recording.bindTick('confirmed')} label="Đã đối chiếu với văn bản" />
        <AreaField
          {...recording.bind('note')}
          label="Ghi chú"
          description="Sửa theo văn bản nào, ai đối chiếu."
          required
        />
        <Alert color="blue" role="note">
          {sends
            ? 'Giá trị mới được gửi đến mọi đơn vị đã kết nối trong lần trao đổi tới.'
            : 'Giá trị mới chỉ dùng tại đơn vị mình; khi cấp trên gửi giá trị khác thì theo cấp trên.'}{' '}
          Việc đã ghi không thay đổi, chỉ được xét lại.
        </Alert>
      </Stack>
    </RecordingDialog>
  )
}
