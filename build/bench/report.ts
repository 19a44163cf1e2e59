/**
 * What the bench says: one line per figure with its ratio and both absolute numbers, and the limit where there is one;
 * the same as JSON. A ratio is always against a peer or a limit of the same run, never against another machine.
 */

/** One figure. `peer`: what it is held against, measured beside it. `limit`: what it may be at most, must be at least, or exactly. */
export type Line = {
  readonly figure: string
  readonly what: string
  readonly ours: number
  readonly unit: string
  readonly peer?: { readonly name: string; readonly value: number }
  readonly limit?: Limit
  /** Shown behind the line: what part of it is not comparable, what was left out. */
  readonly note?: string
}

/** A limit of a figure. */
export type Limit = { readonly atMost: number } | { readonly atLeast: number } | { readonly exactly: number }

/** A line with the profile it was measured under and what became of its limit. */
export type Reported = Line & {
  readonly profile: string
  readonly ratio: number | null
  readonly holds: boolean | null
}

/** Judges a line: its ratio against the peer, or against the limit where it has no peer. */
export function judge(profile: string, line: Line): Reported {
  const { ours, peer, limit } = line
  const against = peer?.value ?? (limit === undefined ? undefined : boundOf(limit))
  const holds = limit === undefined ? null : keeps(ours, limit)
  // What must not be at all is not so many times nothing.
  const ratio = against === undefined || against === 0 ? null : ours / against
  return { ...line, profile, ratio, holds }
}

/** A line as it is printed. */
export function print(line: Reported): string {
  const { what, ours, unit, peer, limit, ratio, holds, note } = line
  const state = holds === null ? '  -   ' : holds ? '  OK  ' : 'MISSED'
  const facts = [
    `${amount(ours)} ${unit}`,
    ...(peer === undefined ? [] : [`${peer.name} ${amount(peer.value)} ${unit}`]),
    ...(limit === undefined ? [] : [`limit ${shownLimit(limit)} ${unit}`]),
    ...(note === undefined ? [] : [note]),
  ]
  const shown = ratio === null ? '' : `${ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0)}x`
  return `${state}  ${what.padEnd(58)} ${shown.padStart(7)}  ${facts.join(', ')}`
}

function boundOf(limit: Limit): number {
  return 'atMost' in limit ? limit.atMost : 'atLeast' in limit ? limit.atLeast : limit.exactly
}

function keeps(value: number, limit: Limit): boolean {
  if ('atMost' in limit) return value <= limit.atMost
  return 'atLeast' in limit ? value >= limit.atLeast : value === limit.exactly
}

function shownLimit(limit: Limit): string {
  return `${'atMost' in limit ? 'at most' : 'atLeast' in limit ? 'at least' : 'exactly'} ${amount(boundOf(limit))}`
}

function amount(value: number): string {
  if (!Number.isFinite(value)) return '?'
  if (value === 0 || Math.abs(value) >= 100) return value.toFixed(0)
  return value.toPrecision(3)
}
