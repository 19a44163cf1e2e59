/**
 * A command is written once: its name, input, roles, capacity, what it loads, and a pure `decide`. Nothing here reads a
 * clock, draws a random number or writes: the caller gives today's date and the ids, db/run-command does the writing.
 */
import { trusted } from '../base/trust.ts'
import type { z } from 'zod'
import type { Json } from '../base/canonical.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type { Period } from '../calendar/period.ts'
import type { Calendar } from '../calendar/working-days.ts'
import { refusal, type Refusal } from '../contract/refusals.ts'
import type { Actor, Place, Subject } from '../journal/entry.ts'
import type { Item } from '../journal/item.ts'
import type { Kind, PayloadOf } from '../journal/kinds.ts'
import type { Matter } from '../model/acts.ts'
import type { CaseState } from '../model/case-state.ts'
import type { ClassState } from '../model/classes/class-state.ts'
import type { ClassLife } from '../model/classes/seats.ts'
import type { MeetingState } from '../model/meeting.ts'
import type { Remains } from '../model/remains.ts'
import type { Capacity, Role } from '../model/codes.ts'
import type { MemberState, OfficeState, PeerState, UnitState, UserState } from '../model/office-state.ts'
import type { ReportDefinitionState } from '../model/report-definition-state.ts'
import type { TargetState, TotalState } from '../model/target.ts'
import type { SentReport } from '../model/target-acts.ts'
import type { RuleChoice } from '../rules/rules-in-use.ts'
import type { FollowReader } from './follow-kept.ts'

/** An entry a command wants recorded; place, time and salt are added when it is written. */
export type Draft = {
  readonly [K in Kind]: {
    readonly kind: K
    readonly subject: Subject
    readonly payload: PayloadOf<K>
    /** Office a shared entry goes to, where the kinds table does not say it: the peer just paired. */
    readonly to?: string
  }
}[Kind]

/** What a command decided: the entries to record and the value to answer. */
export type Decided = { readonly drafts: readonly Draft[]; readonly value: Json }

/** What `decide` may know besides its state. */
export type CommandContext = RuleChoice & {
  /** UUID of the call; the first new id. */
  readonly id: string
  /** The n-th id of this call; the same call gives the same ids again. */
  readonly newId: (n: number) => string
  /** Today, by the office's clock. */
  readonly today: string
  /** True while the date of the computer is in doubt. */
  readonly inDoubt?: boolean
  /** The last day that something recorded can have: today, or none while the date is in doubt. */
  readonly lastDay: string | undefined
  readonly actor: Actor
  readonly office: OfficeState
  readonly calendar: Calendar
}

/** An erasure that another office asks for: its entry, that office, why, and what stays for counts. */
export type OpenErasure = {
  readonly entry: string
  readonly office: string
  readonly reason: string
  readonly remains: Remains
}

/** A target as it stands. `set`, `given`: the entries to be replaced by a new one; `admitted`: how many were in its year. */
export type HeldTarget = {
  readonly number: number
  readonly set: string | null
  readonly given: string | null
  readonly admitted: number
}

