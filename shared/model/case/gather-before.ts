/**
 * The way to admission beside papers and votes, as its keeper records it.
 */
import { act } from './act.ts'
import type { Gatherers } from './gathered.ts'

/** Entries about classes, the CV and its verification, opinions, notes, short votes, pupils of a school. */
export const BEFORE: Gatherers = {
  'helper.noted': (payload, item, into) => void into.notes.push(act(payload, item)),
  'class.nominated': (payload, item, into) => void into.nominations.push(act(payload, item)),
  'class.resultRecorded': (payload, item, into) => void into.classResults.push(act(payload, item)),
  'resume.recorded': ({ settles = [], reason: _reason, ...payload }, item, into) => {
    into.resume = act(payload, item)
    into.put('resume', payload, item, settles)
  },
  'resume.sealed': (payload, item, into) => void into.seals.push(act(payload, item)),
  'verification.requested': (payload, item, into) =>
    void into.verifications.push({ ...act(payload, item), received: null, answer: null }),
  'verification.received': ({ request, place, date }, _item, into) =>
    void into.verified.push({ request, place, to: (state) => ({ ...state, received: state.received ?? date }) }),
  'verification.answered': ({ request, place, onPaper: _onPaper, ...answer }, _item, into) =>
    // An answer that was not clear may be followed by a clearer one.
    void into.verified.push({ request, place, to: (state) => ({ ...state, answer }) }),
  'verification.waived': (payload, item, into) => void into.waivers.push(act(payload, item)),
  'opinion.recorded': (payload, item, into) => void into.opinions.push(act(payload, item)),
  'shortVote.reported': (payload, item, into) => void into.shortVotes.push(act(payload, item)),
  'pupil.placed': (payload, item, into) => void into.pupilPlaces.push(act(payload, item)),
  'pupil.evaluated': (payload, item, into) => void into.pupilEvaluations.push(act(payload, item)),
}

/** Entries of the deciding office between receipt and decision, and after a refusal. */
export const REVIEW: Gatherers = {
  'dossier.reviewed': (payload, item, into) =>
    void into.answers.push({
      submission: payload.submission,
      to: (state) => ({ ...state, reviews: [...state.reviews, act(payload, item)] }),
    }),
  'limit.extended': (payload, item, into) => void into.extensions.push(act(payload, item)),
  'refusal.notified': (payload, item, into) => void into.refusalNotices.push(act(payload, item)),
}
