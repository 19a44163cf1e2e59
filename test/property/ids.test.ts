/** Ids that travel: their shape, and that those of one act stand beside each other. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { derivedId, Uuid } from '../../shared/base/ids.ts'
import { uuid7 } from '../../shared/base/uuid7.ts'

const random = fc.uint8Array({ minLength: 10, maxLength: 10 })
const at = fc.integer({ min: 0, max: 2 ** 48 - 1 })

it('a UUID of version 7 carries its time first and its variant, and sorts by time', () => {
  fc.assert(
    fc.property(at, at, random, random, (first, second, one, other) => {
      const [a, b] = [uuid7(first, one), uuid7(second, other)]
      expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(Uuid.safeParse(a).success).toBe(true)
      expect(Number.parseInt(a.replaceAll('-', '').slice(0, 12), 16)).toBe(first)
      if (first !== second) expect(a < b).toBe(first < second)
    }),
  )
})

it('different random bytes give different UUIDs of the same millisecond', () => {
  const one = new Uint8Array(10)
  expect(uuid7(1, one)).toBe('00000000-0001-7000-8000-000000000000')
  for (let byte = 0; byte < 9; byte += 1) {
    const other = one.slice()
    other[byte] = 1
    expect(uuid7(1, other)).not.toBe(uuid7(1, one))
  }
})

it('a derived id begins like the call and is its own for every number', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), fc.integer({ min: 1, max: 2_000_000 }), (call, otherCall, n) => {
      const id = derivedId(call, n)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(id.slice(0, 13)).toBe(call.slice(0, 13))
      expect(derivedId(call, n)).toBe(id)
      expect(derivedId(call, n + 1)).not.toBe(id)
      if (call !== otherCall) expect(derivedId(otherCall, n)).not.toBe(id)
      expect(derivedId(call, 0)).toBe(call)
    }),
  )
})
