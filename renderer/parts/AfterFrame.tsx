/**
 * What is drawn after the frame that shows what is around it: a click is seen at once, however much it opens.
 */
import { useDeferredValue, type ReactNode } from 'react'

/** The part. `place`: how high it is about, kept free until it is there. */
export function AfterFrame({ place, children }: { readonly place: string | number; readonly children: ReactNode }) {
  const isDrawn = useDeferredValue(true, false)
  // Says that it is not there yet, and is gone before anybody sees it: no bones for a frame.
  return isDrawn ? children : <div aria-busy aria-label="Đang tải" style={{ minHeight: place }} />
}
