/**
 * The inputs of queries and jobs of the port: strict, an unknown field is refused. The input of a command stands with it.
 */
import { z } from 'zod'
import { Day, line, PersonName } from '../base/fields.ts'
import { OfficeId, Sha256, Uuid } from '../base/ids.ts'
import { CARD_LIMITS, DeviceId } from '../bundle/format.ts'
import { PaperInput } from '../commands/dossiers.ts'
import { DocumentInput, PrintSubject } from '../documents/codes.ts'
import { Include } from '../documents/guarded.ts'
import { Relation, Role } from '../model/codes.ts'
import { OfficeProfile } from '../model/office.ts'
import { SearchFilter } from './answers.ts'
import { AskFilter, BookFilter, ClassFilter, PupilFilter } from './classes.ts'
import { DoubtsInput } from './documents.ts'
import { HistoryAsked } from './exchange.ts'
import { EmulationInput, ExampleFilter, InspectionInput, ModelFilter, UnitFollowInput, YearFilter } from './follow.ts'
import { BatchAsked, BoardFilter, ListAsked, MonthAsked } from './lists.ts'
import { MachineReport } from './machine.ts'
import {
  PartInput,
  ReportBranchesInput,
  ReportInput,
  ReportPeopleInput,
  SentInput,
  SourcesInput,
  TargetsInput,
  TypedInput,
} from './reports.ts'

/** A passphrase as typed; its rules are the vault's. */
const Passphrase = z.string().min(1).max(1000)
const Folder = z.string().min(1).max(4000)
const Nothing = z.strictObject({})
/** Folder name of one backup: the time it was made, in UTC. */
const BackupName = z.string().regex(/^\d{8}-\d{6}(-\d+)?$/)
/** Somebody who is being recorded, to be compared with those who are. */
const Compared = z.strictObject({
  name: z.string().max(200),
  birth: z.string().max(20).optional(),
  identityNumber: z.string().max(20).optional(),
})
/** What was printed and why; of the page of a case, what was chosen to be on it besides. */
const Print = z.strictObject({
  what: PrintSubject,
  case: Uuid.optional(),
  include: Include.optional(),
  why: line(300),
})
const DraftPage = z.string().regex(/^[a-zA-Z0-9./-]{1,100}$/)

