/**
 * The plan of the year: the district gives the commune its target, the commune spreads it over its branches, and reports
 * the quarter.
 */
import { BRANCHES, type Branch } from './places.ts'
import { unitOf, type Story } from './story.ts'

/** One for every branch, and one more for the three that are large. */
const LARGE = 24
const targetOf = ({ official }: Branch) => (official >= LARGE ? 2 : 1)
const TARGET = BRANCHES.reduce((sum, branch) => sum + targetOf(branch), 0)

/** The district tells the commune how many are to be admitted this year. */
export async function giveTarget({ world }: Story): Promise<void> {
  const paper = { number: '21-KH/HU', date: world.today() }
  await world.district.call('target.set', { year: 2024, office: world.commune.id, number: TARGET, paper })
  world.tell(`Huyện ủy giao chỉ tiêu kết nạp năm 2024 cho ${world.commune.plan.name}: ${TARGET} người.`)
}

/** The commune spreads it over its branches. */
export async function spreadTarget(story: Story): Promise<void> {
  const { world } = story
  const targets = BRANCHES.map((branch) => ({ unit: unitOf(story, branch), number: targetOf(branch) }))
  await world.commune.call('target.spread', { year: 2024, targets })
  world.tell(`${world.commune.plan.name} phân bổ chỉ tiêu cho ${targets.length} chi bộ.`)
}

/** The report of the first quarter; it goes up with the last stick. */
export async function reportQuarter({ world }: Story): Promise<void> {
  await world.commune.call('report.send', { period: { kind: 'quarter', from: '2024-01-01', to: '2024-03-31' } })
  world.tell(`${world.commune.plan.name} gửi báo cáo quý I.`)
}
