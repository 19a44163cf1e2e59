/**
 * What the names of a set's parts claim: from whom, to whom, the beginning of its id. Nobody has signed a file name.
 */
import type { SetLabel } from '../../shared/contract/exchange.ts'
import type { FoundSet } from '../bundle/find-sets.ts'

/** The claim, or null where the parts are named in no such way. */
export function claimedBy(set: Pick<FoundSet, 'lines'>): SetLabel['claimed'] {
  const match = /^KN1_([a-z0-9-]+)_([a-z0-9-]+)_([0-9a-f]{8})\.tar\.age\.\d{3}$/.exec(set.lines[0]?.name ?? '')
  const [, from, to, id8] = match ?? []
  return from === undefined || to === undefined || id8 === undefined ? null : { from, to, id8 }
}
