/**
 * The way to admission beside papers and votes, as its keeper records it: notes of the helper, the class with its result,
 * the CV with its stamp, verification asked, answered or not needed, opinions. Days follow from the day the branch meets;
 * what lies before today and is not on record yet is recorded.
 */
import type { CaseView } from '../../shared/contract/answers.ts'
import type { CaseState } from '../../shared/model/case-state.ts'
import type { Relative } from '../../shared/model/resume.ts'
import { CLASS_CERTIFICATE } from '../../shared/rules/paper-codes.ts'
import { workingDayBefore } from './days.ts'
import { introducerOf } from './people.ts'
import { drawResume } from './relatives.ts'
import { nextNumber, type Dossier, type Story } from './story.ts'

/** Days before the branch meets. Those of application, CV and verification letter are in papers.ts. */
const BEFORE = {
  notes: [210, 120],
  resume: 68,
  seal: 66,
  asked: 60,
  arrived: 52,
  answered: 30,
  remarks: 28,
  certified: 27,
}
const OPINIONS_BEFORE = 12

/** What helpers write. */
const NOTES = [
  'Tích cực tham gia các phong trào ở nơi cư trú, hoàn thành việc được giao.',
  'Có tinh thần học hỏi, quan hệ tốt với nhân dân; cần mạnh dạn phát biểu hơn.',
  'Gương mẫu trong công việc, vận động gia đình chấp hành tốt chính sách, pháp luật.',
]

/**
 * Records what is due by today.
 * @param verifies - false: the verification is left out, as somebody forgot it
 */
export async function recordWay(story: Story, dossier: Dossier, verifies = true): Promise<void> {
  const desk = deskOf(story, dossier)
  await recordNotes(desk)
  await recordClass(desk)
  await recordResume(desk)
  if (verifies) await recordVerification(desk)
  await recordRemarks(desk)
  await recordOpinions(desk)
}

/** Records a note of the helper of today. */
export async function noteToday(story: Story, dossier: Dossier): Promise<void> {
  await deskOf(story, dossier).record('helper.note', noteOf(story, dossier, story.world.today()))
}

/** A desk with one dossier on it. */
type Desk = {
  readonly story: Story
  readonly dossier: Dossier
  readonly state: () => Promise<CaseState>
  readonly record: (name: string, input: object) => Promise<void>
  /** The working day so many days before the meeting. */
  readonly day: (before: number) => string
  readonly isDue: (before: number) => boolean
}

function deskOf(story: Story, dossier: Dossier): Desk {
  const { keeper, case: id, voteDay } = dossier
  const day = (before: number) => workingDayBefore(voteDay, before)
  return {
    story,
    dossier,
    state: async () => (await keeper.call<CaseView>('case.get', { case: id })).state,
    record: async (name, input) => void (await keeper.call(name, { case: id, ...input })),
    day,
    isDue: (before) => day(before) <= story.world.today(),
  }
}

async function recordNotes({ story, dossier, state, record, day, isDue }: Desk): Promise<void> {
  const { notes, helpers } = await state()
  const [helper] = helpers
  for (const before of BEFORE.notes) {
    const date = day(before)
    if (!isDue(before) || helper === undefined || date < helper.from || notes.some((note) => note.date === date))
      continue
    await record('helper.note', noteOf(story, dossier, date))
  }
}

function noteOf({ world }: Story, { person }: Dossier, date: string) {
  return { date, text: world.random(`note ${person.serial} ${date}`).pick(NOTES), standing: 'good' }
}

/** The class that ended with the certificate on record; who was on the list by then had been put forward for it. */
async function recordClass({ state, record }: Desk): Promise<void> {
  const { papers, classResults, registeredOn } = await state()
  const ended = papers.find(({ paper }) => paper === CLASS_CERTIFICATE)?.date
  if (ended === undefined || classResults.some((result) => result.class === 'awareness')) return
  const nominated = workingDayBefore(ended, 25)
  if (registeredOn !== null && nominated >= registeredOn)
    await record('class.nominate', { class: 'awareness', date: nominated })
  await record('class.recordResult', { ...classUntil(ended, 'awareness'), outcome: 'passed' })
}

/** A class of a week at the district's centre. @param to - its last day */
export function classUntil(to: string, kind: 'awareness' | 'newMember') {
  return { class: kind, from: workingDayBefore(to, 4), to, place: 'Trung tâm chính trị huyện' }
}

async function recordResume({ story, dossier, state, record, day, isDue }: Desk): Promise<void> {
  if (!isDue(BEFORE.resume)) return
  const { resume, seals } = await state()
  const { person } = dossier
  const random = story.world.random(`family ${person.serial}`)
  if (resume === null) await record('resume.record', drawResume(random, person, day(BEFORE.resume)))
  if (seals.length === 0 && isDue(BEFORE.seal))
    await record('resume.seal', { date: day(BEFORE.seal), person: dossier.keeper.plan.user.name })
}

