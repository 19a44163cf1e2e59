/**
 * The home page: what to do now, how the exchange with each paired office stands, and the year so far.
 */
import type { HomeView, MovingCases, PeerStatus, YearSoFar } from '../../shared/contract/answers.ts'
import { countWork, firstOfWork } from '../../shared/contract/home-work.ts'
import type { Stage } from '../../shared/model/codes.ts'
import { holds } from '../../shared/model/office-state.ts'
import type { Judging } from '../../shared/rules/surroundings.ts'
import { channelRows } from '../journal.ts'
import { loadDevices, loadOffice, loadPeers } from '../load.ts'
import { owesAnswer } from '../private/exchange.ts'
import { missingFrom } from '../private/missing-scans.ts'
import { countWanted } from '../private/wanted-scans.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { homeWaits } from './home-waits.ts'
import { newCards } from './new-card.ts'
import { yearOutlook } from './targets.ts'
import { watchOf } from './watch.ts'
import { movingCases } from './moving.ts'
import { holdsLostLines, isUnheardSinceRestore } from './restored.ts'

/** So many cases cross the port with the page; of more only those that are seen at once. */
const FEW = 200

/** Every case on the home page, the nearest deadline first, or null before our office is founded. */
export function homeCases(db: ReadDb, judging: Judging): MovingCases | null {
  const office = loadOffice(db)
  return office === null ? null : movingCases(db, office, judging)
}

/** The home page of our office, or null before it is founded. */
export function homeView(db: ReadDb, judging: Judging): HomeView | null {
  const office = loadOffice(db)
  if (office === null) return null
  const stages = prepared<{ stage: Stage; count: number }>(
    db,
    'SELECT stage, count(*) AS count FROM cases WHERE ended = 0 GROUP BY stage',
  ).all()
  const counts = prepared<{ units: number; people: number }>(
    db,
    'SELECT (SELECT count(*) FROM units) AS units, (SELECT count(*) FROM cases) AS people',
  ).get()
  const moving = movingCases(db, office, judging)
  const outlook = yearOutlook(db, judging, stages)
  if (outlook === null) return null
  return {
    today: judging.today,
    proposes: holds(office.profile, 'proposes', judging.today),
    decides: holds(office.profile, 'decides', judging.today),
    units: counts?.units ?? 0,
    people: counts?.people ?? 0,
    stages: Object.fromEntries(stages.map(({ stage, count }) => [stage, count])),
    cases: moving.rows.length > FEW ? firstOfWork(moving.rows) : moving.rows,
    work: countWork(moving.rows),
    more: moving.more,
    waiting: moving.waiting,
    peers: peerStatuses(db, office.id),
    year: { ...yearSoFar(db, judging.today.slice(0, 4)), admitted: outlook.whole.admitted.number },
    watch: watchOf(db, office.id, judging),
    waits: homeWaits(db, office, judging),
    outlook,
  }
}

/** What each paired office has of ours, and we of it. */
function peerStatuses(db: ReadDb, self: string): readonly PeerStatus[] {
  const channels = channelRows(db)
  const newCardOf = newCards(db, self)
  const devices = loadDevices(db)
  return loadPeers(db)
    .filter((peer) => !peer.revoked)
    .map(({ id, peer }) => {
      const ours = channels.filter((row) => row.office === self && (row.audience === id || row.audience === 'all'))
      const marks = prepared<{ exported: number; acknowledged: number }>(
        db,
        'SELECT coalesce(sum(exported), 0) AS exported, coalesce(sum(acknowledged), 0) AS acknowledged FROM marks WHERE office = ?',
      ).get(id)
      const last = (direction: 'in' | 'out') =>
        prepared<{ at: string }>(
          db,
          'SELECT at FROM bundles WHERE office = ? AND direction = ? ORDER BY number DESC LIMIT 1',
        ).get(id, direction)?.at ?? null
      return {
        office: id,
        name: peer.name,
        relation: peer.relation,
        recorded: ours.reduce((sum, row) => sum + row.seq, 0),
        exported: marks?.exported ?? 0,
        acknowledged: marks?.acknowledged ?? 0,
        owesAnswer: owesAnswer(db, self, id),
        scansWanted: countWanted(db, self, id),
        scansAwaited: missingFrom(db, id, devices).length,
        lastExport: last('out'),
        lastImport: last('in'),
        isUnheard: isUnheardSinceRestore(db, id, peer.relation),
        isAhead: holdsLostLines(db, id),
        newCard: newCardOf(id),
      }
    })
}

function yearSoFar(db: ReadDb, year: string): Omit<YearSoFar, 'admitted'> {
  const days = { first: `${year}-01-01`, last: `${year}-12-31` }
  return (
    prepared<Omit<YearSoFar, 'admitted'>>(
      db,
      `SELECT (SELECT count(*) FROM cases WHERE registered_on BETWEEN :first AND :last) AS registered,
              (SELECT count(*) FROM cases WHERE submitted_on BETWEEN :first AND :last) AS submitted,
              (SELECT count(*) FROM cases WHERE ceremony_on BETWEEN :first AND :last) AS ceremonies`,
    ).get(days) ?? { registered: 0, submitted: 0, ceremonies: 0 }
  )
}
