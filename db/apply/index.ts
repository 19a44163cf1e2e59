/**
 * Apply: from the set of applied entries about a subject to its rows. It never refuses and reads no clock, rule or
 * role; local and received entries come through here alike. Because each subject is folded whole, any order of arrival
 * gives the same tables.
 */
import { assertNever } from '../../shared/base/result.ts'
import type { SubjectType } from '../../shared/journal/entry.ts'
import type { WriteDb } from '../transaction.ts'
import { applyCase } from './cases.ts'
import { applyClass } from './classes.ts'
import { applyFollow } from './follow.ts'
import { forgetKept } from './forget-kept.ts'
import { applyHolidays, applyRuleSet } from './rules.ts'
import { applyReportDefinition } from './report-definitions.ts'
import { applyReport, applyTarget } from './targets.ts'
import { applyMeeting } from './meetings.ts'
import { applyDevice, applyMember, applyOffice, applyPeer, applySetting, applyUnit, applyUser } from './house.ts'

/**
 * Writes the rows of one subject anew.
 * @param isJudgedNext - the caller judges a case in the same transaction, so that what is kept of it need not be forgotten
 * @param others - told every case beside it that has to be judged again because of it, where that is known one by one
 */
export function applySubject(
  db: WriteDb,
  type: SubjectType,
  id: string,
  isJudgedNext = false,
  others?: Set<string>,
): void {
  if (!(isJudgedNext && type === 'case')) forgetKept(db, type, id)
  switch (type) {
    case 'case':
      return applyCase(db, id, others)
    case 'class':
      return applyClass(db, id)
    case 'unit':
      return applyUnit(db, id, others)
    case 'member':
      return applyMember(db, id)
    case 'office':
      return applyOffice(db, id)
    case 'user':
      return applyUser(db, id)
    case 'peer':
      return applyPeer(db, id)
    case 'setting':
      return applySetting(db, id)
    case 'ruleSet':
      return applyRuleSet(db, id)
    case 'holidays':
      return applyHolidays(db, id)
    case 'target':
      return applyTarget(db, id)
    case 'report':
      return applyReport(db, id)
    case 'definition':
      return applyReportDefinition(db, id)
    case 'meeting':
      return applyMeeting(db, id)
    case 'model':
    case 'example':
    case 'directive':
    case 'activity':
    case 'inspection':
    case 'rating':
    case 'measure':
      return applyFollow(db, type, id)
    case 'device':
      return applyDevice(db, id)
    case 'bundle':
      return
    default:
      return assertNever(type, 'subject')
  }
}
