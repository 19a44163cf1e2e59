/**
 * The branch meeting, prefilled with the newest member count of the unit.
 */
import { Text } from '@mantine/core'
import { lower, MATTERS, showDay } from '../../../shared/words/vi.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { ResolutionNumber } from '../../parts/ResolutionNumber.tsx'
import { ChoiceField } from '../../parts/pickers.tsx'
import { LoadingState } from '../../parts/states.tsx'
import { BranchVoteFields } from '../../parts/VoteFields.tsx'
import { branchVoteFrom, branchVoteInput, type BranchVoteValues } from '../../parts/vote-values.ts'
import { useAsk } from '../../queries.ts'
import type { Matter } from '../../../shared/model/acts.ts'
import type { MemberCount } from '../../../shared/model/office.ts'
import type { CaseFormProps } from './case-forms.ts'
import { draftOf, matterInput } from '../../parts/matter-input.ts'
import { useCaseForm } from './use-case-form.ts'

/** Records a branch meeting. */
export function BranchVoteForm(props: CaseFormProps & { readonly matter: Matter }) {
  const units = useAsk('unit.list', {}).data?.units
  if (units === undefined) return <LoadingState rows={1} />
  return <Filled {...props} count={units.find(({ id }) => id === props.situation.view.state.unit)?.count ?? null} />
}

type Props = CaseFormProps & { readonly count: MemberCount | null; readonly matter: Matter }

function Filled({ situation, onClose, count, matter }: Props) {
  const recording = useCaseForm<BranchVoteValues & { concludes: string }>(situation.id, onClose, {
    command: 'dossier.recordBranchVote',
    initial: { ...branchVoteFrom(count), concludes: '' },
    draft: `hop-chi-bo${draftOf(matter)}`,
    toInput: (values) => ({ ...branchVoteInput(values), ...matterInput(matter) }),
    done: 'Đã ghi cuộc họp chi bộ.',
  })
  return (
    <RecordingDialog
      title={`Cuộc họp chi bộ xét ${lower(MATTERS[matter])}`}
      recording={recording}
      submitLabel="Ghi cuộc họp"
      onClose={onClose}
      size={760}
    >
      {count !== null && (
        <Text size="sm" c="dimmed">
          Số đảng viên lấy theo số đã ghi ngày {showDay(count.date)}; sửa lại nếu biên bản ghi khác.
        </Text>
      )}
      <BranchVoteFields
        form={recording}
        today={situation.today}
        matter={matter}
        doubts={
          <ResolutionNumber
            about={{ cases: [situation.id] }}
            act="branchVote"
            matter={matter}
            values={recording.values}
          />
        }
      />
      {matter === 'recognition' && (
        <ChoiceField
          label="Kết luận khi không đề nghị công nhận"
          placeholder="Không có: chi bộ đề nghị công nhận, hoặc không đủ tỷ lệ"
          data={[
            { value: 'removal', label: 'Đề nghị xóa tên khỏi danh sách đảng viên dự bị' },
            { value: 'extension', label: 'Kéo dài thời gian dự bị (quy định không có)' },
          ]}
          {...recording.bindChoice('concludes')}
        />
      )}
    </RecordingDialog>
  )
}
