/**
 * January 2024: from the first day to the decisions for 03/02. Each scene is one piece of somebody's work; the calendar at
 * the end says on which day it is done.
 */
import type { CaseView } from '../../shared/contract/answers.ts'
import { refusalSentence } from '../../shared/words/vi.ts'
import { workingDayBefore } from './days.ts'
import { assignHelper, recordBranchVote, recordCommitteeVote, register, submit, submitRefused } from './desk.ts'
import { carryDown, carryUp } from './exchange.ts'
import { askForBlockedPaper } from './blocked-paper.ts'
import { addBranch, describeHouse, enterFirstBatch, FIRST_BATCH, pairOffices, takeOverCases } from './first-day.ts'
import { filesOf, recordMissingPapers } from './papers.ts'
import { PAPER_BRANCH, SIGNERS } from './places.ts'
import { letterOf } from './letters.ts'
import { branchesRecognise, committeeRecognises, prepareRecognition, recognise } from './recognition.ts'
import { callMeeting, holdMeeting, putTo } from './meeting.ts'
import { receiveAll, returnDossier, reviewed } from './review.ts'
import { giveTarget, spreadTarget } from './targets.ts'
import { dossiersOf, namesOf, nextNumber, peopleOf, type Dossier, type Scenes, type Story } from './story.ts'
import { recordWay } from './way.ts'

/** The batch of the founding letter. */
const BATCH = 'Kỷ niệm 94 năm ngày thành lập Đảng 03/02/2024'

/** The paper forgotten in the two dossiers that the program does not let pass. */
const FORGOTTEN: Readonly<Partial<Record<Dossier['person']['part'], readonly string[]>>> = {
  mended: ['5-KND'],
  lifted: ['TT-2-KND'],
}

async function enterSecondBatch(story: Story): Promise<void> {
  const days = { second: ['2024-02-20', '2024-02-21'], review: ['2024-02-21'], late: ['2024-03-20'] }
  for (const part of ['second', 'review', 'late'] as const)
    for (const person of peopleOf(story, part)) {
      const voteDay = days[part][person.serial % days[part].length] ?? ''
      await register(story, person, {
        keeper: story.world.commune,
        voteDay,
        on: workingDayBefore(voteDay, 425),
      })
    }
}

async function assignHelpers(story: Story): Promise<void> {
  const dossiers = dossiersOf(story, ...FIRST_BATCH, 'second', 'review', 'late')
  for (const dossier of dossiers) await assignHelper(story, dossier, workingDayBefore(dossier.voteDay, 410))
  if (dossiers.length > 0) story.world.tell(`Ghi phân công đảng viên giúp đỡ ${dossiers.length} người.`)
}

async function recordFirstPapers(story: Story): Promise<void> {
  for (const dossier of dossiersOf(story, ...FIRST_BATCH)) {
    const forgotten = FORGOTTEN[dossier.person.part] ?? []
    await recordMissingPapers(story, dossier, forgotten)
    await recordWay(story, dossier, !forgotten.includes('TT-2-KND'))
  }
}

/** The way to admission of the next batch, as far as it has come. */
export async function followWay(story: Story): Promise<void> {
  for (const dossier of dossiersOf(story, 'second', 'review', 'late', 'paper', 'preparing', 'overPreparing'))
    await recordWay(story, dossier)
}

/** A vote that fell short is reported up (01-HD/TW, 5.1). */
async function reportShortVotes(story: Story): Promise<void> {
  const { world } = story
  const date = world.today()
  for (const dossier of dossiersOf(story, 'short')) {
    const letter = { number: `${nextNumber(story, 'CV/ĐU')}-CV/ĐU`, date }
    await dossier.keeper.call('vote.reportShort', { case: dossier.case, body: 'branch', date, letter })
    world.tell(`Báo cáo Huyện ủy kết quả họp xét ${namesOf([dossier])} không đủ tỷ lệ tán thành.`)
  }
}

async function branchesVote(story: Story): Promise<void> {
  const { world } = story
  const dossiers = dossiersOf(story, ...FIRST_BATCH).filter(({ voteDay }) => voteDay === world.today())
  for (const dossier of dossiers) {
    const { agree, official, excluded } = await recordBranchVote(story, dossier)
    if (dossier.person.part === 'short')
      world.tell(
        `${dossier.person.branch.name}: ${namesOf([dossier])} được ${agree}/${official - excluded} phiếu, không đủ hai phần ba.`,
      )
  }
  if (dossiers.length > 0) world.tell(`Các chi bộ họp xét ${dossiers.length} người.`)
}

