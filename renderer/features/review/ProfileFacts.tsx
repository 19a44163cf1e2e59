/**
 * What the dossier says of the person; only what is there.
 */
import type { CaseState } from '../../../shared/model/case-state.ts'
import { Profile } from '../../../shared/model/profile.ts'
import { fieldLabel, profileText, showDay } from '../../../shared/words/vi.ts'
import { FactList } from '../../parts/FactList.tsx'

/** The profile as a list of facts. */
export function ProfileFacts({
  profile,
  helpers,
}: {
  readonly profile: Profile
  readonly helpers: CaseState['helpers']
}) {
  const facts = Profile.keyof().options.flatMap((field): [string, string][] => {
    const text = field === 'name' ? '' : profileText(field, profile[field])
    return text === '' ? [] : [[fieldLabel(`profile.${field}`), text]]
  })
  const named = helpers
    .map(({ name, from, inPlaceOf }) =>
      [name, `từ ngày ${showDay(from)}`, ...(inPlaceOf === undefined ? [] : [`thay ${inPlaceOf}`])].join(', '),
    )
    .join('; ')
  return (
    <FactList
      facts={[...facts, ...(named === '' ? [] : [['Đảng viên giúp đỡ', named] as const])]}
      layout={{ cols: 2, spacing: 'xs', verticalSpacing: 6 }}
    />
  )
}
