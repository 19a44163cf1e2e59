/**
 * Parts of the window that are read only where they are drawn, without `React.lazy`: that leaves what stands in their place
 * on the screen for 300 ms once it was shown, however soon the part is there (React 19 throttles the retries of Suspense).
 */
import { createElement, useEffect, useState, type ComponentType, type ReactNode } from 'react'

/** A part that is read later; `ahead` reads it before it is drawn, and it then stands at once. */
export type Later<Props> = ComponentType<Props> & { readonly ahead: () => Promise<unknown> }

/**
 * @param read - reads the file the part is in
 * @param waiting - what stands in its place until then
 * @returns a part that throws where it is drawn if its file cannot be read
 */
export function later<Props extends object>(
  read: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
): Later<Props> {
  let found: ComponentType<Props> | null = null
  const ahead = async () => (found ??= await read())
  function Part(props: Props) {
    const [{ Shown, problem }, set] = useState<{ Shown: typeof found; problem: Error | null }>(() => ({
      Shown: found,
      problem: null,
    }))
    useEffect(() => {
      if (Shown !== null) return undefined
      let isHere = true
      ahead().then(
        (part) => isHere && set({ Shown: part, problem: null }),
        (error: unknown) => isHere && set({ Shown: null, problem: asError(error) }),
      )
      return () => {
        isHere = false
      }
    }, [Shown])
    if (problem !== null) throw problem
    return Shown === null ? waiting : createElement(Shown, props)
  }
  return Object.assign(Part, { ahead })
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}
