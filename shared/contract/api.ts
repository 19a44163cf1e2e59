/**
 * The one typed port: every name a host may call, with its input, the roles and capacity it needs, and whether it works
 * while locked. Commands come from shared/commands; what is here besides are queries and jobs of the running program.
 */
import { trusted } from '../base/trust.ts'
import type { z } from 'zod'
import { COMMANDS } from '../commands/index.ts'
import { Role as RoleSchema, type Capacity, type Role } from '../model/codes.ts'
import { INPUTS, PaperWithFiles, type JobName } from './inputs.ts'
import { DOSSIER_READERS } from './role-limits.ts'

/** One name of the port. `needs`: nothing, a store that exists, or an unlocked session. */
export type ApiEntry = {
  readonly name: string
  readonly kind: 'command' | 'query' | 'job'
  readonly roles: readonly Role[]
  readonly capacity: Capacity | null
  readonly needs: 'nothing' | 'store' | 'session'
  /** The input holds a passphrase or a recovery sheet: never taken from a command line. */
  readonly secret: boolean
  readonly input: z.ZodType
}

const EVERYONE = RoleSchema.options
const ADMIN = ['administrator'] as const
/** Whoever decides on what another office sends gives that back; an administrator gives back what others had sent. */
const RECOVERY_GIVERS = ['decider', 'administrator'] as const
const WORKERS = ['administrator', 'clerk', 'secretary', 'reviewer', 'decider', 'organiser'] as const

