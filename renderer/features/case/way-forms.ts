/**
 * The forms of the way to admission beside papers and votes.
 */
import type { Matter } from '../../../shared/model/acts.ts'

/** One of them, with what it is about. */
export type WayForm =
  | { readonly of: 'resume' | 'seal' | 'verification' | 'waiver' }
  | { readonly of: 'verificationReceived' | 'verificationAnswer'; readonly request: string }
  | { readonly of: 'note' | 'nomination' | 'classResult' | 'opinion' | 'refusalNotice' }
  | { readonly of: 'shortVote'; readonly body: 'branch' | 'committee'; readonly matter: Matter }
