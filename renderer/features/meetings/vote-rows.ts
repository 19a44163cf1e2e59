/**
 * What is typed of the votes of a meeting, and what follows from the numbers while they are typed. Pure.
 */
import type { MeetingCaseRow } from '../../../shared/contract/meetings.ts'
import type { Matter } from '../../../shared/model/acts.ts'
import { MeetingOutcome } from '../../../shared/model/review-acts.ts'
import type { RuleSet, Share } from '../../../shared/rules/rule-set.ts'
import { meetsShare, neededVotes, votesOf } from '../../../shared/rules/votes.ts'
import { countOf } from '../../parts/values.ts'

/** One row as it is typed; `outcome: ''` = as the numbers say. */
export type VoteRow = {
  readonly key: string
  readonly present: string
  readonly agree: string
  readonly disagree: string
  readonly blank: string
  readonly outcome: string
  readonly remarks: string
}

/** The rows to begin with. @param present - how many were there, where that is known */
export function emptyVotes(rows: readonly MeetingCaseRow[], present: string): readonly VoteRow[] {
  return rows.map((row) => ({
    key: `${row.case} ${row.matter}`,
    present,
    agree: '',
    disagree: '',
    blank: '',
    outcome: '',
    remarks: '',
  }))
}

/** Everybody there agrees: for rows without a number yet. */
export function allAgree(row: VoteRow): VoteRow {
  return isTouched(row) ? row : { ...row, agree: row.present, disagree: '0', blank: '0' }
}

/** True for a row that something was said of. */
export function isTouched({ agree, disagree, blank, outcome }: VoteRow): boolean {
  return outcome !== '' || [agree, disagree, blank].some((text) => text.trim() !== '')
}

/** The outcome of a row: as chosen, or as the numbers say. */
export function outcomeOf(row: VoteRow, members: number, share: Share): MeetingOutcome | null {
  const chosen = MeetingOutcome.safeParse(row.outcome)
  if (chosen.success) return chosen.data
  const others = [row.disagree, row.blank].some((text) => text.trim() !== '')
  const agree = countOf(row.agree) ?? (others && row.agree.trim() === '' ? 0 : undefined)
  if (agree === undefined) return null
  return meetsShare(agree, members, share) ? 'agreed' : 'declined'
}

/** True for a row with a remark on nothing: neither numbers nor an outcome. */
export function isRemarkAlone(row: VoteRow): boolean {
  return !isTouched(row) && row.remarks.trim() !== ''
}

/** The share a vote of the deciding body is measured by. */
export function shareFor({ matter }: Pick<MeetingCaseRow, 'matter'>, rules: Pick<RuleSet, 'votes'>): Share {
  return votesOf(rules, matter).deciding.share.value
}

/** How many of the members have to agree, by the matters there are: each has a share of its own. */
export function neededOf(
  rows: readonly Pick<MeetingCaseRow, 'matter'>[],
  members: number,
  rules: Pick<RuleSet, 'votes'>,
): ReadonlyMap<Matter, number> {
  return new Map(rows.map((row) => [row.matter, neededVotes(members, shareFor(row, rules))]))
}

/** The rows that are recorded, as the command takes them. */
export function votesInput(
  rows: readonly VoteRow[],
  outcome: (row: VoteRow) => MeetingOutcome | null,
): readonly Readonly<Record<string, unknown>>[] {
  return rows.filter(isTouched).map((row) => {
    const [id = '', matter = ''] = row.key.split(' ')
    const remarks = row.remarks.normalize('NFC').trim()
    return {
      case: id,
      ...(matter === 'admission' ? {} : { matter }),
      present: countOf(row.present) ?? 0,
      agree: countOf(row.agree) ?? 0,
      disagree: countOf(row.disagree) ?? 0,
      blank: countOf(row.blank) ?? 0,
      outcome: outcome(row) ?? 'postponed',
      ...(remarks === '' ? {} : { remarks }),
    }
  })
}
