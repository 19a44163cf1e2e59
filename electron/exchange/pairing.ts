/**
 * Pairing: our card for another office, and theirs taken in after two people have compared its digits by telephone. A key
 * found inside a bundle is never adopted.
 */
import { trusted } from '../../shared/base/trust.ts'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { utf8 } from '../../shared/base/canonical.ts'
import { cardOfCode } from '../../shared/bundle/card-code.ts'
import {
  CARD_LIMITS,
  digitsOf,
  formatDigits,
  parseCard,
  printCard,
  type PairingCard,
} from '../../shared/bundle/format.ts'
import { recordPeer } from '../../shared/commands/index.ts'
import type { Accepted, Card, CardRead } from '../../shared/contract/exchange.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import type { PeerState } from '../../shared/model/office-state.ts'
import type { Relation } from '../../shared/model/codes.ts'
import { loadOffice, loadPeers } from '../../db/load.ts'
import { isRecipient } from '../bundle/age.ts'
import { writeFileAtomic } from '../disk/atomic-write.ts'
import { attempt } from '../disk/attempt.ts'
import { readWhole } from '../disk/streams.ts'
import { isOwnCard } from '../bundle/renewals.ts'
import { runOwn } from '../office/run.ts'
import type { Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'

/** Makes our card; writes it to a folder when one is given. */
export async function makeCard(workplace: Workplace, folder: string | undefined): Promise<Result<Card, Refusal>> {
  const office = workplace.query(loadOffice)
  if (office === null) return fail(refusal('NOT_SET_UP', {}))
  const { code, name } = office.profile
  const { recipient, signKey, renewals } = workplace.keys
  const said: PairingCard = {
    format: 'kn-card',
    version: 1,
    office: office.id,
    code,
    name,
    age_recipient: recipient,
    sign_key: signKey,
  }
  const proven = { ...said, renewals: [...renewals] }
  const isProof = renewals.length > 0 && renewals.length <= CARD_LIMITS.renewals && isOwnCard(proven)
  const card = printCard(isProof ? proven : said)
  const digits = formatDigits(digitsOf(said))
  if (folder === undefined) return ok({ card, digits, office: office.id, file: null })
  const file = join(folder, `phieu-ket-noi_${code}.json`)
  const written = await writeFileAtomic(workplace.disk, file, utf8(card))
  return written.ok ? ok({ card, digits, office: office.id, file }) : fail(refuse(written.error))
}

/**
 * Takes in another office's card.
 * @param digits - as heard by telephone from the other office: 24 decimal digits, spaces and dashes as one likes
 */
export function acceptCard(
  workplace: Workplace,
  input: {
    readonly card: string
    readonly digits: string
    readonly relation: Relation
    readonly unit?: string | undefined
  },
  callId: string,
): Result<Accepted, Refusal> {
  const peers = workplace.query(loadPeers)
  const sound = soundCard(input.card, peers)
  if (!sound.ok) return sound
  const card = sound.value
  if (typedDigits(input.digits) !== digitsOf(card)) return fail(refusal('CARD_DIGITS_DIFFER', {}))
  const revoked = peers.find((peer) => peer.deadKeys.includes(card.sign_key))
  if (revoked) return fail(refusal('CARD_REVOKED', { name: revoked.peer.name }))
  const recorded = runOwn(
    workplace,
    recordPeer,
    {
      office: card.office,
      code: card.code,
      name: card.name,
      ageRecipient: card.age_recipient,
      signKey: card.sign_key,
      relation: input.relation,
      ...(input.unit === undefined ? {} : { unit: input.unit }),
      ...(card.renewals === undefined || !isOwnCard(card) ? {} : { renewals: card.renewals }),
    },
    callId,
  )
  if (!recorded.ok) return recorded
  const { cases, units } = trusted<{ cases: number; units: number }>(recorded.value.value)
  return ok({ office: card.office, name: card.name, listedCases: cases, listedUnits: units })
}

/** Digits as people type them: blanks, dots and dashes between them say nothing. */
export function typedDigits(digits: string): string {
  return digits.normalize('NFKC').replace(/[\s.·-]/g, '')
}

/** Says whose card a text or a file is; nothing is taken in. */
export async function readCard(
  workplace: Workplace,
  input: { readonly card?: string | undefined; readonly file?: string | undefined },
): Promise<Result<CardRead, Refusal>> {
  const { card: text, file } = input
  const read = file === undefined ? ok(undefined) : await attempt(() => readWhole(workplace.disk, file, CARD_BYTES))
  if (!read.ok) return fail(refuse(read.error))
  const peers = workplace.query(loadPeers)
  const sound = soundCard(read.value === undefined ? (text ?? '') : Buffer.from(read.value).toString('utf8'), peers)
  if (!sound.ok) return sound
  const card = sound.value
  if (card.office === workplace.keys.office) return fail(refusal('PEER_IS_SELF', {}))
  const known = peers.find((peer) => peer.id === card.office)
  const { office, code, name } = card
  return ok({ card: printCard(card), office, code, name, renews: known?.peer.name ?? null })
}

/** The largest file that is read as a card. */
const CARD_BYTES = CARD_LIMITS.characters

/**
 * The card in a text as people pass it on: an editor or a mail program may change its ends, and nothing else; the digits of
 * a QR code are the same text. An office is known by its first key. One that has renewed its keys keeps its id: who knew it
 * before takes its new card by the digits alone, anybody else asks for the proof that its keys go back to the first one.
 */
function soundCard(text: string, peers: readonly PeerState[]): Result<PairingCard, Refusal> {
  const written = text.replace(/^\uFEFF/, '').trim()
  const card = parseCard(`${cardOfCode(written) ?? written}\n`)
  if (card === null || !isRecipient(card.age_recipient)) return fail(refusal('CARD_UNREADABLE', {}))
  if (peers.some((peer) => peer.id === card.office) || isOwnCard(card)) return ok(card)
  return fail(
    card.renewals === undefined ? refusal('CARD_WITHOUT_PROOF', { name: card.name }) : refusal('CARD_UNREADABLE', {}),
  )
}
