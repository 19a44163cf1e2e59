/**
 * What commands may ask of the store, gathered from its rooms: states, the few look-ups that need an index, and the report
 * that would be sent now. Reading only.
 */
import type { Reader } from '../shared/commands/command.ts'
import { foldClass } from '../shared/model/classes/class-state.ts'
import { foldClassLife } from '../shared/model/classes/seats.ts'
import { foldMeeting } from '../shared/model/meeting.ts'
import { foldTargets, foldTotals } from '../shared/model/target.ts'
import { foldMember, foldPeer, foldUser } from '../shared/model/office-state.ts'
import { fold } from '../shared/text/fold.ts'
import { inheritedLines } from './heirs.ts'
import { channelRows, headAt, itemById, itemsAbout, type ChannelRow } from './journal.ts'
import { caseItems, loadCase, loadOffice, loadPeers, loadSetting, loadUnit, loadUsers } from './load.ts'
import { heldAfter } from './private/exchange.ts'
import { followReader } from './queries/follow.ts'
import { openErasures } from './queries/erasures.ts'
import { reportDefinitions } from './queries/report-definitions.ts'
import { reportToSend } from './queries/reports.ts'
import { heldTarget } from './queries/targets.ts'
import { prepared, type ReadDb } from './transaction.ts'

/**
 * The reader a command is given.
 * @param scanKnown - whether the scan store holds a scan; files are not this room's business
 */
