/**
 * Payloads by chance of classes, certificates and pupils.
 */
import fc from 'fast-check'
import type { Kind, PayloadOf } from '../../shared/journal/kinds.ts'
import type { CLASSES } from '../../shared/journal/kinds/classes.ts'
import type { SCHOOLS } from '../../shared/journal/kinds/schools.ts'
import type {
  Attendance,
  Certificate,
  ClassEnd,
  ClassFacts,
  ClassRef,
  ClassRequest,
  Learner,
} from '../../shared/model/classes/facts.ts'
import { PartyClass, Sex } from '../../shared/model/codes.ts'
import type { PupilEvaluation, PupilPlace } from '../../shared/model/schools/facts.ts'
import { count, document, partialDay, personName, some, someDay, someLine } from './arbitrary-values.ts'

type ClassKind = Extract<Kind, keyof typeof CLASSES | keyof typeof SCHOOLS>

const classId = fc.constantFrom('01890000-0000-7000-8000-0000000000c1', '01890000-0000-7000-8000-0000000000c2')

/** Ids of classes that entries are about. */
export const someClass: fc.Arbitrary<string> = classId

const kind = fc.constantFrom(...PartyClass.options)
const schoolYear = fc.constantFrom('2022-2023', '2023-2024')

const facts: fc.Arbitrary<ClassFacts> = some<ClassFacts>(
  {
    kind,
    name: someLine,
    decision: document,
    place: someLine,
    from: someDay,
    to: someDay,
    places: count,
    schoolYear,
    pupils: fc.boolean(),
    note: someLine,
  },
  ['kind', 'name', 'from', 'to', 'places'],
)
const ref: fc.Arbitrary<ClassRef> = some<ClassRef>(
  { id: classId, kind, name: someLine, place: someLine, from: someDay, to: someDay },
  ['id', 'kind', 'name', 'from', 'to'],
)
const learner: fc.Arbitrary<Learner> = some<Learner>(
  { name: personName, birth: partialDay, sex: fc.constantFrom(...Sex.options), unit: someLine },
  ['name', 'unit'],
)
const request: fc.Arbitrary<ClassRequest> = fc.record({ class: kind, date: someDay, person: learner })
const attendance: fc.Arbitrary<Attendance> = some<Attendance>(
  {
    class: classId,
    date: someDay,
    held: fc.integer({ min: 1, max: 4 }),
    present: fc.nat(4),
    whole: fc.boolean(),
    note: someLine,
  },
  ['class', 'date', 'held', 'present'],
)
const certificate: fc.Arbitrary<Certificate> = some<Certificate>(
  {
    number: fc.constantFrom('12/CN', '13/CN'),
    date: someDay,
    issuer: someLine,
    signer: personName,
    months: fc.constantFrom(60, null),
  },
  ['number', 'date', 'issuer', 'months'],
)
const end: fc.Arbitrary<ClassEnd> = some<ClassEnd>(
  { class: ref, outcome: fc.constantFrom('passed', 'failed', 'absent'), on: someDay, certificate, note: someLine },
  ['class', 'outcome', 'on'],
)
const place: fc.Arbitrary<PupilPlace> = some<PupilPlace>(
  { schoolYear, class: fc.constantFrom('12A1', '12A2'), leavesOn: someDay, on: someDay },
  ['schoolYear', 'class', 'leavesOn'],
)
const evaluation: fc.Arbitrary<PupilEvaluation> = some<PupilEvaluation>(
  {
    schoolYear,
    term: fc.constantFrom(1 as const, 2 as const),
    date: someDay,
    criteria: fc.array(fc.record({ criterion: someLine, result: fc.constantFrom('met', 'partly', 'notMet') }), {
      minLength: 1,
      maxLength: 2,
    }),
    summary: fc.constantFrom('ready', 'nurture', 'notYet'),
    note: someLine,
  },
  ['schoolYear', 'term', 'date', 'criteria', 'summary'],
)

const origin = fc.constantFrom('recorded' as const, 'takenOver' as const)
const withOrigin = <T extends object>(acts: fc.Arbitrary<T>) =>
  fc.array(
    fc.tuple(acts, origin).map(([act, from]) => ({ ...act, origin: from })),
    { maxLength: 2 },
  )

/** The years at school as a snapshot carries them. */
export const pupilParts = { pupilPlaces: withOrigin(place), pupilEvaluations: withOrigin(evaluation) }

/** The payloads of these kinds. @param pool - ids they may name */
export function classesOver(pool: { readonly entries: readonly string[] }): {
  readonly [K in ClassKind]: fc.Arbitrary<PayloadOf<K>>
} {
  const entry = fc.constantFrom(...pool.entries)
  const passed = <T extends object>(acts: fc.Arbitrary<T>) =>
    fc.tuple(acts, some<{ relays?: string }>({ relays: entry }, [])).map(([act, rest]) => ({ ...act, ...rest }))
  const marked = <T extends object>(acts: fc.Arbitrary<T>) =>
    fc.tuple(acts, fc.boolean()).map(([act, onPaper]) => ({ ...act, onPaper }))
  return {
    'class.opened': passed(facts),
    'class.changed': passed(facts),
    'class.proposed': request,
    'class.forwarded': request,
    'class.enrolled': marked(
      passed(
        some<Omit<PayloadOf<'class.enrolled'>, 'relays' | 'onPaper'>>(
          { class: ref, person: learner, on: someDay, forwarded: entry },
          ['class', 'person', 'on'],
        ),
      ),
    ),
    'class.attended': passed(attendance),
    'class.completed': marked(passed(end)),
    'certificate.reissued': passed(
      some<Omit<PayloadOf<'certificate.reissued'>, 'relays'>>(
        {
          class: classId,
          number: fc.constantFrom('12/CN', '14/CN'),
          date: someDay,
          signer: personName,
          reason: someLine,
        },
        ['class', 'number', 'date', 'reason'],
      ),
    ),
    'pupil.placed': marked(place),
    'pupil.evaluated': marked(evaluation),
  }
}
