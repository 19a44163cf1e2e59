/**
 * Which host `npm start` takes: Electron where its binary is there or can be fetched, else a browser, else none.
 */

/** What can be had on this machine, asked in this order and no further than needed. */
export type Offers = {
  /** Electron's binary where it is installed. */
  readonly installed: () => string | null
  /** The same after an attempt to fetch it. */
  readonly fetched: () => string | null
  /** A browser, installed or fetched. */
  readonly browser: () => Promise<boolean>
}

/** The choice. */
export type Host =
  { readonly kind: 'desktop'; readonly binary: string } | { readonly kind: 'browser' } | { readonly kind: 'none' }

/** Chooses. */
export async function chooseHost({ installed, fetched, browser }: Offers): Promise<Host> {
  const binary = installed() ?? fetched()
  if (binary !== null) return { kind: 'desktop', binary }
  return (await browser()) ? { kind: 'browser' } : { kind: 'none' }
}
