/**
 * The branch meeting, prefilled with the newest member count of the unit.
 */
import { Text } from '@mantine/core'
import { showDay } from '../../../shared/words/vi.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { LoadingState } from '../../parts/states.tsx'
import { BranchVoteFields } from '../../parts/VoteFields.tsx'
import { branchVoteFrom, branchVoteInput, type BranchVoteValues } from '../../parts/vote-values.ts'
import { useAsk } from '../../queries.ts'
import type { MemberCount } from '../../../shared/model/office.ts'
import type { CaseFormProps } from './case-forms.ts'
import { useCaseForm } from './use-case-form.ts'

/** Records a branch meeting. */
export function BranchVoteForm(props: CaseFormProps) {
  const units = useAsk('unit.list', {}).data?.units
  if (units === undefined) return <LoadingState rows={1} />
  return <Filled {...props} count={units.find(({ id }) => id === props.situation.view.state.unit)?.count ?? null} />
}

function Filled({ situation, onClose, count }: CaseFormProps & { readonly count: MemberCount | null }) {
  const recording = useCaseForm<BranchVoteValues>(situation.id, onClose, {
    command: 'dossier.recordBranchVote',
    initial: branchVoteFrom(count),
    draft: 'hop-chi-bo',
    toInput: branchVoteInput,
    done: 'Đã ghi cuộc họp chi bộ.',
  })
  return (
    <RecordingDialog
      title="Cuộc họp chi bộ xét kết nạp"
      recording={recording}
      submitLabel="Ghi cuộc họp"
      onClose={onClose}
      keepsDraft
      size={760}
    >
      {count !== null && (
        <Text size="sm" c="dimmed">
          Số đảng viên lấy theo số đã ghi ngày {showDay(count.date)}; sửa lại nếu biên bản ghi khác.
        </Text>
      )}
      <BranchVoteFields form={recording} today={situation.today} />
    </RecordingDialog>
  )
}
