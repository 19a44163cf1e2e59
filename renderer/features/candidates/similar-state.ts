/**
 * Who may be the same person as the one being typed in: asked a moment after the last key, so that a long name is not
 * searched letter by letter.
 */
import { useDebouncedValue } from '@mantine/hooks'
import type { SimilarRow } from '../../../shared/contract/answers.ts'
import { normalizeName } from '../../../shared/text/names.ts'
import { useAsk } from '../../queries.ts'

/** People who may be the same; empty while a name has one word only. */
export function useSimilar(name: string, birth: string, identityNumber: string): readonly SimilarRow[] {
  const digits = identityNumber.replace(/[\s.\-–]/gu, '')
  const [asked] = useDebouncedValue(JSON.stringify([normalizeName(name).slice(0, 200), birth, digits]), 200)
  const [askedName = '', askedBirth = '', askedNumber = ''] = texts(asked)
  const isWorthIt = askedName.includes(' ') || askedNumber.length >= 9
  const found = useAsk(
    'candidate.similar',
    {
      name: askedName,
      ...(askedBirth === '' ? {} : { birth: askedBirth }),
      ...(askedNumber.length >= 9 && askedNumber.length <= 20 ? { identityNumber: askedNumber } : {}),
    },
    { enabled: isWorthIt, keepPrevious: true },
  )
  return isWorthIt ? (found.data?.rows ?? []) : []
}

function texts(json: string): readonly string[] {
  const read: unknown = JSON.parse(json)
  return Array.isArray(read) ? read.map(String) : []
}
