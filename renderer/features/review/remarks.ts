/**
 * From what the reviewer noted and what the checks have seen to the remarks of a return, item by item. Pure.
 */
import type { ChecklistLine } from '../../../shared/rules/checklist.ts'
import type { CheckedItem } from '../../../shared/model/review-acts.ts'
import type { CheckedLine } from '../../../shared/model/review-work.ts'
import type { Finding } from '../../../shared/rules/finding.ts'
import { findingSentence } from '../../../shared/words/vi.ts'

/** The line of the checklist for the dossier as a whole, as it is recorded. */
export const WHOLE = 'Nhận xét chung về hồ sơ'

/**
 * What a reviewer ticked and wrote, by key: the code of a paper, `line …` for a line of the office's own, '' for the dossier
 * as a whole. What is not recorded yet is kept as a draft.
 */
export type Notes = {
  readonly seen: readonly string[]
  readonly remarks: Readonly<Record<string, string>>
}

/** Nothing looked at yet. */
export const NO_NOTES: Notes = { seen: [], remarks: {} }

/** The key of a line of the office's own checklist. */
export function ownKey(line: string): string {
  return `line ${line}`
}

/** What stands on record, as notes to go on from. */
export function recordedNotes(checked: readonly CheckedLine[]): Notes {
  const keyed = checked.map((line) => ({ ...line, key: keyOf(line) }))
  return {
    seen: keyed.filter(({ ok, key }) => ok && key !== '').map(({ key }) => key),
    remarks: Object.fromEntries(keyed.flatMap(({ key, note }) => (note === undefined ? [] : [[key, note]]))),
  }
}

/** A draft put over what stands on record, which somebody else may have added to since it was kept: nothing of either goes. */
export function withDraft(draft: Notes, checked: readonly CheckedLine[]): Notes {
  const before = recordedNotes(checked)
  return {
    seen: [...new Set([...before.seen, ...draft.seen])],
    remarks: { ...before.remarks, ...draft.remarks },
  }
}

/** What of the notes is not on record yet, as the command takes it. */
export function unrecorded(notes: Notes, checked: readonly CheckedLine[]): readonly CheckedItem[] {
  const before = recordedNotes(checked)
  const keys = new Set([...notes.seen, ...Object.keys(notes.remarks), ...before.seen, ...Object.keys(before.remarks)])
  return [...keys].flatMap((key): readonly CheckedItem[] => {
    const note = textOf(notes, key)
    const ok = notes.seen.includes(key)
    if (ok === before.seen.includes(key) && note === textOf(before, key)) return []
    const line = key === '' ? WHOLE : key.startsWith('line ') ? key.slice('line '.length) : null
    return [{ ...(line === null ? { paper: key } : { line }), ok, ...(note === '' ? {} : { note }) }]
  })
}

function textOf({ remarks }: Notes, key: string): string {
  return remarks[key]?.normalize('NFC').trim() ?? ''
}

function keyOf({ paper, line }: Pick<CheckedItem, 'paper' | 'line'>): string {
  return paper ?? (line === WHOLE ? '' : ownKey(line ?? ''))
}

/** A remark being written; `paper` is '' for the dossier as a whole. */
export type Remark = { readonly paper: string; readonly text: string }

/** The remarks to begin with: the reviewer's own, then what the checks found where nothing was written. */
export function firstRemarks(
  notes: Notes,
  findings: readonly Finding[],
  checklist: readonly ChecklistLine[],
): readonly Remark[] {
  const papers = checklist.map(({ paper }) => paper)
  const others = Object.keys(notes.remarks).filter((key) => !papers.includes(key) && key !== '')
  const own = [...papers, ...others, ''].flatMap((key): Remark[] => {
    const text = textOf(notes, key)
    if (text === '') return []
    return [
      key.startsWith('line ') ? { paper: '', text: `${key.slice('line '.length)}: ${text}` } : { paper: key, text },
    ]
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
