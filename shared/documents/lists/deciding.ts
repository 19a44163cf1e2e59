/**
 * Lists of the work of the deciding body: the queue, meetings, the register of decisions, returns, opinions of the level
 * above, people who may be the same.
 */
import type { MovingCase } from '../../contract/answers.ts'
import type {
  ConsentRow,
  DuplicateGroup,
  DuplicatePerson,
  JudgedPair,
  MeetingCaseRow,
  MeetingRow,
  RegisterRow,
  ReturnRow,
} from '../../contract/meetings.ts'
import { DECISION_OUTCOMES, MATTERS, ON_PAPER, STAGES } from '../../words/labels.ts'
import { REVIEW_OUTCOMES } from '../../words/labels-before.ts'
import {
  CARRIED_STATES,
  CONSENT_KINDS,
  JUDGEMENTS,
  MEETING_OUTCOMES,
  MEETING_STATUSES,
} from '../../words/labels-meetings.ts'
import { paperName } from '../../words/labels-rules.ts'
import { ALIKE_BY, CONSENT_STANDINGS, SUPERSEDED } from '../../words/list-columns.ts'
import { joined, label, typedText, type DefinitionsOf } from './definition.ts'
import { limitText } from './people.ts'

/** Names of the relatives in the CV, which a text that somebody typed may say. */
type WithRelatives = { readonly relatives: readonly string[] }

/** A person of a group that may be one, or of a pair that was judged; `group` counts them. */
export type AlikeRow = {
  readonly group: number
  readonly by: DuplicateGroup['by'] | 'judged'
  readonly person: DuplicatePerson
  readonly judged: Pick<JudgedPair, 'judgement' | 'note'> | null
} & WithRelatives

/** The rows of these lists. */
export type DecidingRows = {
  readonly reviewQueue: readonly (MovingCase & { readonly reviewerName: string | null })[]
  readonly meetings: readonly MeetingRow[]
  readonly meetingCases: readonly (MeetingCaseRow & { readonly meetingOn: string })[]
  readonly decisions: readonly RegisterRow[]
  readonly returns: readonly (ReturnRow & WithRelatives)[]
  /** Those nobody has asked for yet, those that wait, those answered. */
  readonly consents: readonly (ConsentRow & WithRelatives)[]
  readonly duplicates: readonly AlikeRow[]
}

