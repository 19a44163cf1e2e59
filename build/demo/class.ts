/**
 * The class of the quarter: the district opens it by decision for those whom the commune puts forward, calls the roll, and
 * gives certificates, which travel back with the next stick.
 */
import type { AskList, ClassView } from '../../shared/contract/classes.ts'
import { dossiersOf, nextNumber, type Story } from './story.ts'

const FIRST_DAY = '2024-02-26'
const LAST_DAY = '2024-03-01'

/** One act for all of them: the class takes them together. */
export async function nominateForClass(story: Story): Promise<void> {
  const cases = dossiersOf(story, 'trained').map((dossier) => dossier.case)
  if (cases.length === 0) return
  const nomination = { class: 'awareness', date: story.world.today() }
  await story.world.commune.call('class.nominateMany', { cases, ...nomination })
  story.world.tell(`Đề nghị cử ${cases.length} người học lớp bồi dưỡng nhận thức về Đảng.`)
}

/** Opens the class and takes on whoever was put forward for it. */
export async function openClass(story: Story): Promise<void> {
  const { district, today, tell } = story.world
  const { rows } = await district.call<AskList>('class.asks', { kind: 'awareness' })
  const asked = new Set(rows.filter(({ here }) => here).map((row) => row.case))
  const cases = dossiersOf(story, 'trained').flatMap((dossier) => (asked.has(dossier.case) ? [dossier.case] : []))
  if (cases.length === 0) return
  const number = `${nextNumber(story, 'QĐ/HU')}-QĐ/HU`
  const { class: id } = await district.call<{ readonly class: string }>('class.open', {
    kind: 'awareness',
    name: 'Lớp bồi dưỡng nhận thức về Đảng khóa 1 năm 2024',
    decision: { number, date: today() },
    place: 'Trung tâm chính trị huyện',
    from: FIRST_DAY,
    to: LAST_DAY,
    places: 60,
  })
  await district.call('class.enroll', { class: id, cases, on: today() })
  story.classes.push(id)
  tell(`Huyện ủy mở lớp bồi dưỡng nhận thức về Đảng (quyết định số ${number}), xếp ${cases.length} học viên.`)
}

/** The roll of two days, with one who missed a session, and a certificate for everybody. */
export async function completeClass(story: Story): Promise<void> {
  const { district, today, tell } = story.world
  for (const id of story.classes) {
    const { seats } = await district.call<ClassView>('class.get', { class: id })
    for (const date of [FIRST_DAY, LAST_DAY])
      await district.call('class.attend', {
        class: id,
        date,
        held: 2,
        rows: seats.map((seat, place) => ({
          case: seat.case,
          present: place === 1 && date === FIRST_DAY ? 1 : 2,
        })),
      })
    await district.call('class.complete', {
      class: id,
      on: today(),
      rows: seats.map((seat) => ({
        case: seat.case,
        outcome: 'passed',
        certificate: { number: `${nextNumber(story, 'CN/TTCT')}-CN/TTCT`, date: LAST_DAY },
      })),
    })
    tell(`${seats.length} người học xong lớp bồi dưỡng nhận thức về Đảng, được cấp giấy chứng nhận.`)
  }
}
