/**
 * Single-valued things of a case, each with the versions whose writers had not seen one another.
 */
import { canonicalJson, type Json } from '../../base/canonical.ts'
import { trusted } from '../../base/trust.ts'
import type { Item, Precedes } from '../../journal/item.ts'

/** Two versions of one single-valued thing whose writers had not seen each other; a person settles it. */
export type Conflict = {
  readonly field: string
  readonly versions: readonly { readonly entry: string; readonly office: string; readonly value: string }[]
}

type Version = { readonly value: unknown; readonly item: Item }
type Register = Version & { readonly rivals: readonly Version[] }

/** The single-valued things of a case, by field: the newest version and those it did not know of. */
export type Registers = Map<string, Register>

/**
 * Sets a field as an entry has it.
 * @param settles - entries whose versions this one puts an end to
 */
export function setRegister(
  registers: Registers,
  precedes: Precedes,
  field: string,
  value: unknown,
  item: Item,
  settles: readonly string[],
): void {
  const held = registers.get(field)
  const versions = held === undefined ? [] : [...held.rivals, { value: held.value, item: held.item }]
  const seen = versions.filter((version) => precedes(version.item, item))
  // Whoever saw versions in conflict settles those it names; one that saw no conflict replaces what it saw.
  const isConflict = distinct(seen) > 1
  const rivals = versions.filter(
    (version) => !settles.includes(version.item.entry.id) && (isConflict || !seen.includes(version)),
  )
  registers.set(field, { value, item, rivals })
}

/** Fields that stand in more than one version, by name. */
export function conflictsOf(registers: Readonly<Registers>): Conflict[] {
  const conflicts: Conflict[] = []
  for (const [field, register] of registers) {
    const versions = [...register.rivals, { value: register.value, item: register.item }]
    if (distinct(versions) === 1) continue
    conflicts.push({
      field,
      versions: versions.map(({ value, item }) => ({
        entry: item.entry.id,
        office: item.office,
        value: typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value),
      })),
    })
  }
  return conflicts.sort((a, b) => (a.field < b.field ? -1 : 1))
}

/** How many different values versions have; a whole CV or a list is compared by what it says. */
function distinct(versions: readonly { readonly value: unknown }[]): number {
  return new Set(
    versions.map(({ value }) =>
      typeof value === 'object' && value !== null ? canonicalJson(trusted<Json>(value)) : value,
    ),
  ).size
}
