/**
 * Taking in what lies on a carrier: every set that is for us, in an order in which each can be joined on, and the report.
 * What is done with one set is in take-set.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { parseChannel, type BundleManifest } from '../../shared/bundle/format.ts'
import type { ImportResult, SetOutcome } from '../../shared/contract/exchange.ts'
import { refusal, type Refusal, type RefusalCode } from '../../shared/contract/refusals.ts'
import { oweAnswer } from '../../db/private/exchange.ts'
import { write } from '../../db/transaction.ts'
import { findSets, type FoundSet } from '../bundle/find-sets.ts'
import { noticeOldBackup } from '../office/old-backup.ts'
import type { Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'
import { afterOthers, type LookedAt } from './after-others.ts'
import { faultsOf } from './faults.ts'
import { dropKept, keptSets } from './kept-sets.ts'
import { noteRefusal, refused } from './outcomes.ts'
import type { ImportInput, Receiving } from './read-anew.ts'
import { takeSet } from './take-set.ts'
import type { JobControl } from './write-outgoing.ts'

/** Shows what the sets in a folder would bring; nothing is kept. */
export function previewSets(workplace: Workplace, input: ImportInput, control: JobControl) {
  return eachSet(workplace, input, control, true)
}

/** Takes in every set in a folder that is for us, in order, each all or nothing. */
export function importSets(workplace: Workplace, input: ImportInput, control: JobControl) {
  return eachSet(workplace, input, control, false)
}

async function eachSet(
  workplace: Workplace,
  input: ImportInput,
  control: JobControl,
  dry: boolean,
): Promise<Result<ImportResult, Refusal>> {
  const place = receivingOf(workplace)
  if (dry) await workplace.readings.drop()
  const found = await findSets(workplace.disk, input.folder, control.signal ? { signal: control.signal } : {})
  if (!found.ok) return fail(refuse(found.error))
  const seen = { warnings: found.value.warnings, isPartial: found.value.isTruncated }
  const chosen = found.value.sets.filter((set) => input.set === undefined || set.label.name === input.set)
  const faults = await faultsOf(workplace.disk, found.value, control.signal)
  const outcomes: SetOutcome[] = faults.map(({ path, error }) => refused(path, refuse(error)))
  if (!dry && input.set === undefined) outcomes.push(...(await takeKept(workplace, input, control)))
  if (dry) {
    const looked = await lookAt(place, input, chosen, control)
    if (!looked.ok) return looked
    outcomes.push(...workplace.query((db) => afterOthers(db, looked.value)))
  }
  let pending = dry ? [] : [...chosen]
  // A set that needs another one first waits for it: the order of names on a stick means nothing.
  for (let progress = true; progress && pending.length > 0;) {
    progress = false
    const waiting: FoundSet[] = []
    const gaps: SetOutcome[] = []
    for (const set of pending) {
      const outcome = await takeSet(place, input, set, control, false)
      if (outcome.refusal?.code === 'B_CANCELLED') {
        // What was taken in before stays; the report names it.
        const isBegun = outcomes.some((done) => done.outcome === 'imported')
        if (!isBegun) return fail(outcome.refusal)
        return ok({ sets: [...outcomes, outcome], others: 0, ...seen, at: workplace.clock.at() })
      }
      if (outcome.refusal?.code === 'B_GAP') {
        waiting.push(set)
        gaps.push(outcome)
      } else {
        outcomes.push(outcome)
        if (outcome.outcome === 'imported') progress = true
      }
    }
    if (!progress) {
      outcomes.push(...gaps)
      noteGaps(workplace, gaps)
    }
    pending = waiting
  }
  const others = outcomes.filter((outcome) => outcome.outcome === 'notForUs').length
  if (outcomes.length === 0 || outcomes.length === others)
    return fail(refusal('NO_SETS', { folder: input.folder, others, isPartial: seen.isPartial }))
  return ok({ sets: outcomes, others, ...seen, at: workplace.clock.at() })
}

/** Looks at sets one by one. @returns each with what it says of itself; or B_CANCELLED */
async function lookAt(
  place: Receiving,
  input: ImportInput,
  sets: readonly FoundSet[],
  control: JobControl,
): Promise<Result<readonly LookedAt[], Refusal>> {
  const looked: LookedAt[] = []
  for (const set of sets) {
    let manifest: LookedAt['manifest'] = null
    const onManifest = (said: BundleManifest) => {
      manifest = said
    }
    const outcome = await takeSet(place, input, set, { ...control, onManifest }, true)
    if (outcome.refusal?.code === 'B_CANCELLED') return fail(outcome.refusal)
    looked.push({ outcome, manifest })
  }
  return ok(looked)
}

/** Sets of a newer format that an update has made readable. What is still too new is not spoken of again. */
async function takeKept(workplace: Workplace, input: ImportInput, control: JobControl): Promise<SetOutcome[]> {
  const outcomes: SetOutcome[] = []
  for (const set of await keptSets(workplace)) {
    const outcome = await takeSet(receivingOf(workplace), input, set, control, false)
    const code = outcome.refusal?.code
    if (code === 'B_VERSION' || code === 'B_CANCELLED') continue
    if (code === undefined || !isForLater(code)) await dropKept(workplace, set)
    outcomes.push(outcome)
  }
  return outcomes
}

/**
 * True where it does not lie in the set that it was not taken in: it waits for an earlier one, or for a disk that works and
 * has room, and stays for the next time.
 */
function isForLater(code: RefusalCode): boolean {
  return code === 'B_GAP' || code === 'B_STICK_GONE' || /^(SCAN_)?DISK_/.test(code)
}

/** What could not be joined on is answered: the sender's next set begins where we stand. */
function noteGaps(workplace: Workplace, gaps: readonly SetOutcome[]): void {
  const { store, clock } = workplace
  write(store, (db) => {
    for (const { refusal: reason } of gaps) if (reason !== null) noteRefusal(db, reason, clock.at())
  })
  const offices = new Set(
    gaps.flatMap(({ refusal: reason }) =>
      reason?.code === 'B_GAP' && reason.data.own === undefined
        ? (parseChannel(reason.data.channel)?.office ?? [])
        : [],
    ),
  )
  offices.delete(workplace.keys.office)
  if (offices.size > 0) write(store, (db) => offices.forEach((office) => oweAnswer(db, office, clock.at())))
}

/** The unlocked office as what a set is taken into. */
function receivingOf(workplace: Workplace): Receiving {
  return {
    ...workplace,
    get device() {
      return workplace.device
    },
    notice: (have) => noticeOldBackup(workplace, have),
  }
}
