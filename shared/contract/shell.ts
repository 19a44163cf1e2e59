/**
 * What only a host with a window can do, as names of the same port: dialogs, drives, printing. Paths a page may use come
 * from these answers alone; the core is given no path that a person has not chosen in this session.
 */
import { z } from 'zod'

/** Inputs of the shell's own names. */
export const SHELL_INPUTS = {
  'shell.info': z.strictObject({}),
  'shell.drives': z.strictObject({}),
  'shell.chooseFolder': z.strictObject({ title: z.string().max(200) }),
  'shell.chooseFiles': z.strictObject({ title: z.string().max(200), kind: z.enum(['scans', 'sheets', 'any']) }),
  'shell.saveAs': z.strictObject({ title: z.string().max(200), name: z.string().max(200) }),
  'shell.print': z.strictObject({ landscape: z.boolean().optional() }),
  'shell.pdf': z.strictObject({ landscape: z.boolean().optional() }),
  'shell.cancel': z.strictObject({ id: z.string().max(64) }),
} as const

/** A name of the shell. */
export type ShellName = keyof typeof SHELL_INPUTS

/** How the program is being run. */
export type ShellInfo = {
  readonly host: 'desktop' | 'browser'
  readonly version: string
  /** The day this build was made, YYYY-MM-DD. */
  readonly builtOn: string
  readonly platform: string
  readonly nonce: string
}

/**
 * A drive offered for export or import; `path` may be used from then on, unless it is `fixed`. `device`: another one at the
 * same path has another. `plugging`: plugged in again it has another, where the system tells. `removal`: a stick or disk that
 * is plugged in, one built in, a folder of another computer; where the system does not tell, `unknown` if it was there before
 * the program was, `arrived` if it came later.
 */
export type ShellDrive = {
  readonly path: string
  readonly device: number
  readonly plugging?: number
  readonly label: string
  readonly removal: 'removable' | 'fixed' | 'network' | 'unknown' | 'arrived'
  readonly free: number
}

/** A chosen path, or null where the person cancelled. */
export type ChosenPath = { readonly path: string | null }

/** A file that was named, and whether its drive can be carried away; `path` is null where the person cancelled. */
export type ChosenFile = ChosenPath & { readonly carried: 'yes' | 'no' | 'unknown' }

/** Whether the page went to a printer; false where the person cancelled, null where the host is not told. */
export type Printed = { readonly printed: boolean | null }

/** The page as a PDF in memory; nothing was written. */
export type PagePdf = { readonly base64: string }

/** Chosen files; empty where the person cancelled. */
export type ChosenFiles = { readonly paths: readonly string[] }

/** Fields of core inputs that hold a path, by name: each must have been chosen in this session. */
export const PATH_FIELDS: Readonly<Record<string, readonly string[]>> = {
  'paper.record': ['files'],
  'scan.read': ['to'],
  'document.make': ['to'],
  'list.write': ['to'],
  'report.write': ['to'],
  'class.writeRoster': ['to'],
  'class.readSheet': ['file'],
  'print.save': ['to'],
  'pairing.card': ['to'],
  'pairing.readCard': ['file'],
  'bundle.export': ['folder'],
  'bundle.exportRecovery': ['folder'],
  'bundle.exportSuccession': ['folder'],
  'bundle.preview': ['folder'],
  'bundle.import': ['folder'],
  'bundle.inspect': ['folder'],
  'device.ask': ['folder'],
  'device.readCard': ['file'],
  'device.enrol': ['folder'],
  'device.join': ['folder'],
  'device.adoptKeys': ['folder'],
  'device.export': ['folder'],
  'carrier.look': ['folder'],
  'carrier.waiting': ['folder'],
  'carrier.find': ['folder'],
  'backup.create': ['folder'],
  'backup.list': ['folder'],
  'backup.verify': ['folder'],
  'backup.restore': ['folder'],
  'machine.check': ['folder'],
  'machine.saveReport': ['to'],
}

/** Minutes without a key or a mouse after which the program locks, where no setting says otherwise. */
export const LOCK_AFTER_MINUTES = 15
