/**
 * Builds a case act by act, and what surrounds it, for tests of the rules. Every builder is a new one, so a test can keep
 * a common beginning. Nothing is judged here: `aCase()` is a bare name, `aDossier()` a dossier without any fault.
 */
import { createCalendar } from '../../shared/calendar/working-days.ts'
import type {
  BranchVote,
  Ceremony,
  CommitteeVote,
  Decision,
  Departure,
  Ending,
  Helper,
  Matter,
  Paper,
  Transfer,
} from '../../shared/model/acts.ts'
import type { Act } from '../../shared/model/case/act.ts'
import { NOTHING_BEFORE, type VerificationState } from '../../shared/model/case/before.ts'
import { NOTHING_DONE, type MatterState } from '../../shared/model/case/matter-state.ts'
import type { CaseState } from '../../shared/model/case-state.ts'
import type { Profile } from '../../shared/model/profile.ts'
import type { Relative, Resume } from '../../shared/model/resume.ts'
import { actsOf } from '../../shared/model/stage.ts'
import { assess, type Assessment } from '../../shared/rules/assess.ts'
import type { AssessContext } from '../../shared/rules/context.ts'
import type { Finding, FindingCode } from '../../shared/rules/finding.ts'
import { ruleChanges, ruleSetById, ruleSetOn } from '../../shared/rules/sets/index.ts'
import { BRANCH_ALL_FOR } from './votes.ts'

const calendar = createCalendar()
const OFFICE = 'abcdefghijklmnopqrstuvwxyz'
const UNIT = '01890000-0000-7000-8000-000000000001'

/** What surrounds a case: a village branch under a committee, which another office decides for. */
export function surroundings(today: string, patch: Partial<AssessContext> = {}): AssessContext {
  return {
    rules: (on) => ruleSetOn(on),
    ruleChanges: ruleChanges(),
    ruleSetById: (id) => ruleSetById(id),
    calendar,
    today,
    unit: { type: 'branch', name: 'Chi bộ thôn Đồng Sơn' },
    superiorIsSelf: false,
    ...patch,
  }
}

/** A case that holds nothing but a name. */
export function aCase(name = 'Nguyễn Thị Hòa'): CaseBuilder {
  return new CaseBuilder({
    id: entryId(1),
    known: 'full',
    keeper: OFFICE,
    onPaper: false,
    unit: UNIT,
    profile: { name },
    registeredOn: '2023-01-10',
    previously: null,
    takenOver: null,
    line: null,
    isLineNewest: false,
    erased: null,
    ...NOTHING_BEFORE,
    helpers: [],
    papers: [],
    branchVotes: [],
    committeeVotes: [],
    submissions: [],
    decisions: [],
    decision: null,
    receipt: null,
    ceremony: null,
    recognition: NOTHING_DONE,
    removal: NOTHING_DONE,
    cancellation: NOTHING_DONE,
    card: null,
    transfers: [],
    departure: null,
    ending: null,
    moves: [],
    moveProposed: null,
    leftBehind: [],
    lifts: [],
    pinned: null,
    conflicts: [],
    retracted: [],
    outside: [],
    voidRetractions: [],
  })
}

/** A dossier with every paper of its list, ready for a branch meeting from 05/01/2024 on. */
export function aDossier(): CaseBuilder {
  return aCase()
    .with({ birth: '1985-06-15', sex: 'female', education: 'upperSecondary' })
    .withHelper({ name: 'Trần Văn Bình', from: '2022-06-01', officialDate: '2010-02-03' })
    .withHelper({ name: 'Lê Thị Cúc', from: '2022-06-01' })
    .withPaper('CN-NTVD', '2023-04-20')
    .withPaper('1-KND', '2023-09-01')
    .withPaper('2-KND', '2023-09-05')
    .withPaper('TT-2-KND', '2023-10-20', { kept: 'outside', keeper: 'Bí thư đảng ủy' })
    .withPaper('3-KND', '2023-12-01', { person: 'Trần Văn Bình' })
    .withPaper('3-KND', '2023-12-02', { person: 'Lê Thị Cúc' })
    .withPaper('5-KND', '2024-01-04')
}

/** A case in the making. */
export class CaseBuilder {
  readonly #state: CaseState
  readonly #acts: number
  readonly #before: boolean
  readonly #matter: Matter

  constructor(state: CaseState, acts = 1, before = false, matter: Matter = 'admission') {
    this.#state = state
    this.#acts = acts
    this.#before = before
    this.#matter = matter
  }

