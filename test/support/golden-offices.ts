/**
 * What the golden sets of rare kinds are made of: `recovery` and `succession` sets that must be read, and those that must
 * be refused, with one code, or because nothing proves them; and the pairing cards of an office, as they are printed, with
 * the digits that are compared. `write-golden-offices.ts` writes them, once for all; `test/golden/offices.test.ts` holds
 * writer and reader to them.
 */
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { Json } from '../../shared/base/canonical.ts'
import { trustedJson } from '../../shared/base/trust.ts'
import {
  digitsOf,
  printCard,
  type BundleManifest,
  type KeyRenewal,
  type PairingCard,
} from '../../shared/bundle/format.ts'
import { makeJournalFile, type JournalFile } from '../../electron/bundle/journal-file.ts'
import { makeBag, type Bag } from '../../electron/bundle/make-bag.ts'
import { signFile, signKeyOf, type SignSecret } from '../../electron/bundle/minisign.ts'
import { signRenewal } from '../../electron/bundle/renewals.ts'
import { attachment, makeLines, manifestFrom, pdf, sha256, sourceOf, type Forgery, type Office } from './bundle-kit.ts'
import { channelOf, type Cast } from './golden-bundles.ts'

/** Where the golden sets of rare kinds and the cards lie. */
export const OFFICES = new URL('../golden/bundles/v1/offices/', import.meta.url)

/** The signed lists of a set, as text, and how its key goes back to the office's first one. */
export type Proof = NonNullable<BundleManifest['proofs']>[number]

/** Who writes a set and who reads it: a recovery comes from above, a succession goes to who comes after. */
const WAYS = { recovery: ['ward', 'commune'], succession: ['commune', 'third'] } as const

/** A set that must be read, in words of its inputs only. */
export type OfficeVector = {
  readonly name: string
  readonly id: string
  readonly kind: keyof typeof WAYS
  /** By channel: its lines from 1. Sorted by channel. */
  readonly channels: readonly { readonly channel: string; readonly lines: readonly string[] }[]
  readonly proofs: readonly Proof[]
  /** Text of each scan. */
  readonly scans: readonly string[]
}

/** Two sets of the kinds, by who writes and who reads them. */
export function wayOf(all: Cast, kind: OfficeVector['kind']): { readonly from: Office; readonly to: Office } {
  const [from, to] = WAYS[kind]
  return { from: all[from], to: all[to] }
}

/** Sign keys of the commune after its first one. TEST keys: everybody can make them. */
const LATER: readonly SignSecret[] = ['one', 'two'].map((name) => ({
  seed: Buffer.from(sha256(`TEST sign key ${name}`), 'hex').toString('base64'),
  keyNumber: Buffer.from(sha256(`TEST key number ${name}`), 'hex')
    .subarray(0, 8)
    .toString('base64'),
}))

/** Channel of the commune's second computer to the ward. */
function secondChannel({ commune, ward }: Cast): string {
  return `${commune.office}.${'d'.repeat(16)}.${ward.office}`
}

/** Sets that must be read. */
export async function officeVectors(all: Cast): Promise<readonly OfficeVector[]> {
  const { commune, third } = all
  const first = { channel: channelOf(all), lines: makeLines(5) }
  const second = { channel: secondChannel(all), lines: makeLines(2, 1, 'Máy hai') }
  const own = (audience: string, count: number) => ({
    channel: `${commune.office}.${commune.device}.${audience}`,
    lines: makeLines(count, 1, `Gửi ${audience.slice(0, 3)}`),
  })
  const sorted = (list: OfficeVector['channels']) => list.toSorted((a, b) => (a.channel < b.channel ? -1 : 1))
  const one = await proofOf(all, first)
  return [
    { name: 'recovery', id: 'a'.repeat(32), kind: 'recovery', channels: [first], proofs: [one], scans: ['đơn'] },
    {
      name: 'recovery-of-two-computers',
      id: 'b'.repeat(32),
      kind: 'recovery',
      channels: sorted([first, second]),
      proofs: [one, await proofOf(all, second)],
      scans: [],
    },
    {
      name: 'recovery-by-a-later-key',
      id: 'c'.repeat(32),
      kind: 'recovery',
      channels: [first],
      proofs: [await renewedProof(all, first)],
      scans: [],
    },
    {
      name: 'recovery-up-to-an-earlier-line',
      id: 'e'.repeat(32),
      kind: 'recovery',
      channels: [{ ...first, lines: first.lines.slice(0, 3) }],
      proofs: [{ ...one, beyond: first.lines.slice(3).map(sha256) }],
      scans: [],
    },
    {
      name: 'succession',
      id: 'd'.repeat(32),
      kind: 'succession',
      channels: sorted([own('own', 3), own('all', 1), own(third.office, 2), first]),
      proofs: [],
      scans: ['đơn', 'lý lịch'],
    },
  ]
}

