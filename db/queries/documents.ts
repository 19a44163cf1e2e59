/**
 * What a document is made from, read at one moment: the cases with their units, the office, the rules, the bundle, the
 * register of numbers; and the blocking findings that stop the paper.
 */
import { z } from 'zod'
import { trusted } from '../../shared/base/trust.ts'
import { dayOf } from '../../shared/calendar/instant.ts'
import type { BlockingFinding } from '../../shared/contract/refusals.ts'
import type { DocumentInput } from '../../shared/documents/codes.ts'
import { compose, DOCUMENT_KINDS, issuerOf } from '../../shared/documents/compose/index.ts'
import type { Composed } from '../../shared/documents/form.ts'
import type { BundleMaterial, CaseMaterial, Material, MeetingMaterial } from '../../shared/documents/material.ts'
import type { Party } from '../../shared/documents/parties.ts'
import { nameOfDevice } from '../../shared/model/devices.ts'
import { foldMeeting, type MeetingState } from '../../shared/model/meeting.ts'
import { foldReviewWork } from '../../shared/model/review-work.ts'
import type { OfficeState } from '../../shared/model/office-state.ts'
import { assess, blocksFor } from '../../shared/rules/assess.ts'
import { decidesFor, surroundingsOf, type Judging } from '../../shared/rules/surroundings.ts'
import { itemsAbout } from '../journal.ts'
import { caseItems, loadCase, loadDevices, loadOffice, loadPeers, loadSetting, loadUnit } from '../load.ts'
import { documentsMade } from '../private/documents-made.ts'
import { prepared, type ReadDb } from '../transaction.ts'
import { classView } from './classes.ts'
import { directivesInForce, exampleList, modelList } from './follow.ts'
import { usedNumbers } from './register.ts'
import { reportView } from './reports.ts'

/** A composed document, the body that issues it, and what stops it. */
export type ComposedDocument = {
  readonly composed: Composed
  readonly party: Party
  readonly cases: readonly string[]
  readonly blocks: readonly (BlockingFinding & { readonly name: string })[]
}

/** What composing needs besides the store. */
export type Composing = Judging & { readonly userName: string }

/** What a document could not be made of because it is not there. */
type LostKind = 'case' | 'bundle' | 'class' | 'report' | 'meeting' | 'office'

/** Composes a document. @returns what was not found: 'case', 'class' or 'bundle', where it is not there */
export function composeDocument(
  db: ReadDb,
  input: DocumentInput,
  composing: Composing,
): ComposedDocument | { readonly lost: LostKind; readonly id: string } {
  const office = loadOffice(db)
  if (office === null) return { lost: 'office', id: '' }
  const { about, step } = DOCUMENT_KINDS[input.kind]
  const held = about === 'class' && input.class !== undefined ? classView(db, input.class, composing.today) : null
  if (about === 'class' && held === null) return { lost: 'class', id: input.class ?? '' }
  const called =
    input.meeting === undefined ? null : foldMeeting(input.meeting, itemsAbout(db, 'meeting', input.meeting))
  if (about === 'meeting' && called === null) return { lost: 'meeting', id: input.meeting ?? '' }
  const isAboutCases = about === 'case' || about === 'cases'
  const ids = about === 'meeting' ? distinctCases(called) : isAboutCases ? (input.cases ?? given(input.case)) : []
  const cases: CaseMaterial[] = []
  for (const id of ids) {
    const found = caseMaterial(db, id, office, composing.today)
    if (found === null) return { lost: 'case', id }
    cases.push(found)
  }
  const bundle = input.bundle === undefined ? null : bundleMaterial(db, input.bundle)
  const { today, rulesOn, userName } = composing
  const { period, membersOn } = input
  const report = period === undefined ? null : (reportView(db, today, { period, membersOn })?.report ?? null)
  if (about === 'report' && report === null) return { lost: 'report', id: '' }
  if (about === 'bundle' && bundle === null) return { lost: 'bundle', id: input.bundle ?? '' }
  if (isAboutCases && cases.length === 0) return { lost: 'case', id: '' }
  const cited = report === null ? [] : directivesInForce(db, report.asOf)
  const follow =
    about === 'office'
      ? { models: modelList(db, today, {}).rows, examples: exampleList(db, today, { tellable: true }).rows }
      : null
  const meeting = called === null ? null : meetingMaterial(db, called, cases)
  const base = { today, office, userName, rulesOn, cases, bundle, report, class: held, meeting, follow, cited }
  const party = issuerOf(input.kind, base)
  const made = documentsMade(db)
  const since = loadSetting(db, 'documentTermFrom')
  const used = usedNumbers(db, input.kind, party, office.id, made, typeof since === 'string' ? since : null)
  const remembered = made.find((one) => one.kind === input.kind && one.key === party.key)?.facts ?? {}
  const material: Material = { ...base, used, remembered }
  const composed = compose(input, material)
  if (composed === null) return { lost: about === 'bundle' ? 'bundle' : 'case', id: '' }
  const blocks =
    step === null
      ? []
      : cases.flatMap(({ state, unit, parent }) =>
          blocksFor(assess(state, surroundingsOf(composing, office, unit, parent)), step).map(
            ({ id, code, article, data }) => ({ id, code, article, data: { ...data }, name: state.profile.name }),
          ),
        )
  return { composed, party, cases: ids, blocks }
}

