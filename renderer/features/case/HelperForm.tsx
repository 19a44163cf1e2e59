/**
 * Who helps the candidate: a member of the register, or a name where the register does not have the member yet.
 */
import { Checkbox, SimpleGrid } from '@mantine/core'
import { useState } from 'react'
import { standingHelpers } from '../../../shared/model/helper.ts'
import { DateField, TextField } from '../../parts/fields.tsx'
import { ChoiceField, MemberField } from '../../parts/pickers.tsx'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { ResolutionNumber } from '../../parts/ResolutionNumber.tsx'
import { inputOf } from '../../parts/values.ts'
import type { CaseFormProps } from './case-forms.ts'
import { useAsk } from '../../queries.ts'
import { BESIDE, helperPlace } from './helper-place.ts'
import { useCaseForm } from './use-case-form.ts'

const HELPER = {
  member: '',
  name: '',
  officialDate: '',
  from: '',
  acquaintedSince: '',
  'resolution.number': '',
  'resolution.date': '',
  inPlaceOf: '',
}

/** Assigns a helper: in the place of another, or beside those there are. */
export function HelperForm({ situation, onClose }: CaseFormProps) {
  const [chosen, setByName] = useState<boolean | null>(null)
  const register = useAsk('member.search', {}).data?.members
  // With nobody in the register there is nothing to choose from.
  const isByName = chosen ?? register?.length === 0
  const isFirst = standingHelpers(situation.view.state.helpers).length === 0
  const helperOf = ({ member, name }: Pick<typeof HELPER, 'member' | 'name'>) =>
    isByName || member === ''
      ? { name: isByName ? name : '' }
      : { member, name: register?.find(({ id }) => id === member)?.member.name ?? '' }
  const recording = useCaseForm(situation.id, onClose, {
    command: 'helper.assign',
    initial: HELPER,
    draft: 'helper',
    toInput: ({ inPlaceOf, ...values }) => ({
      ...inputOf(isByName ? { ...values, member: '' } : { ...values, name: '', officialDate: '' }),
      ...helperPlace(situation.view.state, helperOf(values), inPlaceOf).input,
    }),
    done: 'Đã ghi phân công đảng viên giúp đỡ.',
  })
  const { bind, bindChoice, values } = recording
  const place = helperPlace(situation.view.state, helperOf(values), values.inPlaceOf)
  return (
    <RecordingDialog
      title={isFirst ? 'Phân công đảng viên giúp đỡ' : 'Thay hoặc thêm người giúp đỡ'}
      recording={recording}
      submitLabel="Ghi phân công"
      onClose={onClose}
    >
      {isByName ? (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
          <TextField label="Họ và tên" required data-autofocus {...bind('name')} />
          <DateField label="Ngày công nhận đảng viên chính thức" {...bind('officialDate')} />
        </SimpleGrid>
      ) : (
        <MemberField label="Đảng viên chính thức" required data-autofocus {...bindChoice('member')} />
      )}
      <Checkbox
        label="Không có trong danh bạ, ghi họ tên"
        checked={isByName}
        onChange={(event) => setByName(event.currentTarget.checked)}
      />
      {place.names.length > 0 && (
        <ChoiceField
          label="Thay cho"
          description="Người được thay thôi giúp đỡ, thôi giới thiệu; không xét thời gian quen biết của người thay"
          required={place.isRequired}
          data={[
            ...place.names.map((name) => ({ value: name, label: name })),
            { value: BESIDE, label: 'Không thay ai, cùng giúp đỡ và giới thiệu' },
          ]}
          {...bindChoice('inPlaceOf')}
          value={place.chosen === '' ? null : place.chosen}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
        <DateField label="Giúp đỡ từ ngày" required {...bind('from')} />
        <TextField label="Số nghị quyết" {...bind('resolution.number')} />
        <DateField label="Ngày nghị quyết" {...bind('resolution.date')} />
      </SimpleGrid>
      <ResolutionNumber about={{ cases: [situation.id] }} act="list" values={values} />
      <DateField
        label="Cùng công tác, lao động, học tập hoặc cư trú từ ngày"
        description="Ghi khi hai người đã quen biết trước ngày phân công, để xét thời gian của người giới thiệu"
        {...bind('acquaintedSince')}
      />
    </RecordingDialog>
  )
}
