/**
 * The user guide, whole: for its page, for F1 and for the palette.
 */
import { fold } from '../../text/fold.ts'
import { AFTER, RULES_GUIDE } from './after.ts'
import { BEGIN, DAILY, PEOPLE } from './begin.ts'
import { LEARNING } from './classes.ts'
import { DOSSIER, REVIEW } from './dossier.ts'
import { FOLLOWING } from './follow.ts'
import { KEEPING } from './keeping.ts'
import { OVERVIEW } from './overview.ts'
import { REPORTS } from './reports.ts'
import type { GuideChapter, GuideTopic } from './topic.ts'

export type { GuideTopic } from './topic.ts'

/** Every chapter, in the order of the work. */
export const GUIDE: readonly GuideChapter[] = [
  BEGIN,
  DAILY,
  PEOPLE,
  OVERVIEW,
  DOSSIER,
  LEARNING,
  REVIEW,
  REPORTS,
  FOLLOWING,
  AFTER,
  RULES_GUIDE,
  KEEPING,
]

const TOPICS: readonly GuideTopic[] = GUIDE.flatMap(({ topics }) => topics)

/** Topics where every word typed begins a word of title or text, with or without marks; those of the title first. */
export function guideTopics(text: string): readonly GuideTopic[] {
  const words = fold(text).split(' ').filter(Boolean)
  const holds = (place: string) => {
    const there = fold(place).split(/[^\p{L}\p{N}]+/u)
    return words.every((word) => there.some((each) => each.startsWith(word)))
  }
  const found = TOPICS.filter((topic) => holds([topic.title, ...topic.steps, ...(topic.notes ?? [])].join(' ')))
  return [...found.filter(({ title }) => holds(title)), ...found.filter(({ title }) => !holds(title))]
}

/** The topic about a page, for F1: the first whose page is this one, else the nearest page above it. */
export function topicOfPage(path: string): GuideTopic | undefined {
  const special: Readonly<Record<string, string>> = { '/ho-so': 'trang-ho-so', '/trao-doi': 'gui-ho-so' }
  const exact = TOPICS.find(({ page }) => page === path)
  const [, first = ''] = path.split('/')
  const top = `/${first}`
  return exact ?? TOPICS.find(({ id }) => id === special[top]) ?? TOPICS.find(({ page }) => page === top)
}
