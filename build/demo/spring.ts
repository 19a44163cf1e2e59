/**
 * February and March 2024: ceremonies for 03/02, Tết, the second batch for 26/3, and the list as it is reviewed month by
 * month. Each scene is one piece of somebody's work; the calendar at the end says on which day it is done.
 */
import type { CaseView, ReviewList } from '../../shared/contract/answers.ts'
import { recordBranchVote, recordCommitteeVote, submit } from './desk.ts'
import { completeClass, nominateForClass, openClass } from './class.ts'
import { carryDown, carryUp } from './exchange.ts'
import { ceremonyOf, followWay } from './january.ts'
import { letterOf } from './letters.ts'
import { callMeeting, holdMeeting, putTo } from './meeting.ts'
import { recordMissingPapers } from './papers.ts'
import { BRANCHES } from './places.ts'
import {
  branchesRecognise,
  committeeRecognises,
  followProbation,
  giveCards,
  prepareRecognition,
  receiveRecognitions,
  recognise,
} from './recognition.ts'
import { admit, extend, receiveAll, reviewed } from './review.ts'
import { reviewLists } from './list-review.ts'
import { dossiersOf, namesOf, unitOf, type Dossier, type Scenes, type Story } from './story.ts'
import { reportQuarter } from './targets.ts'
import { noteToday } from './way.ts'

const BATCH = 'Kỷ niệm 93 năm ngày thành lập Đoàn TNCS Hồ Chí Minh 26/3/2024'

/** The parts decided for 03/02 at the first sitting. */
const DECIDED_FIRST = ['admitted', 'corrected', 'mended', 'lifted', 'overVoted', 'overCommittee'] as const

async function recordReceipts(story: Story, dossiers: readonly Dossier[]): Promise<void> {
  const date = story.world.today()
  for (const dossier of dossiers) await dossier.keeper.call('decision.recordReceipt', { case: dossier.case, date })
  if (dossiers.length > 0) story.world.tell(`Ghi ngày nhận quyết định, thông báo của ${dossiers.length} người.`)
}

async function receiveFirstDecisions(story: Story): Promise<void> {
  await recordReceipts(story, dossiersOf(story, ...DECIDED_FIRST, 'refused'))
}

async function holdFirstCeremonies(story: Story): Promise<void> {
  const dossiers = dossiersOf(story, ...DECIDED_FIRST)
  const { world } = story
  const [mistaken] = dossiersOf(story, 'admitted')
  for (const dossier of dossiers) {
    // One day is taken from the invitation, not from the minutes: found out after Tết.
    const date = dossier === mistaken ? '2024-02-02' : world.today()
    await dossier.keeper.call('ceremony.record', ceremonyOf(dossier, date))
  }
  if (dossiers.length > 0) world.tell(`Lễ kết nạp ${dossiers.length} đảng viên nhân ngày 03/02.`)
}

async function decideReturned(story: Story): Promise<void> {
  await admit(story, dossiersOf(story, 'returned'))
}

/** The entry has travelled already: it is taken back with a reason that the district sees, and recorded anew. */
async function takeBackWrongCeremony(story: Story): Promise<void> {
  for (const dossier of dossiersOf(story, 'admitted').slice(0, 1)) {
    const { state } = await dossier.keeper.call<CaseView>('case.get', { case: dossier.case })
    const entry = state.ceremony?.entry ?? ''
    const refusal = await dossier.keeper.refused('entry.retract', { entry })
    if (refusal.code !== 'REASON_NEEDED') throw new Error(refusal.code)
    await dossier.keeper.call('entry.retract', {
      entry,
      reason: 'Ghi nhầm ngày theo giấy mời; biên bản lễ ghi 03/02/2024.',
    })
    await dossier.keeper.call('ceremony.record', ceremonyOf(dossier, '2024-02-03'))
    story.world.tell(`Thu hồi dòng ghi nhầm ngày lễ kết nạp của ${namesOf([dossier])}, ghi lại cho đúng.`)
  }
}

async function receiveReturned(story: Story): Promise<void> {
  await recordReceipts(story, dossiersOf(story, 'returned'))
}

