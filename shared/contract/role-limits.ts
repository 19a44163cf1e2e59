/**
 * Who may see what is in dossiers. A class organiser is given the people put forward, rosters and certificates and needs
 * nothing else (least privilege): dossiers, scans, the review and the meetings are closed to whoever is only that. Whoever
 * only looks (viewer) looks at everything and changes nothing; an administrator restores backups and mends entries, and so
 * sees what is in them. Roles bind the program, not the key (SECURITY.md).
 */
import { trusted } from '../base/trust.ts'
import type { DocumentKind, ListName, PrintSubject } from '../documents/codes.ts'
import type { Relation, Role } from '../model/codes.ts'
import type { HomeView } from './answers.ts'
import { HAND_OVER_ROUTE } from './home-waits.ts'
import { countWork } from './home-work.ts'
import type { SentReportView } from './reports.ts'

/** Roles that may see dossiers. */
export const DOSSIER_READERS = [
  'administrator',
  'clerk',
  'secretary',
  'reviewer',
  'decider',
  'viewer',
] as const satisfies readonly Role[]

/** Documents and lists that say nothing of a dossier. */
const OPEN_DOCUMENTS: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'periodReport',
  'classRoster',
  'certificateList',
  'exportSlip',
  'importReceipt',
  'exampleList',
  'modelList',
])
const OPEN_LISTS: ReadonlySet<ListName> = new Set<ListName>([
  'classes',
  'nominations',
  'certificates',
  'owed',
  'pupils',
  'members',
  'units',
  'users',
  'coverage',
  'targets',
  'models',
  'examples',
  'directives',
  'activities',
  'inspections',
  'ratings',
  'measures',
  'exchangeHistory',
  'roster',
  'ruleValues',
  'holidays',
  'backups',
])
const OPEN_PRINTS: ReadonlySet<PrintSubject> = new Set<PrintSubject>([
  ...OPEN_LISTS,
  'reports',
  'pairingCard',
  'exportSlip',
  'importReceipt',
  'keyEnvelope',
])

/** Lists, and prints of them, for the administrator alone: who took what out of the program, and why. */
const ADMIN_LISTS: ReadonlySet<PrintSubject> = new Set<PrintSubject>(['clearFiles'])

/** True if one of the roles may see dossiers. */
export function readsDossiers(roles: readonly string[]): boolean {
  return DOSSIER_READERS.some((role) => roles.includes(role))
}

/**
 * Who may make a call with this input: those of its name, but for a document, a list or a print of dossiers only those who
 * may see them, and for the log of what left in clear only the administrator.
 * @param input - as its schema has read it
 */
export function rolesFor(
  { name, roles }: { readonly name: string; readonly roles: readonly Role[] },
  input: unknown,
): readonly Role[] {
  if (isForAdministrator(name, input)) return roles.filter((role) => role === 'administrator')
  return isOfDossiers(name, input) ? roles.filter((role) => readsDossiers([role])) : roles
}

function isForAdministrator(name: string, input: unknown): boolean {
  if (!['list.read', 'list.write', 'print.log', 'print.save'].includes(name)) return false
  return ADMIN_LISTS.has(trusted<{ readonly what: PrintSubject }>(input).what)
}

function isOfDossiers(name: string, input: unknown): boolean {
  switch (name) {
    case 'document.preview':
    case 'document.make':
      return !OPEN_DOCUMENTS.has(trusted<{ readonly kind: DocumentKind }>(input).kind)
    case 'list.read':
    case 'list.write':
      return !OPEN_LISTS.has(trusted<{ readonly what: ListName }>(input).what)
    case 'print.log':
    case 'print.save':
      return !OPEN_PRINTS.has(trusted<{ readonly what: PrintSubject }>(input).what)
    default:
      return false
  }
}

/**
 * Who gives an office back what it had sent. What an office below has sent are dossiers, and goes out by whoever decides on
 * them; what another office has sent is its own business, and the administrator's, as all of the exchange is.
 * @param relation - what that office is to ours
 */
export function recoveryGiver(relation: Relation): Role {
  return relation === 'subordinate' ? 'decider' : 'administrator'
}

/** The home page as a user may see it: without dossiers, what waits of classes, guidance and the exchange. */
export function homeFor(home: HomeView, roles: readonly string[]): HomeView {
  if (readsDossiers(roles)) return home
  const nobody = { count: 0, before: home.today, rows: [] }
  return {
    ...home,
    cases: [],
    work: countWork([]),
    more: false,
    waiting: 0,
    watch: { certificates: nobody, probations: nobody, silentHelpers: nobody, numbers: nobody, unreviewed: [] },
    waits: home.waits.filter(({ route }) => route !== '/nguon' && route !== HAND_OVER_ROUTE),
  }
}

/** A sent report held against the record as a user may see it: without dossiers the figures, and not who is behind them. */
export function comparisonFor(view: SentReportView, roles: readonly string[]): SentReportView {
  return readsDossiers(roles) ? view : { ...view, causes: null }
}