async function holdCeremonyTakenOver(story: Story): Promise<void> {
  for (const dossier of dossiersOf(story, 'overDecided')) {
    await dossier.keeper.call('ceremony.record', ceremonyOf(dossier, story.world.today()))
    story.world.tell(`Lễ kết nạp ${namesOf([dossier])}, hồ sơ tiếp nhận giữa chừng.`)
  }
}

async function committeeVotes(story: Story): Promise<void> {
  const dossiers = dossiersOf(story, ...FIRST_BATCH, 'overVoted').filter(({ person }) => person.part !== 'short')
  for (const dossier of dossiers) {
    await recordCommitteeVote(story, dossier)
    await recordMissingPapers(story, dossier, FORGOTTEN[dossier.person.part])
  }
  if (dossiers.length > 0) story.world.tell(`Đảng ủy xã họp, ra nghị quyết đề nghị kết nạp ${dossiers.length} người.`)
}

async function submitFirstBatch(story: Story): Promise<void> {
  const { world } = story
  const input = letterOf(story, BATCH)
  const dossiers = dossiersOf(story, ...FIRST_BATCH, 'overVoted', 'overCommittee').filter(
    ({ person }) => person.part !== 'short',
  )
  const whole = dossiers.filter(({ person }) => FORGOTTEN[person.part] === undefined)
  for (const dossier of whole) await submit(dossier, input)
  if (whole.length > 0) world.tell(`Gửi ${whole.length} hồ sơ đợt “${BATCH}”.`)
  for (const dossier of dossiers.filter(({ person }) => FORGOTTEN[person.part] !== undefined)) {
    const refusal = await submitRefused(dossier, input)
    if (refusal.code !== 'BLOCKED') throw new Error(`a dossier with a missing paper: ${refusal.code}`)
    world.tell(`Phần mềm không cho gửi hồ sơ của ${namesOf([dossier])}: ${refusalSentence(refusal)}`)
  }
}

/** One missing paper is found; for the other the district gives leave, which a clerk records with name and letter. */
async function mendAndLift(story: Story): Promise<void> {
  const { world } = story
  const today = world.today()
  for (const dossier of dossiersOf(story, 'mended')) {
    await recordMissingPapers(story, dossier)
    await submit(dossier, letterOf(story, BATCH))
    world.tell(`Tìm được giấy tờ còn thiếu, gửi hồ sơ của ${namesOf([dossier])}.`)
  }
  for (const dossier of dossiersOf(story, 'lifted')) {
    const refusal = await submitRefused(dossier, letterOf(story, BATCH))
    if (refusal.code !== 'BLOCKED') throw new Error(refusal.code)
    for (const finding of refusal.data.findings)
      await dossier.keeper.call('finding.lift', {
        case: dossier.case,
        code: finding.id,
        reason:
          'Nơi thẩm tra đã trả lời bằng điện thoại, văn bản đang gửi qua bưu điện; sẽ bổ sung ngay khi nhận được.',
        allowedBy: SIGNERS.allows,
        paper: { number: `${nextNumber(story, 'CV/BTCHU')}-CV/BTCHU`, date: today },
      })
    await submit(dossier, { ...letterOf(story, BATCH), note: 'Văn bản thẩm tra lý lịch gửi sau.' })
    world.tell(`Được Ban Tổ chức Huyện ủy chấp thuận ngoại lệ, gửi hồ sơ của ${namesOf([dossier])}.`)
  }
}

async function correctAfterSubmission(story: Story): Promise<void> {
  for (const dossier of dossiersOf(story, 'corrected')) {
    const change = { set: { birthPlace: 'Trạm xá xã Lũng Mây cũ, huyện Kim Sơn Giang' } }
    const refusal = await dossier.keeper.refused('candidate.correct', { case: dossier.case, change })
    if (refusal.code !== 'REASON_NEEDED') throw new Error(refusal.code)
    await dossier.keeper.call('candidate.correct', {
      case: dossier.case,
      change,
      reason: 'Đính chính nơi sinh theo bản sao giấy khai sinh.',
    })
    story.world.tell(`Đính chính nơi sinh của ${namesOf([dossier])} sau khi đã gửi hồ sơ, có ghi lý do.`)
  }
}

async function withdraw(story: Story): Promise<void> {
  for (const dossier of dossiersOf(story, 'withdrawn')) {
    await dossier.keeper.call('candidate.withdraw', {
      case: dossier.case,
      reason: 'withdrawn',
      date: story.world.today(),
      papersReturned: ['1-KND'],
      note: 'Chuyển vào miền Nam làm việc lâu dài, xin rút hồ sơ.',
    })
    story.world.tell(`${namesOf([dossier])} xin rút hồ sơ.`)
  }
}

