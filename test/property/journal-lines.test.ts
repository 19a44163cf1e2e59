/**
 * Lines and chains: an entry is read back from its line as it was written, every kind's payload fits its schema, and no
 * line can be changed, dropped, swapped or repeated without the chain showing it.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson, sha256Hex, utf8 } from '../../shared/base/canonical.ts'
import { trusted, trustedJson } from '../../shared/base/trust.ts'
import { checkChain, GENESIS, nextHead } from '../../shared/bundle/chain.ts'
import { classify } from '../../shared/journal/classify.ts'
import { parseLine, printLine, type Entry } from '../../shared/journal/entry.ts'
import { kindRow } from '../../shared/journal/kinds.ts'
import { draftOver, payloadsOver, runs, type Pool } from '../support/arbitraries.ts'
import { someLine } from '../support/arbitrary-values.ts'
import { COMMUNE, DISTRICT, idsFrom, UNIT } from '../support/journal-kit.ts'

const newId = idsFrom('lines')
const pool: Pool = {
  cases: [newId()],
  units: [UNIT],
  members: [newId()],
  users: [newId()],
  entries: [newId(), newId()],
  offices: [COMMUNE, DISTRICT],
}

const place = fc.record({
  channel: fc.constantFrom(`${COMMUNE}.${'a'.repeat(16)}.own`, `${DISTRICT}.${'b'.repeat(16)}.${COMMUNE}`),
  seq: fc.integer({ min: 1, max: 99 }),
})

const entry: fc.Arbitrary<Entry> = fc
  .record({
    draft: draftOver(pool),
    id: fc.uuid(),
    seq: fc.integer({ min: 1, max: 1_000_000 }),
    after: fc.uniqueArray(place, { maxLength: 2, selector: ({ channel }) => channel }),
    actor: fc.record({ id: someLine, name: someLine, post: someLine }),
  })
  .map(({ draft, after, ...rest }) => ({
    ...rest,
    kind: draft.kind,
    v: kindRow(draft.kind).v,
    after: after.toSorted((a, b) => (a.channel < b.channel ? -1 : 1)),
    at: '2024-01-15T01:00:00Z',
    subject: draft.subject,
    payload: draft.payload,
    salt: 'A'.repeat(22),
  }))

test('every payload the arbitraries make fits the schema of its kind', () => {
  const payloads = payloadsOver(pool)
  for (const [kind, payload] of Object.entries(payloads)) {
    const schema = kindRow(trusted(kind)).payload
    fc.assert(
      fc.property(trusted<fc.Arbitrary<unknown>>(payload), (value) => {
        expect(schema.safeParse(value).error, kind).toBeUndefined()
      }),
      { numRuns: 20 },
    )
  }
})

test('an entry is read back from its line as it was written, and our own office applies it', () => {
  fc.assert(
    fc.property(entry, (written) => {
      const line = printLine(written)
      expect(line).not.toContain('\n')
      expect(parseLine(line)).toEqual({ ok: true, value: trustedJson(JSON.stringify(written)) })
      expect(printLine(trustedJson<Entry>(line))).toBe(line)
      const facts = { office: COMMUNE, standing: 'self', audience: 'own', self: COMMUNE, idTaken: () => false } as const
      expect(classify(line, facts).kind).toBe('entry')
    }),
    runs(200),
  )
})

test('the order in which fields were set leaves no trace in a line', () => {
  fc.assert(
    fc.property(entry, (written) => {
      const reversed = trusted<Entry>(Object.fromEntries(Object.entries(written).toReversed()))
      expect(printLine(reversed)).toBe(printLine(written))
    }),
    runs(100),
  )
})

test('a line in any other writing of the same value is a fault of layout, not an entry', () => {
  fc.assert(
    fc.property(entry, fc.constantFrom(' ', '\t', '\n'), (written, blank) => {
      const line = printLine(written)
      for (const other of [
        line + blank,
        blank + line,
        line.replace(':', `:${blank}`),
        JSON.stringify(written, null, 1),
      ])
        expect(parseLine(other)).toEqual({ ok: false, error: 'canonical' })
    }),
    runs(50),
  )
})

const channel = fc
  .array(entry, { minLength: 2, maxLength: 7 })
  .map((entries) => entries.map((written, index) => printLine({ ...written, seq: index + 1 })))

test('a changed, dropped, swapped or repeated line is found by the chain', () => {
  fc.assert(
    fc.property(channel, fc.nat(), fc.nat(), fc.nat(), (lines, at, other, where) => {
      const head = lines.reduce(nextHead, GENESIS)
      const claim = { from: 1, requires: GENESIS, head }
      expect(checkChain(claim, lines)).toEqual({ ok: true, value: { last: lines.length, stubs: [] } })
      const i = at % lines.length
      const j = other % lines.length
      const line = lines[i] ?? ''
      const k = where % line.length
      const flipped = `${line.slice(0, k)}${line[k] === '0' ? '1' : '0'}${line.slice(k + 1)}`
      const broken: readonly (readonly string[])[] = [
        lines.with(i, flipped),
        lines.toSpliced(i, 1),
        lines.toSpliced(i, 0, line),
        ...(i === j ? [] : [lines.with(i, lines[j] ?? '').with(j, line)]),
        lines.with(i, printLine({ ...trustedJson<Entry>(line), salt: 'B'.repeat(22) })),
        [],
      ]
      for (const changed of broken) expect(checkChain(claim, changed).ok).toBe(false)
    }),
    runs(100),
  )
})

test('an erased line keeps the chain through the hash of what stood there, and through no other', () => {
  fc.assert(
    fc.property(channel, fc.nat(), (lines, at) => {
      const head = lines.reduce(nextHead, GENESIS)
      const claim = { from: 1, requires: GENESIS, head }
      const i = at % lines.length
      const stub = (text: string) => canonicalJson({ erased: sha256Hex(utf8(text)), seq: i + 1 })
      const erased = lines.with(i, stub(lines[i] ?? ''))
      expect(checkChain(claim, erased)).toEqual({ ok: true, value: { last: lines.length, stubs: [i + 1] } })
      expect(parseLine(erased[i] ?? '').ok).toBe(true)
      expect(checkChain(claim, lines.with(i, stub('khác'))).ok).toBe(false)
    }),
    runs(50),
  )
})
