/**
 * What an entry of a case is about: it is closed by the decision on that matter. A paper of the recognition, or a helper
 * assigned after the ceremony, comes after the admission decision and is closed by the next one.
 */
import type { Matter } from './acts.ts'
import type { CaseState } from './case-state.ts'
import { actsOf } from './stage.ts'

/** The papers of recognition, by their codes in all rule sets. */
const RECOGNITION_PAPERS: ReadonlySet<string> = new Set([
  'CN-DVM',
  '10-KND',
  '11-KND',
  '12-KND',
  '13-KND',
  '14-KND',
  '15-KND',
  '16-KND',
])

const LATER = ['recognition', 'removal', 'cancellation'] as const

/** The matter of an entry, found by its id among the acts that stand; admission where it is none of a later matter's. */
export function matterOfEntry(entry: string, state: CaseState): Matter {
  const later = LATER.find((matter) => {
    const { branchVotes, committeeVotes, submissions } = actsOf(state, matter)
    return [...branchVotes, ...committeeVotes, ...submissions].some((act) => act.entry === entry)
  })
  if (later !== undefined) return later
  const { ceremony } = state
  const paper = state.papers.find((act) => act.entry === entry)
  if (paper !== undefined) return RECOGNITION_PAPERS.has(paper.paper) ? 'recognition' : 'admission'
  const helper = state.helpers.find((act) => act.entry === entry)
  return helper !== undefined && ceremony !== null && helper.from >= ceremony.date ? 'recognition' : 'admission'
}
