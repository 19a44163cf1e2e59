/**
 * The demo's own source of chance: sfc32, seeded by a number and a label. Every part of the story draws from a stream of
 * its own, so that a change in one part leaves the others as they were. Never for keys: those come from node:crypto.
 */

/** A stream of pseudo-random choices. */
export type Random = {
  /** A number from 0 up to, not including, 1. */
  readonly next: () => number
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(choices: readonly T[]) => T
  /** Picks by weight; weights need not add up to anything. */
  readonly weighted: <T>(choices: readonly (readonly [choice: T, weight: number])[]) => T
  /** A UUID of version 4 in form, for the id of a call. */
  readonly uuid: () => string
}

/**
 * A stream.
 * @param seed - a whole number; the same seed and label give the same stream on every machine
 * @param label - what the stream is for
 */
export function createRandom(seed: number, label: string): Random {
  let state = stateOf(seed, label)
  const word = (): number => {
    const [a, b, c, counter] = state
    const result = (a + b + counter) >>> 0
    state = [
      (b ^ (b >>> 9)) >>> 0,
      (c + (c << 3)) >>> 0,
      (((c << 21) | (c >>> 11)) + result) >>> 0,
      (counter + 1) >>> 0,
    ]
    return result
  }
  for (let i = 0; i < 20; i += 1) word()
  const next = () => word() / 2 ** 32
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(choices: readonly T[]): T => {
    const at = between(0, choices.length - 1)
    if (at >= choices.length) throw new Error('nothing to pick from')
    return choices[at] as T
  }
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick,
    weighted: (choices) => {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      const found = choices.find(([, weight]) => (left -= weight) < 0) ?? choices.at(-1)
      if (found === undefined) throw new Error('nothing to pick from')
      return found[0]
    },
    uuid: () => {
      const hex = Array.from({ length: 4 }, () => word().toString(16).padStart(8, '0')).join('')
      const variant = pick(['8', '9', 'a', 'b'])
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
    },
  }
}

type State = readonly [number, number, number, number]

/** FNV-1a over seed and label, once per word of the state. */
function stateOf(seed: number, label: string): State {
  const words = [0, 1, 2].map((n) => {
    let hash = 0x811c9dc5
    for (const byte of Buffer.from(`${n}/${seed}/${label}`)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
    return hash
  })
  return [words[0] ?? 0, words[1] ?? 0, words[2] ?? 0, 1]
}
