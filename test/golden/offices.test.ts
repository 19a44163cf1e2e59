/**
 * Recoveries, successions and pairing cards as they were frozen: the writer still gives these bytes, the reader still says
 * the same of them, and no false proof proves anything.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { cardOfCode, codeOfCard } from '../../shared/bundle/card-code.ts'
import { digitsOf, parseCard } from '../../shared/bundle/format.ts'
import { sealBytes } from '../../electron/bundle/age.ts'
import { unprovenChannel } from '../../electron/bundle/head-proof.ts'
import { isOwnCard } from '../../electron/bundle/renewals.ts'
import { writeTar } from '../../electron/bundle/tar-stream.ts'
import { ledgerOf, pdf, plantSealed, readAs, type Staged } from '../support/bundle-kit.ts'
import { createFakeDisk } from '../support/fake-disk.ts'
import { cast, channelOf } from '../support/golden-bundles.ts'
import { filesBelow, frozenJournal } from '../support/golden-hashes.ts'
import {
  goldenCards,
  officeBag,
  officeJournals,
  OFFICES,
  officeSenders,
  UNPROVEN,
  wayOf,
  type BadCard,
  type CardVector,
  type OfficeGiven,
  type OfficeVector,
} from '../support/golden-offices.ts'

const home = fileURLToPath(OFFICES)
const all = await cast()
const good = jsonOf<readonly OfficeVector[]>('inputs.json')
const bad = jsonOf<
  readonly {
    readonly name: string
    readonly kind: OfficeVector['kind']
    readonly given: OfficeGiven
    readonly error: { readonly code: string }
  }[]
>('bad.json')
const cards = jsonOf<readonly CardVector[]>('cards.json')
const badCards = jsonOf<readonly BadCard[]>('bad-cards.json')

test('there are good vectors of both kinds, many more bad ones, and false proofs among them', () => {
  expect(filesBelow(home, 'good')).toEqual(good.map(({ name }) => `good/${name}.tar`).toSorted())
  expect(filesBelow(home, 'bad')).toEqual(bad.map(({ name }) => `bad/${name}.age`).toSorted())
  expect(filesBelow(home, 'card')).toEqual(cards.map(({ file }) => file).toSorted())
  expect(new Set(good.map(({ kind }) => kind))).toEqual(new Set(['recovery', 'succession']))
  expect(bad.length).toBeGreaterThan(6 * good.length)
  expect(bad.filter(({ error }) => error.code === UNPROVEN).length).toBeGreaterThan(12)
})

describe.each(good)('the good set $name', (vector) => {
  const tar = bytesOf(`good/${vector.name}.tar`)

  test('is what the writer makes of its inputs, byte for byte', async () => {
    const journals = (await officeJournals(vector)).map((made) => frozenJournal(made, tar))
    expect((await buffer(writeTar(officeBag(all, vector, journals).files))).equals(tar)).toBe(true)
  })

  test('is read by whom it is for, with every channel, line, scan and proof', async () => {
    const { to } = wayOf(all, vector.kind)
    const disk = createFakeDisk()
    const set = await plantSealed(disk, await sealBytes([to.recipient], tar))
    const staged: Staged = new Map()
    const read = await readAs(to, officeSenders(all, vector.kind, {}), set, disk, { staged })
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    expect(read.value.channels.map(({ channel, lines }) => [channel, lines.map(({ line }) => line)])).toEqual(
      vector.channels.map(({ channel, lines }) => [channel, lines]),
    )
    expect([...staged.values()].map(String).toSorted()).toEqual(
      vector.scans.map((text) => String(pdf(text))).toSorted(),
    )
    if (vector.kind === 'recovery') expect(unprovenChannel(read.value.manifest, [to.signKey])).toBe(null)
  })
})

test.each(bad)('$error.code: $name', async ({ name, kind, given, error }) => {
  const { to } = wayOf(all, kind)
  const disk = createFakeDisk()
  const set = await plantSealed(disk, bytesOf(`bad/${name}.age`))
  const ledger = ledgerOf(given.held === undefined ? {} : { [channelOf(all)]: given.held })
  const read = await readAs(to, officeSenders(all, kind, given), set, disk, { ledger })
  if (read.ok) {
    expect({ code: UNPROVEN, channel: unprovenChannel(read.value.manifest, [to.signKey]) }).toEqual(error)
  } else expect(read.error.code === 'B_OLD' ? { code: 'B_OLD' } : read.error).toEqual(error)
})

test('a card is printed as it was, read back, compared by the same digits, and coded for paper', () => {
  expect(goldenCards(all).map(({ file, digits }) => ({ file, digits }))).toEqual(cards)
  for (const { file, text } of goldenCards(all)) expect(bytesOf(file).toString('utf8')).toBe(text)
  for (const { file, digits } of cards) {
    const text = bytesOf(file).toString('utf8')
    const card = parseCard(text)
    if (card === null) throw new Error(`${file} is no card`)
    expect([digitsOf(card), isOwnCard(card)]).toEqual([digits, true])
    const { digits: code, isWhole } = codeOfCard(text)
    expect(isWhole ? cardOfCode(code) : null).toBe(isWhole ? text.trim() : null)
  }
})

test.each(badCards)('no card: $name', ({ text }) => {
  const card = parseCard(text)
  expect(card !== null && isOwnCard(card)).toBe(false)
})

function bytesOf(name: string): Buffer {
  return readFileSync(join(home, name))
}

function jsonOf<T>(name: string): T {
  return JSON.parse(bytesOf(name).toString('utf8')) as T
}
