/**
 * Noticing that we are an old backup: another office holds more of what this very device wrote than the device itself.
 * Then the store goes on as a new device at once, before it writes one more line into a channel that somebody else has
 * the true end of.
 */
import { headAt } from '../../db/journal.ts'
import { keepMarks } from './marks.ts'
import { newDeviceId } from './keys.ts'
import { becomeDevice, recorderOf, type Workplace } from './workplace.ts'

/**
 * Makes the store a new device if a claim goes beyond its own channels, or parts from them.
 * @param have - what another office says it holds of our channels, authentic
 * @returns true where that was so
 */
export async function noticeOldBackup(
  workplace: Workplace,
  have: readonly { readonly channel: string; readonly seq: number; readonly head: string }[],
): Promise<boolean> {
  const { keys, device } = workplace
  const mine = `${keys.office}.${device}.`
  // Another head at a place we hold is the same news: this channel has gone on elsewhere.
  const isBehind = have.some(
    ({ channel, seq, head }) => channel.startsWith(mine) && workplace.query((db) => headAt(db, channel, seq)) !== head,
  )
  if (!isBehind) return false
  await goOnAsNew(workplace)
  return true
}

/** Makes the store a new device that goes on for the one it was. */
export async function goOnAsNew(workplace: Workplace): Promise<void> {
  const { keys, store, user } = workplace
  const fresh = newDeviceId()
  becomeDevice(store, recorderOf(workplace, keys.office, fresh, user), 'restored')
  workplace.goOnAs(fresh)
  await keepMarks(workplace, keys.office, fresh, (work) => workplace.query(work))
}
