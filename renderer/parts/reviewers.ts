/**
 * The people of our office who may review a dossier: those who are let in and whose role records a review.
 */
import { apiEntry } from '../../shared/contract/api.ts'
import { useAsk } from '../queries.ts'

/** Somebody a dossier can be given to. */
export type Reviewer = { readonly value: string; readonly label: string; readonly isSelf: boolean }

/** Everybody who may review, by name. */
export function useReviewers(): readonly Reviewer[] {
  const users = useAsk('user.list', {}).data?.users ?? []
  const self = useAsk('office.get', {}).data?.user.id
  const roles = apiEntry('dossier.check')?.roles ?? []
  return users
    .filter(({ disabled, user }) => !disabled && user.roles.some((role) => roles.includes(role)))
    .map(({ id, user }) => ({ value: id, label: user.name, isSelf: id === self }))
}
