/**
 * Lists of follow-up: models, examples, directives, conferences and publicity, inspections, ratings, commendations and
 * corrections.
 */
import type {
  ActivityRow,
  DirectiveRow,
  EmulationView,
  ExampleRow,
  InspectionRow,
  ModelRow,
  Whose,
} from '../../contract/follow.ts'
import {
  CONFERENCE_KINDS,
  DIRECTIVE_KINDS,
  EXAMPLE_AREAS,
  EXAMPLE_KINDS,
  INSPECTION_KINDS,
  MODEL_AREAS,
  OTHER_OFFICE,
  PROPOSAL_NAMES,
  PUBLICITY_CHANNELS,
  RATED_AS,
} from '../../words/follow.ts'
import { DIRECTIVE_STANDINGS, MEASURE_NAMES } from '../../words/list-columns.ts'
import { showDocument } from '../../words/show.ts'
import type { DefinitionsOf } from './definition.ts'

/** The rows of these lists. */
export type FollowRows = {
  readonly models: readonly ModelRow[]
  readonly examples: readonly ExampleRow[]
  readonly directives: readonly DirectiveRow[]
  readonly activities: readonly ActivityRow[]
  readonly inspections: readonly InspectionRow[]
  readonly ratings: EmulationView['ratings']
  readonly measures: EmulationView['measures']
}

/** Their columns. */
export const FOLLOW: DefinitionsOf<FollowRows> = {
  models: [
    ['model', 'text', 34, (row) => row.facts.name],
    ['unit', 'text', 30, (row) => row.facts.place.name],
    ['workArea', 'text', 24, (row) => MODEL_AREAS[row.facts.area]],
    ['since', 'day', 14, (row) => row.facts.since ?? null],
    ['description', 'text', 50, (row) => row.facts.description],
    ['results', 'text', 40, (row) => row.results.at(-1)?.results ?? row.shared?.results ?? null],
    ['resultsOn', 'day', 14, (row) => row.results.at(-1)?.on ?? null],
    ['takenUp', 'number', 10, (row) => row.takenUp.length],
  ],
  examples: [
    ['example', 'text', 28, (row) => row.facts.name],
    ['work', 'text', 24, (row) => row.facts.post ?? null],
    ['unit', 'text', 30, (row) => row.facts.place.name],
    ['exampleKind', 'text', 22, (row) => EXAMPLE_KINDS[row.facts.kind]],
    ['workArea', 'text', 20, (row) => EXAMPLE_AREAS[row.facts.area]],
    ['story', 'text', 60, (row) => row.facts.story],
    ['consentOn', 'day', 14, (row) => row.facts.consent?.on ?? null],
  ],
  directives: [
    ['directiveKind', 'text', 14, (row) => DIRECTIVE_KINDS[row.facts.kind]],
    ['documentNumber', 'text', 16, (row) => row.facts.number ?? null],
    ['issuedOn', 'day', 12, (row) => row.facts.date],
    ['issuer', 'text', 26, (row) => row.facts.issuer],
    ['title', 'text', 50, (row) => row.facts.title],
    ['standing', 'text', 18, (row) => DIRECTIVE_STANDINGS[row.inForce ? 'inForce' : 'over']],
    ['readBy', 'day', 14, (row) => row.facts.readBy ?? null],
    ['readOn', 'day', 14, (row) => row.read],
    ['receipts', 'number', 14, (row) => row.receipts.length],
    ['missing', 'number', 14, (row) => row.missing.length],
    ['conferences', 'number', 10, (row) => row.conferences],
    ['attended', 'number', 12, (row) => row.attended],
  ],
  activities: [
    ['from', 'day', 12, (row) => (row.what === 'conference' ? row.facts.date : row.facts.from)],
    ['to', 'day', 12, (row) => (row.what === 'conference' ? row.facts.date : row.facts.to)],
    [
      'activityKind',
      'text',
      22,
      (row) => (row.what === 'conference' ? CONFERENCE_KINDS[row.facts.kind] : PUBLICITY_CHANNELS[row.facts.channel]),
    ],
    ['title', 'text', 36, (row) => (row.what === 'conference' ? row.facts.title : null)],
    ['unit', 'text', 30, (row) => row.facts.place.name],
    ['directive', 'text', 36, (row) => row.facts.directive?.title ?? null],
    ['invited', 'number', 12, (row) => (row.what === 'conference' ? (row.facts.invited ?? null) : null)],
    ['attended', 'number', 12, (row) => (row.what === 'conference' ? row.facts.attended : null)],
    ['items', 'number', 12, (row) => (row.what === 'publicity' ? row.facts.items : null)],
    ['reached', 'number', 14, (row) => (row.what === 'publicity' ? (row.facts.reached ?? null) : null)],
    ['remarks', 'text', 30, (row) => row.facts.note ?? null],
  ],
  inspections: [
    ['inspectionKind', 'text', 12, (row) => INSPECTION_KINDS[row.plan.kind]],
    ['topic', 'text', 40, (row) => row.plan.topic],
    ['inspected', 'text', 30, (row) => row.plan.place.name],
    ['from', 'day', 12, (row) => row.plan.from],
    ['to', 'day', 12, (row) => row.plan.to],
    ['by', 'text', 28, officeOf],
    ['concludedOn', 'day', 12, (row) => row.end?.on ?? null],
    ['toMend', 'number', 14, (row) => row.findings.filter(({ standing }) => standing !== 'nothingToMend').length],
    ['mended', 'number', 12, (row) => row.findings.filter(({ standing }) => standing === 'mended').length],
    ['overdue', 'number', 12, (row) => row.overdue],
    ['due', 'day', 12, (row) => row.due],
  ],
  ratings: [
    ['unit', 'text', 32, (row) => row.place.name],
    ['ratedAs', 'text', 26, (row) => RATED_AS[row.as]],
    ['name', 'text', 26, (row) => row.name ?? null],
    ['post', 'text', 24, (row) => row.post ?? null],
    ['level', 'text', 30, (row) => row.level],
    ['document', 'text', 26, (row) => (row.document === undefined ? null : showDocument(row.document))],
    ['by', 'text', 28, officeOf],
    ['remarks', 'text', 30, (row) => row.note ?? null],
  ],
  measures: [
    ['measure', 'text', 22, (row) => MEASURE_NAMES[row.what]],
    ['unit', 'text', 30, (row) => row.facts.place.name],
    ['name', 'text', 26, (row) => (row.what === 'dismissal' ? null : (row.facts.name ?? null))],
    ['form', 'text', 22, (row) => (row.what === 'dismissal' ? PROPOSAL_NAMES[row.facts.proposal] : row.facts.form)],
    ['reason', 'text', 44, (row) => row.facts.reason],
    ['measureOn', 'day', 12, (row) => (row.what === 'dismissal' ? null : row.facts.on)],
    ['body', 'text', 28, (row) => (row.what === 'dismissal' ? null : (row.facts.body ?? null))],
    [
      'document',
      'text',
      26,
      ({ what, facts }) => (what === 'dismissal' || facts.document === undefined ? null : showDocument(facts.document)),
    ],
    ['due', 'day', 12, (row) => (row.what === 'dismissal' ? null : (row.facts.due ?? null))],
    ['by', 'text', 28, officeOf],
  ],
}

/** Whose it is: nothing for our own office. */
function officeOf({ own, officeName }: Whose): string | null {
  if (own) return null
  return officeName === '' ? OTHER_OFFICE : officeName
}