/** What a command may ask of the store. Every answer is the last committed state. */
export type Reader = {
  readonly office: () => OfficeState
  readonly case: (id: string) => CaseState | null
  readonly unit: (id: string) => UnitState | null
  readonly member: (id: string) => MemberState | null
  readonly user: (id: string) => UserState | null
  readonly users: () => readonly UserState[]
  readonly peer: (office: string) => PeerState | null
  readonly peers: () => readonly PeerState[]
  /**
   * How far we hold each channel of an office, by channel.
   * @param lastSet - as it stood once that set of the office had been taken in; seq 0 where a channel came only later
   * @returns null: no such set of that office was taken in here
   */
  readonly headsOf: (
    office: string,
    lastSet?: string,
  ) => readonly { readonly channel: string; readonly seq: number; readonly head: string }[] | null
  readonly item: (entryId: string) => { readonly item: Item; readonly exported: boolean } | null
  /** The applied entries about a case, in no particular order. */
  readonly history: (caseId: string) => readonly Item[]
  /** The applied entries about a unit, in no particular order. */
  readonly unitHistory: (unit: string) => readonly Item[]
  /** What other offices ask to have erased about a case, and nobody here has answered. */
  readonly openErasures: (caseId: string) => readonly OpenErasure[]
  /** Where lines about a case stand, to be erased, of offices that have given everything to ours. */
  readonly inheritedLines: (caseId: string) => readonly Place[]
  readonly caseByIdentityNumber: (number: string) => { readonly id: string; readonly name: string } | null
  /** Another case with the same number of the class certificate. */
  readonly caseByCertificate: (number: string, except: string) => { readonly id: string; readonly name: string } | null
  /** A class that we have heard of. */
  readonly class: (id: string) => ClassState | null
  /** What a person's entries say of classes, also where no case of the person is here. */
  readonly classLife: (caseId: string) => ClassLife
  /** Who is in a class. */
  readonly roster: (classId: string) => readonly { readonly case: string; readonly name: string }[]
  /** Who holds a certificate of that number and kind of class, first or issued again, from another class or in another name. */
  readonly certificateHolder: (
    number: string,
    except: { readonly case: string; readonly class: string },
  ) => { readonly case: string; readonly class: string; readonly name: string } | null
  /** A decision of that number by that body since a day: the first of the term of office, or '' for ever. */
  readonly decisionByNumber: (
    number: string,
    body: string,
    since: string,
  ) => { readonly case: string; readonly name: string } | null
  readonly meeting: (id: string) => MeetingState | null
  /** The meeting that a case is put to and that has neither been held nor called off. */
  readonly openMeetingOf: (caseId: string, matter: Matter) => { readonly meeting: string; readonly date: string } | null
  /** How many a unit has on its list, and how many of them came after a day (null: ever) up to another. */
  readonly listCounts: (
    unit: string,
    after: string | null,
    upTo: string,
  ) => { readonly onList: number; readonly added: number }
  readonly liveCaseIds: () => readonly string[]
  readonly unitIds: () => readonly string[]
  /** The target of an office or unit for a year, or null where nobody has set one. */
  readonly target: (owner: string, year: number) => HeldTarget | null
  /** Every target of an office or unit, the oldest year first. */
  readonly targetsOf: (owner: string) => readonly TargetState[]
  /** What was typed of the years before the program, of an office or unit, the oldest year first. */
  readonly totalsOf: (owner: string) => readonly TotalState[]
  /** Reports defined under a name. */
  readonly reportDefinitions: () => readonly ReportDefinitionState[]
  /** The report of our office for a period, as it would be sent now. */
  readonly reportFor: (
    period: Period,
    today: string,
  ) => Pick<SentReport, 'asOf' | 'membersOn' | 'cutOff' | 'figures' | 'ageBands'> | null
  /** True if people, members or other units belong to a unit. */
  readonly unitInUse: (unit: string) => boolean
  /** Models, directives, inspections and the like. */
  readonly follow: FollowReader
  readonly setting: (name: string) => unknown
  readonly scanKnown: (sha256: string) => boolean
}

/** A command. `capacity` is what the office must hold to offer it; `secret` marks inputs never taken from arguments. */
export type Command<Input, State> = {
  readonly name: string
  readonly input: z.ZodType<Input>
  readonly roles: readonly Role[]
  readonly capacity: Capacity | null
  readonly load: (input: Input, read: Reader, context: CommandContext) => Result<State, Refusal>
  readonly decide: (state: State, input: Input, context: CommandContext) => Result<Decided, Refusal>
}

/** A command whose input and state types are closed over, as the list of all commands holds it. */
export type AnyCommand = {
  readonly name: string
  readonly input: z.ZodType
  readonly roles: readonly Role[]
  readonly capacity: Capacity | null
  readonly run: (input: unknown, read: Reader, context: CommandContext) => Result<Decided, Refusal>
}

/** Declares a command: `run` parses nothing, it loads and decides. */
export function command<Input, State>(definition: Command<Input, State>): AnyCommand {
  return {
    name: definition.name,
    input: definition.input,
    roles: definition.roles,
    capacity: definition.capacity,
    run: (input, read, context) => {
      const state = definition.load(trusted<Input>(input), read, context)
      return state.ok ? definition.decide(state.value, trusted<Input>(input), context) : state
    },
  }
}

/** Looks a thing up or refuses with NOT_FOUND. */
export function found<T>(value: T | null, what: string, id: string): Result<T, Refusal> {
  return value === null ? fail(refusal('NOT_FOUND', { what, id })) : ok(value)
}
