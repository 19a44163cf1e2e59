/**
 * What a page that has gone wrong might send through the preload: every answer is a refusal with a code, and the core
 * works afterwards.
 */
import fc from 'fast-check'
import type { Page } from '@playwright/test'
import { API } from '../../shared/contract/api.ts'
import { PATH_FIELDS, SHELL_INPUTS } from '../../shared/contract/shell.ts'
import { swellingFields, type FieldKind } from '../support/schema-fields.ts'
import { expect, test } from './support/fixtures.ts'
import { callPort, openReady } from './support/ready.ts'

/** Every name there is with its input. */
const SCHEMAS = [
  ...API.map(({ name, input }) => [name, input] as const),
  ...Object.entries(SHELL_INPUTS).filter(([name]) => name !== 'shell.cancel'),
]

/** Stands in an input where ten megabytes are put in the page itself. */
const HERE = 'mười mê ga byte'

type Answer = { readonly ok: boolean; readonly error?: { readonly code?: string } }

/** Calls the page's port with anything JSON can say; as text, since the test's own way into the page loses `__proto__`. */
function send(
  page: Page,
  calls: readonly (readonly [name: unknown, input: unknown, id: unknown])[],
): Promise<Answer[]> {
  return page.evaluate(async (text) => {
    const list = JSON.parse(text) as [unknown, unknown, unknown][]
    const port = Object.getOwnPropertyDescriptor(window, 'ketNap')?.value as {
      call: (name: unknown, input: unknown, id: unknown) => Promise<Answer>
    }
    const answers: Answer[] = []
    for (const [name, input, id] of list) answers.push(await port.call(name, input, id))
    return answers
  }, JSON.stringify(calls))
}

async function expectAlive(page: Page): Promise<void> {
  const { profile } = await callPort<{ profile: { name: string } }>(page, 'office.get')
  expect(profile.name).toBe('Đảng ủy xã Bình Minh')
}

const id = '01890000-0000-7000-8000-00000000000a'

test('unknown names, prototype keys and wrong shapes are refused, and the core goes on', async ({ place }) => {
  test.slow()
  const window = await openReady(place, 'xa')
  const { page } = window

  const names: readonly unknown[] = [
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '',
    ' ',
    'home',
    'home.get ',
    'HOME.GET',
    'home.get\0',
    'shell.',
    'shell.__proto__',
    'shell.constructor',
    'shell.toString',
    'x'.repeat(1e4),
    null,
    1,
    true,
    {},
    [],
    ['home.get'],
    { toString: 'home.get' },
  ]
  const unknown = await send(
    page,
    names.map((name) => [name, {}, id] as const),
  )
  expect(unknown.map(({ error }) => error?.code)).toEqual(names.map(() => 'UNKNOWN_NAME'))
  const ids = await send(
    page,
    [undefined, null, 7, {}, ['x']].map((each) => ['home.get', {}, each] as const),
  )
  expect(ids.map(({ error }) => error?.code)).toEqual(ids.map(() => 'UNKNOWN_NAME'))

  // Prototype keys as JSON brings them, in the input and below it.
  const poisoned = ['__proto__', 'constructor', 'prototype'].flatMap((key) => [
    JSON.parse(`{"${key}":{"polluted":true}}`) as unknown,
    JSON.parse(`{"text":"a","${key}":{"polluted":true}}`) as unknown,
  ])
  const keyed = await send(page, [
    ...poisoned.map((input) => ['candidate.search', input, id] as const),
    ...poisoned.map((profile) => ['candidate.register', { unit: id, profile }, id] as const),
    ...poisoned.map((input) => ['shell.chooseFolder', input, id] as const),
  ])
  expect(keyed.map(({ error }) => error?.code)).toEqual(keyed.map(() => 'INVALID_INPUT'))
  await expectAlive(page)

  // Every name there is with JSON that is no input of it: known, and refused for its input alone.
  const wrong = SCHEMAS.flatMap(([name, schema]) =>
    fc
      .sample(
        fc.json({ maxDepth: 4 }).filter((text) => !schema.safeParse(JSON.parse(text) ?? {}).success),
        { seed: 41, numRuns: 2 },
      )
      .map((text) => [name, JSON.parse(text) as unknown, crypto.randomUUID()] as const),
  )
  const answers = await send(page, wrong)
  const said = answers.map(({ ok, error }, at) => [wrong[at]?.[0], ok ? 'accepted' : error?.code])
  expect(said.filter(([, code]) => code !== 'INVALID_INPUT' && code !== 'PATH_NOT_CHOSEN')).toEqual([])
  expect(new Set(said.map(([name]) => name)).size).toBe(SCHEMAS.length)
  await expectAlive(page)
})

