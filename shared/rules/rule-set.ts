/**
 * The shape of a rule set: one regulation period as data. Every value carries the article it rests on and whether
 * somebody has seen that article, because offices correct what nobody could confirm. What a set may say is closed
 * (conditions, events, steps): a set that needs more than this build knows fails here and is refused by name.
 */
import { z } from 'zod'
import { Day, line } from '../base/fields.ts'
import { Education } from '../model/codes.ts'

/** A value with its source. `confirmed: false` = taken from memory or inferred (reference/procedure.md: UNCONFIRMED). */
export type Sourced<T> = { value: T; article: string; confirmed: boolean }

/** Where a value comes from. */
export type Source = Pick<Sourced<unknown>, 'article' | 'confirmed'>

function sourced<T extends z.ZodType>(value: T) {
  return z.strictObject({ value, article: line(300), confirmed: z.boolean() })
}

const whole = (min: number, max: number) => z.number().int().min(min).max(max)

/** The steps of a case that a finding can stand in the way of, in their order. */
export const Step = z.enum([
  'branchVote',
  'sectionReport',
  'committeeVote',
  'submit',
  'decision',
  'ceremony',
  'recognition',
])
export type Step = z.infer<typeof Step>

/** The steps between the dossier and the decision that a unit's path is made of. */
export const PathStep = Step.extract(['branchVote', 'sectionReport', 'committeeVote', 'submit', 'decision'])
export type PathStep = z.infer<typeof PathStep>

/** What kind of path a case takes; 'section' = a branch under a section (đảng ủy bộ phận). */
export const PathKind = z.enum(['branch', 'baseBranch', 'section', 'baseCommittee'])
export type PathKind = z.infer<typeof PathKind>

/** When a paper is needed: the whole condition language. 'optional' = never required, kept where it exists. */
export const Condition = z.enum([
  'always',
  'optional',
  'ifYouthUnion',
  'ifTradeUnion',
  'ifNoUnion',
  'ifSection',
  'ifCommittee',
  'ifOverAge',
  'ifElder',
  'ifCeremonyLate',
])
export type Condition = z.infer<typeof Condition>

/** What a time limit can start from or end with. Those of recognition are data only until their acts exist. */
export const RuleEvent = z.enum([
  'application',
  'verificationReceived',
  'verificationAnswered',
  'branchMeeting',
  'branchResolution',
  'decisionIssued',
  'admissionIssued',
  'admissionReceived',
  'ceremony',
  'probationEnd',
  'recognitionMeeting',
  'recognitionResolution',
  'recognitionIssued',
  'transferIssued',
  'transferPresented',
  'transferCompleted',
  'departed',
  'departureReported',
])
export type RuleEvent = z.infer<typeof RuleEvent>

/** The time limits a set may give. */
export const LimitId = z.enum([
  'dossier',
  'verification',
  'verificationAbroad',
  'decision',
  'ceremony',
  'probation',
  'recognitionReview',
  'recognitionDecision',
  'transferPresent',
  'transferWhole',
  'departureReport',
])
export type LimitId = z.infer<typeof LimitId>

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
  paths: z.strictObject({ branch: path, baseBranch: path, section: path, baseCommittee: path }),
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
})

/** A rule set. Plain JSON with integers only, so that its hash is the same everywhere (`ruleSetHash`). */
export const RuleSet = z
  .strictObject({
    v: z.literal(1),
    id: z.string().regex(/^[A-Za-z0-9-]{1,40}$/, 'rule set id'),
    name: line(200),
    from: Day,
    to: Day.optional(),
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
      branch: z.strictObject({
        share: sourced(Share),
        of: sourced(BranchDenominator),
        minOfficial: sourced(whole(1, 100)),
      }),
      committee: z.strictObject({ share: sourced(Share), of: sourced(BodyDenominator) }),
      deciding: z.strictObject({ share: sourced(Share), delegatedShare: sourced(Share).optional() }),
    }),
    eligibility: Eligibility,
    requirements: Requirements,
    /** How many days before its end a certificate is called to attention. */
    certificateNoticeDays: sourced(whole(0, 400)),
  })
  .refine((set) => set.to === undefined || set.from <= set.to, 'ends before it begins')
  .refine((set) => isDistinct(set.papers.map((paper) => paper.code)), 'a paper twice')
  .refine((set) => isDistinct(set.limits.map((limit) => limit.id)), 'a limit twice')
export type RuleSet = z.infer<typeof RuleSet>

/**
 * Whether a step comes before another, or is the same.
 * @param step - any step
 * @param other - any step
 */
export function isUpTo(step: Step, other: Step): boolean {
  return Step.options.indexOf(step) <= Step.options.indexOf(other)
}

function isDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length
}
