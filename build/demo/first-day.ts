/**
 * The second of January: both offices describe their houses, compare the digits of their cards by telephone, and bring in
 * what lay on paper until now - eight cases half-way, and the people whose dossiers are being made.
 */
import { workingDayBefore } from './days.ts'
import { register, takeOver } from './desk.ts'
import { drawName } from './names.ts'
import { BRANCHES, type Branch } from './places.ts'
import { peopleOf, type HelperChoice, type Story } from './story.ts'
import type { DemoOffice } from './world.ts'

/** Branches, their members on 31/12/2023, and the members who help. */
export async function describeHouse(story: Story): Promise<void> {
  const { world } = story
  for (const branch of BRANCHES) await addBranch(story, world.commune, branch)
  const members = BRANCHES.reduce((sum, { official, probationary }) => sum + official + probationary, 0)
  world.tell(`${world.commune.plan.name} bắt đầu dùng phần mềm: ${BRANCHES.length} chi bộ, ${members} đảng viên.`)
}

/** Adds a branch with its count and, in the light register, some members who may help. */
export async function addBranch(
  story: Story,
  keeper: DemoOffice,
  branch: Branch,
  more: { readonly type: 'branch' | 'baseBranch'; readonly onPaper?: true } = { type: 'branch' },
): Promise<void> {
  const { code, name, sector, official, probationary, excluded } = branch
  const unit = { name, code, sector, area: 'rural', from: '2020-06-15', ...more }
  const { unit: id } = await keeper.call<{ readonly unit: string }>('unit.add', unit)
  story.units.set(code, id)
  const count = { date: '2023-12-31', official, probationary, excluded }
  await keeper.call('unit.recordMembers', { id, count })
  story.members.set(code, await addHelpers(story, keeper, branch, id))
}

async function addHelpers(
  story: Story,
  keeper: DemoOffice,
  branch: Branch,
  unit: string,
): Promise<readonly HelperChoice[]> {
  const random = story.world.random(`members of ${branch.code}`)
  const helpers: HelperChoice[] = []
  for (const post of ['Bí thư chi bộ', 'Phó Bí thư chi bộ', 'Chi ủy viên', undefined, undefined]) {
    const { name } = drawName(random)
    // Two members of one name would be one introducer: draw again.
    if (helpers.some((other) => other.name === name)) continue
    const year = random.between(1998, 2019)
    const [admittedOn, officialDate] = [`${year}-05-19`, `${year + 1}-05-19`]
    const { member } = await keeper.call<{ readonly member: string }>('member.add', {
      name,
      unit,
      admittedOn,
      officialDate,
      ...(post === undefined ? {} : { post }),
    })
    helpers.push({ member, name, officialDate })
  }
  return helpers
}

/** Each office takes the other's card in, after reading out its digits. */
export async function pairOffices({ world }: Story): Promise<void> {
  const { commune, district } = world
  const { unit } = await district.call<{ readonly unit: string }>('unit.add', {
    name: 'Đảng bộ xã Bình Minh',
    type: 'baseCommittee',
    area: 'rural',
  })
  type Card = { readonly card: string; readonly digits: string }
  const mine = await commune.call<Card>('pairing.card')
  const theirs = await district.call<Card>('pairing.card')
  // What goes over the telephone are digits in groups; somebody who mishears one is told so.
  const misheard = `${mine.digits.slice(0, -1)}${(Number(mine.digits.at(-1)) + 1) % 10}`
  const answer = await district.refused('pairing.accept', {
    card: mine.card,
    digits: misheard,
    relation: 'subordinate',
  })
  if (answer.code !== 'CARD_DIGITS_DIFFER') throw new Error(`misheard digits: ${answer.code}`)
  await district.call('pairing.accept', { card: mine.card, digits: mine.digits, relation: 'subordinate', unit })
  await commune.call('pairing.accept', { card: theirs.card, digits: theirs.digits, relation: 'superior' })
  world.tell('Hai đơn vị đọc mã đối chiếu qua điện thoại và kết nối (nghe sai một chữ số thì phần mềm không nhận).')
}

/** Cases half-way, with the days and papers known. */
export async function takeOverCases(story: Story): Promise<void> {
  const before = story.dossiers.length
  // In the order of their days, as their numbers run.
  const later = { overToCard: '2022-11-21', overToDecision: '2022-12-20', overToSubmission: '2023-01-19' } as const
  for (const part of ['overToCard', 'overToDecision', 'overToSubmission'] as const)
    for (const person of peopleOf(story, part))
      await takeOver(story, person, { upTo: 'ceremony', voteDay: later[part] })
  for (const person of peopleOf(story, 'overProbation'))
    await takeOver(story, person, { upTo: 'ceremony', voteDay: '2023-03-15' })
  for (const person of peopleOf(story, 'overDecided'))
    await takeOver(story, person, { upTo: 'decision', voteDay: '2023-11-22' })
  for (const person of peopleOf(story, 'overCommittee'))
    await takeOver(story, person, { upTo: 'committee', voteDay: '2023-12-19' })
  for (const person of peopleOf(story, 'overVoted'))
    await takeOver(story, person, { upTo: 'vote', voteDay: '2023-12-27' })
  for (const person of peopleOf(story, 'overPreparing'))
    await takeOver(story, person, { upTo: 'papers', voteDay: '2024-03-14' })
  const count = story.dossiers.length - before
  if (count > 0) story.world.tell(`Tiếp nhận giữa chừng ${count} hồ sơ đang làm trên giấy.`)
}

/** The people whose dossiers are being made for 03/02, with the day they came onto the list. */
export async function enterFirstBatch(story: Story): Promise<void> {
  const people = peopleOf(story, ...FIRST_BATCH)
  for (const person of people) {
    const voteDay = person.serial % 2 === 0 ? '2024-01-10' : '2024-01-11'
    const on = workingDayBefore(voteDay, 430)
    await register(story, person, { keeper: story.world.commune, voteDay, on })
  }
  if (people.length > 0) story.world.tell(`Nhập ${people.length} quần chúng ưu tú đang lập hồ sơ cho đợt 03/02.`)
}

/** The parts played by people registered for the first batch. */
export const FIRST_BATCH = [
  'admitted',
  'corrected',
  'returned',
  'mended',
  'lifted',
  'refused',
  'short',
  'withdrawn',
] as const
