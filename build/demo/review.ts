/**
 * What the district does: take dossiers in, return one item by item, decide with numbers in ascending order. Its meetings
 * are in meeting.ts.
 */
import type { SearchPage } from '../../shared/contract/answers.ts'
import { SIGNERS } from './places.ts'
import { showDay } from './world.ts'
import { namesOf, nextNumber, type Dossier, type Story } from './story.ts'

/** Takes in every dossier that lies submitted. */
export async function receiveAll({ world }: Story): Promise<void> {
  const { district } = world
  let count = 0
  for (const [stage, matter] of [
    ['submitted', 'admission'],
    ['recognitionSubmitted', 'recognition'],
  ]) {
    const { rows } = await district.call<SearchPage>('candidate.search', { stage, limit: 200 })
    for (const { case: id } of rows) await district.call('dossier.receive', { case: id, matter, date: world.today() })
    count += rows.length
  }
  if (count > 0) world.tell(`Ban Tổ chức Huyện ủy tiếp nhận ${count} hồ sơ.`)
}

/** Returns a dossier with remarks on two papers and on the whole. */
export async function returnDossier(story: Story, dossier: Dossier, answerBy: string): Promise<void> {
  const { world } = story
  await world.district.call('dossier.return', {
    case: dossier.case,
    date: world.today(),
    letter: { number: `${nextNumber(story, 'CV/BTCHU')}-CV/BTCHU`, date: world.today() },
    remarks: [
      { paper: '5-KND', text: 'Thiếu ý kiến nhận xét của chi ủy nơi cư trú; đề nghị lấy bổ sung.' },
      { paper: '3-KND', text: 'Chưa ghi ngày đảng viên giới thiệu được công nhận chính thức.' },
      { text: 'Danh mục tài liệu trong hồ sơ chưa khớp với số tài liệu gửi kèm.' },
    ],
    answerBy,
  })
  world.tell(
    `Ban Tổ chức Huyện ủy trả lại hồ sơ của ${namesOf([dossier])} với 3 ý kiến, hạn bổ sung ${showDay(answerBy)}.`,
  )
}

/** What the reviewing body concluded. */
export async function reviewed(
  { world }: Story,
  dossiers: readonly Dossier[],
  review: { readonly outcome: 'agree' } | { readonly outcome: 'hold' | 'askOpinion'; readonly note: string },
): Promise<void> {
  for (const dossier of dossiers)
    await world.district.call('dossier.review', { case: dossier.case, date: world.today(), ...review })
  if (dossiers.length === 0) return
  const what = { agree: 'đồng ý trình', hold: 'để lại xác minh thêm', askOpinion: 'xin ý kiến' }[review.outcome]
  world.tell(`Ban Tổ chức Huyện ủy thẩm định ${dossiers.length} hồ sơ: ${what}.`)
}

/** Lengthens the limit of a decision, with the reason. */
export async function extend(story: Story, dossier: Dossier): Promise<void> {
  const { world } = story
  await world.district.call('limit.extend', {
    case: dossier.case,
    limit: 'decision',
    reason: 'Chờ kết quả xác minh lịch sử chính trị của cấp ủy nơi công tác cũ.',
    date: world.today(),
    letter: { number: `${nextNumber(story, 'CV/BTCHU')}-CV/BTCHU`, date: world.today() },
  })
  world.tell(`Gia hạn xét kết nạp ${namesOf([dossier])}, có nêu lý do.`)
}

/** Decides to admit, one by one. */
export async function admit(story: Story, dossiers: readonly Dossier[]): Promise<void> {
  const { world } = story
  for (const dossier of dossiers)
    await world.district.call('decision.record', {
      case: dossier.case,
      ...decisionOf(story, dossier, 11),
      outcome: 'admit',
      number: `${nextNumber(story, 'QĐ/HU')}-QĐ/HU`,
    })
  if (dossiers.length > 0)
    world.tell(`Ban Thường vụ Huyện ủy quyết định kết nạp ${dossiers.length} người: ${namesOf(dossiers)}.`)
}

/** What every decision of today says. @param agree - votes for it, of eleven */
export function decisionOf({ world }: Story, { person }: Dossier, agree: number) {
  return {
    date: world.today(),
    body: world.district.plan.decidingBody,
    signer: SIGNERS.decision,
    members: 11,
    agree: agree === 11 ? agree - (person.serial % 2) : agree,
  }
}
