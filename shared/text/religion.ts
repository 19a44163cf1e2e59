/**
 * What the field 'tôn giáo' says where there is none. Forms ask for 'Không'; old lists write it in several ways.
 */
import { fold } from './fold.ts'

const NONE: ReadonlySet<string> = new Set(['khong', 'khong co', 'khong ton giao', 'khong theo ton giao', '0'])

/**
 * True where the field says that the person has no religion; an empty one says nothing.
 * @param text - as typed, e.g. 'Không'
 */
export function saysNoReligion(text: string): boolean {
  return NONE.has(fold(text).trim())
}
