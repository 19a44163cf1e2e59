/**
 * What the keeper of a case does at its desk: register, take over, assign a helper, record votes, submit. Numbers of
 * votes are drawn per person, so that they do not depend on what else is played.
 */
import type { BranchVote, Matter } from '../../shared/model/acts.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { Person } from './cast.ts'
import { FIRST_DAY, workingDayBefore } from './days.ts'
import { paperFacts } from './papers.ts'
import { introduction } from './people.ts'
import { nextNumber, unitOf, type Dossier, type HelperChoice, type Story } from './story.ts'
import type { DemoOffice } from './world.ts'

/** How a dossier is begun. */
export type Beginning = {
  readonly keeper: DemoOffice
  readonly voteDay: string
  /** The day the person came onto the list, by default today. */
  readonly on?: string
}

/** Puts a person on the list. */
export async function register(story: Story, person: Person, { keeper, voteDay, on }: Beginning): Promise<Dossier> {
  const { case: id } = await keeper.call<{ readonly case: string }>('candidate.register', {
    profile: { ...person.profile, ...introduction(person, on ?? story.world.today()) },
    unit: unitOf(story, person.branch),
    ...(on === undefined ? {} : { on }),
  })
  return keep(story, person, keeper, voteDay, id)
}

/** How far a case had come on paper when it is taken over. */
export type TakenOver = {
  readonly upTo: 'papers' | 'vote' | 'committee' | 'decision' | 'ceremony'
  /** The day the branch met; the other days follow from it. */
  readonly voteDay: string
}

/** Takes a case over half-way, with what the paper dossier says. */
export async function takeOver(story: Story, person: Person, { upTo, voteDay }: TakenOver): Promise<Dossier> {
  const keeper = story.world.commune
  const base = { person, keeper, voteDay, case: '', introducers: introducersFor(story, person), scanned: false }
  const stages = ['papers', 'vote', 'committee', 'decision', 'ceremony']
  const reached = (stage: TakenOver['upTo']) => stages.indexOf(upTo) >= stages.indexOf(stage)
  const after = (days: number) => workingDayBefore(voteDay, -days)
  const codes = reached('vote') ? papersBeforeVote(person) : ['CN-NTVD', '1-KND']
  const { case: id } = await keeper.call<{ readonly case: string }>('case.takeOver', {
    profile: person.profile,
    unit: unitOf(story, person.branch),
    acts: {
      since: workingDayBefore(voteDay, 420),
      helpers: [helperFacts(base.introducers, workingDayBefore(voteDay, 410))],
      papers: codes.map((code, i) => ({
        ...paperFacts(story, base, code, codes.slice(0, i).filter((other) => other === code).length),
        kept: code === 'TT-2-KND' ? 'outside' : 'here',
        scans: [],
      })),
      ...(reached('vote') ? { branchVote: branchVote(story, base, voteDay) } : {}),
      ...(reached('committee') ? { committeeVote: committeeVote(story, base, after(7)) } : {}),
      ...(reached('decision')
        ? {
            submittedOn: after(9),
            decision: {
              outcome: 'admit',
              number: `${nextNumber(story, 'decisions on paper')}-QĐ/HU`,
              date: after(28),
              body: story.world.district.plan.decidingBody,
            },
            decisionReceivedOn: after(33),
          }
        : {}),
      ...(reached('ceremony') ? { ceremony: { date: after(45), helper: helperFacts(base.introducers) } } : {}),
    },
  })
  return keep(story, person, keeper, voteDay, id)
}

/** Assigns the member who helps, by resolution of the branch; of one from before the story nobody knows the number. */
export async function assignHelper(story: Story, dossier: Dossier, from: string): Promise<void> {
  const [helper] = dossier.introducers
  if (helper === undefined) return
  const number = from < FIRST_DAY ? null : `${nextNumber(story, dossier.person.branch.code)}-NQ/CB`
  await dossier.keeper.call('helper.assign', {
    case: dossier.case,
    member: helper.member,
    from,
    ...(number === null ? {} : { resolution: { number, date: from } }),
  })
}

/** Records the branch's vote of today. A scanned dossier gets its resolution as a paper of its own. */
export async function recordBranchVote(story: Story, dossier: Dossier, matter?: Matter): Promise<BranchVote> {
  const vote = { ...branchVote(story, dossier, story.world.today()), ...(matter === undefined ? {} : { matter }) }
  await dossier.keeper.call('dossier.recordBranchVote', { case: dossier.case, ...vote })
  return vote
}

/** Records the committee's vote of today. */
export async function recordCommitteeVote(story: Story, dossier: Dossier, matter?: Matter): Promise<void> {
  const vote = { ...committeeVote(story, dossier, story.world.today()), ...(matter === undefined ? {} : { matter }) }
  await dossier.keeper.call('dossier.recordCommitteeVote', { case: dossier.case, ...vote })
}

