/**
 * The console host: any name of the port without a window, for support staff, scripts and tests.
 *   npm run api -- --self-check [--data DIR] [FOLDER]
 *   npm run api -- --data DIR --passphrase-file F [--user LOGIN] [--marks DIR] [--today YYYY-MM-DD] [--id UUID] NAME ['JSON' | -]
 *   npm run api -- [--data DIR [--passphrase-file F]] bundle.inspect '{"folder":"DIR"}'
 * `--today` is the day for certain; `--computer-day` is what the computer's clock says, as right or wrong as any: for tests.
 * Prints one JSON value. Exit 0, 1 for a refusal (as JSON with code and sentence), 2 for bad use; of `bundle.inspect` 3 where
 * something that was looked at cannot be relied on, 4 where no set is there. Secrets come from files or standard input, never
 * from arguments or the environment.
 */
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { trusted } from '../shared/base/trust.ts'
import { isDay } from '../shared/base/fields.ts'
import { API, apiEntry } from '../shared/contract/api.ts'
import type { Inspection } from '../shared/contract/exchange.ts'
import { refusal, type Refusal } from '../shared/contract/refusals.ts'
import { machineReportText, refusalSentence } from '../shared/words/vi.ts'
import { clockFor, systemClock } from './clock.ts'
import { createCore, type Core } from './core.ts'
import { nodeDisk } from './disk/node-disk.ts'
import { readWhole } from './disk/streams.ts'
import { attempt } from './disk/attempt.ts'
import { pathsOf } from './paths.ts'
import { checkMachine } from './self-check/check-machine.ts'

const USAGE = `npm run api -- --data DIR --passphrase-file F [--user LOGIN] [--today YYYY-MM-DD] [--id UUID] NAME ['JSON' | -]
npm run api -- [--data DIR [--passphrase-file F]] bundle.inspect '{"folder":"DIR"}'
npm run api -- --self-check [--data DIR] [FOLDER]
npm run api -- --list
exit 0, 1 refused, 2 bad use; bundle.inspect also 3 (a set is damaged, incomplete or refused) and 4 (no set is there)`

/** Bad use of the command line: exit 2. */
class BadUse extends Error {}

type Options = {
  readonly data?: string
  readonly marks?: string
  readonly passphraseFile?: string
  readonly user?: string
  readonly today?: string
  readonly computerDay?: string
  readonly id?: string
  readonly name: string
  readonly json?: string
}

/** Runs one command line. @returns the exit code; prints to `out` and `complain` */
export async function runConsole(
  args: readonly string[],
  io: {
    readonly stdin: () => Promise<string>
    readonly out: (text: string) => void
    readonly complain: (text: string) => void
  },
): Promise<number> {
  try {
    if (args.includes('--list')) {
      io.out(JSON.stringify(listing(), null, 1))
      return 0
    }
    if (args.includes('--self-check')) return await runSelfCheck(args, io.out)
    return await runName(readOptions(args), io)
  } catch (error) {
    if (!(error instanceof BadUse)) throw error
    io.complain(`${error.message}\n${USAGE}`)
    return 2
  }
}

/** The check of the computer as a report in words; exit 1 where something failed. Needs no office. */
async function runSelfCheck(args: readonly string[], out: (text: string) => void): Promise<number> {
  const { data, folder } = readSelfCheck(args)
  const paths = pathsOf(data ?? join(tmpdir(), `ket-nap-${randomUUID()}`))
  const checked = await checkMachine({ disk: nodeDisk, paths, clock: systemClock }, folder, {})
  if (!checked.ok) return refuseWith(checked.error, out)
  const { report: found, troubles } = checked.value
  // The console has no window to make a PDF in, and says so.
  const report = { ...found, checks: [...found.checks, { id: 'pdf' as const, state: 'skipped' as const, facts: {} }] }
  out(machineReportText(report))
  for (const trouble of Object.values(troubles)) out(refusalSentence(trouble))
  return report.checks.some(({ state }) => state === 'bad') ? 1 : 0
}

function readSelfCheck(args: readonly string[]): { readonly data: string | undefined; readonly folder?: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { 'self-check': { type: 'boolean' }, data: { type: 'string' } },
    })
    const [folder] = positionals
    return { data: values.data, ...(folder === undefined ? {} : { folder }) }
  } catch (error) {
    throw new BadUse(error instanceof Error ? error.message : 'bad arguments', { cause: error })
  }
}

/** Every name with kind, roles, capacity and the JSON schema of its input. */
export function listing() {
  return API.map(({ name, kind, roles, capacity, needs, secret, input }) => ({
    name,
    kind,
    roles,
    capacity,
    needs,
    secret,
    input: z.toJSONSchema(input, { unrepresentable: 'any' }),
  }))
}

