/**
 * Hostile input by chance: a generator that repeats itself from a seed, changes of bytes and of JSON as an attacker or a
 * dying stick would make them, and a runner that watches every case for crashes, hangs, memory and poisoned prototypes.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect } from 'vitest'

/** A source of numbers that gives the same ones for the same seed. */
export type Chance = {
  /** An integer from 0 to `below` - 1. */
  readonly int: (below: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  readonly bytes: (count: number) => Buffer
}

/** Chance from a seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }
  const int = (below: number): number => (below <= 1 ? 0 : next() % below)
  return {
    int,
    pick: (from) => {
      const one = from[int(from.length)]
      if (one === undefined && from.length === 0) throw new Error('nothing to pick from')
      return one as (typeof from)[number]
    },
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => int(256))),
  }
}

/** How many cases: `few` in the gate, a hundred times as many with SLOW=1. */
export function cases(few: number): number {
  return process.env['SLOW'] === '1' ? few * 100 : few
}

const CPU_LIMIT_MS = 1000
/** A case that waits for what never comes takes no processor time; a busy machine may keep one waiting for seconds. */
const WAIT_LIMIT_MS = 30_000
const MEMORY_LIMIT = 300 * 1024 * 1024

/**
 * Runs a case many times, each from its own seed: the same ones on every machine, new ones with SLOW=1. A case that throws,
 * takes more than a second of processor time or never ends is named by its seed: `SEED=<seed> vitest ...` runs it alone.
 * What all of them leave in memory is looked at now and then, and at the end.
 */
export async function fuzz(few: number, run: (chance: Chance, seed: number) => Promise<void> | void): Promise<void> {
  const only = process.env['SEED']
  const first = only === undefined ? (process.env['SLOW'] === '1' ? Date.now() % 1_000_000_000 : 1) : Number(only)
  const count = only === undefined ? cases(few) : 1
  const before = memory()
  const lookAtMemory = (seed: number) =>
    expect(memoryBeyond(before), `memory at case SEED=${seed}`).toBeLessThan(MEMORY_LIMIT)
  for (let i = 0; i < count; i += 1) {
    const seed = first + i
    const once = async (): Promise<number> => {
      const start = process.cpuUsage()
      try {
        await ended(run(chanceFrom(seed), seed))
      } catch (error) {
        throw new Error(`case SEED=${seed} failed: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        })
      }
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1000
    }
    // The engine tidies up after hours of cases during one of them: what is slow by itself is so once more.
    const taken = await once()
    const least = taken > CPU_LIMIT_MS ? Math.min(taken, await once()) : taken
    if (least > CPU_LIMIT_MS) throw new Error(`case SEED=${seed} took ${least} ms`)
    if (Object.keys(Object.prototype).length > 0 || Object.hasOwn(Object.prototype, 'polluted'))
      throw new Error(`case SEED=${seed} poisoned the prototype of all objects`)
    if (i % 500 === 499) lookAtMemory(seed)
  }
  // A run of a few large cases ends before that.
  lookAtMemory(first + count - 1)
}

/** What a case answers, or an error where it is still waiting when any would have ended. */
async function ended(answer: Promise<void> | void): Promise<void> {
  if (answer === undefined) return
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`it has not ended after ${WAIT_LIMIT_MS} ms`)), WAIT_LIMIT_MS)
  try {
    await Promise.race([answer, promise])
  } finally {
    clearTimeout(timer)
  }
}

/** Bytes held beyond what was held at first: garbage does not count, however long the engine lets it lie. */
function memoryBeyond(before: number): number {
  if (memory() - before >= MEMORY_LIMIT) collect()
  return memory() - before
}

function collect(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc()')
}

function memory(): number {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Bytes changed in one to three places: flipped, set, cut, inserted, repeated, swapped, zeroed. Never the same bytes. */
export function mutateBytes(chance: Chance, bytes: Uint8Array): Buffer {
  for (;;) {
    let changed = Buffer.from(bytes)
    for (let times = 1 + chance.int(3); times > 0; times -= 1) changed = Buffer.from(mutateOnce(chance, changed))
    if (!changed.equals(bytes)) return changed
  }
}

function mutateOnce(chance: Chance, bytes: Buffer): Uint8Array {
  // Nothing is left to change once all was cut away: only something new can come.
  if (bytes.length === 0) return chance.bytes(1 + chance.int(600))
  const at = chance.int(bytes.length)
  const span = 1 + chance.int(Math.min(600, bytes.length - at))
  const copy = Buffer.from(bytes)
  switch (chance.int(9)) {
    case 0:
      return bytes.with(at, (bytes[at] ?? 0) ^ (1 << chance.int(8)))
    case 1:
      return bytes.with(at, chance.pick([0, 1, 0x0a, 0x20, 0x22, 0x7f, 0x80, 0xff]))
    case 2:
      return bytes.subarray(0, at)
    case 3:
      return Buffer.concat([bytes.subarray(0, at), chance.bytes(span), bytes.subarray(at)])
    case 4:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + span)])
    case 5:
      return Buffer.concat([bytes.subarray(0, at + span), bytes.subarray(at)])
    case 6:
      return copy.fill(chance.pick([0, 0x20, 0xff]), at, at + span)
    case 7: {
      const block = 512 * chance.int(1 + Math.floor(bytes.length / 512))
      return Buffer.concat([bytes.subarray(0, block), Buffer.alloc(512), bytes.subarray(block)])
    }
    default: {
      const other = chance.int(bytes.length)
      const [first, second] = at < other ? [at, other] : [other, at]
      const length = Math.min(span, second - first, bytes.length - second)
      return Buffer.concat([
        bytes.subarray(0, first),
        bytes.subarray(second, second + length),
        bytes.subarray(first + length, second),
        bytes.subarray(first, first + length),
        bytes.subarray(second + length),
      ])
    }
  }
}

/** Values that break careless code. */
const ODD: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  2 ** 53,
  -0,
  '',
  ' ',
  '0',
  'NaN',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  'C:\\CON',
  "'; DROP TABLE journal; --",
  'e\u0301',
  '\u202Egnp.exe',
  '\u0000',
  '\uD800',
  'Đ'.repeat(5000),
  [],
  {},
  [[[[]]]],
]

const ODD_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  'seq',
  'erased',
  'polluted',
]

/** A copy of a JSON value, changed in one to three places. It may come out the same. */
export function mutateJson(chance: Chance, value: unknown): unknown {
  let changed = value
  for (let times = 1 + chance.int(3); times > 0; times -= 1) changed = mutateNode(chance, changed, 0)
  return changed
}

function mutateNode(chance: Chance, value: unknown, depth: number): unknown {
  const isDeep = typeof value === 'object' && value !== null && depth < 6 && chance.int(4) > 0
  if (Array.isArray(value)) {
    const items: unknown[] = [...(value as readonly unknown[])]
    if (isDeep && items.length > 0) {
      const at = chance.int(items.length)
      return items.with(at, mutateNode(chance, items[at], depth + 1))
    }
    switch (chance.int(5)) {
      case 0:
        return items.slice(1)
      case 1:
        return [...items, ...items]
      case 2:
        return items.toReversed()
      case 3:
        return [...items, oddValue(chance)]
      default:
        return oddValue(chance)
    }
  }
  if (typeof value === 'object' && value !== null) {
    const fields: (readonly [string, unknown])[] = Object.entries(value)
    const at = chance.int(fields.length)
    const field = fields[at]
    if (isDeep && field !== undefined)
      return object(fields.with(at, [field[0], mutateNode(chance, field[1], depth + 1)]))
    switch (chance.int(4)) {
      case 0:
        return object(fields.filter((_, i) => i !== at))
      case 1:
        return object([...fields, [chance.pick(ODD_KEYS), oddValue(chance)]])
      case 2:
        return field === undefined ? {} : object(fields.with(at, [chance.pick(ODD_KEYS), field[1]]))
      default:
        return oddValue(chance)
    }
  }
  if (typeof value === 'string' && value !== '' && chance.int(2) === 0) {
    const at = chance.int(value.length)
    return value.slice(0, at) + chance.pick(['', 'x', ' ', '\n', '0', value]) + value.slice(at + chance.int(2))
  }
  if (typeof value === 'number' && chance.int(2) === 0) return value + chance.pick([-1, 1, 0.5, 1e6])
  return oddValue(chance)
}

function oddValue(chance: Chance): unknown {
  if (chance.int(40) > 0) return chance.pick(ODD)
  // Deep and wide, but only now and then: these are slow to make.
  if (chance.int(2) === 0) return JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`)
  return Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`k${i}`, i]))
}

/** An object with these fields as its own, `__proto__` too, as JSON.parse makes it. */
function object(fields: readonly (readonly [string, unknown])[]): unknown {
  const made: Record<string, unknown> = {}
  for (const [key, value] of fields)
    Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true })
  return made
}

/** JSON with sorted keys as canonical JSON has them, of whatever a mutation made: numbers with a point, lone surrogates. */
export function looseJson(value: unknown): string {
  if (Array.isArray(value)) return `[${(value as readonly unknown[]).map(looseJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const keys = Object.keys(value).toSorted()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${looseJson(Object.getOwnPropertyDescriptor(value, key)?.value)}`).join(',')}}`
}