/** What the commune signed of a channel when it sent it up. @param sign - the key it had then */
async function proofOf(
  all: Cast,
  { channel, lines }: OfficeVector['channels'][number],
  sign: SignSecret = all.commune.sign,
): Promise<Proof> {
  const { commune, ward } = all
  const files = makeBag({
    id: sha256(channel).slice(0, 32),
    manifest: manifestFrom({ ...commune, device: channel.split('.')[1] ?? '' }, ward),
    journals: [await makeJournalFile(sourceOf(channel, lines))],
    attachments: [],
    keys: { sign },
    organization: 'Đảng ủy xã Thử nghiệm',
  }).files
  const textOf = (name: string) => text(Readable.from(files.find((file) => file.name === name)?.open() ?? []))
  return {
    bundle_json: await textOf('bundle.json'),
    tag_manifest: await textOf('tagmanifest-sha256.txt'),
    signature: await textOf('tagmanifest-sha256.txt.minisig'),
  }
}

/** As `proofOf`, under the commune's third key, with how that goes back to its first. */
async function renewedProof(all: Cast, carried: OfficeVector['channels'][number]): Promise<Proof> {
  return { ...(await proofOf(all, carried, LATER[1])), renewals: renewalsOf(all) }
}

/** How the commune's third sign key goes back to its first one. */
function renewalsOf({ commune }: Cast): KeyRenewal[] {
  const keys = [commune.sign, ...LATER]
  return keys.slice(1).map((next, place) => signRenewal(keys[place] ?? next, commune.office, signKeyOf(next)))
}

/** The journal files of a vector as this machine zips them. */
export async function officeJournals(vector: OfficeVector): Promise<readonly JournalFile[]> {
  const made: JournalFile[] = []
  for (const { channel, lines } of vector.channels) made.push(await makeJournalFile(sourceOf(channel, lines)))
  return made
}

/** The bag of a vector. */
export function officeBag(all: Cast, vector: OfficeVector, journals: readonly JournalFile[]): Bag {
  const { id, kind, scans, proofs } = vector
  const { from, to } = wayOf(all, kind)
  return makeBag({
    id,
    manifest: manifestFrom(from, to, {
      kind,
      created: '2026-11-26T01:02:03Z',
      ...(kind === 'recovery' ? { proofs } : {}),
    }),
    journals,
    attachments: scans.map((scan) => attachment(pdf(scan))),
    keys: { sign: from.sign },
    organization: 'Đảng ủy xã Thử nghiệm',
  })
}

/** What the reader of a rare set knows before. `held`: lines of the commune's first channel, from 1. */
export type OfficeGiven = { readonly held?: readonly string[]; readonly senderIs?: 'paired' | 'unknown' | 'revoked' }

/** A set that must be refused: with a code of the format, or for want of proof. */
export type BadOfficeVector = {
  readonly name: string
  readonly code: string
  readonly kind: OfficeVector['kind']
  readonly forgery: Forgery
  readonly given: OfficeGiven
}

/** Of a recovery whose channels our own signature does not prove. */
export const UNPROVEN = 'RECOVERY_UNPROVEN'

