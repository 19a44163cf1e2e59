/**
 * Taking in what lies on a carrier: every set that is for us, and what is kept here of a newer format, in an order in which
 * each can be joined on, and the report. What is done with one set is in take-set.
 */
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { parseChannel, type BundleManifest } from '../../shared/bundle/format.ts'
import type { ImportResult, SetOutcome } from '../../shared/contract/exchange.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { oweAnswer } from '../../db/private/exchange.ts'
import { write } from '../../db/transaction.ts'
import { findSets, type FoundFiles, type FoundSet } from '../bundle/find-sets.ts'
import { noticeOldBackup } from '../office/old-backup.ts'
import type { Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'
import { afterOthers, type LookedAt } from './after-others.ts'
import { faultsOf } from './faults.ts'
import { keptSets } from './kept-sets.ts'
import { isChosen } from './named.ts'
import { noteRefusal, ofLook, refused } from './outcomes.ts'
import type { ImportInput, Receiving } from './read-anew.ts'
import { afterTaking, takeEither, withKept, type ToTake } from './taken-along.ts'
import type { JobControl } from './write-outgoing.ts'

/** What is looked through where no folder is named. */
const NOWHERE: FoundFiles = { sets: [], faults: [], warnings: [], isTruncated: false, hasUnseen: false }

/** Shows what the sets in a folder would bring, and the sets that would be taken along; nothing is kept. */
export async function previewSets(workplace: Workplace, input: ImportInput, control: JobControl) {
  return ofLook(await eachSet(workplace, input, control, await keptSets(workplace), true))
}

/** The same for the sets in the folder as they lie there, whatever is kept here. */
export async function readSets(workplace: Workplace, input: ImportInput, control: JobControl) {
  return ofLook(await eachSet(workplace, input, control, [], true))
}

/**
 * Takes in every set in a folder that is for us, in order, each all or nothing; and, wherever that is, the sets that are
 * kept here and can be read by now.
 */
export async function importSets(workplace: Workplace, input: ImportInput, control: JobControl) {
  return eachSet(workplace, input, control, await keptSets(workplace), false)
}

async function eachSet(
  workplace: Workplace,
  input: ImportInput,
  control: JobControl,
  kept: readonly FoundSet[],
  dry: boolean,
): Promise<Result<ImportResult, Refusal>> {
  const place = receivingOf(workplace)
  if (dry) await workplace.readings.drop()
  const found = await lookInto(workplace, input.folder, control)
  if (!found.ok) return fail(refuse(found.error))
  const seen = { warnings: found.value.warnings, isPartial: found.value.isTruncated }
  const chosen = found.value.sets.filter((set) => isChosen(set, input.set))
  const faults = await faultsOf(workplace.disk, found.value, control.signal)
  const outcomes: SetOutcome[] = faults.map(({ path, error }) => refused({ set: path, label: null }, refuse(error)))
  if (dry) {
    const looked = await lookAt(place, input, withKept(chosen, chosen.length > 0 ? kept : []), control)
    if (!looked.ok) return looked
    outcomes.push(...toldOf(workplace.query((db) => afterOthers(db, looked.value))))
  }
  let pending = dry ? [] : withKept(chosen, kept)
  // A set that needs another one first waits for it: the order of names on a stick means nothing.
  for (let progress = true; progress && pending.length > 0;) {
    progress = false
    const waiting: ToTake[] = []
    const gaps: SetOutcome[] = []
    for (const each of pending) {
      const [outcome, taken] = await takeEither(place, input, each, control, false)
      if (outcome.refusal?.code === 'B_CANCELLED') {
        // What was taken in before stays; the report names it.
        const isBegun = outcomes.some((done) => done.outcome === 'imported')
        if (!isBegun) return fail(outcome.refusal)
        return ok({ sets: [...outcomes, outcome], others: 0, ...seen, at: workplace.clock.at() })
      }
      const said = await afterTaking(workplace, input, taken, outcome)
      if (said === null) continue
      if (outcome.refusal?.code === 'B_GAP') {
        waiting.push(taken)
        gaps.push(said)
      } else {
        outcomes.push(said)
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
  // What is kept would be taken along, but there has to be something to look at.
  const besides = dry ? outcomes.filter(({ kept: isKept }) => isKept).length : 0
  if (input.folder !== undefined && outcomes.length === others + besides)
    return fail(refusal('NO_SETS', { folder: input.folder, others, isPartial: seen.isPartial }))
  return ok({ sets: outcomes, others, ...seen, at: workplace.clock.at() })
}

async function lookInto({ disk }: Workplace, folder: string | undefined, { signal }: JobControl) {
  return folder === undefined ? ok(NOWHERE) : findSets(disk, folder, signal ? { signal } : {})
}

/** Looks at sets one by one. @returns each with what it says of itself; or B_CANCELLED */
async function lookAt(
  place: Receiving,
  input: ImportInput,
  sets: readonly ToTake[],
  control: JobControl,
): Promise<Result<readonly LookedAt[], Refusal>> {
  const looked: LookedAt[] = []
  for (const each of sets) {
    let manifest: LookedAt['manifest'] = null
    const onManifest = (said: BundleManifest) => {
      manifest = said
    }
    const [outcome] = await takeEither(place, input, each, { ...control, onManifest }, true)
    if (outcome.refusal?.code === 'B_CANCELLED') return fail(outcome.refusal)
    looked.push({ outcome: each.carried === null ? { ...outcome, kept: true } : outcome, manifest })
  }
  return ok(looked)
}

/** What a look tells: all that lies on the carrier, and then the kept sets that would be taken along. */
function toldOf(looked: readonly SetOutcome[]): readonly SetOutcome[] {
  const along = looked.filter(({ kept, outcome }) => kept === true && outcome === 'ready')
  return [...looked.filter(({ kept }) => kept !== true), ...along]
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
