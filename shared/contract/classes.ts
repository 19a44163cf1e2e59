/**
 * What the pages of classes and of schools ask and answer.
 */
import { z } from 'zod'
import { line } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { Attendance, SchoolYear, type ClassFacts } from '../model/classes/facts.ts'
import type { Seat } from '../model/classes/seats.ts'
import { ClassResult } from '../model/acts-before.ts'
import { PartyClass } from '../model/codes.ts'
import type { PupilEvaluation, PupilPlace } from '../model/schools/facts.ts'
import type { SchoolCalendar } from '../model/schools/school-calendar.ts'
import type { ClassStanding, SheetProblem } from '../words/labels-classes.ts'

/** Which classes: of a year, of a school year, of a kind; by default all. */
export const ClassFilter = z.strictObject({
  year: z.number().int().min(1990).max(2100).optional(),
  /** The school year it is planned in, or, where nobody has said it, that its first day lies in. */
  schoolYear: SchoolYear.optional(),
  kind: PartyClass.optional(),
  pupils: z.boolean().optional(),
})
export type ClassFilter = z.infer<typeof ClassFilter>

/** Which nominations: of a class, of a unit; `all`: also those that are over. */
export const AskFilter = z.strictObject({
  kind: PartyClass.optional(),
  unit: Uuid.optional(),
  all: z.boolean().optional(),
})
export type AskFilter = z.infer<typeof AskFilter>

/** Which certificates: of a year, of a kind, by name or number. */
export const BookFilter = z.strictObject({
  year: z.number().int().min(1990).max(2100).optional(),
  kind: PartyClass.optional(),
  text: z.string().max(200).optional(),
})
export type BookFilter = z.infer<typeof BookFilter>

/** Which pupils: of a school year, a class, a unit. */
export const PupilFilter = z.strictObject({
  schoolYear: SchoolYear.optional(),
  class: line(60).optional(),
  unit: Uuid.optional(),
})
export type PupilFilter = z.infer<typeof PupilFilter>

/** A row of a filled-in sheet that can be recorded as it is. */
export const SheetRow = z.strictObject({
  case: Uuid,
  outcome: ClassResult.shape.outcome,
  certificate: z.strictObject({ number: line(60), date: z.string(), signer: line(200).optional() }).optional(),
  sessions: Attendance.pick({ held: true, present: true }).optional(),
  note: line(300).optional(),
})
export type SheetRow = z.infer<typeof SheetRow>

/** A class in a list. Counts are people; `own`: our office has opened it. */
export type ClassRow = {
  readonly id: string
  readonly facts: ClassFacts
  readonly office: string
  readonly own: boolean
  readonly standing: ClassStanding
  readonly seats: number
  readonly passed: number
  readonly failed: number
  readonly absent: number
  readonly certificates: number
}

/** Classes, and what they have of each together: `total` classes, of which `rows` are the first, at most 200. */
export type ClassList = {
  readonly today: string
  readonly mayOpen: boolean
  readonly rows: readonly ClassRow[]
  readonly total: number
  /** Of all of them: places planned, people taken on, certificates. */
  readonly places: number
  readonly seats: number
  readonly certificates: number
  /** School years that classes lie in, the newest first. */
  readonly schoolYears: readonly string[]
}

/** A person in a class. `known`: a case of the person is here and can be opened. */
export type SeatRow = Seat & {
  readonly case: string
  readonly known: boolean
  readonly held: number
  readonly present: number
  readonly number: string | null
  readonly validUntil: string | null
}

/** One class with its roster, by name; what the calendar of schools says of it, where it is for pupils. */
export type ClassView = {
  readonly today: string
  readonly row: ClassRow
  readonly officeName: string
  readonly seats: readonly SeatRow[]
  /** Days on which attendance was recorded, oldest first. */
  readonly days: readonly string[]
  readonly calendar: 'exams' | 'lessons' | 'fits' | null
}

