/**
 * Whole offices for tests: the real core over real files in a temporary folder, with a clock the test moves. Vaults use a
 * small scrypt cost; everything else is as it runs.
 */
import { randomUUID } from 'node:crypto'
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createCore, type Core } from '../../electron/core.ts'
import { nodeDisk } from '../../electron/disk/node-disk.ts'
import type { Disk } from '../../electron/disk/disk.ts'
import { pathsOf, type Paths } from '../../electron/paths.ts'
import type { DeviceRow } from '../../shared/contract/devices.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { Capacity } from '../../shared/model/codes.ts'

/** A passphrase every test office accepts. */
export const PASSPHRASE = 'mật khẩu thử nghiệm'

/** What a test says of an office. */
export type OfficeOptions = {
  readonly root: string
  readonly code: string
  readonly name: string
  readonly capacities: readonly Capacity[]
  readonly today?: string
  readonly disk?: Disk
  /** Bytes at which exports are cut into parts. */
  readonly partBytes?: number
}

/** An office under test. */
export type TestOffice = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly core: Core
  readonly paths: Paths
  readonly sheet: readonly string[]
  /** Calls and expects success. */
  readonly do: <T = Record<string, unknown>>(name: string, input?: unknown, id?: string) => Promise<T>
  /** Calls and expects a refusal. */
  readonly refused: (name: string, input?: unknown) => Promise<Refusal>
  /** Moves the office's clock. */
  readonly at: (day: string) => void
  readonly unlock: () => Promise<void>
}

/** The scrypt cost of test vaults. */
export const COST = 2 ** 14

/** A core over a data folder with a clock that the test sets. */
export function coreAt(paths: Paths, clock: { today: string }, disk: Disk = nodeDisk, partBytes?: number): Core {
  return createCore({
    disk,
    paths,
    clock: { at: () => `${clock.today}T01:00:00Z`, today: () => clock.today },
    cost: COST,
    ...(partBytes === undefined ? {} : { partBytes }),
  })
}

/** Founds and unlocks an office. */
export async function foundOffice(options: OfficeOptions): Promise<TestOffice> {
  const { root, code, name, capacities } = options
  const clock = { today: options.today ?? '2024-01-02' }
  const paths = pathsOf(join(root, 'offices', code), join(root, 'marks', code))
  const core = coreAt(paths, clock, options.disk, options.partBytes)
  const founded = await succeed<{ office: string; sheet: string[] }>(
    core.call('office.setUp', {
      profile: {
        name,
        code,
        place: 'Kim Bảng',
        decidingBody: 'Ban Thường vụ Huyện ủy',
        capacities: capacities.map((capacity) => ({ capacity, from: '2020-01-01' })),
      },
      user: { login: 'vanthu', name: 'Trần Thị Hồng Nhung', post: 'Văn thư' },
      passphrase: PASSPHRASE,
    }),
  )
  const office = officeOver({ id: founded.office, code, name, sheet: founded.sheet }, paths, clock, core)
  await office.unlock()
  return office
}

/**
 * A core over an office's data folder and marks, unlocked; as another start of the program, or another PC, would be.
 * @param partBytes - at which exports are cut into parts
 */
export async function reopened(
  office: Pick<TestOffice, 'id' | 'code' | 'name' | 'sheet'>,
  paths: Paths,
  today = '2024-04-01',
  disk: Disk = nodeDisk,
  partBytes?: number,
): Promise<TestOffice> {
  const clock = { today }
  const again = officeOver(office, paths, clock, coreAt(paths, clock, disk, partBytes))
  await again.unlock()
  return again
}

/** The program of an office ends and starts again, on a disk that is the computer's own but for what `over` says. */
export function restartedOn(office: TestOffice, over: Partial<Disk>): Promise<TestOffice> {
  office.core.close()
  return reopened(office, office.paths, undefined, { ...nodeDisk, ...over })
}

/**
 * The data folder of an office as it is now, copied elsewhere and opened there.
 * @param takesMarks - the whole computer is copied, its marks too; without them the copy is a new device
 */
export async function copyOfOffice(office: TestOffice, folder: string, takesMarks = true): Promise<TestOffice> {
  await office.do('session.lock')
  cpSync(office.paths.data, join(folder, 'data'), { recursive: true })
  if (takesMarks && existsSync(office.paths.marks))
    cpSync(office.paths.marks, join(folder, 'marks'), { recursive: true })
  await office.unlock()
  return reopened(office, pathsOf(join(folder, 'data'), join(folder, 'marks')))
}

