/**
 * Settling 'cần đối chiếu': a person chooses the right version; the correction, or the CV recorded anew, names every
 * version it settles.
 */
import { Radio, Stack } from '@mantine/core'
import type { Conflict } from '../../../shared/model/case/registers.ts'
import { settlementOf } from '../../../shared/model/case/settlement.ts'
import { CONFLICT, fieldLabel } from '../../../shared/words/vi.ts'
import { AreaField } from '../../parts/fields.tsx'
import { useNames } from '../../parts/names.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { useAsk } from '../../queries.ts'
import type { CaseFormProps } from './case-forms.ts'
import { showVersion } from './conflict-values.ts'
import { useCaseForm } from './use-case-form.ts'

/** Settles a conflict. */
export function SettleForm({ situation, onClose, conflict }: CaseFormProps & { readonly conflict: Conflict }) {
  const names = useNames()
  const units = useAsk('unit.list', {}).data?.units ?? []
  const { timeline } = situation.view
  const recording = useCaseForm(situation.id, onClose, {
    command: conflict.field === 'resume' ? 'resume.record' : 'candidate.correct',
    initial: { chosen: '', reason: '' },
    draft: `doi-chieu-${conflict.field}`,
    toInput: ({ chosen, reason }) => ({ ...settlementOf(conflict, chosen)?.input, reason: reason.trim() }),
    check: ({ chosen }) => (chosen === '' ? { chosen: 'Chọn một nội dung' } : {}),
    done: `Đã đối chiếu: ${fieldLabel(conflict.field).toLowerCase()}.`,
  })
  return (
    <RecordingDialog
      title={`${CONFLICT}: ${fieldLabel(conflict.field).toLowerCase()}`}
      recording={recording}
      submitLabel="Ghi kết quả đối chiếu"
      onClose={onClose}
      size="md"
    >
      <Radio.Group
        label="Nội dung đúng"
        value={recording.values.chosen}
        onChange={(chosen) => recording.patch({ chosen })}
        error={recording.errors['chosen']}
      >
        <Stack gap="xs" mt={4}>
          {conflict.versions.map(({ entry, office, value }) => {
            const line = timeline.find((candidate) => candidate.entry === entry)
            return (
              <Radio
                key={entry}
                value={entry}
                label={showVersion(conflict.field, value, units)}
                description={[line?.actor, names.office(office)].filter(Boolean).join(', ')}
              />
            )
          })}
        </Stack>
      </Radio.Group>
      <AreaField label="Lý do" required {...recording.bind('reason')} />
    </RecordingDialog>
  )
}
