/**
 * The rows of lists for a spreadsheet and for paper: everything a filter finds, not one window of it; at most
 * 20 000 of each thing that is read.
 */
import { compareText } from '../../shared/base/compare.ts'
import type { CaseRow, MovingCase, SearchFilter } from '../../shared/contract/answers.ts'
import type { ClassFilter } from '../../shared/contract/classes.ts'
import type { ListNarrow } from '../../shared/contract/lists.ts'
import { queueOf, type QueueFilter } from '../../shared/contract/review-queue.ts'
import type { ListRows } from '../../shared/documents/lists.ts'
import type { CandidateListRow } from '../../shared/documents/lists/people.ts'
import { Stage } from '../../shared/model/codes.ts'
import type { Judging } from '../../shared/rules/surroundings.ts'
import { foldMember } from '../../shared/model/office-state.ts'
import { fold } from '../../shared/text/fold.ts'
import { itemsAbout } from '../journal.ts'
import { loadCase, loadOffice, loadUsers } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { classList, classView } from './classes.ts'
import { consentList } from './consents.ts'
import { decisionRegister } from './decisions.ts'
import { duplicateList } from './duplicates.ts'
import { handOverView } from './hand-over.ts'
import { homeCases } from './home.ts'
import { listUnits } from './house.ts'
import { listMeetings, meetingView } from './meetings.ts'
import { reviewList } from './moving.ts'
import { returnList } from './returns.ts'
import { rulesView } from './rules.ts'
import { ofUnit } from './same-units.ts'
import { everyCase } from './search.ts'

const MOST = 20_000

type Extra = Omit<CandidateListRow, keyof CaseRow | 'relatives'> & Pick<CaseRow, 'education' | 'occupation'>

/**
 * Every person a filter finds, in the order of names.
 * @param withRelatives - those of the CV are read too, case by case
 */
export function candidateList(
  db: ReadDb,
  filter: SearchFilter,
  today: string,
  withRelatives = false,
): readonly CandidateListRow[] {
  return everyCase(db, filter, today, MOST).flatMap((row) => {
    const extra = prepared<Extra>(
      db,
      `SELECT ethnicity, religion, education, qualification, occupation, identity_number AS identityNumber,
         decision_number AS decisionNumber FROM cases WHERE case_id = ?`,
    ).get(row.case)
    if (extra === undefined) return []
    const relatives = withRelatives ? (loadCase(db, row.case)?.resume?.relatives ?? []) : []
    return [{ ...row, ...extra, relatives }]
  })
}

/** Everybody who is followed, by stage in the order of the procedure, those who have waited longest first. */
export function boardList(db: ReadDb, filter: SearchFilter, today: string): readonly CaseRow[] {
  const rows = everyCase(db, { ...filter, ended: false, order: 'waiting' }, today, MOST)
  return rows.toSorted((a, b) => Stage.options.indexOf(a.stage) - Stage.options.indexOf(b.stage))
}

/** Every member of the register, or of one unit, by name. */
export function memberList(db: ReadDb, unit: string | undefined): ListRows['members'] {
  return prepared<{ id: string; helps: number; unitName: string | null }>(
    db,
    `SELECT m.member_id AS id, u.name AS unitName,
       (SELECT count(*) FROM cases c WHERE c.helper_id = m.member_id AND c.ended = 0) AS helps
     FROM members m LEFT JOIN units u ON u.unit_id = m.unit_id
     WHERE ${ofUnit('m.unit_id')} ORDER BY m.sort_key, m.member_id LIMIT 20000`,
  )
    .all({ unit: unit ?? null })
    .flatMap(({ id, helps, unitName }) => {
      const state = foldMember(id, itemsAbout(db, 'member', id))
      return state === null ? [] : [{ id, member: state.member, helps, unitName }]
    })
}

/** Every unit, by name. */
export function unitList(db: ReadDb): ListRows['units'] {
  return listUnits(db)
}

/** The monthly reviews of every unit: by month, the newest first, then by unit. */
export function reviewsList(db: ReadDb): ListRows['reviews'] {
  return listUnits(db)
    .flatMap(({ unit, reviews }) => reviews.map((review) => ({ unit: unit.name, review })))
    .sort((a, b) => compareText(b.review.month, a.review.month))
}

/** Everybody put forward for a class, by class and name. */
export function nominationList(
  db: ReadDb,
  unit: string | undefined,
  { class: kind }: ListNarrow,
): ListRows['nominations'] {
  return prepared<ListRows['nominations'][number]>(
    db,
    `SELECT c.name, c.birth, c.sex, u.name AS unitName, c.nominated_for AS class, c.nominated_on AS nominatedOn
     FROM cases c LEFT JOIN units u ON u.unit_id = c.unit_id
     WHERE c.nominated_for IS NOT NULL AND c.ended = 0 AND ${ofUnit('c.unit_id')}
       AND (:kind IS NULL OR c.nominated_for = :kind)
     ORDER BY c.nominated_for, c.sort_key, c.case_id LIMIT 20000`,
  ).all({ unit: unit ?? null, kind: kind ?? null })
}

/** What there is to do, as on the home page. */
export function homeList(db: ReadDb, judging: Judging): readonly MovingCase[] {
  return homeCases(db, judging)?.rows ?? []
}

