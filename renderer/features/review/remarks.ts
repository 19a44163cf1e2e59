/**
 * From what the reviewer noted and what the checks have seen to the remarks of a return, item by item. Pure.
 */
import type { ChecklistLine } from '../../../shared/rules/checklist.ts'
import type { Finding } from '../../../shared/rules/finding.ts'
import { findingSentence } from '../../../shared/words/vi.ts'

/** What a reviewer ticked and wrote; `remarks` by paper, '' for the dossier as a whole. Kept as a draft. */
export type Notes = {
  readonly seen: readonly string[]
  readonly remarks: Readonly<Record<string, string>>
}

/** Nothing looked at yet. */
export const NO_NOTES: Notes = { seen: [], remarks: {} }

/** A remark being written; `paper` is '' for the dossier as a whole. */
export type Remark = { readonly paper: string; readonly text: string }

/** The remarks to begin with: the reviewer's own, then what the checks found where nothing was written. */
export function firstRemarks(
  notes: Notes,
  findings: readonly Finding[],
  checklist: readonly ChecklistLine[],
): readonly Remark[] {
  const own = [...checklist.map(({ paper }) => paper), ''].flatMap((paper): Remark[] => {
    const text = notes.remarks[paper]?.trim() ?? ''
    return text === '' ? [] : [{ paper, text }]
  })
  const written = new Set(own.map(({ paper }) => paper).filter((paper) => paper !== ''))
  const known = new Set(checklist.map(({ paper }) => paper))
  const found = findings
    .filter(({ severity, lifted }) => severity !== 'info' && lifted === undefined)
    .map((each): Remark => {
      const paper = 'paper' in each.data ? each.data.paper : ''
      return { paper: known.has(paper) ? paper : '', text: findingSentence(each) }
    })
    .filter(({ paper }) => !written.has(paper))
  const remarks = [...own, ...found]
  return remarks.length === 0 ? [{ paper: '', text: '' }] : remarks
}

/** The next number after the last one used: '345-QĐ/HU' -> '346-QĐ/HU'; '' where there is none to go by. */
export function nextNumber(last: string | null): string {
  return last === null ? '' : last.replace(/\d+/, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'))
}
