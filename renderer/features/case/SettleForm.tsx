/**
 * Settling 'cần đối chiếu': a person chooses the right version; the correction, or the CV recorded anew, names every
 * version it settles.
 */
import { Radio, Stack } from '@mantine/core'
import { trusted } from '../../../shared/base/trust.ts'
import type { Conflict } from '../../../shared/model/case/registers.ts'
import type { Resume } from '../../../shared/model/resume.ts'
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
  const { state, timeline } = situation.view
  const isSent = state.submissions.length > 0
  const recording = useCaseForm(situation.id, onClose, {
    command: conflict.field === 'resume' ? 'resume.record' : 'candidate.correct',
    initial: { chosen: '', reason: '' },
    toInput: ({ chosen, reason }) => {
      const value = conflict.versions.find(({ entry }) => entry === chosen)?.value ?? ''
      return {
        ...settlement(conflict.field, value),
        settles: conflict.versions.map(({ entry }) => entry),
        ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      }
    },
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
      <AreaField label="Lý do" required={isSent} {...recording.bind('reason')} />
    </RecordingDialog>
  )
}

/** The correction that makes a version the one that counts. Flags cross as JSON. */
function settlement(field: string, value: string): Readonly<Record<string, unknown>> {
  if (field === 'resume') return resumeIn(value)
  if (field === 'unit') return { change: {}, unit: value }
  if (value === '') return { change: { clear: [field] } }
  const flag = value === 'true' || value === 'false' ? value === 'true' : value
  return { change: { set: { [field]: flag } } }
}

/** A CV as a version holds it, without the mark of how it was recorded. */
function resumeIn(value: string): Readonly<Record<string, unknown>> {
  const { onPaper: _onPaper, ...resume } = trusted<Resume & { readonly onPaper?: boolean }>(JSON.parse(value))
  return resume
}
