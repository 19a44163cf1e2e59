/**
 * Offices for tests of the journal: stores in memory that record, without keys, files or bundles; how lines go from one to
 * another is in journal-parcels.ts. Ids and salts come from a seed, so a case found runs the same again.
 */
import { sha256Hex, utf8 } from '../../shared/base/canonical.ts'
import { derivedId } from '../../shared/base/ids.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import { trusted } from '../../shared/base/trust.ts'
import type { AnyCommand, Draft } from '../../shared/commands/command.ts'
import { commandNamed, recordPeer } from '../../shared/commands/index.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { Standing } from '../../shared/journal/classify.ts'
import type { Entry } from '../../shared/journal/entry.ts'
import type { Item } from '../../shared/journal/item.ts'
import type { CaseState } from '../../shared/model/case-state.ts'
import type { Capacity, Relation } from '../../shared/model/codes.ts'
import { channelRows, itemsAbout, lines } from '../../db/journal.ts'
import { loadCase } from '../../db/load.ts'
import { markReplayed, migrate } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations/index.ts'
import { openMemoryStore, type Store } from '../../db/open.ts'
import type { Recorded, Recorder } from '../../db/record.ts'
import { replay, replayEquals, tablePicture } from '../../db/replay.ts'
import { recordAndApply, runCommand, type CommandAnswer } from '../../db/run-command.ts'
import type { House } from '../../db/settle.ts'
import { prepared, read, write, type ReadDb, type WriteDb } from '../../db/transaction.ts'
import { BRANCH_ALL_FOR } from './votes.ts'

/** The commune that proposes, the district that decides, and a third office. */
export const COMMUNE = 'c'.repeat(26)
export const DISTRICT = 'd'.repeat(26)
export const TOWN = 't'.repeat(26)

/** A unit that test offices keep: a village branch. */
export const UNIT = '01890000-0000-7000-8000-00000000aaaa'

/** A branch that another office keeps. */
export const ELSEWHERE = '01890000-0000-7000-8000-00000000bbbb'

export const AGE = `age1${'q'.repeat(58)}`
export const SIGN_KEY = `RWQ${'A'.repeat(53)}`

/** What a test says of a desk: one store, on one device of one office. */
export type DeskOptions = {
  readonly office: string
  readonly device?: string
  /** How other offices stand to this one; its own lines are always its own. */
  readonly standings?: Readonly<Record<string, Standing>>
  readonly capacities?: readonly Capacity[]
  readonly today?: string
  /** Ids and salts follow from it. */
  readonly seed?: string
  /** False leaves the store without an office: it only takes lines in. */
  readonly founded?: boolean
}

/** One store of one device, and what a test does with it. */
export type Desk = {
  readonly office: string
  readonly device: string
  readonly store: Store
  readonly house: House
  readonly newId: () => string
  readonly recorder: () => Recorder
  /** Moves the clock. */
  readonly at: (day: string) => void
  /** Changes how another office stands to this one, as an update or a new pairing would. */
  readonly standing: (office: string, standing: Standing | null) => void
  /** Runs a command. */
  readonly call: (name: string | AnyCommand, input: unknown, id?: string) => Result<CommandAnswer, Refusal>
  /** Runs a command that must succeed. */
  readonly do: (name: string | AnyCommand, input: unknown, id?: string) => CommandAnswer
  /** Records drafts past all commands, as one call. */
  readonly record: (drafts: readonly Draft[], id?: string) => Recorded[]
  readonly ask: <T>(work: (db: ReadDb) => T) => T
  readonly change: <T>(work: (db: WriteDb) => T) => T
  readonly case: (id: string) => CaseState
  readonly close: () => void
}

/** Device id from a short name. */
export function deviceId(name: string): string {
  return name.padEnd(16, 'x')
}

/** A source of UUIDs that gives the same ones for the same seed. */
export function idsFrom(seed: string): () => string {
  const hex = sha256Hex(utf8(seed))
  const base = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  let n = 0
  return () => derivedId(base, (n += 1))
}

/** An empty store with its tables: a copy of one that went through the migrations, which take longer than most tests. */
export function emptyStore(): Store {
  return openMemoryStore((migrated ??= migratedStore()))
}

let migrated: Buffer | undefined

function migratedStore(): Buffer {
  const store = openMemoryStore()
  const done = migrate<never>(store, migrations, { now: '2024-01-01T00:00:00Z', backupFirst: () => ok(null) })
  if (!done.ok) throw new Error(`not migrated: ${JSON.stringify(done.error)}`)
  write(store, (db) => {
    replay(db)
    markReplayed(db)
  })
  const image = store.sqlite.serialize()
  store.close()
  return image
}