  /** From here on votes, submissions, decisions and receipts are about another matter. */
  about(matter: Matter): CaseBuilder {
    return new CaseBuilder(this.#state, this.#acts, this.#before, matter)
  }

  /** Sets fields of the profile. */
  with(profile: Partial<Profile>): CaseBuilder {
    return this.#next({ profile: { ...this.#state.profile, ...profile } })
  }

  /** Clears fields of the profile. */
  without(...fields: readonly (keyof Profile)[]): CaseBuilder {
    const profile = Object.fromEntries(Object.entries(this.#state.profile).filter(([key]) => !isIn(fields, key)))
    return this.#next({ profile: { ...profile, name: this.#state.profile.name } })
  }

  /** From here on acts are those from before the program was used. */
  takenOver(): CaseBuilder {
    return new CaseBuilder(
      { ...this.#state, takenOver: { entry: entryId(1), on: '2024-01-01' } },
      this.#acts,
      true,
      this.#matter,
    )
  }

  /** From here on acts are recorded as they happen. */
  recorded(): CaseBuilder {
    return new CaseBuilder(this.#state, this.#acts, false, this.#matter)
  }

  /** Changes the state itself, for what has no method. */
  patch(state: Partial<CaseState>): CaseBuilder {
    return this.#next(state)
  }

  withHelper(helper: Helper): CaseBuilder {
    return this.#next({ helpers: [...this.#state.helpers, this.#act(helper)] })
  }

  withPaper(paper: string, date?: string, rest: Partial<Paper> = {}): CaseBuilder {
    const made: Paper = { paper, kept: 'here', scans: [], ...(date === undefined ? {} : { date }), ...rest }
    return this.#next({ papers: [...this.#state.papers, this.#act(made)] })
  }

  withoutPaper(...codes: readonly string[]): CaseBuilder {
    return this.#next({ papers: this.#state.papers.filter(({ paper }) => !codes.includes(paper)) })
  }

  /** A vote of 9 official members, all present and for it. */
  withBranchVote(date: string, vote: Partial<BranchVote> = {}): CaseBuilder {
    const made: BranchVote = {
      date,
      ...BRANCH_ALL_FOR,
      resolution: { number: '12-NQ/CB', date },
      ...vote,
    }
    return this.#acted((acts) => ({ branchVotes: [...acts.branchVotes, this.#act(made)] }))
  }

  /** A vote of 15 members, all present and for it. */
  withCommitteeVote(date: string, vote: Partial<CommitteeVote> = {}): CaseBuilder {
    const made: CommitteeVote = {
      date,
      members: 15,
      present: 15,
      agree: 15,
      disagree: 0,
      blank: 0,
      resolution: { number: '34-NQ/ĐU', date },
      ...vote,
    }
    return this.#acted((acts) => ({ committeeVotes: [...acts.committeeVotes, this.#act(made)] }))
  }

  withSubmission(date: string): CaseBuilder {
    const made = { ...this.#act({ date }), snapshot: null, received: null, reviews: [], returned: null }
    return this.#acted((acts) => ({ submissions: [...acts.submissions, made] }))
  }

  /** The last submission received, and returned where a return is given, for a paper where one is named. */
  withReceived(
    date: string,
    returned?: { readonly date: string; readonly answerBy?: string; readonly paper?: string },
  ): CaseBuilder {
    const last = actsOf(this.#state, this.#matter).submissions.at(-1)
    if (last === undefined) throw new Error('nothing submitted')
    const { paper, ...back } = returned ?? {}
    const remarks = [{ text: 'Bổ sung', ...(paper === undefined ? {} : { paper }) }]
    const answered = {
      ...last,
      received: this.#act({ date }),
      returned: returned === undefined ? null : this.#act({ ...back, date: returned.date, remarks }),
    }
    return this.#acted((acts) => ({ submissions: [...acts.submissions.slice(0, -1), answered] }))
  }

  withDecision(date: string, decision: Partial<Decision> = {}): CaseBuilder {
    const made: Decision = {
      outcome: OUTCOMES[this.#matter],
      number: '345-QĐ/HU',
      date,
      body: 'Ban Thường vụ Huyện ủy Kim Bảng',
      ...decision,
    }
    const act = this.#act(made)
    return this.#acted((acts) => ({ decisions: [...acts.decisions, act], decision: act }))
  }

  withReceipt(date: string): CaseBuilder {
    return this.#acted(() => ({ receipt: this.#act({ date }) }))
  }

  withCeremony(date: string, ceremony: Partial<Ceremony> = {}): CaseBuilder {
    return this.#next({ ceremony: this.#act({ date, helper: { name: 'Trần Văn Bình' }, ...ceremony }) })
  }

  withCard(date: string, number = '12.345678'): CaseBuilder {
    return this.#next({ card: this.#act({ number, date }) })
  }

  /** A move, as its newest record has it. */
  withTransfer(date: string, transfer: Partial<Transfer> = {}): CaseBuilder {
    const made: Transfer = {
      direction: 'out',
      who: 'probationary',
      otherOffice: 'Đảng ủy thị trấn Quế',
      date,
      paper: { number: '05-GT/ĐU', date },
      ...transfer,
    }
    return this.#next({ transfers: [...this.#state.transfers, this.#act(made)] })
  }

  withDeparture(date: string, on: string, reason: Departure['reason'] = 'died'): CaseBuilder {
    return this.#next({ departure: this.#act({ reason, on, date }), ending: this.#act({ reason, date: on }) })
  }

  /** The CV as declared on a day; relatives get ids by their place, from 1. */
  withResume(
    date: string,
    resume: Partial<Omit<Resume, 'relatives'>> & { readonly relatives?: readonly SomeRelative[] } = {},
  ): CaseBuilder {
    const relatives = (resume.relatives ?? []).map((relative, place) => ({
      id: relativeId(place + 1),
      name: `Người thân ${place + 1}`,
      living: true,
      partyMember: false,
      ...relative,
    }))
    return this.#next({ resume: this.#act({ date, periods: [], ...resume, relatives }) })
  }

  withSeal(date: string): CaseBuilder {
    return this.#next({ seals: [...this.#state.seals, this.#act({ date, person: 'Trần Văn Bình' })] })
  }

  /** A request for verification of the applicant ('self') and of relatives by their place in the CV. */
  withVerification(
    date: string,
    of: readonly ('self' | number)[],
    rest: Partial<Pick<VerificationState, 'abroad' | 'received' | 'answer'>> = {},
  ): CaseBuilder {
    const relatives = of.map((one) => (one === 'self' ? one : relativeId(one)))
    const asked = { relatives, to: 'Đảng ủy xã Ba Sao', method: 'letter' as const, abroad: false, date }
    const made = { ...this.#act(asked), received: null, answer: null, ...rest }
    return this.#next({ verifications: [...this.#state.verifications, made] })
  }

  withWaiver(relative: number, member: number): CaseBuilder {
    const made = { relative: relativeId(relative), member: relativeId(member), date: '2023-09-10' }
    return this.#next({ waivers: [...this.#state.waivers, this.#act(made)] })
  }

  withEnding(date: string, reason: Ending['reason'] = 'withdrawn'): CaseBuilder {
    return this.#next({ ending: this.#act({ date, reason }) })
  }

  withLift(code: string): CaseBuilder {
    return this.#next({ lifts: [...this.#state.lifts, this.#act({ code, reason: 'Được cấp ủy cho phép' })] })
  }

  /** The case. */
  build(): CaseState {
    return this.#state
  }

  /** The case assessed on a day. */
  on(today: string, patch: Partial<AssessContext> = {}): Assessment {
    return assess(this.#state, surroundings(today, patch))
  }

  #acted(change: (acts: MatterState) => Partial<MatterState>): CaseBuilder {
    const acts = actsOf(this.#state, this.#matter)
    if (this.#matter === 'admission') return this.#next(change(acts))
    return this.#next({ [this.#matter]: { ...acts, ...change(acts) } })
  }

  #next(state: Partial<CaseState>): CaseBuilder {
    return new CaseBuilder({ ...this.#state, ...state }, this.#acts + 1, this.#before, this.#matter)
  }

  #act<T extends object>(payload: T): Act<T> {
    const origin = this.#before ? 'takenOver' : 'recorded'
    return { ...payload, entry: entryId(this.#acts + 1), office: OFFICE, origin, onPaper: false }
  }
}

type SomeRelative = Pick<Relative, 'relation'> & Partial<Relative>

function relativeId(place: number): string {
  return `01890000-0000-7000-8000-0000000f${place.toString(16).padStart(4, '0')}`
}

/** Codes of the findings, in order. */
export function codes(assessment: Pick<Assessment, 'findings'>): readonly FindingCode[] {
  return assessment.findings.map(({ code }) => code)
}

/** The one finding of a code; undefined if there is none. */
export function findingOf(assessment: Pick<Assessment, 'findings'>, code: FindingCode): Finding | undefined {
  return assessment.findings.find((found) => found.code === code)
}

const OUTCOMES: Readonly<Record<Matter, Decision['outcome']>> = {
  admission: 'admit',
  recognition: 'recognise',
  removal: 'remove',
  cancellation: 'cancel',
}

function entryId(n: number): string {
  return `01890000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
}

function isIn(fields: readonly string[], key: string): boolean {
  return fields.includes(key)
}
