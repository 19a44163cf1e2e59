/**
 * A stick that was pulled and plugged in again: what was written to it could not be read past the system's cache before,
 * and can be now. Sticks are told apart by where they are mounted; what lies there tells whether it is the same one.
 */
import { useEffect, useState } from 'react'
import { isPluggedIn, nextPlug, type Plug } from '../../shared/contract/plug.ts'
import { useAsk } from '../queries.ts'

/** How often sticks are looked for, in milliseconds. */
const AGAIN = 3000

/** What has become of the stick a folder lies on, since this began to watch. @param isWatched - false: nothing is looked for */
export function usePlug(folder: string, isWatched: boolean): Plug {
  const [plug, setPlug] = useState<Plug>('unseen')
  const { refetch } = useAsk('shell.drives', {}, { enabled: false })
  const isDone = plug === 'back'
  useEffect(() => {
    if (!isWatched || isDone) return undefined
    const look = async () => {
      const { data: drives } = await refetch()
      if (drives === undefined) return
      setPlug((before) => nextPlug(before, isPluggedIn(folder, drives)))
    }
    // At once: a stick that is pulled before the first look would never be seen to have been there.
    void look()
    const timer = setInterval(() => void look(), AGAIN)
    return () => clearInterval(timer)
  }, [isWatched, isDone, refetch, folder])
  return plug
}
