/**
 * Fills an office with people by the very commands a person would have used (db/run-command), only many to a
 * transaction: the store is what ten years of work would have left, to the byte but for keys and salts.
 */
import { randomBytes } from 'node:crypto'
import { sha256Hex, utf8 } from '../../shared/base/canonical.ts'
import { derivedId } from '../../shared/base/ids.ts'
import type { Result } from '../../shared/base/result.ts'
import { trusted } from '../../shared/base/trust.ts'
import { commandNamed } from '../../shared/commands/index.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { loadUsers } from '../../db/load.ts'
import type { Store } from '../../db/open.ts'
import { runCommandIn, type CommandAnswer, type CommandEnvironment } from '../../db/run-command.ts'
import { prepared, read, write, type ReadDb, type WriteDb } from '../../db/transaction.ts'
import { readKeys } from '../../electron/office/keys.ts'
import { openReadyStore } from '../../electron/office/workplace.ts'
import { TODAY, surroundingsOf, wayIn } from './office.ts'
import { randomFrom } from './numbers.ts'
import { person } from './people.ts'

/**
 * How far cases have come: shares of the people who have each act. `submitted` sends the dossier up. `scanned`: papers
 * name a scan each, whose file is not made: for stores that are neither exported nor swept.
 */
export type Progress = {
  readonly helper: number
  readonly papers: number
  readonly vote: number
  readonly submitted: number
  readonly scanned?: boolean
}

/** Runs commands in one transaction after another. */
export type Seeder = {
  readonly store: Store
  readonly run: (db: WriteDb, name: string, input: unknown) => Record<string, unknown>
  readonly attempt: (db: WriteDb, name: string, input: unknown) => Result<CommandAnswer, Refusal>
  readonly close: () => void
}

/** Opens an office's store for seeding. */
export async function openSeeder(folder: string, seed: number): Promise<Seeder> {
  const { storeKey, userId } = await wayIn(folder)
  const opened = openReadyStore(surroundingsOf(folder), storeKey, false)
  if (!opened.ok) throw new Error(`the store did not open: ${opened.error.code}`)
  const store = opened.value
  const keys = await readKeys((work) => read(store, work))
  const user = read(store, loadUsers).find(({ id }) => id === userId)
  if (keys === null || user === undefined) throw new Error('an office without keys or user')
  const environment: CommandEnvironment = {
    recorder: {
      office: keys.office.office,
      device: keys.device,
      actor: { id: user.id, name: user.user.name, post: user.user.post },
      at: `${TODAY}T01:00:00Z`,
      today: TODAY,
      salt: () => randomBytes(16).toString('base64url'),
    },
    scanKnown: () => true,
  }
  let calls = 0
  const first = `${seed.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`
  const attempt: Seeder['attempt'] = (db, name, input) => {
    const command = commandNamed(name)
    if (command === null) throw new Error(`no command ${name}`)
    calls += 1
    return runCommandIn(db, command, command.input.parse(input), derivedId(first, calls), environment)
  }
  const run: Seeder['run'] = (db, name, input) => {
    const answer = attempt(db, name, input)
    if (!answer.ok) throw new Error(`${name} refused: ${JSON.stringify(answer.error)}`)
    return trusted<Record<string, unknown>>(answer.value.value)
  }
  return { store, run, attempt, close: () => store.close() }
}

/** Adds branches. @returns their ids */
export function seedUnits({ store, run }: Seeder, count: number): readonly string[] {
  return write(store, (db) =>
    Array.from({ length: count }, (_, i) => {
      const unit = { name: `Chi bộ thôn ${i + 1}`, type: 'branch', sector: 'residential', area: 'rural' }
      const { unit: id } = run(db, 'unit.add', { ...unit, from: '2015-01-01' })
      run(db, 'unit.recordMembers', { id, count: { date: '2024-01-01', official: 18, probationary: 1, excluded: 2 } })
      return String(id)
    }),
  )
}

/** Registers people and brings each as far as its turn has it. @returns the cases in the order of registration */
export function seedPeople(
  seeder: Seeder,
  units: readonly string[],
  count: number,
  progress: Progress,
): readonly string[] {
  const random = randomFrom(count)
  const held = read(seeder.store, countCases)
  const cases: string[] = []
  while (cases.length < count) {
    write(seeder.store, (db) => {
      for (let n = 0; n < 2000 && cases.length < count; n += 1) {
        const unit = units[Math.floor(random() * units.length)] ?? ''
        cases.push(seedPerson(seeder, db, unit, held + cases.length, random, progress))
      }
    })
  }
  return cases
}

