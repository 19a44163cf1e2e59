/**
 * The list that grows through January: people are entered on the working day they come up, and most are given a member
 * who helps some days later.
 */
import type { Part } from './cast.ts'
import { workingDays } from './days.ts'
import { assignHelper, register } from './desk.ts'
import { peopleOf, type Story } from './story.ts'

/** Parts of people who only stand on the list, with the day their branch may meet one day. */
const ON_THE_LIST: Readonly<Partial<Record<Part, string>>> = {
  listed: '2024-11-20',
  helped: '2024-11-20',
  trained: '2024-09-19',
  preparing: '2024-05-09',
  removed: '2024-11-20',
  moved: '2024-11-20',
  gaveUp: '2024-09-19',
}

/** Nobody asks who helps them: they are on the list only. */
const WITHOUT_HELPER: ReadonlySet<Part> = new Set(['listed', 'removed'])

/** Enters whoever comes onto the list today, and assigns the helpers of today. */
export async function keepList(story: Story): Promise<void> {
  const { world } = story
  const today = world.today()
  for (const [part, voteDay] of Object.entries(ON_THE_LIST) as [Part, string][])
    for (const person of peopleOf(story, part)) {
      const { entered, helped } = daysOf(story, person.serial)
      if (entered === today) await register(story, person, { keeper: world.commune, voteDay })
      if (helped !== today || WITHOUT_HELPER.has(part)) continue
      const dossier = story.dossiers.find(({ person: other }) => other.serial === person.serial)
      if (dossier !== undefined) await assignHelper(story, dossier, today)
    }
  if (today === '2024-01-31') world.tell(`Danh sách nguồn có ${story.dossiers.length} người.`)
}

const DAYS = workingDays('2024-01-03', '2024-02-07')
const LAST_ENTRY = DAYS.indexOf('2024-01-30')

function daysOf({ world }: Story, serial: number): { readonly entered: string; readonly helped: string } {
  const random = world.random(`list ${serial}`)
  const at = random.between(0, LAST_ENTRY)
  const [entered = '', helped = ''] = [DAYS[at], DAYS[at + random.between(1, 5)]]
  return { entered, helped }
}
