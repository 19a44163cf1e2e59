/**
 * What only the window knows: whether it is unlocked, the colour scheme, open panels. Nothing of a person is kept here
 * after a lock.
 */
import { create } from 'zustand'
import type { MissedJob } from '../shared/contract/missed.ts'

/** The phases of a window. */
export type Phase = 'starting' | 'setUp' | 'locked' | 'open'

type WindowState = {
  readonly phase: Phase
  readonly host: 'desktop' | 'browser'
  readonly notice: string | null
  /** A job that was running when the office was locked is still at work. */
  readonly isFinishing: boolean
  /** The job for whose one transaction something waits that a person has done. */
  readonly waitedFor: string | null
  /** Takes the answer of a person who was asked whether something was printed; null while nobody is asked. */
  readonly printQuestion: ((isPrinted: boolean) => void) | null
  /** What came of a job of this user that ended while the office was locked, until it has been read. */
  readonly missed: MissedJob | null
  readonly setPhase: (phase: Phase) => void
  readonly setHost: (host: 'desktop' | 'browser') => void
  readonly setNotice: (notice: string | null) => void
  readonly setFinishing: (isFinishing: boolean) => void
  readonly setWaitedFor: (job: string | null) => void
  readonly setPrintQuestion: (question: WindowState['printQuestion']) => void
  readonly setMissed: (missed: MissedJob | null) => void
}

/** The window's own state. */
export const useWindow = create<WindowState>((set) => ({
  phase: 'starting',
  host: 'desktop',
  notice: null,
  isFinishing: false,
  waitedFor: null,
  printQuestion: null,
  missed: null,
  setPhase: (phase) => set({ phase, printQuestion: null, ...(phase === 'locked' ? { missed: null } : {}) }),
  setHost: (host) => set({ host }),
  setNotice: (notice) => set({ notice }),
  setFinishing: (isFinishing) => set({ isFinishing }),
  setWaitedFor: (waitedFor) => set({ waitedFor }),
  setPrintQuestion: (printQuestion) => set({ printQuestion }),
  setMissed: (missed) => set({ missed }),
}))