/** Inputs of queries and jobs, by name. */
export const INPUTS = {
  'vault.describe': Nothing,
  'office.setUp': z.strictObject({
    profile: OfficeProfile,
    user: z.strictObject({
      login: line(60),
      name: PersonName,
      post: line(200),
      roles: z.array(Role).min(1).max(7).optional(),
    }),
    passphrase: Passphrase.optional(),
  }),
  'session.unlock': z.strictObject({ login: line(60).optional(), passphrase: Passphrase }),
  'session.lock': Nothing,
  'date.confirm': z.strictObject({ today: Day }),
  'office.get': Nothing,
  'user.list': Nothing,
  'user.add': z.strictObject({
    login: line(60),
    name: PersonName,
    post: line(200),
    roles: z.array(Role).min(1).max(7),
    passphrase: Passphrase,
  }),
  'user.openHere': z.strictObject({ userId: Uuid, passphrase: Passphrase }),
  'user.disable': z.strictObject({ userId: Uuid, reason: line(300).optional() }),
  'user.changePassphrase': z.strictObject({ oldPassphrase: Passphrase, newPassphrase: Passphrase }),
  'vault.resetPassphrase': z.strictObject({
    sheet: z.string().min(1).max(200),
    login: line(60),
    passphrase: Passphrase,
  }),
  'vault.newSheet': Nothing,
  'vault.proveSheet': z.strictObject({ sheet: z.string().min(1).max(200) }),
  'unit.list': Nothing,
  'unit.notes': z.strictObject({ unit: Uuid }),
  /** `whole`: as many as go to paper. */
  'member.search': z.strictObject({
    text: z.string().max(200).optional(),
    unit: Uuid.optional(),
    whole: z.boolean().optional(),
  }),
  'candidate.search': SearchFilter,
  'case.get': z.strictObject({ case: Uuid }),
  'scan.read': z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), to: Folder, why: line(300) }),
  'scan.get': z.strictObject({ sha256: Sha256 }),
  'scan.add': z.strictObject({ name: z.string().min(1).max(500), base64: z.string().min(1).max(40_000_000) }),
  'home.get': Nothing,
  'home.cases': Nothing,
  'office.findings': z.strictObject({ unit: Uuid.optional() }),
  'review.list': Nothing,
  'review.tasks': Nothing,
  'meeting.list': Nothing,
  'meeting.get': z.strictObject({ meeting: Uuid }),
  'decision.register': Nothing,
  'consent.list': Nothing,
  'returns.list': Nothing,
  'duplicates.list': Nothing,
  'handOver.list': Nothing,
  'case.board': BoardFilter,
  'calendar.month': MonthAsked,
  'plan.batch': BatchAsked,
  'class.list': ClassFilter,
  'class.get': z.strictObject({ class: Uuid }),
  'class.asks': AskFilter,
  'class.owed': Nothing,
  'certificate.book': BookFilter,
  'class.readSheet': z.strictObject({ class: Uuid, file: Folder }),
  'class.writeRoster': z.strictObject({ class: Uuid, to: Folder, why: line(300) }),
  'pupil.list': PupilFilter,
  'candidate.similar': Compared,
  'candidate.similarMany': z.strictObject({ rows: z.array(Compared).max(500) }),
  'resolution.doubts': DoubtsInput,
  'document.preview': DocumentInput,
  'document.make': DocumentInput.extend({ to: Folder, why: line(300) }),
  'list.read': ListAsked,
  'list.write': ListAsked.extend({
    columns: z.array(line(40)).max(50).optional(),
    include: Include.optional(),
    to: Folder,
    why: line(300),
  }),
  'print.log': Print,
  'print.cancelled': z.strictObject({ line: z.number().int().min(1) }),
  'print.save': Print.extend({ to: Folder, base64: z.string().min(1).max(80_000_000) }),
  'draft.save': z.strictObject({ page: DraftPage, value: z.string().max(200_000) }),
  'draft.read': z.strictObject({ page: DraftPage }),
  'draft.drop': z.strictObject({ page: DraftPage }),
  'clear.list': z.strictObject({ before: z.number().int().min(1).optional() }),
  'view.list': z.strictObject({ page: DraftPage }),
  'view.save': z.strictObject({ page: DraftPage, name: line(60), value: z.string().max(10_000) }),
  'view.drop': z.strictObject({ page: DraftPage, name: line(60) }),
  'pairing.card': z.strictObject({ to: Folder.optional() }),
  'pairing.readCard': z.strictObject({
    card: z.string().max(CARD_LIMITS.characters).optional(),
    file: Folder.optional(),
  }),
  'pairing.accept': z.strictObject({
    card: z.string().min(1).max(CARD_LIMITS.characters),
    digits: z.string().min(1).max(100),
    relation: Relation,
    unit: Uuid.optional(),
  }),
  'keys.renew': z.strictObject({ reason: line(300) }),
  'keys.export': z.strictObject({ to: Folder, reason: line(300) }),
  // `to`: an office by its id or code, or several: those of a first copy. Left out: whoever there is something new for.
  'bundle.export': z.strictObject({
    to: z.union([z.string().max(40), z.array(z.string().max(40)).min(1).max(1000)]).optional(),
    folder: Folder,
    full: z.boolean().optional(),
  }),
  'bundle.exportRecovery': z.strictObject({
    to: OfficeId,
    folder: Folder,
    digits: z.string().min(1).max(100),
    reason: line(300),
  }),
  'bundle.exportSuccession': z.strictObject({ to: OfficeId, on: Day, reason: line(300), folder: Folder }),
  // `set`, here and below: of one set only, the hash or the file name of its label.
  'bundle.preview': z.strictObject({ folder: Folder, set: z.string().max(200).optional() }),
  // Without a folder: the sets that are kept on this computer alone.
  'bundle.import': z.strictObject({
    folder: Folder.optional(),
    set: z.string().max(200).optional(),
    withoutScans: z.boolean().optional(),
  }),
  'bundle.kept': z.strictObject({}),
  'bundle.inspect': z.strictObject({ folder: Folder, set: z.string().max(200).optional() }),
  'bundle.history': HistoryAsked,
  'peer.sets': z.strictObject({ office: OfficeId }),
  'report.get': ReportInput,
  'report.people': ReportPeopleInput,
  'report.branches': ReportBranchesInput,
  'report.write': ReportInput.extend({ to: Folder, why: line(300) }),
  'report.typed': TypedInput,
  'report.sent': Nothing,
  'report.definitions': Nothing,
  'report.compare': SentInput,
  'target.list': TargetsInput,
  'coverage.get': PartInput,
  'source.get': SourcesInput,
  'trend.get': PartInput,
  'device.list': Nothing,
  'device.ask': z.strictObject({ name: line(100), passphrase: Passphrase.optional(), folder: Folder }),
  'device.readCard': z.strictObject({ file: Folder }),
  'device.enrol': z.strictObject({
    card: z.string().min(1).max(10_000),
    digits: z.string().min(1).max(100),
    folder: Folder,
    ownName: line(100).optional(),
  }),
  'device.join': z.strictObject({
    folder: Folder,
    digits: z.string().min(1).max(100),
    login: line(60),
    passphrase: Passphrase,
  }),
  'device.adoptKeys': z.strictObject({ folder: Folder, digits: z.string().min(1).max(100) }),
  'device.export': z.strictObject({ device: DeviceId.optional(), folder: Folder, full: z.boolean().optional() }),
  'device.takeExchange': z.strictObject({ reason: line(300), name: line(100).optional() }),
  'device.remove': z.strictObject({ device: DeviceId, reason: line(300) }),
  'model.list': ModelFilter,
  'example.list': ExampleFilter,
  'directive.list': Nothing,
  'activity.list': YearFilter,
  'inspection.list': YearFilter,
  'inspection.get': InspectionInput,
  'emulation.get': EmulationInput,
  'unit.follow': UnitFollowInput,
  'carrier.look': z.strictObject({ folder: Folder.optional(), writes: z.boolean().optional() }),
  'carrier.waiting': z.strictObject({ folder: Folder }),
  'carrier.find': z.strictObject({ folder: Folder, labels: z.array(Sha256).min(1).max(1000) }),
  'erasure.list': Nothing,
  'rules.get': Nothing,
  'backup.create': z.strictObject({ folder: Folder.optional() }),
  'backup.list': z.strictObject({ folder: Folder.optional() }),
  'backup.verify': z.strictObject({ folder: Folder.optional(), name: BackupName.optional() }),
  'backup.restore': z.strictObject({
    folder: Folder,
    login: line(60).optional(),
    passphrase: Passphrase.optional(),
    sheet: z.string().max(200).optional(),
  }),
  'journal.health': z.strictObject({ deep: z.boolean().optional() }),
  'journal.giveUpLost': z.strictObject({ reason: line(300) }),
  'machine.check': z.strictObject({ folder: Folder.optional() }),
  'machine.saveReport': z.strictObject({ to: Folder, report: MachineReport }),
} as const

/** A name of a query or job. */
export type JobName = keyof typeof INPUTS

/** `paper.record` at the port: files are put into the scan store first, and reach the command as scans. */
export const PaperWithFiles = PaperInput.extend({ files: z.array(Folder).max(50).optional() })
