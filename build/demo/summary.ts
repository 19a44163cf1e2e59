/**
 * The figures at the end, asked of the offices through the port, and the demo's verdict on itself: every chain whole, the
 * tables equal to a replay, and both offices agree on what they share.
 */
import type { JournalHealth, SearchPage, UnitRow } from '../../shared/contract/answers.ts'
import { Stage } from '../../shared/model/codes.ts'
import { FIRST_DAY, LAST_DAY } from './days.ts'
import { MARK } from './folder.ts'
import type { RefusedPaper, Story } from './story.ts'
import type { DemoOffice, TravelledSet, World } from './world.ts'

/** Counts by name: stages, kinds. Only those above zero. */
export type Counts = Readonly<Record<string, number>>

/** One office at the end. */
export type OfficeSummary = {
  readonly code: string
  readonly office: string
  readonly name: string
  readonly capacities: readonly string[]
  readonly login: string
  /** Fixed and invented; it stands here and nowhere else. */
  readonly passphrase: string
  readonly data: string
  readonly marks: string
  readonly ageKey: string
  readonly signKey: string
  /** All people this office knows of, and by stage. */
  readonly people: number
  readonly stages: Counts
  /** Entries this office wrote itself, by kind. */
  readonly entries: Counts
}

/** What summary.json holds. */
export type Summary = {
  readonly demo: typeof MARK
  readonly state: 'whole' | 'faulty'
  readonly seed: number
  readonly candidates: number
  readonly from: string
  readonly to: string
  readonly offices: readonly OfficeSummary[]
  readonly entries: Counts
  readonly sets: readonly TravelledSet[]
  /** The paper the program did not make, with its reason and articles; null in a demo too small for it. */
  readonly refusedPaper: RefusedPaper | null
  /** Five full names that are in the stores. */
  readonly sampleNames: readonly string[]
  readonly checks: readonly Check[]
}

/** One thing the demo looked at before it said that all is well. */
export type Check = { readonly check: string; readonly holds: boolean }

/** Asks both offices and judges. */
export async function summarise(story: Story): Promise<Summary> {
  const { world, cast } = story
  const health = {
    commune: await world.commune.call<JournalHealth>('journal.health', { deep: true }),
    district: await world.district.call<JournalHealth>('journal.health', { deep: true }),
  }
  const offices = [
    await summaryOf(world.commune, health.commune, world),
    await summaryOf(world.district, health.district, world),
  ]
  const checks = [
    ...journalChecks(world.commune, health.commune, offices[0]),
    ...journalChecks(world.district, health.district, offices[1]),
    ...(await agreementChecks(story, health.commune, health.district)),
  ]
  return {
    demo: MARK,
    state: checks.every(({ holds }) => holds) ? 'whole' : 'faulty',
    seed: world.seed,
    candidates: cast.length,
    from: FIRST_DAY,
    to: LAST_DAY,
    offices,
    entries: sumOf(offices.map(({ entries }) => entries)),
    sets: world.sets,
    refusedPaper: story.refusedPaper,
    sampleNames: sampleNames(story),
    checks,
  }
}

async function summaryOf(office: DemoOffice, health: JournalHealth, world: World): Promise<OfficeSummary> {
  const { code, name, capacities, user, passphrase } = office.plan
  const received = world.received[code] ?? {}
  const entries = Object.entries(health.entries).map(([kind, n]) => [kind, n - (received[kind] ?? 0)] as const)
  const stages = await stagesOf(office, {})
  return {
    code,
    office: office.id,
    name,
    capacities,
    login: user.login,
    passphrase,
    data: `offices/${code}`,
    marks: `marks/${code}`,
    ageKey: `keys/${code}.agekey`,
    signKey: `keys/${code}.pub`,
    people: (await office.call<SearchPage>('candidate.search', { limit: 1 })).total,
    stages,
    entries: Object.fromEntries(entries.filter(([, n]) => n !== 0)),
  }
}

