/**
 * The forms of the way to admission beside papers and votes.
 */
import type { Matter } from '../../../shared/model/acts.ts'
import type { VerificationState } from '../../../shared/model/case/before.ts'

/** A request for verification by its entry, and by its place in the take-over or hand-over that brought it. */
export type AskedRequest = Pick<VerificationState, 'entry' | 'place'>

/** One of them, with what it is about. */
export type WayForm =
  | { readonly of: 'resume' | 'seal' | 'verification' | 'waiver' }
  | { readonly of: 'verificationReceived' | 'verificationAnswer'; readonly request: AskedRequest }
  | { readonly of: 'note' | 'nomination' | 'classResult' | 'opinion' | 'refusalNotice' }
  | { readonly of: 'shortVote'; readonly body: 'branch' | 'committee'; readonly matter: Matter }