/** Reviewed with a good word, and decided together at the meeting of 26/01. */
const AGREED = ['admitted', 'corrected', 'mended', 'lifted', 'overVoted', 'overCommittee'] as const

async function reviewFirstBatch(story: Story): Promise<void> {
  await reviewed(story, dossiersOf(story, ...AGREED), { outcome: 'agree' })
  const note = 'Cần xác minh thêm thời gian làm việc ở nơi cũ.'
  await reviewed(story, dossiersOf(story, 'refused'), { outcome: 'hold', note })
}

async function returnOne(story: Story): Promise<void> {
  for (const dossier of dossiersOf(story, 'returned')) await returnDossier(story, dossier, '2024-02-05')
}

async function callFirstMeeting(story: Story): Promise<void> {
  await callMeeting(story, '2024-01-26', putTo(dossiersOf(story, ...AGREED, 'refused')))
}

async function decideFirstBatch(story: Story): Promise<void> {
  await holdMeeting(story, { agreed: dossiersOf(story, ...AGREED), declined: dossiersOf(story, 'refused') })
}

/** The papers the district remarked on are replaced; the whole is answered in the note of the new submission. */
async function supplement(story: Story): Promise<void> {
  const { world } = story
  for (const dossier of dossiersOf(story, 'returned')) {
    const { state } = await dossier.keeper.call<CaseView>('case.get', { case: dossier.case })
    for (const { paper, entry, date, person, number, issuer } of state.papers.filter(({ paper: code }) =>
      ['5-KND', '3-KND'].includes(code),
    ))
      await dossier.keeper.call('paper.record', {
        case: dossier.case,
        paper,
        replaces: entry,
        ...Object.fromEntries(
          Object.entries({ date, person, number, issuer }).filter(([, value]) => value !== undefined),
        ),
        note: 'Bản đã bổ sung theo ý kiến của Ban Tổ chức Huyện ủy.',
        ...filesOf(story, dossier, paper, 0),
      })
    await submit(dossier, { ...letterOf(story, BATCH), note: 'Đã bổ sung 3-KNĐ, 5-KNĐ và lập lại danh mục tài liệu.' })
    world.tell(`Bổ sung và gửi lại hồ sơ của ${namesOf([dossier])}.`)
  }
}

async function addPaperBranch(story: Story): Promise<void> {
  const { world } = story
  for (const person of peopleOf(story, 'paper')) {
    await addBranch(story, world.district, PAPER_BRANCH, { type: 'baseBranch', onPaper: true })
    const voteDay = '2024-02-21'
    const dossier = await register(story, person, {
      keeper: world.district,
      voteDay,
      on: workingDayBefore(voteDay, 430),
    })
    await assignHelper(story, dossier, workingDayBefore(voteDay, 410))
    world.tell(`Huyện ủy theo dõi ${PAPER_BRANCH.name} theo văn bản giấy: ${namesOf([dossier])}.`)
  }
}

/** The admission ceremony, with the member who goes on helping. */
export function ceremonyOf(dossier: Dossier, date: string) {
  const [helper] = dossier.introducers
  return {
    case: dossier.case,
    date,
    place: `Nhà văn hóa, ${dossier.person.branch.name}`,
    ...(helper === undefined ? {} : { helper }),
  }
}

/** January's days. */
export const JANUARY: Scenes = {
  '2024-01-02': [describeHouse, pairOffices, takeOverCases, enterFirstBatch],
  '2024-01-03': [enterSecondBatch],
  '2024-01-04': [assignHelpers, recordFirstPapers, followWay, prepareRecognition],
  '2024-01-05': [carryUp, giveTarget, carryDown],
  '2024-01-08': [recordFirstPapers, spreadTarget],
  '2024-01-10': [branchesVote],
  '2024-01-11': [branchesVote, branchesRecognise],
  '2024-01-12': [holdCeremonyTakenOver, reportShortVotes, askForBlockedPaper, carryUp, carryDown],
  '2024-01-15': [committeeVotes],
  '2024-01-16': [submitFirstBatch, committeeRecognises, addPaperBranch],
  '2024-01-17': [mendAndLift],
  '2024-01-18': [correctAfterSubmission],
  '2024-01-19': [carryUp, receiveAll, carryDown],
  '2024-01-23': [withdraw],
  '2024-01-22': [followWay],
  '2024-01-24': [returnOne, reviewFirstBatch, callFirstMeeting],
  '2024-01-26': [carryUp, decideFirstBatch, recognise, carryDown],
  '2024-01-30': [supplement],
}
