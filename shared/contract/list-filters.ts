/**
 * What lists of people are narrowed by beside the columns of a row: deadlines and findings, as they are kept of each case.
 */
import { z } from 'zod'
import { LimitId } from '../rules/rule-codes.ts'

/** Deadlines a list is narrowed by: passed, or ending within so many days from today. */
export const DUE_FILTERS = ['late', 'week', 'month', 'quarter'] as const

/** Limits such a deadline can be of. */
export const DueLimit = z.enum([...LimitId.options, 'answerReturn'])
export type DueLimit = z.infer<typeof DueLimit>

/**
 * Findings a list is narrowed by: any that blocks, any that warns, or those of one check. 'P2-here': exceptions that somebody
 * of our own office has to confirm. 'versions': no finding of a check, but two versions of one thing that wait to be settled.
 */
export const FINDING_FILTERS = [
  'block',
  'warn',
  'C1',
  'C2',
  'C3',
  'C4',
  'C5',
  'C6',
  'C7',
  'C8',
  'C9',
  'C10',
  'C12',
  'C17',
  'C18',
  'C20',
  'C21',
  'C22',
  'C24',
  'C25',
  'C26',
  'C27',
  'C28',
  'C29',
  'C30',
  'C31',
  'C32',
  'C33',
  'C35',
  'C36',
  'C38',
  'C40',
  'C46',
  'P2',
  'P2-here',
  'versions',
] as const

/** A finding a list is narrowed by. */
export type FindingFilter = (typeof FINDING_FILTERS)[number]

/** An age band a list is narrowed by, as reports name theirs ('18-30', '61+'), counted by the year of birth. */
export const AgeFilter = z.string().regex(/^\d{1,3}(?:-\d{1,3}|\+)$/, 'age band')
