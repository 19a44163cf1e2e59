/**
 * Lists of classes and schools: classes, who is in them, nominations, the book of certificates, who has still to attend,
 * pupils.
 */
import type { CertificateRow, ClassRow, OwedRow, PupilRow, SeatRow } from '../../contract/classes.ts'
import { SEXES, STAGES } from '../../words/labels.ts'
import { CLASS_OUTCOMES, PARTY_CLASSES } from '../../words/labels-before.ts'
import { CLASS_STANDINGS, PUPIL_OUTLOOKS, PUPIL_SUMMARIES } from '../../words/labels-classes.ts'
import { YES_OR_NO } from '../../words/list-columns.ts'
import { showDate } from '../../text/dates.ts'
import { label, type DefinitionsOf } from './definition.ts'

/** A person put forward for a class. The superior knows the year of birth, and not the day of the nomination. */
export type NominatedRow = {
  readonly name: string
  readonly birth: string | null
  readonly sex: string | null
  readonly unitName: string | null
  readonly class: string
  readonly nominatedOn: string | null
}

/** The rows of these lists. */
export type ClassesRows = {
  readonly classes: readonly ClassRow[]
  readonly nominations: readonly NominatedRow[]
  readonly certificates: readonly CertificateRow[]
  readonly owed: readonly OwedRow[]
  readonly pupils: readonly PupilRow[]
  readonly roster: readonly (SeatRow & { readonly className: string })[]
}

/** Their columns. */
export const CLASSES: DefinitionsOf<ClassesRows> = {
  classes: [
    ['className', 'text', 40, (row) => row.facts.name],
    ['class', 'text', 32, (row) => PARTY_CLASSES[row.facts.kind]],
    ['from', 'day', 12, (row) => row.facts.from],
    ['to', 'day', 12, (row) => row.facts.to],
    ['venue', 'text', 30, (row) => row.facts.place ?? null],
    ['standing', 'text', 18, (row) => CLASS_STANDINGS[row.standing]],
    ['seats', 'number', 10, (row) => row.seats],
    ['passed', 'number', 12, (row) => row.passed],
    ['failed', 'number', 12, (row) => row.failed],
    ['absent', 'number', 12, (row) => row.absent],
    ['certificateCount', 'number', 14, (row) => row.certificates],
  ],
  nominations: [
    ['name', 'text', 28, (row) => row.name],
    ['birth', 'day', 12, (row) => row.birth],
    ['sex', 'text', 8, (row) => label(SEXES, row.sex)],
    ['unit', 'text', 32, (row) => row.unitName],
    ['class', 'text', 32, (row) => label(PARTY_CLASSES, row.class)],
    ['nominatedOn', 'day', 12, (row) => row.nominatedOn],
  ],
  certificates: [
    ['certificateNumber', 'text', 18, (row) => row.number],
    ['certificateOn', 'day', 12, (row) => row.date],
    ['name', 'text', 28, (row) => row.name],
    ['birth', 'day', 12, (row) => row.birth],
    ['unit', 'text', 30, (row) => row.unitName],
    ['class', 'text', 34, (row) => row.className],
    ['validUntil', 'day', 12, (row) => row.validUntil],
    ['signer', 'text', 22, (row) => row.signer],
    ['reissued', 'text', 26, (row) => (row.reissuedOn === null ? null : reissued(row.firstNumber, row.reissuedOn))],
  ],
  owed: [
    ['name', 'text', 28, (row) => row.name],
    ['unit', 'text', 32, (row) => row.unitName],
    ['ceremonyOn', 'day', 14, (row) => row.ceremonyOn],
    ['attendBy', 'day', 14, (row) => row.by],
    ['class', 'text', 34, (row) => row.seated?.name ?? null],
    ['classEnds', 'day', 14, (row) => row.seated?.to ?? null],
  ],
  pupils: [
    ['name', 'text', 26, (row) => row.name],
    ['birth', 'day', 12, (row) => row.birth],
    ['unit', 'text', 28, (row) => row.unitName],
    ['schoolYear', 'text', 12, (row) => row.place.schoolYear],
    ['schoolClass', 'text', 10, (row) => row.place.class],
    ['leavesOn', 'day', 12, (row) => row.place.leavesOn],
    ['stage', 'text', 22, (row) => label(STAGES, row.stage)],
    ['evaluation', 'text', 26, (row) => label(PUPIL_SUMMARIES, row.summary)],
    ['evaluated', 'text', 20, (row) => (row.evaluated === null ? null : termText(row.evaluated))],
    ['nominated', 'text', 12, (row) => YES_OR_NO[row.nominated ? 'yes' : 'no']],
    ['hasCertificate', 'text', 14, (row) => YES_OR_NO[row.hasCertificate ? 'yes' : 'no']],
    ['turnsOn', 'day', 12, (row) => row.turnsOn],
    ['outlook', 'text', 26, (row) => PUPIL_OUTLOOKS[row.outlook]],
  ],
  roster: [
    ['className', 'text', 30, (row) => row.className],
    ['name', 'text', 26, (row) => row.person.name],
    ['birth', 'day', 12, (row) => row.person.birth ?? null],
    ['unit', 'text', 28, (row) => row.person.unit],
    ['present', 'number', 10, (row) => (row.held === 0 ? null : row.present)],
    ['held', 'number', 12, (row) => (row.held === 0 ? null : row.held)],
    ['outcome', 'text', 14, (row) => label(CLASS_OUTCOMES, row.end?.outcome ?? null)],
    ['certificateNumber', 'text', 16, (row) => row.number],
    ['certificateOn', 'day', 12, (row) => row.end?.certificate?.date ?? null],
    ['validUntil', 'day', 12, (row) => row.validUntil],
  ],
}

/** The first number of a certificate that was issued again, and when. */
function reissued(first: string, on: string): string {
  return `Cấp lại ngày ${showDate(on)}, số cũ ${first}`
}

/** 'Học kỳ 1, 2023-2024' of '2023-2024 1'. */
function termText(evaluated: string): string {
  return `Học kỳ ${evaluated.slice(-1)}, ${evaluated.slice(0, 9)}`
}
