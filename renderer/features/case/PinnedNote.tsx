/**
 * Says of a case that is pinned to a rule set by which one it is judged, and why.
 */
import { Alert } from '@mantine/core'
import type { CaseView } from '../../../shared/contract/answers.ts'
import { useAsk } from '../../queries.ts'

/** The note; nothing for a case judged by the sets of its days. */
export function PinnedNote({ view: { state } }: { readonly view: CaseView }) {
  const { data } = useAsk('rules.get', {})
  const { pinned } = state
  if (pinned === null) return null
  const name = data?.sets.find(({ set }) => set.id === pinned.ruleSet)?.set.name ?? pinned.ruleSet
  return (
    <Alert color="blue" role="note">
      Hồ sơ này luôn được xét theo {name}. Lý do: {pinned.reason}
    </Alert>
  )
}