/** Sets that must be refused. */
export async function badOfficeVectors(all: Cast): Promise<readonly BadOfficeVector[]> {
  const { commune, ward, third } = all
  const lines = makeLines(5)
  const channel = channelOf(all)
  const proof = await proofOf(all, { channel, lines })
  const later = await renewedProof(all, { channel, lines })
  const { renewals: _steps, ...bare } = later
  const [step] = renewalsOf(all)
  if (step === undefined) throw new Error('two renewals')
  const json = (change: Record<string, Json>): Forgery => ({ bundle: (bundle) => ({ ...bundle, ...change }) })
  const proofs = (...list: readonly Json[]): Forgery => json({ proofs: [...list] })
  const of =
    (kind: OfficeVector['kind']) =>
    (code: string, name: string, forgery: Forgery, given: OfficeGiven = {}) => ({
      name,
      code,
      kind,
      forgery: { kind, channel, lines, ...(kind === 'recovery' ? proofs(asJson(proof)) : {}), ...forgery },
      given,
    })
  const recovery = of('recovery')
  const succession = of('succession')
  const unproven = (name: string, forgery: Forgery) => recovery(UNPROVEN, name, forgery)
  const false_ = (name: string, ...list: readonly Partial<Proof>[]) =>
    unproven(name, proofs(...list.map((change) => asJson({ ...proof, ...change }))))
  const beyond = lines.slice(3).map(sha256)
  const upTo3 = (name: string, hashes: readonly string[]) =>
    unproven(name, { lines: lines.slice(0, 3), ...proofs(asJson({ ...proof, beyond: hashes })) })
  const signed = (by: Office) => signFile(by.sign, Buffer.from(proof.tag_manifest), 'kn1')
  return [
    unproven('no-proof', { bundle: (bundle) => bundle }),
    false_('no-proof-listed'),
    false_('proof-signed-by-a-stranger', { signature: signed(third) }),
    false_('proof-signed-by-the-giver', { signature: signed(ward) }),
    false_('proof-without-a-signature', { signature: '' }),
    false_('proof-of-another-head', { bundle_json: proof.bundle_json.replace(/"head":"./, '"head":"x') }),
    false_('proof-with-another-list', { tag_manifest: proof.tag_manifest.replace(/^./, 'x') }),
    unproven('proof-of-another-channel', { channel: secondChannel(all) }),
    unproven('proof-of-fewer-lines', { lines: makeLines(6) }),
    unproven('proof-of-more-lines', { lines: makeLines(4) }),
    unproven('proof-of-other-lines', { lines: makeLines(5, 1, 'Khác') }),
    unproven('proof-by-a-key-that-nothing-leads-to', proofs(asJson(bare))),
    unproven('proof-by-a-key-with-a-step-left-out', proofs(asJson({ ...bare, renewals: [step] }))),
    unproven(
      'proof-by-a-key-handed-on-for-another-office',
      proofs(
        asJson({ ...bare, renewals: [signRenewal(commune.sign, ward.office, signKeyOf(LATER[1] ?? commune.sign))] }),
      ),
    ),
    unproven(
      'proof-by-a-key-handed-on-by-another-office',
      proofs(
        asJson({ ...bare, renewals: [signRenewal(third.sign, commune.office, signKeyOf(LATER[1] ?? commune.sign))] }),
      ),
    ),
    upTo3('lines-left-out-one-short', beyond.slice(0, 1)),
    upTo3('lines-left-out-one-too-many', [...beyond, sha256('x')]),
    upTo3('lines-left-out-exchanged', beyond.toReversed()),
    upTo3('another-line-left-out', beyond.with(1, sha256('x'))),
    recovery('B_FORMAT', 'no-hash-of-a-line-left-out', proofs({ ...asJson(proof), beyond: ['x'] })),
    recovery('B_FORMAT', 'field-of-a-proof-unknown', proofs({ ...asJson(proof), more: 1 })),
    recovery('B_FORMAT', 'proofs-that-are-no-list', json({ proofs: asJson(proof) })),
    recovery('B_CHANNEL', 'recovery-of-the-giver', { channel: `${ward.office}.${ward.device}.${commune.office}` }),
    recovery('B_CHANNEL', 'recovery-of-a-third', { channel: `${third.office}.${third.device}.${ward.office}` }),
    recovery('B_NOT_ADDRESSED', 'recovery-forwarded', { addressee: third }),
    recovery('B_SENDER', 'recovery-in-our-own-name', { claims: commune }),
    recovery('B_FORK', 'recovery-with-another-history', {}, { held: makeLines(2, 1, 'Khác') }),
    recovery('B_OLD', 'recovery-of-what-is-held', {}, { held: lines }),
    succession('B_FORMAT', 'succession-with-proofs', proofs(asJson(proof))),
    succession('B_CHANNEL', 'succession-of-the-heir', { channel: `${third.office}.${third.device}.own` }),
    succession('B_CHANNEL', 'succession-of-a-third', { channel: `${ward.office}.${ward.device}.${commune.office}` }),
    succession('B_NOT_ADDRESSED', 'succession-forwarded', { addressee: ward }),
    succession('B_UNKNOWN_SENDER', 'succession-by-a-stranger', { signer: ward }),
    succession('B_REVOKED', 'succession-by-a-key-given-up', {}, { senderIs: 'revoked' }),
    succession('B_GAP', 'succession-without-its-beginning', { from: 3 }),
  ]
}

function asJson(proof: Proof): Record<string, Json> {
  return trustedJson<Record<string, Json>>(JSON.stringify(proof))
}

/** Whose signatures the reader of a rare set knows. */
export function officeSenders(all: Cast, kind: OfficeVector['kind'], { senderIs = 'paired' }: OfficeGiven) {
  return senderIs === 'unknown' ? [] : [{ ...wayOf(all, kind).from, revoked: senderIs === 'revoked' }]
}

/** A card as it was printed. `digits`: those that are compared, 24. */
export type CardVector = { readonly file: string; readonly digits: string }

/** The cards of the commune: with its first key, and with its third and how that goes back to the first. */
export function goldenCards(all: Cast): readonly (CardVector & { readonly text: string })[] {
  const { commune } = all
  const card: PairingCard = {
    format: 'kn-card',
    version: 1,
    office: commune.office,
    code: commune.code,
    name: 'Đảng ủy xã Thử nghiệm',
    age_recipient: commune.recipient,
    sign_key: commune.signKey,
  }
  const renewed = { ...card, sign_key: signKeyOf(LATER[1] ?? commune.sign), renewals: renewalsOf(all) }
  return [card, renewed].map((said, place) => ({
    file: `card/phieu-ket-noi_${commune.code}_khoa-${1 + 2 * place}.json`,
    text: printCard(said),
    digits: digitsOf(said),
  }))
}

/** A file that must not be taken for the card of an office that nobody knew before. */
export type BadCard = { readonly name: string; readonly text: string }

/** Cards that are none, and cards whose key is not shown to be the office's. */
export function badCards(all: Cast): readonly BadCard[] {
  const { commune, third } = all
  const [plain = '', renewed = ''] = goldenCards(all).map(({ text }) => text)
  const [one, two] = renewalsOf(all)
  const last = signKeyOf(LATER[1] ?? commune.sign)
  const with_ = (steps: readonly (KeyRenewal | undefined)[]) =>
    renewed.replace(/"renewals":\[.*?\]/, `"renewals":${JSON.stringify(steps)}`)
  return [
    { name: 'not-canonical', text: ` ${plain}` },
    { name: 'field-unknown', text: plain.replace('"version"', '"phone":"x","version"') },
    { name: 'version-2', text: plain.replace('"version":1', '"version":2') },
    { name: 'key-twice', text: plain.replace('{', '{"age_recipient":"x",') },
    { name: 'cut', text: plain.slice(0, 60) },
    { name: 'sign-key-of-another', text: plain.replace(commune.signKey, third.signKey) },
    { name: 'office-of-another', text: plain.replace(commune.office, third.office) },
    { name: 'later-key-without-its-steps', text: renewed.replace(/"renewals":\[.*?\],/, '') },
    { name: 'no-steps', text: with_([]) },
    { name: 'a-step-left-out', text: with_([one]) },
    { name: 'steps-exchanged', text: with_([two, one]) },
    { name: 'a-step-by-another-office', text: with_([one, signRenewal(third.sign, commune.office, last)]) },
  ]
}
