/**
 * The rules and holidays of our office, as their page shows them.
 */
import type { HolidayYear, RulesView } from '../../shared/contract/rules.ts'
import { PUBLISHED_TABLES } from '../../shared/calendar/published-holidays.ts'
import { holds } from '../../shared/model/office-state.ts'
import { loadOffice, loadPeers } from '../load.ts'
import { loadRulebook } from '../load-rules.ts'
import type { ReadDb } from '../transaction.ts'

/** How many years after today's have their holidays shown. */
const YEARS_AHEAD = 2

/** The rules of our office, or null before it is founded. */
export function rulesView(db: ReadDb, today: string): RulesView | null {
  const office = loadOffice(db)
  if (office === null) return null
  const book = loadRulebook(db)
  const { sets, refused } = book.rules
  const hasSuperior = loadPeers(db).some(({ peer, revoked }) => peer.relation === 'superior' && !revoked)
  const first = PUBLISHED_TABLES[0]?.year ?? 2016
  const last = Number(today.slice(0, 4)) + YEARS_AHEAD
  const years = new Set([...book.holidays.map(({ year }) => year), ...range(first, last)])
  return {
    today,
    sets,
    refused,
    inUse: book.rulesOn(today).id,
    always: office.profile.ruleSet ?? null,
    sends: !hasSuperior && holds(office.profile, 'decides', today),
    holidays: [...years].sort((a, b) => b - a).map((year) => holidayYear(book, year)),
  }
}

function holidayYear(book: ReturnType<typeof loadRulebook>, year: number): HolidayYear {
  const own = book.holidays.find((held) => held.table.year === year)
  const table = book.calendar.tableOf(year)
  if (own !== undefined) return { table, origin: own.origin, note: own.note }
  return { table, origin: table.status === 'computed' ? 'computed' : 'shipped', note: null }
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
}
