/**
 * Looking at sets without taking anything in. Without a vault: label, parts and hashes, and what the file name claims.
 * With an unlocked office: everything to step 11, as the dry run does.
 */
import { ok, fail, type Result } from '../../shared/base/result.ts'
import type { Inspection, SetLabel } from '../../shared/contract/exchange.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { findSets, type FoundSet } from '../bundle/find-sets.ts'
import { knownBytes, locateParts, type InspectInput } from '../bundle/locate-parts.ts'
import { attemptBundle } from '../bundle/fault.ts'
import type { Session } from '../handlers.ts'
import { refuse } from '../refuse.ts'
import type { JobControl } from './write-outgoing.ts'
import { claimedBy } from './claimed.ts'
import { faultsOf } from './faults.ts'
import { readSets } from './import.ts'
import { isChosen, namesOf } from './named.ts'
import { ofLook } from './outcomes.ts'

/** What is looked into. */
type InspectionInput = { readonly folder: string; readonly set?: string | undefined }

/**
 * Inspects the sets of a folder.
 * @param control - hears the bytes hashed over all sets, and stops in the middle of a part
 */
export async function inspectSets(
  session: Session,
  input: InspectionInput,
  control: JobControl,
): Promise<Result<Inspection, Refusal>> {
  return ofLook(await inspect(session, input, control))
}

async function inspect(
  session: Session,
  input: InspectionInput,
  control: JobControl,
): Promise<Result<Inspection, Refusal>> {
  const { disk } = session.surroundings
  const found = await findSets(disk, input.folder, control.signal ? { signal: control.signal } : {})
  if (!found.ok) return fail(refuse(found.error))
  const chosen = found.value.sets.filter((set) => isChosen(set, input.set))
  const labels: SetLabel[] = []
  const hashing = hashingOf(chosen, control)
  for (const set of chosen) {
    const parts = await attemptBundle(() => locateParts({ disk, set, ...hashing.next() }))
    if (!parts.ok && parts.error.code === 'B_CANCELLED') return fail(refuse(parts.error))
    labels.push({
      ...namesOf(set),
      claimed: claimedBy(set),
      parts: set.lines,
      bytes: parts.ok ? parts.value.reduce((sum, part) => sum + part.bytes, 0) : 0,
      refusal: parts.ok ? null : refuse(parts.error),
    })
  }
  const strays = await faultsOf(disk, found.value, control.signal)
  if (control.signal?.aborted === true) return fail(refuse({ code: 'B_CANCELLED' }))
  const faults = strays.map(({ path, error }) => ({ path, refusal: refuse(error) }))
  const base = { labels, faults, warnings: found.value.warnings, isPartial: found.value.isTruncated }
  const workplace = session.workplace()
  if (workplace === null || labels.length === 0) return ok({ ...base, sets: null })
  const preview = await readSets(workplace, input, control)
  if (!preview.ok && preview.error.code === 'CANCELLED') return preview
  return ok({ ...base, sets: preview.ok ? preview.value.sets : [] })
}

/** Progress over all the sets: each goes on where the one before has ended. */
function hashingOf(sets: readonly FoundSet[], { signal, onProgress }: JobControl) {
  const known = sets.reduce((sum, set) => sum + knownBytes(set), 0)
  let before = 0
  let own = 0
  return {
    next: (): Pick<InspectInput, 'signal' | 'onProgress'> => {
      before += own
      own = 0
      return {
        ...(signal === undefined ? {} : { signal }),
        onProgress: ({ done }) => {
          own = done
          onProgress?.({ phase: 'check', done: before + done, total: Math.max(known, before + done) })
        },
      }
    },
  }
}
