/**
 * A case whose record its own office has lost, and which a recovery has brought back as far as it was once sent: as soon as
 * the office works on it again, what was sent is the beginning of its record, and the work goes on from there. Until then it
 * is what it came back as: a list line or a dossier.
 */
import type { Item } from '../../journal/item.ts'
import { typed } from '../../journal/item.ts'
import type { Gathered } from './gathered.ts'
import { takeByValue } from './gather-moves.ts'

/** Takes what was sent before the first new work as the record. */
export type Recovering = (item: Item) => void

/**
 * What gathers the beginning of a lost record; null where there is none to gather: the record is here, or nobody works on it.
 * @param live - the entries of one case that count, in the order of history
 * @param isWork - whether a kind says something of a case
 */
export function recovering(
  live: readonly Item[],
  isWork: (kind: string) => boolean,
  into: Gathered,
): Recovering | null {
  const isPrivate = ({ audience, entry }: Item) => audience === 'own' && isWork(entry.kind)
  const first = live.find(isPrivate)
  if (first === undefined) return null
  const { office } = first
  const isSent = live.some((item) => item.office === office && !isPrivate(item) && SENT.has(item.entry.kind))
  if (!isSent || live.some(({ entry }) => RECORDS.has(entry.kind))) return null
  let isOver = false
  let isWhole = false
  return (item) => {
    isOver ||= isPrivate(item)
    if (isOver || item.office !== office) return
    const fact = typed(item)
    if (fact.kind === 'dossier.submitted' || fact.kind === 'case.moveProposed') {
      takeByValue(fact.payload.snapshot, office, item, into)
      isWhole = true
    } else if (fact.kind === 'candidate.listed' && !isWhole) {
      const { name, birthYear: year, sex, source, unit } = fact.payload
      const fields = { name, birth: year === undefined ? undefined : String(year), sex, source, unit }
      for (const [field, value] of Object.entries(fields)) if (value !== undefined) into.put(field, value, item)
      into.full = true
      into.holder = office
    } else return
    into.recorder ??= office
  }
}

/** What an office shows of a case of its own. */
const SENT: ReadonlySet<string> = new Set(['candidate.listed', 'dossier.submitted', 'case.moveProposed'])

/** What a record begins with. */
const RECORDS: ReadonlySet<string> = new Set(['candidate.registered', 'case.takenOver', 'case.handedOver'])