/** Adds members to the register, spread over the units, admitted over thirty years. */
export function seedMembers({ store, run }: Seeder, units: readonly string[], count: number): void {
  const random = randomFrom(count + 1)
  for (let done = 0; done < count; done += 2000) {
    write(store, (db) => {
      for (let n = done; n < Math.min(count, done + 2000); n += 1) {
        const year = 1990 + Math.floor(random() * 30)
        const member = { name: person(n, random).name, unit: units[n % units.length], admittedOn: `${year}-05-19` }
        run(db, 'member.add', member)
      }
    })
  }
}

/** Takes people over with their admission, spread over the units and over six years; and sets a target for each unit. */
export function seedAdmitted({ store, run }: Seeder, units: readonly string[], count: number): void {
  const random = randomFrom(count + 2)
  const held = read(store, countCases)
  write(store, (db) => {
    for (const unit of units) run(db, 'target.set', { unit, year: 2024, number: 4 })
  })
  for (let done = 0; done < count; done += 2000) {
    write(store, (db) => {
      for (let n = done; n < Math.min(count, done + 2000); n += 1) {
        const [year, month] = [2018 + Math.floor(random() * 6), 1 + Math.floor(random() * 12)]
        const date = `${year}-${String(month).padStart(2, '0')}-15`
        const decision = { outcome: 'admit', number: `${n}-QĐ/HU`, date, body: 'Ban Thường vụ' }
        run(db, 'case.takeOver', {
          profile: person(held + n, random),
          unit: units[Math.floor(random() * units.length)],
          acts: { decision, ceremony: { date } },
        })
      }
    })
  }
}

function countCases(db: ReadDb): number {
  return prepared<{ n: number }>(db, 'SELECT count(*) AS n FROM cases').get()?.n ?? 0
}

const PAPERS = ['CN-NTVD', '1-KND', '2-KND', '3-KND', '4-KND', '4A-KND', '20-KND']

function seedPerson(
  { run, attempt }: Seeder,
  db: WriteDb,
  unit: string,
  n: number,
  random: () => number,
  progress: Progress,
): string {
  const registered = run(db, 'candidate.register', { profile: person(n, random), unit, on: '2023-06-01' })
  const id = String(registered['case'])
  const at = random()
  if (at < progress.helper)
    run(db, 'helper.assign', { case: id, name: 'Nguyễn Văn Bình', officialDate: '2010-02-03', from: '2023-06-10' })
  if (at < progress.papers)
    for (const paper of PAPERS) {
      const scans = progress.scanned === true ? { scans: [scanOf(`${n} ${paper}`)] } : {}
      attempt(db, 'paper.record', { case: id, paper, date: '2023-09-01', number: `0${n}`, ...scans })
    }
  if (at < progress.vote) run(db, 'dossier.recordBranchVote', branchVote(id, n))
  if (at < progress.submitted) submitIn({ run, attempt }, db, id)
  return id
}

function scanOf(what: string) {
  return { sha256: sha256Hex(utf8(what)), bytes: 400_000, type: 'application/pdf', name: 'giay.pdf' }
}

/**
 * A vote as a branch of 18 members takes it.
 * @param n - the number of its resolution, later ones higher
 */
export function branchVote(id: string, n: number): Record<string, unknown> {
  const counts = { official: 18, probationary: 1, excluded: 2, presentOfficial: 15, presentProbationary: 1 }
  return {
    case: id,
    date: '2024-03-05',
    ...counts,
    absences: [{ name: 'Lê Thị Hạnh', reason: 'Ốm' }],
    method: 'ballot',
    agree: 15,
    disagree: 0,
    blank: 0,
    chair: 'Phạm Văn Hùng',
    secretary: 'Đỗ Thị Mai',
    resolution: { number: `${n + 1}-NQ/CB`, date: '2024-03-05' },
  }
}

/** Submits a dossier; what still blocks it is lifted first, as an authorised person may. */
export function submit(seeder: Seeder, id: string): void {
  write(seeder.store, (db) => submitIn(seeder, db, id))
}

function submitIn({ run, attempt }: Pick<Seeder, 'run' | 'attempt'>, db: WriteDb, id: string): void {
  const votes = { date: '2024-04-02', members: 15, present: 15, agree: 15, disagree: 0, blank: 0 }
  run(db, 'dossier.recordCommitteeVote', { case: id, ...votes })
  for (let tries = 0; tries < 3; tries += 1) {
    const sent = attempt(db, 'dossier.submit', { case: id, date: TODAY, letter: { number: '7-CV/ĐU', date: TODAY } })
    if (sent.ok) return
    if (sent.error.code !== 'BLOCKED') throw new Error(`not submitted: ${JSON.stringify(sent.error)}`)
    for (const finding of sent.error.data.findings)
      run(db, 'finding.lift', { case: id, code: finding.id, reason: 'Đồng chí bí thư cho phép bổ sung sau' })
  }
  throw new Error('still blocked after everything was lifted')
}