async function holdReturnedCeremony(story: Story): Promise<void> {
  for (const dossier of dossiersOf(story, 'returned')) {
    await dossier.keeper.call('ceremony.record', ceremonyOf(dossier, story.world.today()))
    story.world.tell(`Lễ kết nạp ${namesOf([dossier])}.`)
  }
}

/** After the ceremony the checklist asks for the member's own papers; the verification letter of one arrives at last. */
async function recordMemberPapers(story: Story): Promise<void> {
  for (const dossier of dossiersOf(
    story,
    ...DECIDED_FIRST,
    'overDecided',
    'overProbation',
    'returned',
    'second',
    'paper',
  )) {
    const { state } = await dossier.keeper.call<CaseView>('case.get', { case: dossier.case })
    if (state.ceremony !== null) await recordMissingPapers(story, dossier)
  }
}

async function recordSecondPapers(story: Story): Promise<void> {
  for (const dossier of dossiersOf(story, 'second', 'review', 'late', 'paper', 'preparing', 'overPreparing'))
    await recordMissingPapers(story, dossier)
}

async function secondBranchesVote(story: Story): Promise<void> {
  const { world } = story
  const parts = ['second', 'review', 'late', 'paper'] as const
  const dossiers = dossiersOf(story, ...parts).filter(({ voteDay }) => voteDay === world.today())
  for (const dossier of dossiers) {
    await recordBranchVote(story, dossier)
    await recordMissingPapers(story, dossier)
  }
  if (dossiers.length > 0) world.tell(`Các chi bộ họp xét ${dossiers.length} người: ${namesOf(dossiers)}.`)
}

async function secondCommitteeVotes(story: Story, dossiers: readonly Dossier[]): Promise<void> {
  for (const dossier of dossiers) {
    await recordCommitteeVote(story, dossier)
    await recordMissingPapers(story, dossier)
    await submit(dossier, letterOf(story, BATCH))
  }
  if (dossiers.length > 0) story.world.tell(`Đảng ủy xã ra nghị quyết và gửi ${dossiers.length} hồ sơ đợt 26/3.`)
}

async function sendSecondBatch(story: Story): Promise<void> {
  await secondCommitteeVotes(story, dossiersOf(story, 'second', 'review'))
}

async function sendLate(story: Story): Promise<void> {
  await secondCommitteeVotes(story, dossiersOf(story, 'late'))
}

async function reviewSecondBatch(story: Story): Promise<void> {
  await reviewed(story, dossiersOf(story, 'second'), { outcome: 'agree' })
  await callMeeting(story, '2024-03-13', putTo(dossiersOf(story, 'second', 'paper')))
  const [held, asked] = dossiersOf(story, 'review')
  const note = 'Chờ kết quả xác minh của cấp ủy nơi công tác cũ.'
  if (held !== undefined) await reviewed(story, [held], { outcome: 'hold', note })
  if (asked !== undefined)
    await reviewed(story, [asked], { outcome: 'askOpinion', note: 'Xin ý kiến Ủy ban Kiểm tra Huyện ủy.' })
}

async function extendHeld(story: Story): Promise<void> {
  for (const dossier of dossiersOf(story, 'review').slice(0, 1)) await extend(story, dossier)
}

/** Helpers report of people on the list; one of three stays silent. */
async function helpersReport(story: Story): Promise<void> {
  const dossiers = dossiersOf(story, 'helped', 'trained', 'preparing').filter(({ person }) => person.serial % 3 !== 0)
  for (const dossier of dossiers) await noteToday(story, dossier)
  if (dossiers.length > 0) story.world.tell(`Đảng viên giúp đỡ ghi nhận xét quý I về ${dossiers.length} người.`)
}

async function decideSecondBatch(story: Story): Promise<void> {
  await holdMeeting(story, { agreed: dossiersOf(story, 'second', 'paper'), declined: [] })
}

