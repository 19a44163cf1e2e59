/**
 * The handlers of jobs, a total map over their names; queries are in queries.ts. Each is a thin line to the room that does the work.
 */
import type { z } from 'zod'
import { fail, ok, type Result } from '../shared/base/result.ts'
import { trusted } from '../shared/base/trust.ts'
import type { INPUTS, JobName } from '../shared/contract/inputs.ts'
import type { QueryName } from './queries.ts'
import { refusal, type Refusal } from '../shared/contract/refusals.ts'
import { journalHealth } from '../db/queries/health.ts'
import { replayEquals } from '../db/replay.ts'
import { createBackup } from './backup/backup.ts'
import { restoreBackup } from './backup/restore.ts'
import { backupPlace, backupTarget, listing } from './backup/list.ts'
import { verifyBackup } from './backup/verify.ts'
import { exportSets } from './exchange/export.ts'
import { importSets, previewSets } from './exchange/import.ts'
import { inspectSets } from './exchange/inspect.ts'
import { listKept } from './exchange/kept-sets.ts'
import { lookAtCarrier } from './exchange/look-at-carrier.ts'
import { exportRecovery } from './exchange/recovery.ts'
import { askToJoin, isAsking } from './exchange/ask-to-join.ts'
import { enrolDevice, readDeviceCard } from './exchange/enrol.ts'
import { adoptKeys, joinOffice } from './exchange/join-office.ts'
import { giveUpLost } from './exchange/lost-lines.ts'
import { waitingSets } from './exchange/waiting-sets.ts'
import { whereSetsLie } from './exchange/where-sets-lie.ts'
import { exportToSiblings, removeDevice, takeExchange } from './exchange/siblings.ts'
import { exportSuccession } from './exchange/succession.ts'
import { acceptCard, makeCard, readCard } from './exchange/pairing.ts'
import type { CallOptions } from './core.ts'
import { confirmDate } from './office/confirm-date.ts'
import { exportKeys, renewKeys } from './office/office-keys.ts'
import { letIn, openHere, shutOut, unlock, vaultOf } from './office/session.ts'
import { proveSheet, replaceSheet } from './office/prove-sheet.ts'
import { setUpOffice } from './office/set-up.ts'
import type { Surroundings, Workplace } from './office/workplace.ts'
import { refuse } from './refuse.ts'
import { changePassphrase, resetPassphraseWithSheet } from './vault/vault-changes.ts'
import { describeVault } from './vault/vault.ts'
import { checkMachine } from './self-check/check-machine.ts'
import { saveReport } from './self-check/save-report.ts'
import { addScan, getScan, writeScan } from './office/read-scan.ts'
import { readSheet, writeRoster } from './documents/class-sheet.ts'
import { makeDocument, writeList, writeReport } from './documents/documents.ts'
import { recordCancelled, recordPrint, savePrint } from './documents/prints.ts'
import { dropDraft, readDraft, saveDraft } from '../db/private/drafts.ts'
import { dropView, listViews, saveView } from '../db/private/views.ts'
import { write } from '../db/transaction.ts'

/** The session as handlers see it. */
export type Session = {
  readonly surroundings: Surroundings
  readonly workplace: () => Workplace | null
  readonly enter: (workplace: Workplace) => void
  /** Closes what is open; a job does so with what it has itself in hand. */
  readonly leave: () => void
  /** The same for whoever asks while another job runs: nothing is reached from now on, and that job is let finish. */
  readonly lock: () => void
}

type HandlerName = Exclude<JobName, QueryName>

type Input<Name extends JobName> = z.infer<(typeof INPUTS)[Name]>
type Handler<Name extends HandlerName> = (
  session: Session,
  input: Input<Name>,
  options: CallOptions & { readonly id: string },
) => Promise<Result<unknown, Refusal>>

/** Work that needs an unlocked office; the router has checked that there is one. */
function unlocked<Name extends HandlerName>(
  work: (
    workplace: Workplace,
    input: Input<Name>,
    options: CallOptions & { readonly id: string },
    session: Session,
  ) => Result<unknown, Refusal> | Promise<Result<unknown, Refusal>>,
): Handler<Name> {
  return async (session, input, options) => {
    const workplace = session.workplace()
    return workplace === null ? fail(refusal('LOCKED', {})) : work(workplace, input, options, session)
  }
}