/** What waits for the deciding office, with the names of the reviewers. @param queue - what its page is narrowed to */
export function reviewQueueList(db: ReadDb, judging: Judging, queue: QueueFilter | undefined): ListRows['reviewQueue'] {
  const names = new Map(loadUsers(db).map(({ id, user }) => [id, user.name]))
  const rows = reviewList(db, judging)?.rows ?? []
  return (queue === undefined ? rows : queueOf(rows, queue)).map((row) => ({
    ...row,
    reviewerName: names.get(row.reviewer ?? '') ?? null,
  }))
}

/** The register of decisions as its page narrows it. `state: 'open'`: not yet with the unit that asked. */
export function decisionsList(db: ReadDb, { text = '', year, state }: ListNarrow): ListRows['decisions'] {
  const wanted = fold(text)
  return decisionRegister(db, selfOf(db), MOST).rows.filter(
    ({ number, name, unitName, date, stands, carried }) =>
      (year === undefined || date.startsWith(String(year))) &&
      (state === undefined || (state === 'open') === (stands && carried !== 'received')) &&
      fold(`${number} ${name} ${unitName ?? ''}`).includes(wanted),
  )
}

/** Returns as their page narrows them. `state: 'open'`: not sent again. */
export function returnsList(db: ReadDb, { text = '', state }: ListNarrow): ListRows['returns'] {
  const wanted = fold(text)
  const rows = returnList(db, selfOf(db), MOST).rows.filter(
    ({ name, unitName, resentOn }) =>
      (state === undefined || (state === 'open') === (resentOn === null)) &&
      fold(`${name} ${unitName ?? ''}`).includes(wanted),
  )
  // A dossier may come back more than once.
  const cases = new Set(rows.map((row) => row.case))
  const relatives = new Map([...cases].map((id) => [id, relativesOf(db, id)]))
  return rows.map((row) => ({ ...row, relatives: relatives.get(row.case) ?? [] }))
}

/** Names of the relatives in the CV of a case: what people typed about it may say them. */
function relativesOf(db: ReadDb, id: string): readonly string[] {
  return (loadCase(db, id)?.resume?.relatives ?? []).map(({ name }) => name)
}

/** Opinions of the level above: to be asked for, waited for, answered. */
export function consentsList(db: ReadDb, judging: Judging): ListRows['consents'] {
  const list = consentList(db, judging)
  const rows = list === null ? [] : [...list.needed, ...list.waiting, ...list.answered]
  return rows.map((row) => ({ ...row, relatives: row.about === null ? [] : relativesOf(db, row.case) }))
}

/** Everybody whose case waits to be handed over, office by office. */
export function handOverList(db: ReadDb, today: string): ListRows['handOver'] {
  return handOverView(db, today, Number.POSITIVE_INFINITY).offices.flatMap(({ name, theirs, people }) =>
    people.map((person) => ({
      ...person,
      officeName: name,
      toName: theirs.find(({ id }) => id === person.to)?.name ?? null,
    })),
  )
}

/** Who is in a class, with result and certificate; in every class of a list where none is asked for. Null: no such class. */
export function rosterList(
  db: ReadDb,
  id: string | undefined,
  filter: ClassFilter,
  today: string,
): ListRows['roster'] | null {
  const ids = id === undefined ? classList(db, filter, today).rows.map((row) => row.id) : [id]
  const views = viewsOf(ids, (each) => classView(db, each, today))
  return views?.flatMap(({ row, seats }) => seats.map((seat) => ({ ...seat, className: row.facts.name }))) ?? null
}

/** The days off of a year and the days of work in their place, in their order. */
export function holidayList(db: ReadDb, today: string, year: number): ListRows['holidays'] {
  const table = rulesView(db, today)?.holidays.find((held) => held.table.year === year)?.table
  if (table === undefined) return []
  return [
    ...table.off.map((row) => ({ ...row, insteadOf: null })),
    ...table.makeUp.map(({ date, ...row }) => ({ ...row, from: date, to: date, name: null })),
  ].toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** What was put to a meeting, with vote and decision; to every meeting where none is asked for. Null: no such meeting. */
export function meetingCaseList(db: ReadDb, id: string | undefined, judging: Judging): ListRows['meetingCases'] | null {
  const ids = id === undefined ? listMeetings(db).map(({ meeting }) => meeting) : [id]
  const views = viewsOf(ids, (each) => meetingView(db, each, judging))
  return views?.flatMap(({ state, rows }) => rows.map((row) => ({ ...row, meetingOn: state.meeting.date }))) ?? null
}

/** The views of some things; null where one of them is not there. */
function viewsOf<View>(ids: readonly string[], view: (id: string) => View | null): readonly View[] | null {
  const views = ids.map(view).filter((each) => each !== null)
  return views.length < ids.length ? null : views
}

/** People who may be one and the same, group by group, then the pairs that were judged. */
export function duplicatesList(db: ReadDb): ListRows['duplicates'] {
  const { open, judged } = duplicateList(db, selfOf(db))
  return [
    ...open.flatMap(({ by, people }, place) =>
      people.map((person) => ({ group: place + 1, by, person, judged: null, relatives: [] })),
    ),
    ...judged.flatMap((pair, place) => {
      const both = [pair.first, pair.second]
      const relatives = both.flatMap((person) => relativesOf(db, person.case))
      const group = open.length + place + 1
      return both.map((person) => ({ group, by: 'judged' as const, person, judged: pair, relatives }))
    }),
  ]
}

function selfOf(db: ReadDb): string {
  return loadOffice(db)?.id ?? ''
}
