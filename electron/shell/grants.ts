/**
 * Paths a person has chosen in this session. A schema is not a permission: a page that names any other path is refused.
 */
import { resolve, sep } from 'node:path'
import { PATH_FIELDS } from '../../shared/contract/shell.ts'

/** The chosen paths. */
export type Grants = {
  readonly grant: (path: string) => void
  /** True if every path in a call's input was chosen. */
  readonly allows: (name: string, input: unknown) => boolean
}

/** An empty set of grants. */
export function createGrants(): Grants {
  const granted = new Set<string>()
  const isGranted = (path: unknown): boolean => {
    if (typeof path !== 'string') return false
    const full = resolve(path)
    return [...granted].some((root) => full === root || full.startsWith(root.endsWith(sep) ? root : root + sep))
  }
  return {
    grant: (path) => void granted.add(resolve(path)),
    allows: (name, input) => {
      // A name like `constructor` has no fields, although every object has something of that name.
      const fields = Object.hasOwn(PATH_FIELDS, name) ? (PATH_FIELDS[name] ?? []) : []
      if (typeof input !== 'object' || input === null) return true
      return fields.every((field) => {
        const value: unknown = Object.getOwnPropertyDescriptor(input, field)?.value
        if (value === undefined) return true
        return Array.isArray(value) ? value.every(isGranted) : isGranted(value)
      })
    },
  }
}
