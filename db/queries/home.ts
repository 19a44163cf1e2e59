/**
 * The home page: what to do now. Cases that move are judged afresh; at most 500 of them, the oldest steps first.
 */
import type { HomeCase, HomeView, PeerStatus } from '../../shared/contract/answers.ts'
import { foldCase } from '../../shared/model/case-state.ts'
import { foldUnit, holds } from '../../shared/model/office-state.ts'
import { stageOf } from '../../shared/model/stage.ts'
import { assess } from '../../shared/rules/assess.ts'
import { surroundingsOf, type Judging } from '../../shared/rules/surroundings.ts'
import { channelRows, itemsAbout } from '../journal.ts'
import { loadOffice, loadPeers } from '../load.ts'
import { prepared, type ReadDb } from '../transaction.ts'

const MOVING = `('branchVoted', 'committeeVoted', 'submitted', 'received', 'returned', 'admitted', 'decisionReceived')`

/** The home page of our office, or null before it is founded. */
export function homeView(db: ReadDb, judging: Judging): HomeView | null {
  const office = loadOffice(db)
  if (office === null) return null
  const stages = prepared<{ stage: string; n: number }>(
    db,
    'SELECT stage, count(*) AS n FROM cases WHERE ended = 0 GROUP BY stage',
  ).all()
  const moving = prepared<{ id: string }>(
    db,
    `SELECT case_id AS id FROM cases WHERE ended = 0 AND stage IN ${MOVING}
     ORDER BY coalesce(decided_on, submitted_on, voted_on, ''), case_id LIMIT 500`,
  ).all()
  return {
    today: judging.today,
    proposes: holds(office.profile, 'proposes', judging.today),
    decides: holds(office.profile, 'decides', judging.today),
    stages: Object.fromEntries(stages.map(({ stage, n }) => [stage, n])),
    cases: moving.flatMap(({ id }) => homeCase(db, id, judging) ?? []),
    peers: peerStatuses(db, office.id),
    admittedThisYear: countAdmitted(db, judging.today.slice(0, 4)),
  }
}

function homeCase(db: ReadDb, id: string, judging: Judging): HomeCase | null {
  const office = loadOffice(db)
  const state = foldCase(id, itemsAbout(db, 'case', id))
  if (state === null || office === null) return null
  const unit = foldUnit(state.unit, itemsAbout(db, 'unit', state.unit))
  const parentId = unit?.unit.parent
  const parent = parentId === undefined ? null : foldUnit(parentId, itemsAbout(db, 'unit', parentId))
  const assessment = assess(state, surroundingsOf(judging, office, unit, parent))
  const open = assessment.deadlines.filter((deadline) => deadline.met === undefined)
  const next = open.toSorted((a, b) => (a.due < b.due ? -1 : 1))[0]
  return {
    case: id,
    name: state.profile.name,
    unitName: unit?.unit.name ?? null,
    stage: stageOf(state),
    own: state.keeper === office.id,
    next: assessment.next[0]?.step ?? null,
    due: next?.due ?? null,
    deadline: next?.id ?? null,
    provisional: next?.provisional ?? false,
    blocks: assessment.findings.filter(({ severity, lifted }) => severity === 'block' && lifted === undefined).length,
    batch: state.submissions.at(-1)?.batch ?? null,
  }
}

/** What each paired office has of ours, and we of it. */
function peerStatuses(db: ReadDb, self: string): readonly PeerStatus[] {
  const channels = channelRows(db)
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
        lastExport: last('out'),
        lastImport: last('in'),
      }
    })
}

function countAdmitted(db: ReadDb, year: string): number {
  return (
    prepared<{ n: number }>(
      db,
      `SELECT count(*) AS n FROM cases WHERE outcome = 'admit' AND decided_on >= ? AND decided_on <= ?`,
    ).get(`${year}-01-01`, `${year}-12-31`)?.n ?? 0
  )
}
