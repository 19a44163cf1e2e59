/**
 * Who of the office reviews a dossier: chosen here, recorded at once.
 */
import type { MovingCase } from '../../../shared/contract/answers.ts'
import { announce } from '../../parts/announce.tsx'
import { ChoiceField } from '../../parts/pickers.tsx'
import type { Recorded } from '../../parts/recording.ts'
import { useReviewers } from '../../parts/reviewers.ts'
import { useAct } from '../../queries.ts'

/** The field. @param reviewer - user id of who has it now */
export function AssignField({ row, reviewer }: { readonly row: MovingCase; readonly reviewer: string | null }) {
  const people = useReviewers()
  const assign = useAct<Recorded>('dossier.assign', ({ entries }) =>
    announce(`Đã giao hồ sơ của ${row.name}.`, entries),
  )
  return (
    <ChoiceField
      label="Người thẩm định"
      placeholder="Chưa giao"
      data={people.map(({ value, label, isSelf }) => ({ value, label: isSelf ? `${label} (tôi)` : label }))}
      value={people.some(({ value }) => value === reviewer) ? reviewer : null}
      disabled={assign.isPending}
      onChange={(chosen) => {
        if (chosen !== reviewer) assign.mutate({ cases: [row.case], ...(chosen === null ? {} : { reviewer: chosen }) })
      }}
    />
  )
}
