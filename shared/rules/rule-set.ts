/**
 * The shape of a rule set: one regulation period as data. Every value carries the article it rests on and whether
 * somebody has seen that article, because offices correct what nobody could confirm. What a set may say is closed
 * (conditions, events, steps): a set that needs more than this build knows fails here and is refused by name.
 */
import { z } from 'zod'
import { Day, line } from '../base/fields.ts'
import { Education } from '../model/codes.ts'
import {
  BarredExit,
  CancellationStep,
  Condition,
  LimitId,
  PathStep,
  RecognitionStep,
  RuleEvent,
  SpecialCase,
  Step,
  VerifiedRelative,
  WaivingRelative,
} from './rule-codes.ts'

/** A value with its source. `confirmed: false` = taken from memory or inferred (reference/procedure.md: UNCONFIRMED). */
export type Sourced<T> = { value: T; article: string; confirmed: boolean }

/** Where a value comes from. */
export type Source = Pick<Sourced<unknown>, 'article' | 'confirmed'>

function sourced<T extends z.ZodType>(value: T) {
  return z.strictObject({ value, article: line(300), confirmed: z.boolean() })
}

const whole = (min: number, max: number) => z.number().int().min(min).max(max)

/** A length of time and its unit. */
export const Duration = z.strictObject({ amount: whole(1, 1200), unit: z.enum(['workingDays', 'months', 'days']) })
export type Duration = z.infer<typeof Duration>

/** A time limit. It is taken from the set in force on the day of its start event. */
export const Limit = z.strictObject({
  id: LimitId,
  length: sourced(Duration),
  start: sourced(RuleEvent),
  end: RuleEvent,
  extension: sourced(Duration).optional(),
})
export type Limit = z.infer<typeof Limit>

/** Code of a paper, stable over all sets; short, because it stands in the code of a lifted finding. */
export const PaperCode = z.string().regex(/^[a-zA-Z0-9-]{1,12}$/, 'paper code')

/** A paper of the dossier. `form` is the code printed on it, in Vietnamese letters. */
export const RulePaper = z.strictObject({
  code: PaperCode,
  form: line(20).optional(),
  name: sourced(line(300)),
  phase: z.enum(['a', 'b', 'c']),
  requiredWhen: sourced(Condition),
  /** The step that must not be taken without it. */
  neededBefore: Step,
  signedBy: sourced(line(200)).optional(),
  validity: sourced(z.strictObject({ months: whole(1, 600), until: z.literal('branchMeeting') })).optional(),
  /** True for what must be made again when the dossier has waited longer than the limit 'dossier'. */
  renewed: sourced(z.boolean()).optional(),
  count: z.enum(['one', 'perIntroducer', 'any']),
  copies: sourced(whole(1, 10)),
  keptOutsideByDefault: z.boolean(),
})
export type RulePaper = z.infer<typeof RulePaper>

/** A share of votes as a fraction; `strict` = more than the share, otherwise at least the share. */
export const Share = z.strictObject({ numerator: whole(1, 100), denominator: whole(1, 100), strict: z.boolean() })
export type Share = z.infer<typeof Share>

/** Whom the branch's share is taken of: official members summoned, all official members, or those present. */
export const BranchDenominator = z.enum(['officialSummoned', 'official', 'presentOfficial'])
export type BranchDenominator = z.infer<typeof BranchDenominator>

/** Whom a committee's share is taken of. */
export const BodyDenominator = z.enum(['members', 'present'])
export type BodyDenominator = z.infer<typeof BodyDenominator>

const name = sourced(line(200))
const path = sourced(z.array(PathStep).min(2).max(5))
const recognitionPath = sourced(z.array(RecognitionStep).min(2).max(5))

/** One value for each kind of path. */
function perPath<T extends z.ZodType>(value: T) {
  return z.strictObject({
    branch: value,
    baseBranch: value,
    section: value,
    baseCommittee: value,
    delegated: value,
    delegatedSection: value,
  })
}

/** Names of levels and bodies, and the path of a case by kind of unit. */
export const Structure = z.strictObject({
  levels: z.strictObject({
    branch: name,
    baseBranch: name,
    section: name,
    baseCommittee: name,
    superior: name,
    province: name,
  }),
  /** Who decides, who may decide for it, who reviews for it, who trains, who consents to exceptions. */
  decidingBody: name,
  delegatedBody: name.optional(),
  reviewBody: name,
  trainingBody: name,
  consentBody: name,
  /** The steps from the branch's meeting to the decision, and from the end of probation to recognition. */
  paths: perPath(path),
  recognitionPaths: perPath(recognitionPath),
  /** The steps to the cancelling of a wrong admission, where it is proposed from below. */
  cancellationPath: sourced(z.array(CancellationStep).min(1).max(4)),
  /** Pupils and students are considered where they study if their studies last at least so many months. */
  studyMonths: sourced(whole(1, 120)),
  /** Who is sent to work elsewhere is considered there from so many months on. */
  secondmentMonths: sourced(whole(1, 120)),
})

