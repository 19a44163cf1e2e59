/**
 * What the unlocked user may call, from the contract's own table: a page leaves out what would only be refused.
 */
import { apiEntry } from '../../shared/contract/api.ts'
import { useAsk } from '../queries.ts'

/** True if one of these roles may call a name of the port. */
export function mayCall(roles: readonly string[], name: string): boolean {
  return apiEntry(name)?.roles.some((role) => roles.includes(role)) ?? false
}

/** Tells whether the unlocked user may call a name; nothing while that is not known. */
export function useRights(): (name: string) => boolean {
  const roles = useAsk('office.get', {}).data?.user.roles ?? []
  return (name) => mayCall(roles, name)
}
