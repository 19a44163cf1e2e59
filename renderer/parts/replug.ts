/**
 * A stick that was pulled and plugged in again: what was written to it could not be read past the system's cache before,
 * and can be now. Sticks are told apart by where they are mounted.
 */
import { useEffect, useState } from 'react'
import { isOn, nextPlug, type Plug } from '../../shared/contract/plug.ts'
import { useAsk } from '../queries.ts'

/** How often sticks are looked for, in milliseconds. */
const AGAIN = 3000

/** True once the stick a folder lies on has been pulled and plugged in again. @param isWatched - false: nothing is looked for */
export function useReplugged(folder: string, isWatched: boolean): boolean {
  const [plug, setPlug] = useState<Plug>('unseen')
  const { refetch } = useAsk('shell.drives', {}, { enabled: false })
  const isDone = plug === 'back'
  useEffect(() => {
    if (!isWatched || isDone) return undefined
    const look = async () => {
      const { data: drives } = await refetch()
      if (drives === undefined) return
      const isThere = drives.some(({ path, removable }) => removable && isOn(folder, path))
      setPlug((before) => nextPlug(before, isThere))
    }
    const timer = setInterval(() => void look(), AGAIN)
    return () => clearInterval(timer)
  }, [isWatched, isDone, refetch, folder])
  return isDone
}