export function createReader(db: ReadDb, scanKnown: (sha256: string) => boolean): Reader {
  return {
    office: () => {
      const office = loadOffice(db)
      if (office === null) throw new Error('a store without an office')
      return office
    },
    case: (id) => loadCase(db, id),
    unit: (id) => loadUnit(db, id),
    member: (id) => foldMember(id, itemsAbout(db, 'member', id)),
    user: (id) => foldUser(id, itemsAbout(db, 'user', id)),
    users: () => loadUsers(db),
    peer: (id) => foldPeer(id, itemsAbout(db, 'peer', id)),
    peers: () => loadPeers(db),
    headsOf: (office, lastSet) => {
      const held = lastSet === undefined ? undefined : heldAfter(db, office, lastSet)
      if (held === null) return null
      return channelRows(db)
        .filter((row) => row.office === office && row.seq > 0)
        .map((row) => (held === undefined ? row : cutAt(db, row, held.get(row.channel) ?? 0)))
        .map(({ channel, seq, head }) => ({ channel, seq, head }))
    },
    item: (entryId) => {
      const item = itemById(db, entryId)
      return item === null ? null : { item, exported: wasExported(db, item.channel, item.seq) }
    },
    history: (caseId) => itemsAbout(db, 'case', caseId),
    unitHistory: (unit) => itemsAbout(db, 'unit', unit),
    openErasures: (caseId) => openErasures(db, loadOffice(db)?.id ?? '', caseId),
    inheritedLines: (caseId) => inheritedLines(db, loadOffice(db)?.id ?? '', caseId),
    caseByIdentityNumber: (number) =>
      prepared<{ id: string; name: string }>(
        db,
        'SELECT case_id AS id, name FROM cases WHERE identity_number = ? ORDER BY ended, case_id LIMIT 1',
      ).get(number) ?? null,
    caseByCertificate: (number, except) =>
      prepared<{ id: string; name: string }>(
        db,
        'SELECT case_id AS id, name FROM cases WHERE certificate_number = ? AND case_id <> ? ORDER BY case_id LIMIT 1',
      ).get(number, except) ?? null,
    class: (id) => foldClass(id, itemsAbout(db, 'class', id)),
    classLife: (caseId) => foldClassLife(caseItems(db, caseId)),
    roster: (classId) =>
      prepared<{ case: string; name: string }>(
        db,
        'SELECT case_id AS "case", name FROM class_seats WHERE class_id = ? ORDER BY sort_key, case_id',
      ).all(classId),
    certificateHolder: (number, except) =>
      prepared<{ case: string; class: string; name: string }>(
        db,
        `SELECT case_id AS "case", class_id AS class, name FROM class_seats
         WHERE (certificate_number = :number OR first_number = :number)
           AND kind = (SELECT kind FROM class_seats WHERE case_id = :case AND class_id = :class)
           AND NOT (case_id = :case AND class_id = :class) ORDER BY case_id LIMIT 1`,
      ).get({ number, ...except }) ?? null,
    decisionByNumber: (number, body, since) =>
      prepared<{ case: string; name: string }>(
        db,
        `SELECT d.case_id AS "case", c.name FROM decisions d JOIN cases c ON c.case_id = d.case_id
         WHERE d.number = ? AND d.body_key = ? AND d.decided_on >= ? ORDER BY d.case_id LIMIT 1`,
      ).get(number, fold(body), since) ?? null,
    meeting: (id) => foldMeeting(id, itemsAbout(db, 'meeting', id)),
    openMeetingOf: (caseId, matter) =>
      prepared<{ meeting: string; date: string }>(
        db,
        `SELECT m.meeting_id AS meeting, m.day AS date FROM meeting_cases mc JOIN meetings m USING (meeting_id)
         WHERE mc.case_id = ? AND mc.matter = ? AND m.status = 'called' ORDER BY m.day, m.meeting_id LIMIT 1`,
      ).get(caseId, matter) ?? null,
    listCounts: (unit, after, upTo) =>
      prepared<{ onList: number; added: number }>(
        db,
        `SELECT count(*) AS onList,
           coalesce(sum(registered_on > coalesce(:after, '') AND registered_on <= :upTo), 0) AS added
         FROM cases WHERE unit_id = :unit AND ended = 0 AND ceremony_on IS NULL AND coalesce(outcome, '') <> 'admit'`,
      ).get({ unit, after, upTo }) ?? { onList: 0, added: 0 },
    liveCaseIds: () =>
      prepared<{ id: string }>(db, 'SELECT case_id AS id FROM cases WHERE ended = 0 ORDER BY case_id')
        .all()
        .map(({ id }) => id),
    unitIds: () =>
      prepared<{ id: string }>(db, 'SELECT unit_id AS id FROM units ORDER BY unit_id')
        .all()
        .map(({ id }) => id),
    target: (owner, year) => heldTarget(db, owner, year),
    targetsOf: (owner) => foldTargets(itemsAbout(db, 'target', owner)),
    totalsOf: (owner) => foldTotals(owner, itemsAbout(db, 'target', owner)),
    reportDefinitions: () => reportDefinitions(db),
    reportFor: (period, today) => reportToSend(db, period, today),
    unitInUse: (unit) =>
      prepared<{ used: number }>(
        db,
        `SELECT EXISTS (SELECT 1 FROM cases WHERE unit_id = :unit) OR EXISTS (SELECT 1 FROM members WHERE unit_id = :unit)
           OR EXISTS (SELECT 1 FROM units WHERE parent_id = :unit) AS used`,
      ).get({ unit })?.used === 1,
    follow: followReader(db),
    setting: (name) => loadSetting(db, name),
    scanKnown,
  }
}

/** A channel as it stood at an earlier line. */
function cutAt(db: ReadDb, row: ChannelRow, held: number): Pick<ChannelRow, 'channel' | 'seq' | 'head'> {
  // What was once taken out of a channel does not come back by naming a set from before.
  const seq = Math.min(held, row.seq)
  const head = headAt(db, row.channel, seq)
  if (head === null) throw new Error(`no head at ${seq} of ${row.channel}`)
  return { channel: row.channel, seq, head }
}

function wasExported(db: ReadDb, channel: string, seq: number): boolean {
  const row = prepared<{ exported: number | null }>(
    db,
    'SELECT max(exported) AS exported FROM marks WHERE channel = ?',
  ).get(channel)
  return (row?.exported ?? 0) >= seq
}
