/**
 * Follow-up: models, examples, directives, inspections, ratings. What a unit reports goes to the office above; what an office
 * says of a unit below it goes to that unit's office alone, or stays where it keeps the unit itself; what everybody is to
 * know names no person.
 */
import {
  Conference,
  DirectiveFacts,
  DirectiveReading,
  Dismissal,
  ExampleEnd,
  ExampleFacts,
  InspectionEnd,
  InspectionPlan,
  Measure,
  Mending,
  MendCheck,
  ModelFacts,
  ModelResult,
  Publicity,
  Rating,
  RecordedFinding,
  SharedModel,
  TakeUp,
} from '../../model/follow/facts.ts'
import { define, own, paperAct } from './row.ts'

const upward = {
  v: 1,
  author: 'any',
  audience: 'superior',
  personal: false,
  retractableUntil: 'always',
  erasable: false,
} as const

/** To the office whose unit it is about; to nobody else where the author keeps the unit. */
const downward = { ...upward, audience: 'keeper', personal: true } as const

const toAll = { ...upward, author: 'decides', audience: 'all' } as const

const kept = { v: 1, ...own, retractableUntil: 'always' } as const

/** The rows of this subject, by kind. */
export const FOLLOW = {
  'model.registered': define({ ...upward, subject: 'model', payload: ModelFacts, newestOf: 'model' }),
  'model.reported': define({ ...upward, subject: 'model', payload: ModelResult }),
  'model.shared': define({ ...toAll, subject: 'model', payload: SharedModel, newestOf: 'shared' }),
  'model.takenUp': define({
    ...upward,
    subject: 'model',
    payload: TakeUp.extend({ onPaper: paperAct }),
    newestOf: 'takenUp',
  }),
  /** An example that waits for the person's consent. */
  'example.noted': define({ ...kept, subject: 'example', personal: true, payload: ExampleFacts, newestOf: 'example' }),
  'example.told': define({ ...upward, subject: 'example', personal: true, payload: ExampleFacts, newestOf: 'example' }),
  'example.withdrawn': define({ ...upward, subject: 'example', payload: ExampleEnd, newestOf: 'example' }),
  'directive.issued': define({ ...toAll, subject: 'directive', payload: DirectiveFacts, newestOf: 'directive' }),
  /** A directive that reached an office on paper, kept by it. */
  'directive.kept': define({ ...kept, subject: 'directive', payload: DirectiveFacts, newestOf: 'directive' }),
  'directive.read': define({
    ...upward,
    subject: 'directive',
    personal: true,
    payload: DirectiveReading.extend({ onPaper: paperAct }),
  }),
  'conference.held': define({
    ...upward,
    subject: 'activity',
    payload: Conference.extend({ onPaper: paperAct }),
    newestOf: 'activity',
  }),
  'publicity.counted': define({
    ...upward,
    subject: 'activity',
    payload: Publicity.extend({ onPaper: paperAct }),
    newestOf: 'activity',
  }),
  'inspection.planned': define({ ...downward, subject: 'inspection', payload: InspectionPlan, newestOf: 'plan' }),
  'inspection.found': define({ ...downward, subject: 'inspection', payload: RecordedFinding }),
  'inspection.concluded': define({ ...downward, subject: 'inspection', payload: InspectionEnd, newestOf: 'end' }),
  'inspection.mended': define({
    ...upward,
    subject: 'inspection',
    payload: Mending.extend({ onPaper: paperAct }),
    names: ['finding'],
    isOfNamed: true,
  }),
  'inspection.checked': define({
    ...downward,
    subject: 'inspection',
    payload: MendCheck,
    names: ['finding'],
    isOfNamed: true,
  }),
  'rating.recorded': define({ ...downward, subject: 'rating', payload: Rating, newestOf: 'rating' }),
  'commendation.recorded': define({ ...downward, subject: 'measure', payload: Measure, newestOf: 'measure' }),
  'correction.recorded': define({ ...downward, subject: 'measure', payload: Measure, newestOf: 'measure' }),
  /** Private: why what the data suggested is not followed. */
  'proposal.dismissed': define({ ...kept, subject: 'measure', payload: Dismissal, newestOf: 'measure' }),
} as const