function officeOver(
  { id, code, name, sheet }: Pick<TestOffice, 'id' | 'code' | 'name' | 'sheet'>,
  paths: Paths,
  clock: { today: string },
  core: Core,
): TestOffice {
  return {
    id,
    code,
    name,
    core,
    paths,
    sheet,
    do: (called, input = {}, callId = randomUUID()) => succeed(core.call(called, input, { id: callId })),
    refused: async (called, input = {}) => {
      const answer = await core.call(called, input)
      if (answer.ok) throw new Error(`${called} was not refused: ${JSON.stringify(answer.value)}`)
      return answer.error
    },
    at: (day) => {
      clock.today = day
    },
    unlock: async () => {
      await succeed(core.call('session.unlock', { passphrase: PASSPHRASE }))
    },
  }
}

/** The value of a call that must succeed. */
export async function succeed<T>(answer: ReturnType<Core['call']>): Promise<T> {
  const result = await answer
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`)
  return result.value as T
}

/** The calls of an office, whoever makes them. */
export type Caller = Pick<TestOffice, 'do'>

/** Pairs two offices, each comparing the digits of the other's card. @param unit - the unit of the upper one the lower is */
export async function pair(lower: Caller, upper: Caller, unit?: string): Promise<void> {
  await acceptCards(lower, upper, { relation: 'subordinate', ...(unit === undefined ? {} : { unit }) }, 'superior')
}

/** Pairs an office with the one that runs classes for it. */
export async function pairTrainer(trainer: Caller, office: Caller): Promise<void> {
  await acceptCards(trainer, office, { relation: 'trainer' }, 'superior')
}

/** Pairs an office with the one that goes on for it. */
export async function pairSuccessor(heir: Caller, office: Caller): Promise<void> {
  await acceptCards(heir, office, { relation: 'successor' }, 'predecessor')
}

/** @param is - what the first one is to the second, `has` what the second is to the first */
async function acceptCards(one: Caller, other: Caller, is: CardOf, has: string): Promise<void> {
  await acceptCard(other, one, is)
  await acceptCard(one, other, { relation: has })
}

/** Whose card it is to the office that accepts it. */
type CardOf = { readonly relation: string; readonly unit?: string }

/** An office accepts the present card of another one, comparing its digits. */
export async function acceptCard(office: Caller, other: Caller, as: CardOf): Promise<void> {
  const { card, digits } = await other.do<{ card: string; digits: string }>('pairing.card')
  await office.do('pairing.accept', { card, digits, ...as })
}

/** A computer that has no office yet. */
export function newComputer(
  root: string,
  name: string,
  today = '2024-04-01',
): { readonly core: Core; readonly paths: Paths } {
  const paths = pathsOf(join(root, 'computers', name, 'data'), join(root, 'computers', name, 'marks'))
  return { paths, core: coreAt(paths, { today }) }
}

/**
 * Takes a further computer into an office, over a stick, each side typing what the other shows.
 * @param stick - an empty folder
 * @returns the office at the new computer, unlocked; it has told its exchange device nothing yet
 */
export async function joinOffice(
  hub: TestOffice,
  root: string,
  stick: string,
  name = 'Máy phòng tổ chức',
): Promise<TestOffice> {
  const { core, paths } = newComputer(root, name.replaceAll(' ', '-'))
  const asked = await succeed<{ file: string; digits: string }>(
    core.call('device.ask', { name, passphrase: PASSPHRASE, folder: stick }),
  )
  const { card } = await hub.do<{ card: string }>('device.readCard', { file: asked.file })
  const { digits } = await hub.do<{ digits: string }>('device.enrol', { card, digits: asked.digits, folder: stick })
  const joined = await succeed<{ office: string; sheet: readonly string[] }>(
    core.call('device.join', { folder: stick, digits, login: 'vanthu', passphrase: PASSPHRASE }),
  )
  const { id, code, name: officeName } = hub
  if (joined.office !== id) throw new Error('another office')
  const clock = { today: '2024-04-01' }
  core.close()
  const office = officeOver({ id, code, name: officeName, sheet: joined.sheet }, paths, clock, coreAt(paths, clock))
  await office.unlock()
  return office
}

/**
 * A computer of an office takes the keys that another one has by now, over a stick, each side typing what the other shows.
 * @param stick - an empty folder; the set of the other one lies there afterwards, not taken in yet
 */
export async function adoptKeys(office: TestOffice, hub: TestOffice, stick: string): Promise<void> {
  type Shown = { readonly card: string; readonly digits: string }
  const { card, digits } = await office.do<Shown>('device.ask', { name: 'Máy cũ', folder: stick })
  const enrolled = await hub.do<{ digits: string }>('device.enrol', { card, digits, folder: stick })
  await office.do('device.adoptKeys', { folder: stick, digits: enrolled.digits })
  await office.unlock()
}

/** Whether a computer believes that it speaks with other offices. */
export async function speaksForOffice(office: Caller): Promise<boolean> {
  const { devices } = await office.do<{ devices: DeviceRow[] }>('device.list')
  return devices.some(({ isExchange, isSelf }) => isExchange && isSelf)
}
