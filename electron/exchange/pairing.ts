/**
 * Pairing: our card for another office, and theirs taken in after two people have compared its digits by telephone. A key
 * found inside a bundle is never adopted.
 */
import { trusted } from '../../shared/base/trust.ts'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { utf8 } from '../../shared/base/canonical.ts'
import { cardDigits, formatDigits, officeIdOf, parseCard, printCard } from '../../shared/bundle/format.ts'
import { recordPeer } from '../../shared/commands/index.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import type { Relation } from '../../shared/model/codes.ts'
import { loadOffice, loadPeers } from '../../db/load.ts'
import { isRecipient } from '../bundle/age.ts'
import { writeFileAtomic } from '../disk/atomic-write.ts'
import { runOwn } from '../office/run.ts'
import type { Workplace } from '../office/workplace.ts'
import { refuse } from '../refuse.ts'

/** Our pairing card, the digits to read out, and the file it was written to, if any. */
export type Card = {
  readonly card: string
  readonly digits: string
  readonly office: string
  readonly file: string | null
}

/** Makes our card; writes it to a folder when one is given. */
export async function makeCard(workplace: Workplace, folder: string | undefined): Promise<Result<Card, Refusal>> {
  const office = workplace.query(loadOffice)
  if (office === null) return fail(refusal('NOT_SET_UP', {}))
  const { code, name } = office.profile
  const card = printCard({
    format: 'kn-card',
    version: 1,
    office: office.id,
    code,
    name,
    age_recipient: workplace.keys.recipient,
    sign_key: workplace.keys.signKey,
  })
  const digits = formatDigits(cardDigits(cardBytes(card)))
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
): Result<
  { readonly office: string; readonly name: string; readonly listedCases: number; readonly listedUnits: number },
  Refusal
> {
  const card = parseCard(input.card)
  if (card === null || officeIdOf(card.sign_key) !== card.office || !isRecipient(card.age_recipient))
    return fail(refusal('CARD_UNREADABLE', {}))
  const typed = input.digits.normalize('NFKC').replace(/[\s.·-]/g, '')
  if (typed !== cardDigits(cardBytes(printCard(card)))) return fail(refusal('CARD_DIGITS_DIFFER', {}))
  const revoked = workplace.query(loadPeers).find((peer) => peer.revoked && peer.peer.signKey === card.sign_key)
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
    },
    callId,
  )
  if (!recorded.ok) return recorded
  const { cases, units } = trusted<{ cases: number; units: number }>(recorded.value.value)
  return ok({ office: card.office, name: card.name, listedCases: cases, listedUnits: units })
}

/** The bytes two people compare: the card without its LF. */
function cardBytes(card: string): Uint8Array {
  return utf8(card.replace(/\n$/, ''))
}
