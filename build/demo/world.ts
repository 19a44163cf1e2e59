/**
 * The stage: two real cores over real folders, one clock that only goes forward, the diary, and the sets that travelled.
 * Everything goes through the core's port; a refusal the story did not ask for stops the demo.
 */
import { join } from 'node:path'
import type { Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { createCore, type Core } from '../../electron/core.ts'
import { nodeDisk } from '../../electron/disk/node-disk.ts'
import type { Surroundings } from '../../electron/office/workplace.ts'
import { pathsOf } from '../../electron/paths.ts'
import { createRandom, type Random } from './prng.ts'
import type { OfficePlan } from './places.ts'

/** An office that the demo plays. */
export type DemoOffice = {
  readonly plan: OfficePlan
  readonly id: string
  readonly surroundings: Surroundings
  /** Calls the port and expects success. */
  readonly call: <T = unknown>(name: string, input?: object) => Promise<T>
  /** Calls the port and expects a refusal. */
  readonly refused: (name: string, input: object) => Promise<Refusal>
  readonly close: () => void
}

/** A set of files that one office wrote for the other. */
export type TravelledSet = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly entries: number
  readonly scans: number
  readonly bytes: number
  readonly folder: string
  readonly day: string
}

/** One thing worth telling. */
export type DiaryLine = { readonly day: string; readonly text: string }

/** The stage. */
export type World = {
  readonly out: string
  readonly scanFolder: string
  readonly seed: number
  readonly commune: DemoOffice
  readonly district: DemoOffice
  readonly today: () => string
  /** Moves the clock of both offices; only forward. */
  readonly moveTo: (day: string) => void
  readonly tell: (text: string) => void
  readonly diary: readonly DiaryLine[]
  readonly sets: TravelledSet[]
  /** Entries received, by office code and kind, as the imports reported them. */
  readonly received: Readonly<Record<string, Record<string, number>>>
  readonly random: (label: string) => Random
}

/** What a stage is set up with. */
export type Setting = {
  readonly out: string
  readonly scanFolder: string
  readonly seed: number
  readonly firstDay: string
  readonly plans: { readonly commune: OfficePlan; readonly district: OfficePlan }
  readonly print: (text: string) => void
}

/** Founds and unlocks both offices on the first day. */
export async function setStage({ out, scanFolder, seed, firstDay, plans, print }: Setting): Promise<World> {
  const clock = { day: firstDay }
  const diary: DiaryLine[] = []
  const commune = await foundOffice(out, plans.commune, clock, seed)
  const district = await foundOffice(out, plans.district, clock, seed)
  return {
    out,
    scanFolder,
    seed,
    commune,
    district,
    today: () => clock.day,
    moveTo: (day) => {
      if (day < clock.day) throw new Error(`the clock only goes forward: ${clock.day} -> ${day}`)
      clock.day = day
    },
    tell: (text) => {
      diary.push({ day: clock.day, text })
      print(`${showDay(clock.day)}  ${text}`)
    },
    diary,
    sets: [],
    received: { [plans.commune.code]: {}, [plans.district.code]: {} },
    random: (label) => createRandom(seed, label),
  }
}

/** dd/mm of a day. */
export function showDay(day: string): string {
  return `${day.slice(8)}/${day.slice(5, 7)}`
}

async function foundOffice(
  out: string,
  plan: OfficePlan,
  clock: { readonly day: string },
  seed: number,
): Promise<DemoOffice> {
  const surroundings: Surroundings = {
    disk: nodeDisk,
    paths: pathsOf(join(out, 'offices', plan.code), join(out, 'marks', plan.code)),
    // Eight in the morning in Việt Nam, whatever the day.
    clock: { at: () => `${clock.day}T01:00:00Z`, today: () => clock.day },
  }
  const core = createCore(surroundings)
  const { name, code, place, superiorName, decidingBody, capacities, user, passphrase } = plan
  const founded = succeeded<{ readonly office: string; readonly sheet: readonly string[] }>(
    'office.setUp',
    await core.call('office.setUp', {
      profile: {
        name,
        code,
        place,
        superiorName,
        decidingBody,
        capacities: capacities.map((capacity) => ({ capacity, from: '2020-08-01' })),
        ruleSet: 'RS-2021',
      },
      user,
      passphrase,
    }),
  )
  succeeded('vault.proveSheet', await core.call('vault.proveSheet', { sheet: founded.sheet.join(' ') }))
  succeeded('session.unlock', await core.call('session.unlock', { passphrase }))
  return officeOf(core, surroundings, plan, founded.office, createRandom(seed, `calls of ${code}`))
}

function officeOf(core: Core, surroundings: Surroundings, plan: OfficePlan, id: string, callIds: Random): DemoOffice {
  return {
    plan,
    id,
    surroundings,
    call: async <T>(name: string, input: object = {}) =>
      succeeded<T>(name, await core.call(name, input, { id: callIds.uuid() })),
    refused: async (name, input) => {
      const answer = await core.call(name, input, { id: callIds.uuid() })
      if (answer.ok) throw new Error(`${plan.name}: ${name} was not refused`)
      return answer.error
    },
    close: () => core.close(),
  }
}

function succeeded<T>(name: string, answer: Result<unknown, Refusal>): T {
  if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`)
  return answer.value as T
}
