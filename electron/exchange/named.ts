/**
 * What a set on a carrier is called and by what it is chosen. Its label's content tells it from every other one; files of one
 * name may lie in several folders, and a name may be spelt otherwise than it is asked for.
 */
import { labelHash } from '../../shared/bundle/label.ts'
import type { SetLabel } from '../../shared/contract/exchange.ts'
import type { FoundSet } from '../bundle/find-sets.ts'

/** What a set is called, and the hash of its label. */
export function namesOf({ label, lines }: FoundSet): Pick<SetLabel, 'set' | 'label'> {
  return { set: label.name, label: labelHash(lines) }
}

/**
 * True where a set was asked for by the hash of its label, as the window does, or by the name of its file; or none was. A file
 * that is called like such a hash is not meant by it.
 */
export function isChosen(found: FoundSet, asked: string | undefined): boolean {
  const { set, label } = namesOf(found)
  return asked === undefined || asked === (/^[0-9a-f]{64}$/.test(asked) ? label : set.normalize('NFC'))
}