/** Who may be admitted, and who introduces. */
export const Eligibility = z.strictObject({
  minAgeMonths: sourced(whole(0, 1500)),
  maxAgeMonths: sourced(whole(0, 1500)),
  /** Paper with which a person over age may be admitted. */
  overAgeConsent: sourced(PaperCode),
  education: z.strictObject({
    minimum: sourced(Education),
    specialArea: sourced(Education),
    elder: sourced(Education),
    elderConsent: sourced(PaperCode),
  }),
  /** Of youth age while younger than this. */
  youthUnderMonths: sourced(whole(0, 1500)),
  introducers: sourced(whole(1, 5)),
  introducersWithUnion: sourced(whole(1, 5)),
  introducerOfficial: sourced(z.boolean()),
  acquaintanceMonths: sourced(whole(0, 120)),
})

/** Whose history is verified, and whose membership spares it (reference/procedure.md 2.2). */
export const VerificationRule = z.strictObject({
  scope: sourced(z.array(VerifiedRelative).min(1).max(20)),
  waivedBy: sourced(z.array(WaivingRelative).max(20)),
  /** Those who have died are verified too. */
  deceased: sourced(z.boolean()),
  /** A child is of full legal capacity from so many months on, unless the CV says otherwise. */
  childMonths: sourced(whole(0, 1200)),
})

/** Admission of somebody who has left the Party. Months are counted to the day of the application. */
export const Readmission = z.strictObject({
  monthsOut: sourced(whole(0, 600)),
  /** After a conviction for a less serious crime: months since the conviction was erased. */
  lightCrimeMonths: sourced(whole(0, 600)),
  onlyOnce: sourced(z.boolean()),
  barred: sourced(z.array(BarredExit).max(10)),
  consent: sourced(PaperCode),
})

/** The population policy: months to wait after a birth; `inForce: false` turns the checks off. */
export const Population = z.strictObject({
  inForce: sourced(z.boolean()),
  thirdChildMonths: sourced(whole(0, 600)),
  fourthChildMonths: sourced(whole(0, 600)),
  /** From this child on a person is not considered. */
  barredFromChild: sourced(whole(1, 20)),
  readmissionThirdChildMonths: sourced(whole(0, 600)),
  readmissionFourthChildMonths: sourced(whole(0, 600)),
})

/** What a special case asks for: one of the papers at least, as a block or as a warning. */
export const SpecialRule = z.strictObject({
  id: SpecialCase,
  papers: sourced(z.array(PaperCode).min(1).max(10)),
  severity: sourced(z.enum(['block', 'warn'])),
})
export type SpecialRule = z.infer<typeof SpecialRule>

/** Membership after admission: removal, and moving for a time. */
export const Membership = z.strictObject({
  /** Months without taking part or paying dues after which a member is removed. */
  inactiveMonths: sourced(whole(1, 120)),
  temporaryTransferMinMonths: sourced(whole(0, 120)),
  temporaryTransferMaxMonths: sourced(whole(1, 120)),
})

/** When the program calls something to attention. */
export const Notices = z.strictObject({
  /** Days before the end of a certificate. */
  certificateDays: sourced(whole(0, 400)),
  /** Days before the end of probation, largest first. */
  probationDays: sourced(z.array(whole(0, 400)).min(1).max(5)),
  /** The list of candidates is reviewed once in so many months. */
  listReviewMonths: sourced(whole(1, 24)),
  /** A helper reports at least once in so many months. */
  helperReportMonths: sourced(whole(1, 24)),
  /** A branch without a new member for so many years is named. */
  idleBranchYears: sourced(whole(1, 50)),
  /** What is aimed at each year, as a share of all members; whole percents. Sets written before have none. */
  yearlyLeastPercent: sourced(whole(0, 100)).optional(),
  yearlyMostPercent: sourced(whole(0, 100)).optional(),
  /** First year of each age band of a report, ascending; the last band is open. Sets written before have none. */
  ageBands: sourced(z.array(whole(1, 120)).min(1).max(15).refine(isAscending, 'ascending')).optional(),
})