/** Two letters: about the applicant's side, and about the spouse's; who is spared by a member is not asked about. */
async function recordVerification(desk: Desk): Promise<void> {
  const { story, state, record, day, isDue } = desk
  const { resume, verifications, waivers } = await state()
  if (resume === null || !isDue(BEFORE.asked)) return
  const { relatives } = resume
  if (verifications.length === 0) {
    const spared = waivers.length > 0 ? [] : sparedOf(relatives)
    for (const { relative, member } of spared)
      await record('verification.waive', { relative, member, date: day(BEFORE.asked), reason: REASON })
    const isAsked = ({ id }: Relative) => !spared.some(({ relative }) => relative === id)
    const own = relatives.filter(({ relation }) => relation === 'father' || relation === 'mother').filter(isAsked)
    const spouses = relatives.filter(({ relation }) => relation.startsWith('spouse')).filter(isAsked)
    const date = day(BEFORE.asked)
    const letters = [
      { to: 'Đảng ủy xã Sơn Hà', relatives: ['self', ...own.map(({ id }) => id)] },
      { to: 'Đảng ủy thị trấn Bến Đá', relatives: spouses.map(({ id }) => id) },
    ]
    for (const letter of letters.filter((each) => each.relatives.length > 0))
      await record('verification.request', {
        ...letter,
        method: 'letter',
        abroad: false,
        date,
        letter: { number: `${nextNumber(story, 'verification letters')}-CV/ĐU`, date },
      })
  }
  await recordAnswers(desk)
}

const REASON = 'Đã khai lý lịch đầy đủ, rõ ràng, trung thực trong hồ sơ đảng viên.'

async function recordAnswers({ story, state, record, day, isDue }: Desk): Promise<void> {
  const { verifications } = await state()
  for (const { entry: request, received, answer } of verifications) {
    if (received === null && answer === null && isDue(BEFORE.arrived))
      await record('verification.receive', { request, date: day(BEFORE.arrived) })
    if (answer !== null || !isDue(BEFORE.answered)) continue
    const number = `${nextNumber(story, 'answers')}-CV/ĐU`
    await record('verification.answer', { request, date: day(BEFORE.answered), number, result: 'clear' })
  }
}

/** The mother beside a father who is a member, and the spouse's the same. */
function sparedOf(relatives: readonly Relative[]): readonly { readonly relative: string; readonly member: string }[] {
  const sides = [
    ['father', 'mother'],
    ['spouseFather', 'spouseMother'],
  ] as const
  return sides.flatMap(([father, mother]) => {
    const member = relatives.find(({ relation, partyMember }) => relation === father && partyMember)
    const relative = relatives.find(({ relation, partyMember }) => relation === mother && !partyMember)
    return member === undefined || relative === undefined ? [] : [{ relative: relative.id, member: member.id }]
  })
}

/** The branch's remarks and the committee's certificate on the CV, once every answer is there. */
async function recordRemarks({ state, record, day, isDue }: Desk): Promise<void> {
  const { resume, verifications } = await state()
  const isOpen = verifications.length === 0 || verifications.some(({ answer }) => answer === null)
  if (resume === null || isOpen || resume.remarksOn !== undefined || !isDue(BEFORE.certified)) return
  const { entry: _entry, office: _office, onPaper: _onPaper, origin: _origin, ...declared } = resume
  await record('resume.record', {
    ...declared,
    remarksOn: day(BEFORE.remarks),
    certifiedOn: day(BEFORE.certified),
  })
}

async function recordOpinions({ dossier, state, record, day, isDue }: Desk): Promise<void> {
  if (!isDue(OPINIONS_BEFORE) || (await state()).opinions.length > 0) return
  const date = day(OPINIONS_BEFORE)
  const { profile, branch } = dossier.person
  const { source } = profile
  const from = source === undefined || source === 'branch' ? 'fatherlandFront' : source
  await record('opinion.record', {
    organisation: from,
    name: introducerOf(dossier.person),
    date,
    agree: 12,
    disagree: 0,
    summary: 'Có phẩm chất đạo đức tốt, tích cực trong công tác; tán thành giới thiệu vào Đảng.',
  })
  await record('opinion.record', {
    organisation: 'residence',
    name: `Chi ủy nơi cư trú, ${branch.village}`,
    date,
    summary: 'Bản thân và gia đình chấp hành tốt chính sách, pháp luật, quy định ở nơi cư trú.',
  })
}
