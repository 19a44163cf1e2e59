/**
 * Names of paired offices, and of our own computers, by their ids, so that a sentence says who is meant instead of showing an id.
 */
import type { Refusal } from '../../shared/contract/refusals.ts'
import { deviceName, refusalSentence, type Names } from '../../shared/words/vi.ts'
import { useAsk } from '../queries.ts'
import { sentenceOf } from '../sentences.ts'

/** Names of the offices we know, ours among them. */
export function useNames(): Required<Names> {
  const office = useAsk('office.get', {}).data
  const devices = useAsk('device.list', {}).data?.devices ?? []
  const names = new Map((office?.peers ?? []).map(({ id, peer }) => [id, peer.name]))
  // Another computer of our own office stands under its device id wherever an office could stand.
  for (const row of devices)
    for (const old of row.former)
      if (!names.has(old)) names.set(old, `${deviceName(row)} (bản dữ liệu cũ, máy của đơn vị mình)`)
  for (const { device, name, isSelf, heir } of devices)
    if (name !== null && (isSelf || heir === null)) names.set(device, `${name} (máy của đơn vị mình)`)
  if (office !== undefined) names.set(office.office, office.profile.name)
  return { office: (id) => names.get(id) ?? null }
}

/** What a job that came to nothing says. */
export function troubleOf(
  job: { readonly refusal: Refusal | null; readonly failure: unknown },
  names: Names,
): string | null {
  if (job.refusal !== null) return refusalSentence(job.refusal, names)
  return job.failure === null ? null : sentenceOf(job.failure)
}

/** Refusals that are no failure: there was nothing to do, or a person has stopped it. */
const CALM: ReadonlySet<string> = new Set(['NOTHING_TO_EXPORT', 'NO_SETS', 'B_CANCELLED', 'CANCELLED'])

/** The colour of what the first of these jobs that came to nothing says. */
export function troubleColour(...jobs: readonly Parameters<typeof troubleOf>[0][]): 'blue' | 'red' {
  const [told] = jobs.flatMap(({ refusal, failure }) => refusal?.code ?? (failure === null ? [] : ['']))
  return told !== undefined && CALM.has(told) ? 'blue' : 'red'
}
