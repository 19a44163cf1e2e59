/**
 * From what stands in a form to what crosses the port: a form keeps texts by the path of their field
 * ('resolution.number'), the port wants objects without the empty ones, numbers as numbers, texts trimmed and in NFC.
 */

/** What a form holds, by the path of the field. */
export type FormValues = Readonly<Record<string, unknown>>

type Tree = { [part: string]: unknown }

/**
 * The input of a call. Empty texts, nulls and flags that are off are left out.
 * @param values - by path
 * @param counts - paths whose text is a whole number
 */
export function inputOf(values: FormValues, counts: readonly string[] = []): Readonly<Record<string, unknown>> {
  const input: Tree = {}
  for (const [path, value] of Object.entries(values)) {
    const given = givenOf(value, counts.includes(path))
    if (given === undefined) continue
    const parts = path.split('.')
    const last = parts.pop() ?? path
    let place = input
    for (const part of parts) place = branchOf(place, part)
    place[last] = given
  }
  return input
}

/** A whole number as typed, or undefined. */
export function countOf(text: string): number | undefined {
  return /^\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : undefined
}

function givenOf(value: unknown, isCount: boolean): unknown {
  if (typeof value === 'string') {
    const text = value.normalize('NFC').trim()
    if (text === '') return undefined
    return isCount ? (countOf(text) ?? text) : text
  }
  return value === null || value === false || (Array.isArray(value) && value.length === 0) ? undefined : value
}

function branchOf(place: Tree, part: string): Tree {
  const held = place[part]
  if (isTree(held)) return held
  const made: Tree = {}
  place[part] = made
  return made
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
