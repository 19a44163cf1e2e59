/**
 * Meetings of the district's standing committee: called with the dossiers that the reviewing body agreed to, voted on one
 * by one, decided with numbers of the register. A refusal is made known by a notice, which has a series of its own.
 */
import type { Matter } from '../../shared/model/acts.ts'
import { SIGNERS } from './places.ts'
import { namesOf, nextNumber, type Dossier, type Story } from './story.ts'
import { showDay } from './world.ts'

const MEMBERS = 11

/** A dossier that is put to a meeting. */
type PutTo = { readonly case: string; readonly matter: Matter }

/** Calls a meeting for a day, on the dossiers put to it; none without any. */
export async function callMeeting(story: Story, date: string, cases: readonly PutTo[]): Promise<void> {
  if (cases.length === 0) return
  const { world } = story
  const { meeting } = await world.district.call<{ readonly meeting: string }>('meeting.call', {
    date,
    time: '08:00',
    place: 'Phòng họp Ban Thường vụ Huyện ủy',
    body: world.district.plan.decidingBody,
    members: MEMBERS,
    chair: SIGNERS.decision,
    secretary: world.district.plan.user.name,
    cases,
  })
  story.meetings.set(date, meeting)
  world.tell(`Ban Tổ chức lập chương trình cuộc họp Ban Thường vụ ngày ${showDay(date)}: ${cases.length} hồ sơ.`)
}

/** Dossiers as a meeting takes them. */
export function putTo(dossiers: readonly Dossier[], matter: Matter = 'admission'): readonly PutTo[] {
  return dossiers.map((dossier) => ({ case: dossier.case, matter }))
}

/** What the meeting of today decides: whom to admit, whom not. */
export type Outcome = { readonly agreed: readonly Dossier[]; readonly declined: readonly Dossier[] }

const REASON =
  'Chưa đủ thời gian theo dõi, giúp đỡ tại nơi làm việc mới; đề nghị tiếp tục bồi dưỡng, xem xét sau 12 tháng.'

/** Holds the meeting of today: the votes, then the decisions with their numbers, then the notices of refusals. */
export async function holdMeeting(story: Story, { agreed, declined }: Outcome): Promise<void> {
  const { world } = story
  const date = world.today()
  const meeting = story.meetings.get(date)
  if (meeting === undefined) return
  const vote = (dossier: Dossier, agree: number, outcome: 'agreed' | 'declined') => ({
    case: dossier.case,
    present: MEMBERS,
    agree,
    disagree: MEMBERS - agree,
    blank: 0,
    outcome,
    ...(outcome === 'agreed' ? {} : { remarks: REASON }),
  })
  await world.district.call('meeting.vote', {
    meeting,
    votes: [
      ...agreed.map((dossier) => vote(dossier, MEMBERS - (dossier.person.serial % 2), 'agreed')),
      ...declined.map((dossier) => vote(dossier, 3, 'declined')),
    ],
  })
  const numbered = (dossier: Dossier, series: string) => ({
    case: dossier.case,
    number: `${nextNumber(story, series)}-${series}`,
    date,
  })
  const refusals = declined.map((dossier) => numbered(dossier, 'TB/HU'))
  await world.district.call('meeting.decide', {
    meeting,
    signer: SIGNERS.decision,
    decisions: [...agreed.map((dossier) => numbered(dossier, 'QĐ/HU')), ...refusals],
  })
  if (agreed.length > 0)
    world.tell(`Ban Thường vụ Huyện ủy họp, quyết định kết nạp ${agreed.length} người: ${namesOf(agreed)}.`)
  for (const { case: id, number } of refusals) await world.district.call('refusal.notify', { case: id, date, number })
  if (declined.length > 0)
    world.tell(`Ban Thường vụ Huyện ủy chưa đồng ý kết nạp ${namesOf(declined)}, có nêu lý do, thông báo cho chi bộ.`)
}
