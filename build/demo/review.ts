/**
 * What the district does: take dossiers in, return one item by item, decide with numbers in ascending order. A refusal is
 * made known by a notice, which has a series of numbers of its own.
 */
import type { SearchPage } from '../../shared/contract/answers.ts'
import { SIGNERS } from './places.ts'
import { showDay } from './world.ts'
import { namesOf, nextNumber, type Dossier, type Story } from './story.ts'

/** Takes in every dossier that lies submitted. */
export async function receiveAll({ world }: Story): Promise<void> {
  const { district } = world
  const { rows } = await district.call<SearchPage>('candidate.search', { stage: 'submitted', limit: 200 })
  for (const { case: id } of rows) await district.call('dossier.receive', { case: id, date: world.today() })
  if (rows.length > 0) world.tell(`Ban Tổ chức Huyện ủy tiếp nhận ${rows.length} hồ sơ.`)
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

/** Refuses one, with the reason. */
export async function refuse(story: Story, dossier: Dossier): Promise<void> {
  const { world } = story
  await world.district.call('decision.record', {
    case: dossier.case,
    ...decisionOf(story, dossier, 3),
    outcome: 'refuse',
    number: `${nextNumber(story, 'TB/HU')}-TB/HU`,
    reason:
      'Chưa đủ thời gian theo dõi, giúp đỡ tại nơi làm việc mới; đề nghị tiếp tục bồi dưỡng, xem xét sau 12 tháng.',
  })
  world.tell(`Ban Thường vụ Huyện ủy chưa đồng ý kết nạp ${namesOf([dossier])}, có nêu lý do.`)
}

function decisionOf({ world }: Story, { person }: Dossier, agree: number) {
  return {
    date: world.today(),
    body: world.district.plan.decidingBody,
    signer: SIGNERS.decision,
    members: 11,
    agree: agree === 11 ? agree - (person.serial % 2) : agree,
  }
}