/** Their columns. */
export const DECIDING: DefinitionsOf<DecidingRows> = {
  reviewQueue: [
    ['name', 'text', 26, (row) => row.name],
    ['birth', 'day', 12, (row) => row.birth],
    ['unit', 'text', 28, (row) => row.unitName],
    ['matter', 'text', 22, (row) => MATTERS[row.matter]],
    ['submittedOn', 'day', 12, (row) => row.submittedOn],
    ['takenInOn', 'day', 12, (row) => row.receivedOn],
    ['deadline', 'text', 28, ({ limits: [first] }) => (first === undefined ? null : limitText(first))],
    ['due', 'day', 12, (row) => row.limits[0]?.due ?? null],
    ['reviewer', 'text', 22, (row) => row.reviewerName],
    ['conclusion', 'text', 22, (row) => label(REVIEW_OUTCOMES, row.review)],
    ['meetingOn', 'day', 12, (row) => row.meeting?.date ?? null],
    ['blocks', 'number', 12, (row) => row.blocks],
  ],
  meetings: [
    ['meetingOn', 'day', 12, (row) => row.date],
    ['time', 'text', 8, (row) => row.time],
    ['body', 'text', 36, (row) => row.body],
    ['venue', 'text', 28, (row) => row.place],
    ['standing', 'text', 14, (row) => MEETING_STATUSES[row.status]],
    ['dossiers', 'number', 10, (row) => row.cases],
    ['voted', 'number', 14, (row) => row.voted],
    ['undecided', 'number', 18, (row) => row.undecided],
  ],
  meetingCases: [
    ['meetingOn', 'day', 12, (row) => row.meetingOn],
    ['name', 'text', 26, (row) => row.name],
    ['birth', 'day', 12, (row) => row.birth],
    ['unit', 'text', 28, (row) => row.unitName],
    ['matter', 'text', 22, (row) => MATTERS[row.matter]],
    ['conclusion', 'text', 22, (row) => label(REVIEW_OUTCOMES, row.review)],
    ['voters', 'number', 9, ({ vote }) => vote && vote.present],
    ['agree', 'number', 9, ({ vote }) => vote && vote.agree],
    ['disagree', 'number', 9, ({ vote }) => vote && vote.disagree],
    ['blank', 'number', 9, ({ vote }) => vote && vote.blank],
    ['voteOutcome', 'text', 18, ({ vote }) => label(MEETING_OUTCOMES, vote && vote.outcome)],
    ['decisionNumber', 'text', 14, ({ decision }) => decision && decision.number],
    ['decidedOn', 'day', 12, ({ decision }) => decision && decision.date],
  ],
  decisions: [
    ['decisionNumber', 'text', 14, (row) => row.number],
    ['decidedOn', 'day', 12, (row) => row.date],
    ['name', 'text', 26, (row) => row.name],
    ['unit', 'text', 28, (row) => row.unitName],
    ['matter', 'text', 22, (row) => MATTERS[row.matter]],
    ['outcome', 'text', 24, (row) => DECISION_OUTCOMES[row.outcome]],
    ['body', 'text', 30, (row) => row.body],
    ['carried', 'text', 26, (row) => CARRIED_STATES[row.carried]],
    ['receivedOn', 'day', 14, (row) => row.receivedOn],
    ['remarks', 'text', 24, ({ onPaper, stands }) => joined([onPaper ? ON_PAPER : null, stands ? null : SUPERSEDED])],
  ],
  returns: [
    ['name', 'text', 26, (row) => row.name],
    ['unit', 'text', 28, (row) => row.unitName],
    ['matter', 'text', 22, (row) => MATTERS[row.matter]],
    ['returnedOn', 'day', 12, (row) => row.date],
    ['letterNumber', 'text', 14, (row) => row.number],
    [
      'returnRemarks',
      'text',
      60,
      (row) => joined(row.remarks.map((remark) => typedText(remarkText(remark), row.relatives))),
    ],
    ['answerBy', 'day', 14, (row) => row.answerBy],
    ['resentOn', 'day', 12, (row) => row.resentOn],
  ],
  consents: [
    ['name', 'text', 26, (row) => row.name],
    ['unit', 'text', 28, (row) => row.unitName],
    [
      'askedAbout',
      'text',
      34,
      ({ kind, about, relatives }) =>
        kind === 'other' ? (typedText(about, relatives) ?? CONSENT_KINDS.other) : CONSENT_KINDS[kind],
    ],
    ['standing', 'text', 18, (row) => CONSENT_STANDINGS[standingOf(row)]],
    ['askedOf', 'text', 26, (row) => row.askedOf],
    ['askedNumber', 'text', 14, (row) => row.askedNumber],
    ['askedOn', 'day', 12, (row) => row.askedOn],
    ['answerNumber', 'text', 14, (row) => row.number],
    ['answeredOn', 'day', 12, (row) => row.answeredOn],
    ['issuer', 'text', 26, (row) => row.issuer],
  ],
  duplicates: [
    ['group', 'number', 8, (row) => row.group],
    ['alike', 'text', 30, (row) => ALIKE_BY[row.by]],
    ['name', 'text', 26, (row) => row.person.name],
    ['birth', 'day', 12, (row) => row.person.birth],
    ['unit', 'text', 30, (row) => row.person.unitName],
    ['stage', 'text', 24, (row) => STAGES[row.person.stage]],
    ['registeredOn', 'day', 12, (row) => row.person.registeredOn],
    ['conclusion', 'text', 26, (row) => label(JUDGEMENTS, row.judged?.judgement ?? null)],
    ['remarks', 'text', 30, ({ judged, relatives }) => typedText(judged?.note ?? null, relatives)],
  ],
}

/** 'Lý lịch của người xin vào Đảng: thiếu dấu giáp lai'. */
function remarkText({ paper, text }: ReturnRow['remarks'][number]): string {
  return paper === null ? text : `${paperName(paper) ?? paper}: ${text}`
}

function standingOf({ entry, granted }: ConsentRow): keyof typeof CONSENT_STANDINGS {
  if (entry === null) return 'needed'
  if (granted === null) return 'waiting'
  return granted ? 'granted' : 'declined'
}
