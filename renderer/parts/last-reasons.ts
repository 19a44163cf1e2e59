/**
 * The reasons a user gave last for what left the program in clear: kept among the user's own drafts, in the encrypted store,
 * to be offered again.
 */
import { ask, call } from '../api.ts'
import { queryClient, useAsk } from '../queries.ts'

const PAGE = { page: 'muc-dich' }

/** How many are kept. */
const KEPT = 2

/** The reasons, the last first. */
export function useLastReasons(): readonly string[] {
  return reasonsIn(useAsk('draft.read', PAGE).data?.value ?? null)
}

/** Keeps a reason that was given. That this fails, is the loss of a convenience, and stops nothing. */
export async function keepReason(why: string): Promise<void> {
  try {
    const held = reasonsIn((await ask('draft.read', PAGE)).value)
    if (held[0] === why) return
    const value = JSON.stringify([why, ...held.filter((reason) => reason !== why)].slice(0, KEPT))
    await call('draft.save', { ...PAGE, value })
    await queryClient.invalidateQueries({ queryKey: ['draft.read', PAGE] })
  } catch {
    // The file is written and logged all the same.
  }
}

function reasonsIn(text: string | null): readonly string[] {
  const read: unknown = text === null ? [] : JSON.parse(text)
  return Array.isArray(read) ? read.filter((reason) => typeof reason === 'string') : []
}