/** A person put forward. */
export type AskRow = {
  readonly case: string
  readonly known: boolean
  readonly kind: PartyClass
  readonly name: string
  readonly birth: string | null
  readonly sex: string | null
  readonly unit: string | null
  readonly unitName: string
  readonly askedOn: string
  readonly standing: 'waiting' | 'forwarded' | 'seated' | 'over'
  readonly forwardedOn: string | null
  /** The class that the person was taken on for. */
  readonly seat: { readonly class: string; readonly name: string; readonly from: string } | null
  /** Our office may take the person on: the person waits here. */
  readonly here: boolean
}

/** Nominations, those that have waited longest first. */
export type AskList = {
  readonly today: string
  /** The first of them, at most 200. */
  readonly rows: readonly AskRow[]
  readonly total: number
  /** How many wait here, to be taken on by our office. */
  readonly waiting: number
  /** Offices that run classes for ours. */
  readonly trainers: readonly { readonly id: string; readonly name: string }[]
  readonly mayOpen: boolean
}

/** A probationary member who has still to attend the class for new members. `by`: the end of probation. */
export type OwedRow = {
  readonly case: string
  readonly name: string
  readonly unitName: string
  readonly ceremonyOn: string
  readonly by: string | null
  readonly nominated: boolean
  /** The class the person is in, and when it ends. */
  readonly seated: { readonly class: string; readonly name: string; readonly to: string } | null
  /** The class ends after probation does. */
  readonly late: boolean
}

/** A certificate in the book. */
export type CertificateRow = {
  readonly case: string
  readonly known: boolean
  readonly class: string
  readonly className: string
  readonly kind: PartyClass
  readonly name: string
  readonly birth: string | null
  readonly unitName: string
  readonly number: string
  /** Of the first one, where it was issued again. */
  readonly firstNumber: string
  readonly reissuedOn: string | null
  readonly date: string
  readonly validUntil: string | null
  readonly issuer: string
  readonly signer: string | null
}

/** The book of certificates, the newest first; `rows`: at most 200 of them. */
export type CertificateBook = { readonly rows: readonly CertificateRow[]; readonly total: number }

/** What a filled-in sheet says: rows to record, and what is wrong with the others, by their row in the sheet. */
export type SheetReading = {
  readonly rows: readonly SheetRow[]
  /** Rows whose result is recorded already and is the same. */
  readonly same: number
  readonly problems: readonly { readonly row: number; readonly name: string; readonly problem: SheetProblem }[]
  /** People on the roster of whom the sheet says nothing. */
  readonly missing: readonly string[]
}

/** A pupil in a list. */
export type PupilRow = {
  readonly case: string
  readonly name: string
  readonly birth: string | null
  readonly unit: string
  readonly unitName: string
  readonly stage: string
  readonly place: Pick<PupilPlace, 'schoolYear' | 'class' | 'leavesOn'>
  readonly summary: PupilEvaluation['summary'] | null
  readonly evaluated: string | null
  readonly hasCertificate: boolean
  readonly nominated: boolean
  readonly turnsOn: string | null
  readonly outlook: 'canBeConsidered' | 'turnsTooLate' | 'notReady' | 'birthUnknown' | 'left'
}

/** Pupils, with the years and classes there are, and the criteria an evaluation is offered. */
export type PupilList = {
  readonly today: string
  /** The first of them, at most 200. */
  readonly rows: readonly PupilRow[]
  readonly total: number
  readonly schoolYears: readonly string[]
  readonly classes: readonly string[]
  readonly schools: readonly { readonly id: string; readonly name: string }[]
  readonly criteria: readonly string[]
  readonly calendar: SchoolCalendar
  /** By the year in which they leave: how many there are, can be considered, and reach the age too late. */
  readonly plan: readonly {
    readonly year: number
    readonly pupils: number
    readonly canBeConsidered: number
    readonly turnsTooLate: number
    readonly withCertificate: number
  }[]
  /** By the school year in which they come to be considered: whoever has the certificate, is put forward, or is to be. */
  readonly ahead: readonly {
    readonly schoolYear: string
    readonly pupils: number
    readonly withCertificate: number
    readonly nominated: number
    readonly toNominate: number
  }[]
}
