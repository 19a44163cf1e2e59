/**
 * What a page that has gone wrong might send through the preload: every answer is a refusal with a code, and the core
 * works afterwards.
 */
import fc from 'fast-check'
import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures.ts'
import { callPort, openReady } from './support/ready.ts'

type Answer = { readonly ok: boolean; readonly error?: { readonly code?: string } }

/** Refusals that what is no call may end in. */
const REFUSALS = ['UNKNOWN_NAME', 'INVALID_INPUT', 'PATH_NOT_CHOSEN']

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

  // Any name with any JSON. Reads may find it right; writes without a right subject must not.
  const known = [
    'candidate.register',
    'paper.record',
    'dossier.submit',
    'decision.record',
    'unit.add',
    'member.add',
    'scan.add',
    'bundle.export',
    'bundle.import',
    'backup.make',
    'entry.retract',
    'office.change',
    'setting.change',
    'user.add',
    'candidate.registerMany',
    'case.get',
    'scan.get',
    'session.unlock',
    'document.preview',
    'pairing.accept',
  ]
  const inputs = fc.sample(fc.tuple(fc.constantFrom(...known), fc.json({ maxDepth: 4 })), { seed: 41, numRuns: 300 })
  const answers = await send(
    page,
    inputs.map(([name, text]) => [name, JSON.parse(text) as unknown, crypto.randomUUID()] as const),
  )
  for (const [index, answer] of answers.entries())
    expect(REFUSALS, JSON.stringify([inputs[index], answer])).toContain(answer.ok ? 'accepted' : answer.error?.code)
  await expectAlive(page)
})

test('ten megabytes in any field are refused, and the core goes on', async ({ place }) => {
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
  await expect.poll(() => window.excuse(/frame-ancestors/)).toBeGreaterThan(0)
  await expectAlive(page)
})