function given(id: string | undefined): readonly string[] {
  return id === undefined ? [] : [id]
}

function distinctCases(called: MeetingState | null): readonly string[] {
  return [...new Set((called?.meeting.cases ?? []).map((one) => one.case))]
}

function meetingMaterial(db: ReadDb, state: MeetingState, cases: readonly CaseMaterial[]): MeetingMaterial {
  const rows = state.meeting.cases.flatMap(({ case: id, matter }) => {
    const held = cases.find((one) => one.state.id === id)
    const { votes } = foldReviewWork(caseItems(db, id))
    const vote = votes.find((one) => one.meeting === state.id && one.matter === matter) ?? null
    return held === undefined ? [] : [{ case: held, matter, vote }]
  })
  return { state, rows }
}

function caseMaterial(db: ReadDb, id: string, office: OfficeState, today: string): CaseMaterial | null {
  const state = loadCase(db, id)
  if (state === null) return null
  const unit = loadUnit(db, state.unit)
  const parentId = unit?.unit.parent
  const keeper = loadPeers(db).find((peer) => peer.id === state.keeper)
  return {
    state,
    unit,
    parent: parentId === undefined ? null : loadUnit(db, parentId),
    keeperName: keeper?.peer.name ?? office.profile.name,
    own: state.keeper === office.id,
    decidesHere: unit !== null && decidesFor(office, unit, today),
  }
}

const Report = z.object({
  kind: z.string().optional(),
  entries: z.number().optional(),
  scans: z.number().optional(),
  files: z.array(z.string()).optional(),
  bytes: z.number().optional(),
  label: z.string().optional(),
  fresh: z.number().optional(),
  known: z.number().optional(),
  held: z.array(z.unknown()).optional(),
  heldMore: z.number().optional(),
  scansMissing: z.number().optional(),
})

function bundleMaterial(db: ReadDb, id: string): BundleMaterial | null {
  const row = prepared<{ direction: 'in' | 'out'; office: string; at: string; report: string }>(
    db,
    'SELECT direction, office, at, report FROM bundles WHERE id = ? ORDER BY number DESC LIMIT 1',
  ).get(id)
  if (row === undefined) return null
  const report = Report.parse(trusted<unknown>(JSON.parse(row.report)))
  const peer = loadPeers(db).find((one) => one.id === row.office)
  return {
    direction: row.direction,
    at: row.at,
    day: dayOf(row.at),
    peerName: peer?.peer.name ?? nameOfDevice(loadDevices(db), row.office) ?? row.office,
    kind: report.kind ?? '',
    entries: report.entries ?? 0,
    scans: report.scans ?? 0,
    files: report.files ?? [],
    bytes: report.bytes ?? null,
    label: report.label ?? null,
    counts:
      report.fresh === undefined
        ? null
        : {
            fresh: report.fresh,
            known: report.known ?? 0,
            held: (report.held?.length ?? 0) + (report.heldMore ?? 0),
            scansMissing: report.scansMissing ?? 0,
          },
  }
}
