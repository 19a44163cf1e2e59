/**
 * What the field 'tôn giáo' says where there is none. Forms ask for 'Không'; old lists write it in many ways.
 */
import { fold } from './fold.ts'

/** 'Không', 'Không theo đạo nào', 'ko có', '0', 'Lương'. */
const NONE = /^(?:(?:khong|ko|0)(?: .*)?|luong)$/u

/** Khổng giáo begins like them once it is folded. */
const CONFUCIAN = /^khong (?:tu )?giao$/u

/**
 * True where the field says that the person has no religion; an empty one says nothing.
 * @param text - as typed, e.g. 'Không'
 */
export function saysNoReligion(text: string): boolean {
  const key = fold(text)
  return NONE.test(key) && !CONFUCIAN.test(key)
}