const rows: readonly Omit<ApiEntry, 'input'>[] = [
  { ...query('vault.describe'), needs: 'nothing' },
  job('office.setUp', EVERYONE, 'nothing', true),
  job('session.unlock', EVERYONE, 'store', true),
  // Not a job: whoever locks never waits for one.
  { ...query('session.lock'), needs: 'nothing' },
  job('date.confirm', EVERYONE, 'session'),
  query('office.get'),
  query('user.list'),
  job('user.add', ADMIN, 'session', true),
  job('user.openHere', ADMIN, 'session', true),
  job('user.disable', ADMIN, 'session'),
  job('user.changePassphrase', EVERYONE, 'session', true),
  job('vault.resetPassphrase', EVERYONE, 'store', true),
  job('vault.newSheet', ADMIN, 'session'),
  job('vault.proveSheet', EVERYONE, 'store', true),
  query('unit.list'),
  query('unit.notes'),
  query('member.search'),
  { ...query('candidate.search'), roles: DOSSIER_READERS },
  { ...query('case.get'), roles: DOSSIER_READERS },
  job('scan.read', DOSSIER_READERS, 'session'),
  { ...query('scan.get'), roles: DOSSIER_READERS },
  { ...query('scan.add'), roles: DOSSIER_READERS },
  query('home.get'),
  { ...query('home.cases'), roles: DOSSIER_READERS },
  { ...query('office.findings'), roles: DOSSIER_READERS },
  { ...query('review.list'), roles: DOSSIER_READERS },
  { ...query('review.tasks'), roles: DOSSIER_READERS },
  { ...query('meeting.list'), roles: DOSSIER_READERS },
  { ...query('meeting.get'), roles: DOSSIER_READERS },
  { ...query('decision.register'), roles: DOSSIER_READERS },
  { ...query('consent.list'), roles: DOSSIER_READERS },
  { ...query('returns.list'), roles: DOSSIER_READERS },
  { ...query('duplicates.list'), roles: DOSSIER_READERS },
  { ...query('handOver.list'), roles: DOSSIER_READERS },
  { ...query('case.board'), roles: DOSSIER_READERS },
  { ...query('calendar.month'), roles: DOSSIER_READERS },
  { ...query('plan.batch'), roles: DOSSIER_READERS },
  query('class.list'),
  query('class.get'),
  query('class.asks'),
  query('class.owed'),
  query('certificate.book'),
  job('class.readSheet', WORKERS, 'session'),
  job('class.writeRoster', WORKERS, 'session'),
  query('pupil.list'),
  { ...query('candidate.similar'), roles: DOSSIER_READERS },
  { ...query('candidate.similarMany'), roles: DOSSIER_READERS },
  { ...query('resolution.doubts'), roles: DOSSIER_READERS },
  query('document.preview'),
  job('document.make', WORKERS, 'session'),
  { ...query('list.read'), roles: WORKERS },
  job('list.write', WORKERS, 'session'),
  { ...query('print.log'), roles: WORKERS },
  { ...query('print.cancelled'), roles: WORKERS },
  job('print.save', WORKERS, 'session'),
  query('draft.save'),
  query('draft.read'),
  query('draft.drop'),
  { ...query('clear.list'), roles: ADMIN },
  query('view.list'),
  query('view.save'),
  query('view.drop'),
  job('pairing.card', ADMIN, 'session'),
  job('pairing.readCard', ADMIN, 'session'),
  job('pairing.accept', ADMIN, 'session'),
  job('keys.renew', ADMIN, 'session'),
  job('keys.export', ADMIN, 'session'),
  job('bundle.export', WORKERS, 'session'),
  job('bundle.exportRecovery', RECOVERY_GIVERS, 'session'),
  job('bundle.exportSuccession', ADMIN, 'session'),
  job('bundle.preview', WORKERS, 'session'),
  job('bundle.import', WORKERS, 'session'),
  job('bundle.inspect', EVERYONE, 'nothing'),
  { ...query('bundle.kept'), roles: WORKERS },
  query('bundle.history'),
  { ...query('peer.sets'), roles: ADMIN },
  query('report.get'),
  { ...query('report.people'), roles: DOSSIER_READERS },
  query('report.branches'),
  job('report.write', WORKERS, 'session'),
  query('report.typed'),
  query('report.sent'),
  query('report.definitions'),
  query('report.compare'),
  query('target.list'),
  query('coverage.get'),
  query('source.get'),
  query('trend.get'),
  query('device.list'),
  job('device.ask', EVERYONE, 'nothing', true),
  job('device.readCard', ADMIN, 'session'),
  job('device.enrol', ADMIN, 'session'),
  job('device.join', EVERYONE, 'nothing', true),
  job('device.adoptKeys', ADMIN, 'session'),
  job('device.export', WORKERS, 'session'),
  job('device.takeExchange', ADMIN, 'session'),
  job('device.remove', ADMIN, 'session'),
  query('model.list'),
  query('example.list'),
  query('directive.list'),
  query('activity.list'),
  query('inspection.list'),
  query('inspection.get'),
  query('emulation.get'),
  query('unit.follow'),
  query('carrier.look'),
  query('carrier.waiting'),
  query('carrier.find'),
  { ...query('erasure.list'), roles: DOSSIER_READERS },
  query('rules.get'),
  job('backup.create', WORKERS, 'session'),
  { ...query('backup.list'), needs: 'nothing' },
  job('backup.verify', EVERYONE, 'session'),
  job('backup.restore', EVERYONE, 'nothing', true),
  query('journal.health'),
  job('journal.giveUpLost', ADMIN, 'session'),
  job('machine.check', EVERYONE, 'nothing'),
  job('machine.saveReport', EVERYONE, 'nothing'),
]

/** Every name of the port, sorted. */
export const API: readonly ApiEntry[] = [
  ...rows.map((row) => ({ ...row, input: INPUTS[trusted<JobName>(row.name)] })),
  ...COMMANDS.map((command): ApiEntry => ({
    name: command.name,
    kind: 'command',
    roles: command.roles,
    capacity: command.capacity,
    needs: 'session',
    secret: false,
    input: command.name === 'paper.record' ? PaperWithFiles : command.input,
  })),
].toSorted((a, b) => (a.name < b.name ? -1 : 1))

/** The entry of a name, or null. */
export function apiEntry(name: string): ApiEntry | null {
  return API.find((entry) => entry.name === name) ?? null
}

function query(name: JobName): Omit<ApiEntry, 'input'> {
  return { name, kind: 'query', roles: EVERYONE, capacity: null, needs: 'session', secret: false }
}

function job(name: JobName, roles: readonly Role[], needs: ApiEntry['needs'], secret = false): Omit<ApiEntry, 'input'> {
  return { name, kind: 'job', roles, capacity: null, needs, secret }
}