/** Submits a dossier today. */
export async function submit(dossier: Dossier, input: SubmitInput): Promise<void> {
  await dossier.keeper.call('dossier.submit', { case: dossier.case, ...input })
}

/** Tries to submit a dossier that the program must refuse. */
export async function submitRefused(dossier: Dossier, input: SubmitInput): Promise<Refusal> {
  return dossier.keeper.refused('dossier.submit', { case: dossier.case, ...input })
}

/** What is sent with a dossier. */
export type SubmitInput = {
  readonly date: string
  readonly letter: { readonly number: string; readonly date: string }
  readonly batch?: string
  readonly matter?: Matter
  readonly note?: string
}

function keep(story: Story, person: Person, keeper: DemoOffice, voteDay: string, id: string): Dossier {
  const scanned = SCANNED.has(person.part)
  const recognitionDay = RECOGNITION_DAYS[person.part]
  const dossier: Dossier = {
    person,
    keeper,
    voteDay,
    ...(recognitionDay === undefined ? {} : { recognitionDay }),
    case: id,
    introducers: introducersFor(story, person),
    scanned,
  }
  story.dossiers.push(dossier)
  return dossier
}

/** The days the branches meet on recognition: after the end of probation, within its limit. */
const RECOGNITION_DAYS: Readonly<Partial<Record<Person['part'], string>>> = {
  overToCard: '2024-01-11',
  overToDecision: '2024-02-21',
  overToSubmission: '2024-03-20',
}

/** Parts whose papers are scanned; the others show that a dossier may stay on paper with its numbers recorded. */
const SCANNED: ReadonlySet<string> = new Set(['admitted', 'returned', 'second', 'corrected', 'paper'])

function introducersFor(story: Story, { branch, serial }: Person): readonly HelperChoice[] {
  const members = story.members.get(branch.code) ?? []
  return [members[serial % members.length], members[(serial + 1) % members.length]].flatMap((member) => member ?? [])
}

function helperFacts(introducers: readonly HelperChoice[], from?: string) {
  const [helper] = introducers
  if (helper === undefined) throw new Error('a branch without members')
  return { ...helper, ...(from === undefined ? {} : { from }) }
}

/** What a dossier on paper holds when the branch meets: as the checklist of RS-2021 has it for this person. */
function papersBeforeVote({ profile }: Person): readonly string[] {
  const union = profile.youthUnionSince !== undefined ? '4-KND' : profile.tradeUnionMember === true ? '4A-KND' : null
  const introductions = union === null ? ['3-KND', '3-KND'] : ['3-KND', union]
  return ['CN-NTVD', '1-KND', '2-KND', 'TT-2-KND', ...introductions, '5-KND']
}

/** At most two are absent and one against: always over two thirds, but for the story's short vote of 6 of 10. */
function branchVote(story: Story, { person, scanned }: Pick<Dossier, 'person' | 'scanned'>, date: string): BranchVote {
  const { official, probationary, excluded, code } = person.branch
  const random = story.world.random(`branch vote ${person.serial}`)
  const short = person.part === 'short'
  const away = short ? 1 : random.between(0, official >= 15 ? 2 : 1)
  const present = official - excluded - away
  const against = short ? 2 : random.chance(0.25) ? 1 : 0
  const blank = short ? 1 : 0
  const absences = [
    ...(away > 0 ? [{ count: away, reason: 'Đi làm ăn xa, có báo cáo chi bộ' }] : []),
    ...(excluded > 0 ? [{ count: excluded, reason: 'Được miễn công tác và sinh hoạt đảng' }] : []),
  ]
  return {
    date,
    official,
    probationary,
    excluded,
    presentOfficial: present,
    presentProbationary: probationary,
    absences,
    method: random.chance(0.6) ? 'ballot' : 'card',
    agree: present - against - blank,
    disagree: against,
    blank,
    ...(scanned ? {} : { resolution: { number: `${nextNumber(story, code)}-NQ/CB`, date } }),
  }
}

function committeeVote(story: Story, { person, scanned }: Pick<Dossier, 'person' | 'scanned'>, date: string) {
  const random = story.world.random(`committee vote ${person.serial}`)
  const present = random.between(13, 15)
  const disagree = random.chance(0.2) ? 1 : 0
  return {
    date,
    members: 15,
    present,
    agree: present - disagree,
    disagree,
    blank: 0,
    ...(scanned ? {} : { resolution: { number: `${nextNumber(story, 'NQ/ĐU')}-NQ/ĐU`, date } }),
  }
}
