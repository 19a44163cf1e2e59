import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { KINDS, kindRow, type Kind } from '../../../../shared/journal/kinds.ts'
import { schemaOf, upcastPayload, type Versions } from '../../../../shared/journal/upcast.ts'

/** A kind that was written as `{name}`, then `{names}`, and is now `{people: [{name}]}`. */
const row: Versions = {
  v: 3,
  payload: z.strictObject({ people: z.array(z.strictObject({ name: z.string() })) }),
  older: [
    {
      payload: z.strictObject({ name: z.string() }),
      up: (payload) => ({ names: [z.strictObject({ name: z.string() }).parse(payload).name] }),
    },
    {
      payload: z.strictObject({ names: z.array(z.string()) }),
      up: (payload) => ({
        people: z
          .strictObject({ names: z.array(z.string()) })
          .parse(payload)
          .names.map((name) => ({ name })),
      }),
    },
  ],
}

describe('an entry written under an older version', () => {
  test('is read as the newest version has it, through every step between', () => {
    const newest = { people: [{ name: 'Giàng A Câu' }] }
    expect(upcastPayload(row, 1, { name: 'Giàng A Câu' })).toEqual(newest)
    expect(upcastPayload(row, 2, { names: ['Giàng A Câu'] })).toEqual(newest)
    expect(upcastPayload(row, 3, newest)).toEqual(newest)
  })

  test('is judged by the schema of its own version', () => {
    expect(schemaOf(row, 1)?.safeParse({ name: 'Giàng A Câu' }).success).toBe(true)
    expect(schemaOf(row, 1)?.safeParse({ names: [] }).success).toBe(false)
    expect(schemaOf(row, 3)?.safeParse({ people: [] }).success).toBe(true)
    expect(schemaOf(row, 4)).toBeNull()
    expect(schemaOf(row, 0)).toBeNull()
  })

  test('of a version nobody wrote is a fault of the program', () => {
    expect(() => upcastPayload({ v: 2, payload: z.unknown() }, 1, {})).toThrow('no step from version 1')
  })
})

test('every kind has a step from each of its older versions', () => {
  for (const kind of Object.keys(KINDS) as Kind[])
    expect(kindRow(kind).older?.length ?? 0, kind).toBe(kindRow(kind).v - 1)
})
