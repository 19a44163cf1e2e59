/**
 * The dossier as it is built: helpers, papers, votes, lifted findings.
 */
import { act } from './act.ts'
import type { Gatherers } from './gathered.ts'

/** Entries about the dossier before it is sent. */
export const PREPARATION: Gatherers = {
  'helper.assigned': (payload, item, into) => void into.helpers.push(act(payload, item)),
  'paper.recorded': (payload, item, into) => {
    if (payload.replaces !== undefined) into.replaced.add(payload.replaces)
    into.papers.push(act(payload, item))
  },
  'branchVote.recorded': (payload, item, into) => void into.branchVotes.push(act(payload, item)),
  'committeeVote.recorded': (payload, item, into) => void into.committeeVotes.push(act(payload, item)),
  'case.rulesPinned': (payload, item, into) => void (into.pin = act(payload, item)),
  'finding.lifted': (payload, item, into) => void into.lifts.push(act(payload, item)),
  'finding.liftConfirmed': (payload, _item, into) => void into.confirmedLifts.push(payload),
}
