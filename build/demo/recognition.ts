/**
 * The second half of a life, for those taken over in probation: the papers of recognition, the branch and the committee,
 * the dossier, the decision with its receipt, the card. One gets as far as the card inside the quarter, one as far as the
 * decision, one as far as the submission.
 */
import type { CaseView } from '../../shared/contract/answers.ts'
import { addMonths } from '../../shared/calendar/plain-date.ts'
import type { Part } from './cast.ts'
import { recordBranchVote, recordCommitteeVote, submit } from './desk.ts'
import { letterOf } from './letters.ts'
import { recordMissingPapers } from './papers.ts'
import { decisionOf } from './review.ts'
import { dossiersOf, namesOf, nextNumber, type Dossier, type Story } from './story.ts'
import { classUntil, noteToday } from './way.ts'

const BATCH = 'Đề nghị công nhận đảng viên chính thức'

/** The parts that come up for recognition. */
export const RECOGNITION_PARTS = ['overToCard', 'overToDecision', 'overToSubmission'] as const satisfies readonly Part[]

/** The papers of recognition that are there by today, with the class for new members and the helper's last note. */
export async function prepareRecognition(story: Story): Promise<void> {
  for (const dossier of dossiersOf(story, ...RECOGNITION_PARTS)) {
    const { state } = await viewOf(dossier)
    if (state.recognition.branchVotes.length > 0) continue
    await recordMissingPapers(story, dossier)
    const { state: after } = await viewOf(dossier)
    const taught = after.papers.find(({ paper }) => paper === 'CN-DVM')?.date
    if (taught === undefined || after.classResults.some((result) => result.class === 'newMember')) continue
    await dossier.keeper.call('class.recordResult', {
      case: dossier.case,
      ...classUntil(taught, 'newMember'),
      outcome: 'passed',
    })
    await noteToday(story, dossier)
  }
}

/** Who is in probation longest is put forward for the class of new members, and the helper reports. */
export async function followProbation(story: Story): Promise<void> {
  const dossiers = dossiersOf(story, 'overProbation')
  for (const dossier of dossiers) {
    await noteToday(story, dossier)
    const nomination = { class: 'newMember', date: story.world.today() }
    await dossier.keeper.call('class.nominate', { case: dossier.case, ...nomination })
  }
  if (dossiers.length > 0)
    story.world.tell(`Đề nghị cử ${namesOf(dossiers)} học lớp bồi dưỡng đảng viên mới; đảng viên giúp đỡ ghi nhận xét.`)
}

/** The branches meet on recognition on the day of each dossier. */
export async function branchesRecognise(story: Story): Promise<void> {
  const { world } = story
  const dossiers = dossiersOf(story, ...RECOGNITION_PARTS).filter((each) => each.recognitionDay === world.today())
  for (const dossier of dossiers) {
    await recordMissingPapers(story, dossier)
    await recordBranchVote(story, dossier, 'recognition')
  }
  if (dossiers.length > 0) world.tell(`Chi bộ xét công nhận đảng viên chính thức: ${namesOf(dossiers)}.`)
}

/** The committee meets on who has been proposed, and sends the dossiers. */
export async function committeeRecognises(story: Story): Promise<void> {
  const sent: Dossier[] = []
  for (const dossier of dossiersOf(story, ...RECOGNITION_PARTS)) {
    const { stage } = await viewOf(dossier)
    if (stage !== 'recognitionVoted') continue
    await recordCommitteeVote(story, dossier, 'recognition')
    await submit(dossier, { ...letterOf(story, BATCH), matter: 'recognition' })
    sent.push(dossier)
  }
  if (sent.length > 0)
    story.world.tell(`Đảng ủy xã đề nghị công nhận đảng viên chính thức ${sent.length} người, gửi hồ sơ.`)
}

/** The deciding body recognises whoever waits for it; the day follows from the ceremony (Điều lệ Đảng, 5.2). */
export async function recognise(story: Story): Promise<void> {
  const { world } = story
  const decided: Dossier[] = []
  for (const dossier of dossiersOf(story, ...RECOGNITION_PARTS)) {
    const { stage, state } = await world.district.call<CaseView>('case.get', { case: dossier.case })
    if (stage !== 'recognitionReceived' || state.ceremony === null) continue
    await world.district.call('decision.record', {
      case: dossier.case,
      ...decisionOf(story, dossier, 11),
      matter: 'recognition',
      outcome: 'recognise',
      number: `${nextNumber(story, 'QĐ/HU')}-QĐ/HU`,
      officialFrom: addMonths(state.ceremony.date, 12),
    })
    decided.push(dossier)
  }
  if (decided.length > 0) world.tell(`Ban Thường vụ Huyện ủy công nhận đảng viên chính thức: ${namesOf(decided)}.`)
}

/** The commune records when the decision reached it. */
export async function receiveRecognitions(story: Story): Promise<void> {
  for (const dossier of dossiersOf(story, ...RECOGNITION_PARTS)) {
    const { stage, state } = await viewOf(dossier)
    if (stage !== 'recognised' || state.recognition.receipt !== null) continue
    const input = { case: dossier.case, matter: 'recognition', date: story.world.today() }
    await dossier.keeper.call('decision.recordReceipt', input)
  }
}

/** The district gives the card. */
export async function giveCards(story: Story): Promise<void> {
  const { world } = story
  for (const dossier of dossiersOf(story, 'overToCard')) {
    const number = `99.${String(100000 + dossier.person.serial)}`
    await world.district.call('card.issue', { case: dossier.case, number, date: world.today() })
    world.tell(`Huyện ủy phát thẻ đảng viên cho ${namesOf([dossier])}.`)
  }
}

async function viewOf(dossier: Dossier): Promise<CaseView> {
  return dossier.keeper.call<CaseView>('case.get', { case: dossier.case })
}
