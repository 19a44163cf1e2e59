/**
 * The commune's covering letters: one a day, whatever goes with it.
 */
import { nextNumber, type Story } from './story.ts'

/** The commune's covering letter of today. */
export function letterOf(story: Story, batch: string) {
  const date = story.world.today()
  const series = `letter of ${date}`
  const number = story.numbers.get(series) ?? nextNumber(story, 'CV/ĐU')
  story.numbers.set(series, number)
  return { date, letter: { number: `${number}-CV/ĐU`, date }, batch }
}