/** Opens a desk; it is founded with its office and a unit where it proposes. */
export function openDesk(options: DeskOptions): Desk {
  const { office, capacities = ['proposes'], founded = true } = options
  const device = deviceId(options.device ?? 'a')
  const newId = idsFrom(`${options.seed ?? ''}/${office}/${device}`)
  const store = emptyStore()
  const standings = new Map<string, Standing>(Object.entries({ ...options.standings, [office]: 'self' }))
  let today = options.today ?? '2024-01-15'
  const recorder = (): Recorder => ({
    office,
    device,
    actor: { id: 'vanthu', name: 'Trần Thị Hồng Nhung', post: 'Văn thư' },
    at: `${today}T01:00:00Z`,
    today,
    salt: () => newId().replaceAll('-', '').slice(0, 22),
  })
  const environment = () => ({ recorder: recorder(), scanKnown: () => true })
  const call: Desk['call'] = (name, input, id = newId()) => {
    const command = typeof name === 'string' ? commandNamed(name) : name
    if (command === null) throw new Error('no such command')
    return runCommand(store, command, command.input.parse(input), id, environment())
  }
  const desk: Desk = {
    office,
    device,
    store,
    house: { self: office, standingOf: (other) => standings.get(other) ?? null },
    newId,
    recorder,
    at: (day) => {
      today = day
    },
    standing: (other, standing) => {
      if (standing === null) standings.delete(other)
      else standings.set(other, standing)
    },
    call,
    do: (name, input, id) => {
      const answer = call(name, input, id)
      if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.error)}`)
      return answer.value
    },
    record: (drafts, id = newId()) => write(store, (db) => recordAndApply(db, recorder(), id, drafts)),
    ask: (work) => read(store, work),
    change: (work) => write(store, work),
    case: (id) => {
      const state = read(store, (db) => loadCase(db, id))
      if (state === null) throw new Error(`no case ${id}`)
      return state
    },
    close: () => store.close(),
  }
  if (founded) found(desk, capacities)
  return desk
}

function found(desk: Desk, capacities: readonly Capacity[]): void {
  const profile = {
    name: `Văn phòng ${desk.office.slice(0, 1)}`,
    code: `vp-${desk.office.slice(0, 1)}`,
    decidingBody: 'Ban Thường vụ Huyện ủy',
    capacities: capacities.map((capacity) => ({ capacity, from: '2020-01-01' })),
  }
  const drafts: Draft[] = [
    {
      kind: 'office.founded',
      subject: { type: 'office', id: desk.office },
      payload: { office: desk.office, profile },
    },
  ]
  if (capacities.includes('proposes')) {
    const payload = { name: 'Chi bộ thôn Đồng Sơn', type: 'branch' as const }
    drafts.push({ kind: 'unit.added', subject: { type: 'unit', id: UNIT }, payload })
  }
  desk.record(drafts)
}

/** Pairs a desk with another office; what it holds for a superior is listed to it. */
export function pairWith(desk: Desk, office: string, relation: Relation, unit?: string): CommandAnswer {
  desk.standing(office, relation)
  const mark = office.slice(0, 1)
  return desk.do(recordPeer, {
    office,
    code: `vp-${mark}`,
    name: `Văn phòng ${mark}`,
    ageRecipient: AGE,
    signKey: SIGN_KEY,
    relation,
    ...(unit === undefined ? {} : { unit }),
  })
}

/** A commune and the district above it, paired, and closed by the caller. */
export function communeAndDistrict(seed = ''): { readonly commune: Desk; readonly district: Desk } {
  const commune = openDesk({ office: COMMUNE, seed })
  const district = openDesk({ office: DISTRICT, seed, capacities: ['decides'] })
  pairWith(commune, DISTRICT, 'superior')
  pairWith(district, COMMUNE, 'subordinate')
  return { commune, district }
}

/** A second device of the same office, which holds nothing yet. */
export function siblingOf(desk: Desk, device: string, standings: Readonly<Record<string, Standing>>): Desk {
  return openDesk({ office: desk.office, device, standings, founded: false, seed: device })
}

/** The lines of every channel a desk holds, by channel. */
export function linesOf(desk: Desk): ReadonlyMap<string, readonly string[]> {
  return desk.ask((db) => new Map(channelRows(db).map((row) => [row.channel, [...lines(db, row.id, 1, row.seq)]])))
}

/** Every business row of a desk. */
export function pictureOf(desk: Desk): Readonly<Record<string, readonly string[]>> {
  return desk.ask(tablePicture)
}

/** True if a replay of the desk's journal gives its tables. */
export function replays(desk: Desk): boolean {
  return replayEquals(desk.store)
}

/** A line of the journal and what became of it. */
export type Line = {
  readonly channel: string
  readonly seq: number
  readonly status: string
  readonly reason: string | null
  readonly kind: string | null
  readonly tick: number | null
}

/** What became of every line of a channel. */
export function statusesOf(desk: Desk, channel: string): readonly Line[] {
  return desk.ask((db) =>
    prepared<Line>(
      db,
      `SELECT c.channel, j.seq, j.status, j.reason, j.kind, j.tick FROM journal j JOIN channels c ON c.id = j.channel_id
       WHERE c.channel = ? ORDER BY j.seq`,
    ).all(channel),
  )
}

/** Statuses alone, in order. */
export function statuses(desk: Desk, channel: string): readonly string[] {
  return statusesOf(desk, channel).map(({ status }) => status)
}

/** The tick of every applied entry a desk holds, by entry id. */
export function ticksOf(desk: Desk): ReadonlyMap<string, number> {
  const rows = desk.ask((db) =>
    prepared<{ entry_id: string; tick: number }>(
      db,
      `SELECT entry_id, tick FROM journal WHERE status = 'applied' ORDER BY tick, entry_id`,
    ).all(),
  )
  return new Map(rows.map(({ entry_id: id, tick }) => [id, tick]))
}

/** The items about a case, in no particular order. */
export function itemsOfCase(desk: Desk, id: string): readonly Item[] {
  return desk.ask((db) => itemsAbout(db, 'case', id))
}

/** Rows of every table, private ones too: what a refused call must leave as it was. */
export function rowCounts(desk: Desk): Readonly<Record<string, number>> {
  return desk.ask((db) => {
    const tables = prepared<{ name: string }>(
      db,
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'case_words_%' ORDER BY name`,
    ).all()
    return Object.fromEntries(
      tables.map(({ name }) => [
        name,
        prepared<{ n: number }>(db, `SELECT count(*) AS n FROM "${name}"`).get()?.n ?? 0,
      ]),
    )
  })
}

