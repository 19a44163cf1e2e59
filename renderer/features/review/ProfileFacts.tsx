/**
 * What the dossier says of the person; only what is there.
 */
import { SimpleGrid, Text } from '@mantine/core'
import type { CaseState } from '../../../shared/model/case-state.ts'
import { Profile } from '../../../shared/model/profile.ts'
import { fieldLabel, profileText, showDay } from '../../../shared/words/vi.ts'

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
  const named = helpers.map(({ name, from }) => `${name}, từ ngày ${showDay(from)}`).join('; ')
  return (
    <SimpleGrid cols={2} spacing="xs" verticalSpacing={6} component="dl" m={0}>
      {[...facts, ...(named === '' ? [] : [['Đảng viên giúp đỡ', named] as const])].map(([label, value]) => (
        <div key={label}>
          <Text component="dt" size="xs" c="dimmed">
            {label}
          </Text>
          <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
            {value}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  )
}
