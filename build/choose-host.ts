/**
 * Which host `npm start` takes: Electron where its binary is there or can be fetched, else a browser, else none. And which
 * one the end-to-end tests take.
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

/**
 * The host of the end-to-end tests: the stand-in, so that they say the same on every machine, unless Electron is asked for.
 * @param wanted - `KETNAP_HOST`: `standin`, `electron`, or nothing
 * @param binary - Electron's, where it is on this machine
 * @throws Error where Electron is asked for and is not there: nobody is to take the stand-in's word for Electron's
 */
export function hostOfTests(wanted: string | undefined, binary: string | null): Exclude<Host, { kind: 'none' }> {
  if (wanted === undefined || wanted === '' || wanted === 'standin') return { kind: 'browser' }
  if (wanted !== 'electron') throw new Error(`KETNAP_HOST is standin or electron, not ${wanted}`)
  if (binary === null)
    throw new Error("KETNAP_HOST=electron, but Electron's binary is not on this machine; `npm start` fetches it online")
  return { kind: 'desktop', binary }
}
