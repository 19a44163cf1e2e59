/**
 * Handing cases over in rounds of one transaction each, between which one may stop. Who cannot go yet is kept with the
 * reason; the keyboard stays where the cases stand, whatever had the focus there.
 */
import { useRef, useState, type RefObject } from 'react'
import type { HandedOver, OfficeToHandOver } from '../../../shared/contract/hand-over.ts'
import { showNumber } from '../../../shared/words/vi.ts'
import { call } from '../../api.ts'
import { announce, announceTrouble } from '../../parts/announce.tsx'

/** People handed over by one call: short enough that the progress moves. */
const ROUND = 50

/** A case and the branch it goes to. */
type Row = { readonly case: string; readonly unit: string | null }

/** How far the rounds are. */
type Rounds = {
  /** Null while none is at work. */
  readonly progress: { readonly done: number; readonly total: number } | null
  /** Another round would follow the one at work. */
  readonly mayStop: boolean
  readonly isStopping: boolean
  /** Whom the last start left behind. */
  readonly refused: HandedOver['refused']
  /** Hands over, round after round. Never rejects: what went wrong is announced. */
  readonly start: (rows: readonly Row[]) => Promise<void>
  /** Lets the round at work be the last. */
  readonly stop: () => void
}

/**
 * The rounds of one office.
 * @param today - YYYY-MM-DD, from which the office keeps the cases
 * @param place - takes the focus when what had it goes
 */
export function useRounds({ name }: OfficeToHandOver, today: string, place: RefObject<HTMLElement | null>): Rounds {
  const [progress, setProgress] = useState<Rounds['progress']>(null)
  const [refused, setRefused] = useState<Rounds['refused']>([])
  const [isStopping, setStopping] = useState(false)
  const isStopAsked = useRef(false)
  const start = async (rows: readonly Row[]) => {
    const stay: HandedOver['refused'][number][] = []
    let gone = 0
    isStopAsked.current = false
    setStopping(false)
    setRefused([])
    // The button that opened the question takes no focus while it is at work.
    place.current?.focus()
    try {
      for (let at = 0; at < rows.length && !isStopAsked.current; at += ROUND) {
        setProgress({ done: at, total: rows.length })
        const handed = await call<HandedOver>('case.handOverMany', {
          rows: rows.slice(at, at + ROUND),
          on: today,
          reason: 'pairing',
        })
        gone += handed.cases
        stay.push(...handed.refused)
      }
    } catch (error) {
      announceTrouble(`Đã giao ${showNumber(gone)} hồ sơ, chưa giao được các hồ sơ còn lại`, error)
    }
    if (place.current?.contains(document.activeElement) === true) place.current.focus()
    setProgress(null)
    setRefused(stay)
    if (gone > 0) announce(`Đã giao ${showNumber(gone)} hồ sơ; xuất gói dữ liệu để gửi cho ${name}.`)
  }
  const stop = () => {
    isStopAsked.current = true
    setStopping(true)
    place.current?.focus()
  }
  const mayStop = progress !== null && progress.done + ROUND < progress.total && !isStopping
  return { progress, mayStop, isStopping, refused, start, stop }
}
