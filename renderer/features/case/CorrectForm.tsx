/**
 * Correcting the person's facts, or moving the case to another branch of ours. After submission the reason is asked for.
 */
import { SimpleGrid } from '@mantine/core'
import { nameProblem } from '../../../shared/text/names.ts'
import { NAME_PROBLEMS, upper } from '../../../shared/words/vi.ts'
import { AreaField, TextField } from '../../parts/fields.tsx'
import { UnitField } from '../../parts/pickers.tsx'
import { bindProfile, ProfileFields, type ProfileForm } from '../../parts/ProfileFields.tsx'
import { changeOf, valuesOfProfile } from '../../parts/profile-values.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { SharedNumber, sharesInput } from '../../parts/SharedNumber.tsx'
import type { CaseFormProps } from './case-forms.ts'
import { useCaseForm } from './use-case-form.ts'

/** Corrects a profile. */
export function CorrectForm({ situation, onClose }: CaseFormProps) {
  const { state } = situation.view
  const isSent = state.submissions.length > 0
  const recording = useCaseForm(situation.id, onClose, {
    command: 'candidate.correct',
    initial: { profile: valuesOfProfile(state.profile), unit: state.unit, reason: '', compared: '' },
    draft: 'sua',
    toInput: ({ profile, unit, reason, compared }) => {
      const { set, clear } = changeOf(state.profile, profile)
      return {
        change: { ...(Object.keys(set).length === 0 ? {} : { set }), ...(clear.length === 0 ? {} : { clear }) },
        ...(unit === '' || unit === state.unit ? {} : { unit }),
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
        ...sharesInput(profile.identityNumber, compared),
      }
    },
    check: ({ profile }) => {
      const problem = nameProblem(profile.name)
      return problem === null ? {} : { 'change.set.name': upper(NAME_PROBLEMS[problem]) }
    },
    done: 'Đã sửa thông tin cá nhân.',
  })
  const { values, patch, errors, bind, bindChoice } = recording
  const profile: ProfileForm = {
    values: values.profile,
    patch: (change) => {
      patch({ profile: { ...values.profile, ...change } })
      recording.clear(Object.keys(change).map((field) => `change.set.${field}`))
    },
    errors,
    at: 'change.set',
  }
  return (
    <RecordingDialog
      title="Sửa thông tin cá nhân"
      recording={recording}
      submitLabel="Lưu thay đổi"
      onClose={onClose}
      size={900}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <TextField label="Họ và tên" required data-autofocus {...bindProfile(profile, 'name')} />
        <UnitField label="Chi bộ" required today={situation.today} {...bindChoice('unit')} />
      </SimpleGrid>
      <ProfileFields form={profile} />
      <SharedNumber
        refusal={recording.refusal}
        number={values.profile.identityNumber}
        value={values.compared}
        onChange={(compared) => patch({ compared })}
      />
      {isSent && (
        <AreaField label="Lý do sửa" description="Hồ sơ đã gửi lên nên phải ghi lý do." required {...bind('reason')} />
      )}
    </RecordingDialog>
  )
}