/** Reads a command's answer. */
export function valueOf(answer: CommandAnswer): Readonly<Record<string, string>> {
  return trusted(answer.value)
}

/** Registers a person and answers the id of the case. */
export function register(desk: Desk, profile: Readonly<Record<string, unknown>> = { name: 'Nguyễn Thị Hòa' }): string {
  return valueOf(desk.do('candidate.register', { profile, unit: UNIT }))['case'] ?? ''
}

/** Does what must come before, lifts what else stands in the way, and submits; answers the id of the submission. */
export function submit(desk: Desk, id: string, date = '2024-01-15'): string {
  let answer = desk.call('dossier.submit', { case: id, date })
  for (let tries = 0; !answer.ok && tries < 2; tries += 1) {
    clearTheWay(desk, id, answer.error)
    answer = desk.call('dossier.submit', { case: id, date })
  }
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.error)}`)
  return valueOf(answer.value)['submission'] ?? ''
}

/** Holds the meetings a refusal asks for and lifts the other findings it names. */
export function clearTheWay(desk: Desk, id: string, refusal: Refusal): void {
  if (refusal.code !== 'BLOCKED') throw new Error(`refused: ${JSON.stringify(refusal)}`)
  for (const { id: code, data } of refusal.data.findings) {
    if (data['step'] === 'branchVote') desk.do('dossier.recordBranchVote', { case: id, ...branchVote })
    else if (data['step'] === 'committeeVote') desk.do('dossier.recordCommitteeVote', { case: id, ...committeeVote })
    else desk.do('finding.lift', { case: id, code, reason: 'Được cấp ủy cho phép', ...LEAVE })
  }
}

/** Who allowed an exception, and by what paper: a desk's clerk holds no role that may allow one. */
export const LEAVE = { allowedBy: 'Lê Văn Minh', paper: { number: '15-CV/BTCHU', date: '2024-01-10' } }

/** A meeting of the branch at which all nine are for it. */
export const branchVote = {
  date: '2024-01-05',
  ...BRANCH_ALL_FOR,
}

/** A meeting of the committee at which all fifteen are for it. */
export const committeeVote = {
  date: '2024-01-08',
  members: 15,
  present: 15,
  agree: 15,
  disagree: 0,
  blank: 0,
}

/** A decision as the district signs it. */
export function decide(desk: Desk, id: string, rest: Readonly<Record<string, unknown>> = {}): CommandAnswer {
  return desk.do('decision.record', {
    case: id,
    outcome: 'admit',
    number: `${id.slice(-4)}-QĐ/HU`,
    date: '2024-01-15',
    body: 'Ban Thường vụ Huyện ủy',
    ...rest,
  })
}

/** What a test says of an item: what was recorded, and where it stands where that matters. */
export type ItemPlan = Partial<Omit<Item, 'entry' | 'channel'>> & {
  readonly kind: string
  readonly payload: object
  readonly id?: string
  readonly subject?: Entry['subject']
  readonly after?: Entry['after']
}

/** Items as a store hands them to a fold; tick and seq follow the order given unless said otherwise. */
export function itemsFrom(plans: readonly ItemPlan[]): Item[] {
  return plans.map((plan, index) => {
    const { office = COMMUNE, device = deviceId('a'), audience = 'own', seq = index + 1, tick = index + 1 } = plan
    const entry: Entry = {
      id: plan.id ?? idOf(index + 1),
      kind: plan.kind,
      v: 1,
      seq,
      after: plan.after ?? [],
      at: '2024-01-15T01:00:00Z',
      actor: { id: 'vanthu', name: 'Trần Thị Hồng Nhung', post: 'Văn thư' },
      subject: plan.subject ?? { type: 'case', id: CASE },
      payload: plan.payload,
      salt: 'A'.repeat(22),
    }
    return { channel: `${office}.${device}.${audience}`, office, device, audience, seq, tick, entry }
  })
}

/** A UUID that tells its number. */
export function idOf(n: number): string {
  return `01890000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
}

/** The case of `itemsFrom`. */
export const CASE: string = idOf(0xcafe)