async function stagesOf(office: DemoOffice, filter: { readonly keeper?: string }): Promise<Counts> {
  const stages: Record<string, number> = {}
  for (const stage of Stage.options) {
    const { total } = await office.call<SearchPage>('candidate.search', { ...filter, stage, limit: 1 })
    if (total > 0) stages[stage] = total
  }
  return stages
}

function journalChecks({ plan }: DemoOffice, health: JournalHealth, summary: OfficeSummary | undefined): Check[] {
  const own = health.channels.filter((channel) => channel.own).reduce((sum, { entries }) => sum + entries, 0)
  const written = Object.values(summary?.entries ?? {}).reduce((sum, n) => sum + n, 0)
  return [
    check(
      `${plan.name}: mọi chuỗi nhật ký nguyên vẹn`,
      health.channels.every(({ chain }) => chain === 'whole'),
    ),
    check(`${plan.name}: bảng dữ liệu khớp khi phát lại nhật ký`, health.tables === 'equal'),
    check(
      `${plan.name}: không có dòng nào bị giữ lại hoặc chờ`,
      health.channels.every(({ held, waiting }) => held.length === 0 && waiting === 0),
    ),
    check(`${plan.name}: số dòng tự ghi theo loại khớp với số dòng trong chuỗi`, own === written),
  ]
}

/** Both sides see the same people at the same stages, the same units, and hold each other's channels to the same head. */
async function agreementChecks(
  { world, cast }: Story,
  commune: JournalHealth,
  district: JournalHealth,
): Promise<readonly Check[]> {
  const keeper = world.commune.id
  const here = await stagesOf(world.commune, { keeper })
  const there = await stagesOf(world.district, { keeper })
  const paper = cast.filter(({ part }) => part === 'paper').length
  const kept = Object.values(here).reduce((sum, n) => sum + n, 0)
  const unitsHere = await ownUnits(world.commune, keeper)
  const unitsThere = await ownUnits(world.district, keeper)
  return [
    check('Hai bên thống nhất số người theo từng giai đoạn', sameCounts(here, there)),
    check('Đủ số người đã nhập', kept + paper === cast.length),
    check('Hai bên thống nhất danh sách chi bộ', unitsHere === unitsThere),
    check('Huyện ủy giữ đúng nhật ký của xã', sameHeads(commune, district, world.district.id)),
    check('Xã giữ đúng nhật ký của Huyện ủy', sameHeads(district, commune, world.commune.id)),
  ]
}

async function ownUnits(office: DemoOffice, keeper: string): Promise<string> {
  const { units } = await office.call<{ readonly units: readonly UnitRow[] }>('unit.list')
  const kept = units.filter((unit) => unit.keeper === keeper)
  return kept
    .map(({ id, unit, count }) => JSON.stringify([id, unit.name, count]))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join('\n')
}

/** What an office wrote for another, as both hold it. */
function sameHeads(writer: JournalHealth, reader: JournalHealth, readerId: string): boolean {
  const sent = writer.channels.filter((channel) => channel.own && channel.channel.endsWith(`.${readerId}`))
  return sent.every(({ channel, entries, head }) =>
    reader.channels.some((held) => held.channel === channel && held.entries === entries && held.head === head),
  )
}

function sameCounts(one: Counts, other: Counts): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => one[name] === other[name])
}

function sumOf(counts: readonly Counts[]): Counts {
  const sum: Record<string, number> = {}
  for (const [name, n] of counts.flatMap((each) => Object.entries(each))) sum[name] = (sum[name] ?? 0) + n
  return Object.fromEntries(Object.entries(sum).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Long enough that no two bytes of a store look like one by chance: candidates first, then members who help. */
function sampleNames({ cast, members }: Story): readonly string[] {
  const helpers = [...members.values()].flat().map(({ name }) => name)
  const names = [...cast.map(({ profile }) => profile.name), ...helpers]
  return [...new Set(names)].filter((name) => name.length >= 10).slice(0, 5)
}

function check(text: string, holds: boolean): Check {
  return { check: text, holds }
}