/** The agenda of the next meeting: whatever waits for a decision. */
async function callNextMeeting(story: Story): Promise<void> {
  const { rows } = await story.world.district.call<ReviewList>('review.list')
  const waiting = rows.filter(({ returned }) => returned === null)
  await callMeeting(
    story,
    '2024-04-10',
    waiting.map(({ case: id, matter }) => ({ case: id, matter })),
  )
}

async function receiveSecondDecisions(story: Story): Promise<void> {
  await recordReceipts(story, dossiersOf(story, 'second', 'paper'))
}

async function holdPaperCeremony(story: Story): Promise<void> {
  for (const dossier of dossiersOf(story, 'paper')) {
    await dossier.keeper.call('ceremony.record', ceremonyOf(dossier, story.world.today()))
    story.world.tell(`Huyện ủy ghi lễ kết nạp ${namesOf([dossier])} theo văn bản giấy.`)
  }
}

async function holdSecondCeremonies(story: Story): Promise<void> {
  const dossiers = dossiersOf(story, 'second')
  for (const dossier of dossiers) await dossier.keeper.call('ceremony.record', ceremonyOf(dossier, story.world.today()))
  if (dossiers.length > 0) story.world.tell(`Lễ kết nạp ${dossiers.length} đảng viên nhân ngày 26/3.`)
}

/** Members as of the end of the quarter: those admitted are probationary members of their branches now. */
async function countMembers(story: Story): Promise<void> {
  const { commune, today } = story.world
  for (const branch of BRANCHES) {
    const fresh = dossiersOf(story, ...DECIDED_FIRST, 'returned', 'second', 'overDecided').filter(
      ({ person }) => person.branch.code === branch.code,
    ).length
    const recognised = dossiersOf(story, 'overToCard', 'overToDecision').filter(
      ({ person }) => person.branch.code === branch.code,
    ).length
    if (fresh + recognised === 0) continue
    const { official, probationary, excluded } = branch
    const count = {
      date: today(),
      official: official + recognised,
      probationary: Math.max(0, probationary - recognised) + fresh,
      excluded,
    }
    await commune.call('unit.recordMembers', { id: unitOf(story, branch), count })
  }
}

/** The days of February and March, with what of January belongs to them. */
export const SPRING: Scenes = {
  '2024-01-29': [receiveFirstDecisions, receiveRecognitions],
  '2024-01-31': [reviewLists],
  '2024-02-02': [carryUp, receiveAll, giveCards, carryDown],
  '2024-02-03': [holdFirstCeremonies],
  '2024-02-06': [decideReturned],
  '2024-02-07': [carryUp, carryDown],
  '2024-02-16': [takeBackWrongCeremony, receiveReturned, carryUp, carryDown],
  '2024-02-19': [recordMemberPapers, recordSecondPapers, followWay, nominateForClass, prepareRecognition],
  '2024-02-20': [secondBranchesVote],
  '2024-02-21': [secondBranchesVote, branchesRecognise],
  '2024-02-22': [holdReturnedCeremony],
  '2024-02-23': [carryUp, openClass, carryDown],
  '2024-02-28': [sendSecondBatch, committeeRecognises],
  '2024-02-29': [reviewLists],
  '2024-03-01': [carryUp, receiveAll, completeClass, carryDown],
  '2024-03-04': [recordMemberPapers, recordSecondPapers, followWay, followProbation],
  '2024-03-08': [carryUp, reviewSecondBatch, carryDown],
  '2024-03-13': [decideSecondBatch, recognise],
  '2024-03-15': [carryUp, carryDown],
  '2024-03-18': [receiveSecondDecisions, receiveRecognitions, recordSecondPapers, followWay, prepareRecognition],
  '2024-03-20': [secondBranchesVote, branchesRecognise],
  '2024-03-21': [helpersReport],
  '2024-03-22': [holdPaperCeremony, extendHeld, carryUp, carryDown],
  '2024-03-26': [holdSecondCeremonies],
  '2024-03-28': [sendLate, committeeRecognises, recordMemberPapers, reviewLists, countMembers, reportQuarter],
  '2024-03-29': [carryUp, receiveAll, callNextMeeting, carryDown],
}