async function runName(options: Options, io: Parameters<typeof runConsole>[1]): Promise<number> {
  const { name } = options
  const entry = apiEntry(name)
  const input = await readInput(options, entry?.secret === true, io.stdin)
  if (!input.ok) return refuseWith(input.refusal, io.out)
  const core = createCore({
    disk: nodeDisk,
    paths: pathsOf(options.data ?? '', options.marks),
    clock: clockFor(options.today, options.computerDay),
  })
  try {
    const secret = options.passphraseFile === undefined ? undefined : await readSecret(options.passphraseFile)
    const prepared = withSecret(name, input.value, options.user, secret)
    if (entry !== null && (entry.needs === 'session' || name === 'bundle.inspect')) {
      const stop = await unlock(core, options, secret, entry.needs === 'session')
      if (stop) return refuseWith(stop, io.out)
    }
    const answer = await core.call(name, prepared, options.id === undefined ? {} : { id: options.id })
    if (!answer.ok) return refuseWith(answer.error, io.out)
    io.out(JSON.stringify(answer.value, null, 1))
    return name === 'bundle.inspect' ? exitOf(trusted<Inspection>(answer.value)) : 0
  } finally {
    core.close()
  }
}

/**
 * What a script needs to know of a place that was looked at: an answer is there in any case, also of a broken set. A set for
 * somebody else is none of our business as long as its label holds.
 */
function exitOf({ labels, faults, isPartial, sets }: Inspection): number {
  const isDoubtful =
    faults.length > 0 ||
    isPartial ||
    labels.some(({ refusal: reason }) => reason !== null) ||
    sets?.some(({ outcome }) => outcome === 'refused') === true
  if (isDoubtful) return 3
  return labels.length === 0 ? 4 : 0
}

function readOptions(args: readonly string[]): Options {
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        marks: { type: 'string' },
        'passphrase-file': { type: 'string' },
        user: { type: 'string' },
        today: { type: 'string' },
        'computer-day': { type: 'string' },
        id: { type: 'string' },
      },
    })
  } catch (error) {
    throw new BadUse(error instanceof Error ? error.message : 'bad arguments')
  }
  const { values, positionals } = parsed
  const [name, json, ...rest] = positionals
  if (name === undefined || rest.length > 0) throw new BadUse('one name, and at most one JSON value')
  const entry = apiEntry(name)
  if (entry === null) throw new BadUse(`no such name: ${name.slice(0, 100)}`)
  if (values.data === undefined && name !== 'bundle.inspect') throw new BadUse('--data is missing')
  const { 'passphrase-file': passphraseFile, 'computer-day': computerDay, ...others } = values
  for (const [option, day] of [
    ['--today', values.today],
    ['--computer-day', computerDay],
  ])
    if (day !== undefined && !isDay(day)) throw new BadUse(`${option} takes YYYY-MM-DD`)
  return {
    ...others,
    ...(computerDay === undefined ? {} : { computerDay }),
    ...(passphraseFile === undefined ? {} : { passphraseFile }),
    name,
    ...(json === undefined ? {} : { json }),
  }
}

type Input = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: Refusal }

async function readInput({ json }: Options, secret: boolean, stdin: () => Promise<string>): Promise<Input> {
  const text = json === '-' ? await stdin() : (json ?? '{}')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { ok: false, refusal: refusal('INVALID_INPUT', { problems: [{ path: '', problem: 'json' }] }) }
  }
  const written = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const named = written.some((key) => /passphrase|^sheet$/i.test(key))
  if (secret && json !== '-' && named) return { ok: false, refusal: refusal('SECRET_IN_ARGUMENT', {}) }
  return { ok: true, value }
}

/** Names that take the passphrase of the file as part of their input. */
function withSecret(name: string, input: unknown, user: string | undefined, secret: string | undefined): unknown {
  if (typeof input !== 'object' || input === null || secret === undefined) return input
  switch (name) {
    case 'office.setUp':
    case 'session.unlock':
      return { passphrase: secret, ...input }
    case 'backup.restore':
      return 'sheet' in input ? input : { passphrase: secret, ...(user === undefined ? {} : { login: user }), ...input }
    default:
      return input
  }
}

async function unlock(
  core: Core,
  { user }: Options,
  secret: string | undefined,
  needed: boolean,
): Promise<Refusal | null> {
  if (secret === undefined) {
    if (needed) throw new BadUse('--passphrase-file is missing')
    return null
  }
  const opened = await core.call('session.unlock', {
    passphrase: secret,
    ...(user === undefined ? {} : { login: user }),
  })
  return opened.ok ? null : opened.error
}

/** The first line of a file, without its line end. */
async function readSecret(path: string): Promise<string> {
  const read = await attempt(() => readWhole(nodeDisk, path, 64 * 1024))
  if (!read.ok || read.value === undefined) throw new BadUse(`the passphrase file cannot be read: ${path}`)
  return (Buffer.from(read.value).toString('utf8').split('\n')[0] ?? '').replace(/\r$/, '')
}

function refuseWith(reason: Refusal, out: (text: string) => void): number {
  out(JSON.stringify({ code: reason.code, sentence: refusalSentence(reason), data: reason.data }, null, 1))
  return 1
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(trusted<Uint8Array>(chunk)))
  return Buffer.concat(chunks).toString('utf8')
}

if (import.meta.main) {
  process.exitCode = await runConsole(process.argv.slice(2), {
    stdin: readStdin,
    out: (text) => void process.stdout.write(`${text}\n`),
    complain: (text) => void process.stderr.write(`${text}\n`),
  })
}
