/**
 * Meetings of the deciding body: the list, and one with its dossiers, votes and decisions. Read from rows and from what is
 * kept of each case; only the days left are counted here.
 */
import { trustedJson } from '../../shared/base/trust.ts'
import type { MeetingCaseRow, MeetingRow, MeetingView, VoteOnRecord } from '../../shared/contract/meetings.ts'
import type { Matter } from '../../shared/model/acts.ts'
import type { MeetingState } from '../../shared/model/meeting.ts'
import { otherBody } from '../../shared/rules/deciding-body.ts'
import type { Judging } from '../../shared/rules/surroundings.ts'
import { meetsShare, neededVotes, votesOf } from '../../shared/rules/votes.ts'
import { judgedCase, judgeOf } from '../assessments.ts'
import { keptCase, type KeptCase } from '../kept-case.ts'
import { loadOffice } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { CARRIED_COLUMNS, CARRIED_JOINS, carriedOf } from './decisions.ts'

/** A decision `d` that follows from a vote `v`: on the same case and matter, on the day of the meeting `m` or later. */
const FOLLOWS = 'd.case_id = v.case_id AND d.matter = v.matter AND d.decided_on >= m.day'

/** All meetings, those to come first, then the newest. */
export function listMeetings(db: ReadDb): readonly MeetingRow[] {
  const rows = prepared<
    Pick<MeetingRow, 'meeting' | 'status' | 'cases' | 'voted' | 'undecided'> & { readonly state: string }
  >(
    db,
    `SELECT m.meeting_id AS meeting, m.status, m.state,
       (SELECT count(*) FROM meeting_cases mc WHERE mc.meeting_id = m.meeting_id) AS cases,
       (SELECT count(*) FROM meeting_votes v WHERE v.meeting_id = m.meeting_id) AS voted,
       (SELECT count(*) FROM meeting_votes v WHERE v.meeting_id = m.meeting_id AND v.outcome <> 'postponed'
          AND NOT EXISTS (SELECT 1 FROM decisions d WHERE ${FOLLOWS})) AS undecided
     FROM meetings m ORDER BY m.status = 'called' DESC, m.day DESC, m.meeting_id LIMIT 200`,
  ).all()
  return rows.map(({ state, ...row }) => {
    const { meeting, held } = trustedJson<MeetingState>(state)
    return {
      ...row,
      date: held?.date ?? meeting.date,
      time: meeting.time ?? null,
      place: meeting.place ?? null,
      body: meeting.body,
    }
  })
}

type CaseOnMeeting = Pick<MeetingCaseRow, 'case' | 'name' | 'birth' | 'unitName' | 'stage' | 'matter'> & {
  readonly keeper: string
  readonly kept: string | null
}

type VoteRow = Omit<VoteOnRecord, 'needed' | 'passed'> & { readonly case: string; readonly matter: Matter }

type DecisionRow = Pick<NonNullable<MeetingCaseRow['decision']>, 'entry' | 'number' | 'date' | 'outcome'> &
  Parameters<typeof carriedOf>[0] & { readonly case: string; readonly matter: Matter }

/** One meeting, or null. */
export function meetingView(db: ReadDb, id: string, judging: Judging): MeetingView | null {
  const held = prepared<{ state: string }>(db, 'SELECT state FROM meetings WHERE meeting_id = ?').get(id)
  const office = loadOffice(db)
  if (held === undefined || office === null) return null
  const state = trustedJson<MeetingState>(held.state)
  const { meeting } = state
  const rules = judging.rulesOn(meeting.date)
  const cases = prepared<CaseOnMeeting>(
    db,
    `SELECT mc.case_id AS "case", mc.matter, c.name, c.birth, c.stage, c.keeper, u.name AS unitName, a.moving AS kept
     FROM meeting_cases mc JOIN cases c ON c.case_id = mc.case_id LEFT JOIN units u ON u.unit_id = c.unit_id
     LEFT JOIN cache_assessments a ON a.case_row = c.id WHERE mc.meeting_id = ? ORDER BY mc.place`,
  ).all(id)
  const votes = prepared<VoteRow>(
    db,
    `SELECT case_id AS "case", matter, entry_id AS entry, present, agree, disagree, blank, outcome, remarks
     FROM meeting_votes WHERE meeting_id = ?`,
  ).all(id)
  const decisions = prepared<DecisionRow>(
    db,
    `SELECT d.case_id AS "case", d.matter, d.entry_id AS entry, d.number, d.decided_on AS date, d.outcome, ${CARRIED_COLUMNS}
     FROM meeting_cases mc JOIN meetings m ON m.meeting_id = mc.meeting_id
     JOIN decisions d ON d.case_id = mc.case_id AND d.matter = mc.matter AND d.decided_on >= m.day
     JOIN cases c ON c.case_id = d.case_id ${CARRIED_JOINS}
     WHERE mc.meeting_id = ? ORDER BY d.decided_on`,
  ).all(id)
  const judge = judgeOf(db, judging.today)
  const rows = cases.map(({ keeper, kept, ...row }): MeetingCaseRow => {
    const isOf = (one: { readonly case: string; readonly matter: Matter }) =>
      one.case === row.case && one.matter === row.matter
    const vote = votes.find(isOf)
    const decision = decisions.find(isOf)
    const judged = row.matter === 'recognition' && judge !== null ? judgedCase(db, row.case, judge) : null
    const facts: KeptCase | null =
      judged !== null ? keptCase(judged.state, judged.assessment) : kept === null ? null : trustedJson<KeptCase>(kept)
    const limit = facts?.limits[0]
    const { share } = votesOf(rules, row.matter).deciding
    return {
      ...row,
      own: keeper === office.id,
      review: facts?.review ?? null,
      blocks: facts?.blocks ?? 0,
      limit:
        limit === undefined || decision !== undefined
          ? null
          : { ...limit, left: judging.calendar.workingDaysBetween(judging.today, limit.due).days },
      vote: vote === undefined ? null : measured(vote, meeting.members, share.value),
      decision:
        decision === undefined
          ? null
          : {
              entry: decision.entry,
              number: decision.number,
              date: decision.date,
              outcome: decision.outcome,
              carried: carriedOf(decision, office.id),
            },
      officialFrom: judged?.assessment.membership?.probationEnd ?? null,
      isDelegated: facts?.isDelegated === true,
    }
  })
  return {
    today: judging.today,
    state,
    held: state.held,
    expectedBody: otherBody(
      meeting.body,
      office.profile.decidingBody,
      rules,
      rows.length > 0 && rows.every(({ isDelegated }) => isDelegated),
    ),
    rows,
  }
}

function measured(
  { case: _case, matter: _matter, ...vote }: VoteRow,
  members: number,
  share: Parameters<typeof neededVotes>[1],
): VoteOnRecord {
  return { ...vote, needed: neededVotes(members, share), passed: meetsShare(vote.agree, members, share) }
}
