/**
 * What is said of the computers of one office: which of them speaks with others, which go on with the data of an older one,
 * and what a person does to change who speaks.
 */
import type { DeviceRow } from '../contract/devices.ts'
import { showDay } from './show.ts'

/** What a computer is called. */
export function deviceName({ name, isSelf }: Pick<DeviceRow, 'name' | 'isSelf'>): string {
  return name ?? (isSelf ? 'Máy này' : 'Máy chưa đặt tên')
}

/** Under the name of a computer that goes on with restored or copied data. */
export function wentOnSentence({ how, on }: NonNullable<DeviceRow['wentOn']>): string {
  const data = how === 'restored' ? 'dữ liệu trước đó' : 'dữ liệu chép từ máy khác'
  return `dùng tiếp ${data} như một máy mới, từ ngày ${showDay(on)}`
}

/**
 * Under the name of a computer whose data another one goes on with; null for any other, and for this one itself, whose page
 * says it at length.
 */
export function supersededSentence(devices: readonly DeviceRow[], row: DeviceRow | undefined): string | null {
  const heir = devices.find(({ device }) => device === row?.heir)
  if (row === undefined || row.isSelf || heir === undefined) return null
  const copy = heir.wentOn?.how === 'restored' ? 'bản khôi phục' : 'bản chép'
  const who = heir.isSelf ? 'máy này' : `${deviceName(heir)} (${copy})`
  const since = heir.wentOn === null ? '' : `, từ ngày ${showDay(heir.wentOn.on)}`
  return `Dữ liệu do ${who} dùng tiếp${since}. Nếu máy cũ vẫn làm việc: nhận gói của máy cũ tại máy trao đổi như trước; tại đó đánh dấu “Gửi lại đầy đủ từ đầu” rồi xuất gói, nhận gói lập cho ${who} ở cả hai máy. Nếu chỉ giữ máy cũ: tại máy trao đổi bấm “Thôi dùng” ở dòng của ${who}.`
}

/** Which computer speaks for the office, where it has several or its data has moved; null where there is only one to ask. */
export function speakerSentence(devices: readonly DeviceRow[]): string | null {
  const speaker = devices.find(({ isExchange }) => isExchange)
  if (speaker === undefined || (devices.length === 1 && speaker.former.length === 0)) return null
  const who = speaker.isSelf ? 'Máy này' : deviceName(speaker)
  const former = speaker.former.length === 0 ? '' : ', thay cả cho máy có dữ liệu trước khi khôi phục hoặc sao chép'
  return `${who} gửi và nhận với đơn vị khác${former}.`
}

/** Said where several computers go on with the same data; null where none do. */
export function twinsSentence(devices: readonly DeviceRow[]): string | null {
  const first = devices.find(({ twins }) => twins.length > 0)
  if (first === undefined) return null
  const alike = devices.filter(({ device }) => device === first.device || first.twins.includes(device))
  const list = alike.map((row) => `${deviceName(row)}${aboutIt(row)}`).join('; ')
  const begin = `Các máy sau làm việc tiếp từ cùng một dữ liệu, do khôi phục hoặc sao chép: ${list}.`
  const speaker = alike.find(({ isExchange }) => isExchange)
  if (speaker !== undefined) {
    const who = speaker.isSelf ? 'Máy này' : deviceName(speaker)
    return `${begin} ${who} gửi và nhận với đơn vị khác, kể cả gói gửi cho máy có dữ liệu cũ. Muốn đổi: tại máy sẽ làm máy trao đổi, mở Trao đổi, mục Máy trong đơn vị, bấm “Chuyển việc trao đổi sang máy này”, rồi xuất gói cho các máy còn lại.`
  }
  const heir = devices.find(({ device }) => device === first.heir)
  const instead =
    heir === undefined
      ? ''
      : ` Máy trao đổi lập gói cho ${deviceName(heir)} thay cho máy này; nhận gói đó ở cả hai máy.`
  return `${begin} Mỗi máy gửi việc của mình cho máy trao đổi như một máy riêng.${instead} Máy không dùng nữa: nhận gói cuối cùng của máy đó tại máy trao đổi, rồi bấm “Thôi dùng” ở đó.`
}

function aboutIt({ name, isSelf, wentOn }: DeviceRow): string {
  const about = [...(isSelf && name !== null ? ['máy này'] : []), ...(wentOn === null ? [] : [wentOnSentence(wentOn)])]
  return about.length === 0 ? '' : ` (${about.join(', ')})`
}