test('ten megabytes in a name, in the name of a field or in many rows are refused, and the core goes on', async ({
  place,
}) => {
  test.slow()
  const window = await openReady(place, 'xa')
  const { page } = window
  const answers = await page.evaluate(async () => {
    const port = Object.getOwnPropertyDescriptor(window, 'ketNap')?.value as {
      call: (name: string, input: unknown, id: string) => Promise<Answer>
    }
    const big = 'ă'.repeat(5 * 1024 * 1024)
    const uuid = crypto.randomUUID()
    const calls: [string, unknown][] = [
      [big, {}],
      ['candidate.search', { text: big }],
      ['candidate.register', { unit: uuid, profile: { name: big } }],
      ['unit.add', { name: big, type: 'branch' }],
      ['candidate.register', { unit: uuid, profile: { name: 'A' }, ...Object.fromEntries([[big, 1]]) }],
      [
        'candidate.registerMany',
        { rows: Array.from({ length: 100_000 }, () => ({ unit: uuid, profile: { name: 'A' } })) },
      ],
      ['shell.chooseFolder', { title: big }],
    ]
    const said: (string | undefined)[] = []
    for (const [name, input] of calls) said.push((await port.call(name, input, crypto.randomUUID())).error?.code)
    return said
  })
  expect(answers[0]).toBe('UNKNOWN_NAME')
  for (const code of answers.slice(1)) expect(code).toBe('INVALID_INPUT')
  await expectAlive(page)
})

test('ten megabytes in a text or a list are refused whichever way they come, and the core goes on', async ({
  place,
}) => {
  test.slow()
  const window = await openReady(place, 'xa')
  const { page } = window
  // One of each way in and of each kind of field; that it is so of every call and every field is shown without a window, by
  // swollen-fields.test.ts.
  const calls = ['query', 'command', 'job', 'shell'].flatMap((way) =>
    (['text', 'list', 'record'] as const).flatMap((kind) => {
      const found = SCHEMAS.filter(([name]) => wayOf(name) === way).flatMap(([name, schema]) =>
        swellingFields(schema)
          // A path is asked first whether it was chosen.
          .filter((field) => field.kind === kind && PATH_FIELDS[name]?.includes(field.path) !== true)
          .map(({ input }) => ({ name, kind, input: input(HERE) })),
      )
      return found.slice(0, 1)
    }),
  )
  expect(calls.length).toBeGreaterThan(6)
  const said = await page.evaluate(
    async ({ list, here }) => {
      const port = Object.getOwnPropertyDescriptor(window, 'ketNap')?.value as {
        call: (name: string, input: unknown, id: string) => Promise<Answer>
      }
      const item = 'ă'.repeat(36)
      const swollen: Readonly<Record<FieldKind, unknown>> = {
        text: 'ă'.repeat(5 * 1024 * 1024),
        list: Array.from({ length: 140_000 }, () => item),
        record: Object.fromEntries(Array.from({ length: 120_000 }, (_, number) => [`${number} ${item}`, 1])),
      }
      const put = (value: unknown, kind: FieldKind): unknown => {
        if (value === here) return swollen[kind]
        if (Array.isArray(value)) return value.map((each: unknown) => put(each, kind))
        if (typeof value !== 'object' || value === null) return value
        return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, put(each, kind)]))
      }
      const answers: string[] = []
      for (const { name, kind, input } of list) {
        const answer = await port.call(name, put(input, kind), crypto.randomUUID())
        answers.push(`${name}, ${kind}: ${answer.ok ? 'accepted' : answer.error?.code}`)
      }
      return answers
    },
    { list: calls, here: HERE },
  )
  expect(said).toEqual(calls.map(({ name, kind }) => `${name}, ${kind}: INVALID_INPUT`))
  await expectAlive(page)
})

function wayOf(name: string): string | undefined {
  return name.startsWith('shell.') ? 'shell' : API.find((entry) => entry.name === name)?.kind
}

test('a frame that is not ours has no port, and cannot forge one', async ({ place }) => {
  const window = await openReady(place, 'xa')
  const { page } = window
  const found = await page.evaluate(async () => {
    const seen: Record<string, unknown> = {}
    for (const [what, source] of [
      ['blank', 'about:blank'],
      ['own', '/index.html'],
    ] as const) {
      const frame = document.createElement('iframe')
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
      frame.src = source
      document.body.append(frame)
      await loaded
      const inside = frame.contentWindow as unknown as Record<string, unknown> | null
      try {
        for (const name of ['ketNap', '__ketNapPipe', '__deliver']) seen[`${what} ${name}`] = typeof inside?.[name]
      } catch {
        // A frame of another origin shows nothing.
        seen[`${what} ketNap`] = 'closed'
      }
      frame.remove()
    }
    return seen
  })
  expect(Object.keys(found)).toEqual(expect.arrayContaining(['blank ketNap', 'own ketNap']))
  for (const value of Object.values(found)) expect(['undefined', 'closed']).toContain(value)
  // Our own page in a frame: the policy has stopped it, and said so.
  await expect.poll(() => window.excuse(/frame-src/)).toBeGreaterThan(0)
  await expectAlive(page)
  // Some browsers say it again for the empty page that they put in its place.
  window.excuse(/frame-src/)
})
