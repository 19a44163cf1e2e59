/**
 * The meeting of the committee (đảng ủy cơ sở).
 */
import type { Matter } from '../../../shared/model/acts.ts'
import { lower, MATTERS, withBodies } from '../../../shared/words/vi.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { ResolutionNumber } from '../../parts/ResolutionNumber.tsx'
import { CommitteeVoteFields } from '../../parts/VoteFields.tsx'
import { COMMITTEE_VOTE, committeeVoteInput, type CommitteeVoteValues } from '../../parts/vote-values.ts'
import type { CaseFormProps } from './case-forms.ts'
import { draftOf, matterInput } from '../../parts/matter-input.ts'
import { useCaseForm } from './use-case-form.ts'

/** Records a committee meeting. */
export function CommitteeVoteForm({ situation, onClose, matter }: CaseFormProps & { readonly matter: Matter }) {
  const recording = useCaseForm<CommitteeVoteValues>(situation.id, onClose, {
    command: 'dossier.recordCommitteeVote',
    initial: COMMITTEE_VOTE,
    draft: `hop-dang-uy${draftOf(matter)}`,
    toInput: (values) => ({ ...committeeVoteInput(values), ...matterInput(matter) }),
    done: withBodies('Đã ghi cuộc họp đảng ủy cơ sở.', situation.view.assessment.bodies),
  })
  return (
    <RecordingDialog
      title={withBodies(`Cuộc họp đảng ủy cơ sở xét ${lower(MATTERS[matter])}`, situation.view.assessment.bodies)}
      recording={recording}
      submitLabel="Ghi cuộc họp"
      onClose={onClose}
      size={760}
    >
      <CommitteeVoteFields
        form={recording}
        today={situation.today}
        matter={matter}
        doubts={
          <ResolutionNumber
            about={{ cases: [situation.id] }}
            act="committeeVote"
            matter={matter}
            values={recording.values}
          />
        }
      />
    </RecordingDialog>
  )
}
