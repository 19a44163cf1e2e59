/**
 * Who plays what. The first thirty-one have a part in the story, the telling ones first, so that a small demo still shows
 * them; everybody after that stands somewhere on the list. What cannot be played for want of people is left out.
 */
import type { Profile } from '../../shared/model/profile.ts'
import { BRANCHES, BRANCH_OF_TEN, PAPER_BRANCH, type Branch } from './places.ts'
import { drawProfile } from './people.ts'
import type { NameStyle } from './names.ts'
import { createRandom } from './prng.ts'

/** What happens to somebody. The scenes of january.ts and spring.ts are written for these parts. */
export type Part =
  /** Admitted for 03/02; the first of them has the day of the ceremony recorded wrongly, and taken back. */
  | 'admitted'
  /** Admitted, with a correction of the profile after submission. */
  | 'corrected'
  /** Returned by the district with remarks, supplemented, admitted. */
  | 'returned'
  /** Submission refused for a missing paper, which is then found. */
  | 'mended'
  /** Submission refused for a missing paper, then lifted by the district's leave. */
  | 'lifted'
  | 'refused'
  /** Six of ten votes. */
  | 'short'
  /** Withdraws after submission. */
  | 'withdrawn'
  /** Taken over half-way: while preparing, after the branch, after the committee, with a decision, in probation. */
  | 'overPreparing'
  | 'overVoted'
  | 'overCommittee'
  | 'overDecided'
  | 'overProbation'
  /** Taken over in probation that ends in the quarter: as far as the card, the decision, the dossier for recognition. */
  | 'overToCard'
  | 'overToDecision'
  | 'overToSubmission'
  /** Kept by the district from paper. */
  | 'paper'
  /** The second batch, for 26/3: admitted, still under review, sent with the last bundle. */
  | 'second'
  | 'review'
  | 'late'
  /** On the list: taken off it by resolution, moved away, given up before submission. */
  | 'removed'
  | 'moved'
  | 'gaveUp'
  /** On the list: as far as their stage says. */
  | 'preparing'
  | 'trained'
  | 'helped'
  | 'listed'

/** Somebody with a part. */
export type Person = {
  readonly serial: number
  readonly part: Part
  readonly branch: Branch
  readonly profile: Profile
}

/** The telling parts, most telling first. */
const PARTS: readonly Part[] = [
  'admitted',
  'returned',
  'overDecided',
  'refused',
  'short',
  'mended',
  'withdrawn',
  'paper',
  'overVoted',
  'corrected',
  'lifted',
  'second',
  'overPreparing',
  'overToCard',
  'overProbation',
  'overCommittee',
  'overToDecision',
  'admitted',
  'second',
  'removed',
  'review',
  'late',
  'overToSubmission',
  'moved',
  'gaveUp',
  'review',
  'preparing',
  'trained',
  'preparing',
  'trained',
  'trained',
]

/** Names that a demo of any size should show, by serial. */
const STYLES: Readonly<Record<number, NameStyle>> = { 2: 'long', 4: 'minority', 7: 'single' }

/** Casts the story. @param count - people in all, from 1 */
export function castStory(seed: number, count: number): readonly Person[] {
  const people = createRandom(seed, 'people')
  const lists = createRandom(seed, 'lists')
  return Array.from({ length: count }, (_, index) => {
    const serial = index + 1
    const part = PARTS[index] ?? lists.weighted(ON_THE_LIST)
    const branch = branchOf(part, index)
    return { serial, part, branch, profile: drawProfile(people, branch, serial, STYLES[serial] ?? 'any') }
  })
}

const ON_THE_LIST: readonly (readonly [Part, number])[] = [
  ['listed', 50],
  ['helped', 32],
  ['trained', 12],
  ['preparing', 4],
  ['removed', 2],
]

function branchOf(part: Part, index: number): Branch {
  const branch = part === 'paper' ? PAPER_BRANCH : BRANCHES[part === 'short' ? BRANCH_OF_TEN : (index * 5) % 12]
  if (branch === undefined) throw new Error('twelve branches')
  return branch
}