/** Every job. */
const HANDLERS: { readonly [Name in HandlerName]: Handler<Name> } = {
  'journal.health': unlocked((workplace, { deep }) => {
    const health = workplace.query((db) => journalHealth(db, workplace.device, deep === true))
    const tables = deep === true ? (replayEquals(workplace.store) ? 'equal' : 'different') : 'unchecked'
    return ok({ ...health, tables })
  }),
  'vault.describe': async ({ surroundings }) => {
    const facts = await describeVault(vaultOf(surroundings))
    const today = surroundings.clock.today()
    if (facts.ok) return ok({ exists: true, today, ...facts.value })
    if (facts.error.code !== 'VAULT_MISSING') return fail(refuse(facts.error))
    return ok({ exists: false, today, isAsking: await isAsking(surroundings) })
  },
  'office.setUp': async (session, { profile, user, passphrase }) => {
    if (session.workplace() !== null) return fail(refusal('ALREADY_SET_UP', {}))
    if (passphrase === undefined)
      return fail(refusal('INVALID_INPUT', { problems: [{ path: 'passphrase', problem: 'required' }] }))
    return setUpOffice(session.surroundings, { profile, user, passphrase })
  },
  'session.unlock': async (session, { login, passphrase }) => {
    session.leave()
    const opened = await unlock(session.surroundings, login, passphrase)
    if (!opened.ok) return opened
    session.enter(opened.value)
    const { user, becameNewDevice, device, clock } = opened.value
    const { name, roles } = user.user
    return ok({ user: user.id, name, roles, device, becameNewDevice, dateInDoubt: clock.doubt() })
  },
  'session.lock': async (session) => {
    session.lock()
    return ok({ locked: true })
  },
  'date.confirm': unlocked((workplace, { today }, { id }) => confirmDate(workplace, today, id)),
  'user.add': unlocked((workplace, input, { id }) => letIn(workplace, input, id)),
  'user.openHere': unlocked((workplace, input) => openHere(workplace, input)),
  'user.disable': unlocked(async (workplace, input, { id }, session) => {
    const done = await shutOut(workplace, input, id)
    // The store now has another key, or is about to have: everybody unlocks again.
    if (done.ok || !workplace.reading.sqlite.open) session.leave()
    return done
  }),
  'user.changePassphrase': unlocked(async (workplace, { oldPassphrase, newPassphrase }) => {
    const { login } = workplace.user.user
    const changed = await changePassphrase(vaultOf(workplace), login, oldPassphrase, newPassphrase)
    return changed.ok ? ok({ login }) : fail(refuse(changed.error))
  }),
  'vault.resetPassphrase': async ({ surroundings, workplace }, { sheet, login, passphrase }) => {
    const at = surroundings.clock.at()
    const reset = await resetPassphraseWithSheet(vaultOf(surroundings), sheet, { login, passphrase, at })
    if (!reset.ok) return fail(refuse(reset.error))
    // It has opened what it is for, which is the best of proofs; that this could not be noted undoes nothing.
    await proveSheet(surroundings, workplace(), sheet)
    return ok({ login })
  },
  'vault.newSheet': unlocked((workplace) => replaceSheet(workplace)),
  'vault.proveSheet': ({ surroundings, workplace }, { sheet }) => proveSheet(surroundings, workplace(), sheet),
  'scan.get': unlocked((workplace, { sha256 }) => getScan(workplace, sha256)),
  'scan.add': unlocked((workplace, { name, base64 }) => addScan(workplace, name, base64)),
  'draft.save': unlocked((workplace, { page, value }) => {
    const { store, user, clock } = workplace
    write(store, (db) => saveDraft(db, page, user.id, value, clock.at()))
    return ok({ page })
  }),
  'draft.read': unlocked((workplace, { page }) =>
    ok({ value: workplace.query((db) => readDraft(db, page, workplace.user.id)) }),
  ),
  'draft.drop': unlocked((workplace, { page }) => {
    write(workplace.store, (db) => dropDraft(db, page, workplace.user.id))
    return ok({ page })
  }),
  'view.list': unlocked((workplace, { page }) =>
    ok({ views: workplace.query((db) => listViews(db, page, workplace.user.id)) }),
  ),
  'view.save': unlocked((workplace, { page, name, value }) => {
    const { store, user, clock } = workplace
    write(store, (db) => saveView(db, page, user.id, { name, value }, clock.at()))
    return ok({ name })
  }),
  'view.drop': unlocked((workplace, { page, name }) => {
    write(workplace.store, (db) => dropView(db, page, workplace.user.id, name))
    return ok({ name })
  }),
  'document.make': unlocked((workplace, input) => makeDocument(workplace, input)),
  'list.write': unlocked((workplace, input) => writeList(workplace, input)),
  'report.write': unlocked((workplace, input) => writeReport(workplace, input)),
  'class.writeRoster': unlocked((workplace, input) => writeRoster(workplace, input)),
  'class.readSheet': unlocked((workplace, input) => readSheet(workplace, input)),
  'print.log': unlocked((workplace, input) => recordPrint(workplace, input)),
  'print.cancelled': unlocked((workplace, input) => recordCancelled(workplace, input)),
  'print.save': unlocked((workplace, input) => savePrint(workplace, input)),
  'scan.read': unlocked((workplace, input) => writeScan(workplace, input)),
  'pairing.card': unlocked((workplace, { to }) => makeCard(workplace, to)),
  'pairing.readCard': unlocked((workplace, input) => readCard(workplace, input)),
  'pairing.accept': unlocked((workplace, input, { id }) => acceptCard(workplace, input, id)),
  'keys.renew': unlocked(async (workplace, { reason }, { id }, session) => {
    const renewed = await renewKeys(workplace, reason, id)
    // The open office still has the old keys in hand.
    if (renewed.ok) session.leave()
    return renewed
  }),
  'keys.export': unlocked((workplace, input, { id }) => exportKeys(workplace, input, id)),
  'bundle.export': unlocked((workplace, input, options) => exportSets(workplace, input, options)),
  'bundle.exportRecovery': unlocked((workplace, input, options) => exportRecovery(workplace, input, options)),
  'device.ask': async (session, input) => askToJoin(session.surroundings, session.workplace(), input),
  'device.readCard': unlocked((workplace, input) => readDeviceCard(workplace, input)),
  'device.enrol': unlocked((workplace, input, options) => enrolDevice(workplace, input, options.id, options)),
  'device.join': async (session, input, options) => {
    session.leave()
    return joinOffice(session.surroundings, input, options)
  },
  'device.adoptKeys': unlocked(async (workplace, input, _options, session) => {
    const adopted = await adoptKeys(workplace, input)
    // The open office still has the old keys in hand.
    if (adopted.ok) session.leave()
    return adopted
  }),
  'device.export': unlocked((workplace, input, options) => exportToSiblings(workplace, input, options)),
  'device.takeExchange': unlocked((workplace, input, { id }) => takeExchange(workplace, input, id)),
  'journal.giveUpLost': unlocked((workplace, input, { id }) => giveUpLost(workplace, input, id)),
  'device.remove': unlocked((workplace, input, { id }) => removeDevice(workplace, input, id)),
  'bundle.exportSuccession': unlocked((workplace, input, options) =>
    exportSuccession(workplace, input, options.id, options),
  ),
  'bundle.preview': unlocked((workplace, input, options) => previewSets(workplace, input, options)),
  'bundle.import': unlocked((workplace, input, options) => importSets(workplace, input, options)),
  'bundle.kept': unlocked(async (workplace) => ok(await listKept(workplace))),
  'carrier.look': unlocked((workplace, { folder, writes }) => {
    const place = folder ?? backupTarget(workplace)
    return place === null
      ? fail(refusal('BACKUP_NOT_FOUND', { folder: '' }))
      : lookAtCarrier(workplace.disk, place, process.platform, writes)
  }),
  'carrier.waiting': unlocked((workplace, { folder }) => waitingSets(workplace, folder)),
  'carrier.find': unlocked(({ disk }, { folder, labels }) => whereSetsLie(disk, folder, labels)),
  'bundle.inspect': async (session, input, options) => inspectSets(session, input, options),
  'backup.create': unlocked((workplace, { folder }, options) => createBackup(workplace, folder, options)),
  'backup.list': async (session, { folder }) => ok(await listing(session.surroundings, session.workplace(), folder)),
  'backup.verify': unlocked((workplace, { folder, name }, options) => {
    const place = folder ?? backupPlace(workplace, name)
    return place === null ? fail(refusal('BACKUP_NOT_FOUND', { folder: '' })) : verifyBackup(workplace, place, options)
  }),
  'backup.restore': async (session, { folder, ...wayIn }, options) => {
    session.leave()
    return restoreBackup(session.surroundings, folder, wayIn, options)
  },
  'machine.check': async ({ surroundings }, { folder }, options) => checkMachine(surroundings, folder, options),
  'machine.saveReport': async ({ surroundings }, { to, report }) => saveReport(surroundings.disk, to, report),
}

/** The handler of a name, whose input the router has parsed by that name's schema. */
export function handlerOf(
  name: HandlerName,
): (
  session: Session,
  input: unknown,
  options: CallOptions & { readonly id: string },
) => Promise<Result<unknown, Refusal>> {
  return trusted(HANDLERS[name])
}
