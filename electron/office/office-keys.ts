/**
 * The office's own keys, renewed after a loss or a theft, and written out for the archive: with the file and the words
 * of the sealed envelope everything ever sealed to this office can be opened by age and tar alone, without this program.
 */
import { createHash, randomInt } from 'node:crypto'
import { join } from 'node:path'
import { utf8 } from '../../shared/base/canonical.ts'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import type { KeysExported, KeysRenewed } from '../../shared/contract/exchange.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import { BEFORE_OPENING, openingSteps } from '../../shared/words/opening-by-hand.ts'
import { loadOffice } from '../../db/load.ts'
import { recordAndApply } from '../../db/run-command.ts'
import { write } from '../../db/transaction.ts'
import { sealWithPassphrase } from '../bundle/age.ts'
import { writeFileAtomic } from '../disk/atomic-write.ts'
import { notTheExchangeDevice } from '../exchange/role.ts'
import { refuse } from '../refuse.ts'
import { keepRenewed, makeOfficeKeys } from './keys.ts'
import type { Workplace } from './workplace.ts'

/**
 * Gives the office a new signing key and a new identity. Old sets still open; other offices take nothing from us until
 * they have the new card. The workplace keeps its old keys: everybody unlocks again.
 * @param reason - why, as the journal keeps it
 */
export async function renewKeys(
  workplace: Workplace,
  reason: string,
  callId: string,
): Promise<Result<KeysRenewed, Refusal>> {
  const other = notTheExchangeDevice(workplace)
  if (other !== null) return fail(other)
  const fresh = await makeOfficeKeys()
  const { office } = workplace.keys
  const recorder = workplace.recorder()
  write(workplace.store, (db) => {
    keepRenewed(db, fresh)
    const payload = { signKey: fresh.signKey, recipient: fresh.recipient, reason }
    recordAndApply(db, recorder, callId, [
      { kind: 'office.keysRenewed', subject: { type: 'office', id: office }, payload },
    ])
  })
  return ok({ signKey: fresh.signKey, recipient: fresh.recipient })
}

/**
 * Writes every identity of the office and of its scans as one `age -p` file.
 * @param folder - where; on a carrier of its own, not beside the data
 * @returns the file and the words that open it, which are shown once and kept nowhere
 */
export async function exportKeys(
  workplace: Workplace,
  input: { readonly to: string; readonly reason: string },
  callId: string,
): Promise<Result<KeysExported, Refusal>> {
  const office = workplace.query(loadOffice)
  if (office === null) return fail(refusal('NOT_SET_UP', {}))
  const { code, name } = office.profile
  const recorder = workplace.recorder()
  const passphrase = Array.from({ length: 6 }, () => String(randomInt(1_000_000)).padStart(6, '0')).join('-')
  const text = [
    `# Khóa mở tài liệu của ${name} (${code}), ${recorder.at}`,
    '#',
    ...howToOpen(fileName(code)),
    '#',
    '# Gói dữ liệu nhận từ đơn vị khác:',
    ...workplace.keys.identities,
    '# Bản quét trong kho và trong bản sao lưu:',
    ...workplace.scanIdentities,
    '',
  ].join('\n')
  const sealed = await sealWithPassphrase(passphrase, utf8(text), workplace.cost)
  const file = join(input.to, fileName(code))
  const written = await writeFileAtomic(workplace.disk, file, sealed)
  if (!written.ok) return fail(refuse(written.error))
  const sha256 = createHash('sha256').update(sealed).digest('hex')
  write(workplace.store, (db) => {
    const payload = { file: fileName(code), sha256, reason: input.reason }
    recordAndApply(db, recorder, callId, [
      { kind: 'office.keysExported', subject: { type: 'office', id: office.id }, payload },
    ])
  })
  return ok({ file, sha256, passphrase, at: recorder.at })
}

/** The words of the envelope once more, for whoever copied out the passphrase alone. */
function howToOpen(file: string): readonly string[] {
  const steps = openingSteps(file).flatMap(({ what, commands }, place) => [
    `# ${place + 1}. ${what}`,
    ...commands.map((command) => `#      ${command}`),
  ])
  return [`# ${BEFORE_OPENING}`, ...steps]
}

function fileName(code: string): string {
  return `khoa-don-vi_${code}.age`
}
