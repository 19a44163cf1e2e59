/**
 * The monthly review of the list: every branch goes through its people, takes some off by resolution, and one entry says
 * that it did. Who moved away or gave up is recorded as what it is.
 */
import { BRANCHES } from './places.ts'
import { dossiersOf, nextNumber, unitOf, type Story } from './story.ts'

/** Branches that have not sent their minutes by the end of March. */
const SILENT: ReadonlySet<string> = new Set(['CB-11', 'CB-12'])

/** Plays the review of this month, of which half of those who leave the list leave it. */
export async function reviewLists(story: Story): Promise<void> {
  const { commune, today, tell } = story.world
  const date = today()
  const turn = ['01', '02'].indexOf(date.slice(5, 7))
  const isNow = (_dossier: unknown, place: number) => place % 2 === turn
  const leaving = dossiersOf(story, 'removed').filter(isNow)
  const branches = BRANCHES.filter(({ code }) => date < '2024-03-01' || !SILENT.has(code))
  for (const branch of branches) {
    const removed = leaving
      .filter(({ person }) => person.branch.code === branch.code)
      .map((dossier) => ({ case: dossier.case, reason: 'Chưa tích cực, chi bộ đưa ra khỏi danh sách.' }))
    const resolution = { number: `${nextNumber(story, branch.code)}-NQ/CB`, date }
    await commune.call('list.review', {
      unit: unitOf(story, branch),
      month: date.slice(0, 7),
      date,
      resolution,
      removed,
    })
  }
  for (const [part, reason] of [
    ['moved', 'movedAway'],
    ['gaveUp', 'withdrawn'],
  ] as const)
    for (const dossier of dossiersOf(story, part).filter(isNow))
      await dossier.keeper.call('candidate.withdraw', { case: dossier.case, reason, date })
  const month = Number(date.slice(5, 7))
  tell(
    `${branches.length} chi bộ rà soát danh sách nguồn tháng ${month}, đưa ra khỏi danh sách ${leaving.length} người.`,
  )
}
