/**
 * What the dossier says of the person; only what is there.
 */
import { SimpleGrid, Text } from '@mantine/core'
import type { CaseState } from '../../../shared/model/case-state.ts'
import type { Profile } from '../../../shared/model/profile.ts'
import {
  EDUCATIONS,
  fieldLabel,
  OCCUPATIONS,
  QUALIFICATIONS,
  SEXES,
  showDay,
  SOURCES,
} from '../../../shared/words/vi.ts'

const LISTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sex: SEXES,
  education: EDUCATIONS,
  qualification: QUALIFICATIONS,
  occupation: OCCUPATIONS,
  source: SOURCES,
}

/** The profile as a list of facts. */
export function ProfileFacts({
  profile,
  helpers,
}: {
  readonly profile: Profile
  readonly helpers: CaseState['helpers']
}) {
  const { name: _name, ...rest } = profile
  const facts = Object.entries(rest).flatMap(([field, value]): [string, string][] => {
    const text = shown(field, value)
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

function shown(field: string, value: string | boolean | undefined): string {
  if (typeof value === 'boolean') return value ? 'Có' : ''
  if (value === undefined) return ''
  return LISTS[field]?.[value] ?? showDay(value)
}