/** Working days an office that hurries needs from each step of a batch to the next: habit, not law. */
export const Planning = z.strictObject({
  branchVote: sourced(whole(1, 100)),
  committeeVote: sourced(whole(1, 100)),
  submit: sourced(whole(1, 100)),
  decision: sourced(whole(1, 100)),
})

const branchVoteRule = { share: sourced(Share), of: sourced(BranchDenominator) }
const committeeVoteRule = z.strictObject({ share: sourced(Share), of: sourced(BodyDenominator) })
const decidingVoteRule = z.strictObject({ share: sourced(Share), delegatedShare: sourced(Share).optional() })

/** Demands that are either made or not; false turns the check off. */
export const Requirements = z.strictObject({
  applicationBeforeResume: sourced(z.boolean()),
  verification: sourced(z.boolean()),
  verificationAfterResume: sourced(z.boolean()),
  papersBeforeMeeting: sourced(z.boolean()),
  countsAddUp: sourced(z.boolean()),
  absencesExplained: sourced(z.boolean()),
  shortVoteReported: sourced(z.boolean()),
  sectionReportBetween: sourced(z.boolean()),
  committeeAfterBranch: sourced(z.boolean()),
  decisionAfterBranch: sourced(z.boolean()),
  refusalNotified: sourced(z.boolean()),
  ceremonyAfterDecision: sourced(z.boolean()),
  helperAtCeremony: sourced(z.boolean()),
  /** Somebody else is assigned once a helper can help no more. */
  helperReplaced: sourced(z.boolean()),
  /** The CV is sealed page by page (giáp lai) before it is sent or remarked on. */
  stampBeforeVerification: sourced(z.boolean()),
  remarksAfterVerification: sourced(z.boolean()),
  recognitionAfterProbation: sourced(z.boolean()),
  recognitionPapersBefore: sourced(z.boolean()),
  officialFromProbationEnd: sourced(z.boolean()),
  probationNeverExtended: sourced(z.boolean()),
  recognitionNotified: sourced(z.boolean()),
  verifiedResumeStays: sourced(z.boolean()),
  movePaper: sourced(z.boolean()),
  /** A number is given once in a term of office, and later ones later. Sets written before do not say. */
  numbersInOrder: sourced(z.boolean()).optional(),
})

/** A rule set. Plain JSON with integers only, so that its hash is the same everywhere (`ruleSetHash`). */
export const RuleSet = z
  .strictObject({
    v: z.literal(1),
    id: z.string().regex(/^[A-Za-z0-9-]{1,40}$/, 'rule set id'),
    name: line(200),
    from: Day,
    to: Day.optional(),
    /** Where the period comes from; `from` and `to` are plain days so that sets can be compared by them. */
    period: z.strictObject({ article: line(300), confirmed: z.boolean() }),
    copiedFrom: z
      .string()
      .regex(/^[A-Za-z0-9-]{1,40}$/)
      .optional(),
    /** The regulations it puts into data. */
    texts: z
      .array(z.strictObject({ number: line(40), date: Day.optional(), name: line(300), confirmed: z.boolean() }))
      .min(1)
      .max(20),
    structure: Structure,
    papers: z.array(RulePaper).min(1).max(100),
    limits: z.array(Limit).min(1).max(20),
    votes: z.strictObject({
      branch: z.strictObject({ ...branchVoteRule, minOfficial: sourced(whole(1, 100)) }),
      committee: committeeVoteRule,
      deciding: decidingVoteRule,
      recognition: z.strictObject({
        branch: z.strictObject(branchVoteRule),
        committee: committeeVoteRule,
        deciding: decidingVoteRule,
        /** So many failed votes are reported to the committee above and to the body that decides. */
        failedVotesReported: sourced(whole(1, 20)),
      }),
    }),
    eligibility: Eligibility,
    readmission: Readmission,
    population: Population,
    specials: z.array(SpecialRule).max(20),
    verification: VerificationRule,
    membership: Membership,
    requirements: Requirements,
    notices: Notices,
    planning: Planning,
  })
  .refine((set) => set.to === undefined || set.from <= set.to, 'ends before it begins')
  .refine((set) => isDistinct(set.papers.map((paper) => paper.code)), 'a paper twice')
  .refine((set) => isDistinct(set.limits.map((limit) => limit.id)), 'a limit twice')
  .refine((set) => isDistinct(set.specials.map((special) => special.id)), 'a special case twice')
export type RuleSet = z.infer<typeof RuleSet>

function isAscending(values: readonly number[]): boolean {
  return values.every((value, place) => place === 0 || (values[place - 1] ?? 0) < value)
}

function isDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length
}
