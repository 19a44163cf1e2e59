/**
 * Refusals of bundles, for a clerk with a stick in hand: what is wrong with the bundle, that nothing of it was taken in,
 * and whom to ask for what. A dead stick costs nothing, so nearly all of them end in 'ask for it again'.
 */
import type { RefusalData } from '../contract/refusals.ts'
import type { BundleCode, ChainReason, SignatureReason } from '../bundle/bundle-errors.ts'
import { BUNDLE_KINDS, IN_JOURNAL } from './labels-journal.ts'
import { labelOf, type Labels } from './labels.ts'
import type { SentencesFor } from './refusals.ts'
import { authorOf, computerOf, quote, showDay, showNumber, showOffice, showSize, upper, type Names } from './show.ts'

const KEPT = 'Chưa nhận gì từ gói này'
const AGAIN = 'đề nghị nơi gửi xuất lại gói'

/** Refusals of bundles and of what carries them. */
export const BUNDLE_SENTENCES: SentencesFor<BundleCode> = {
  B_LABEL: ({ name, reason }) => {
    const label = name === null ? 'tệp nhãn của gói' : `tệp nhãn ${quote(name)}`
    return reason === 'missing'
      ? `Thiếu tệp nhãn (đuôi .sha256) đi kèm ${name === null ? 'gói dữ liệu' : `tệp ${quote(name)}`}, có thể việc xuất hoặc chép chưa xong. Chép lại đủ các tệp của gói, hoặc ${AGAIN}.`
      : `${upper(label)} bị hỏng hoặc đã bị sửa. Chép lại đủ các tệp của gói, hoặc ${AGAIN}.`
  },
  B_PART_MISSING: ({ part }) =>
    `Gói dữ liệu thiếu phần ${quote(part)}; có thể tệp chưa được chép hoặc bị phần mềm độc hại trên USB xóa. Chép lại đủ các phần, hoặc ${AGAIN}.`,
  B_DAMAGED: ({ part }) =>
    `${part === null ? 'Gói dữ liệu' : `Phần ${quote(part)} của gói dữ liệu`} bị hỏng hoặc chép chưa xong. ${KEPT}. Chép lại từ nơi gửi bằng USB khác, hoặc ${AGAIN}.`,
  B_NOT_AGE: () =>
    `Tệp này không phải gói dữ liệu của phần mềm, hoặc phần đầu của gói bị hỏng. Kiểm tra đã chọn đúng tệp, hoặc ${AGAIN}.`,
  B_NOT_FOR_US: ({ claims }, names) =>
    claims === undefined
      ? 'Gói dữ liệu này gửi cho đơn vị khác nên đơn vị mình không mở được. Để nguyên trên USB để chuyển đúng nơi nhận.'
      : `Theo tên tệp, gói dữ liệu này do ${named(claims.office ?? '', claims.code, names)} gửi cho đơn vị mình, nhưng khóa của đơn vị mình không mở được: có thể nơi gửi còn dùng phiếu kết nối cũ của đơn vị mình. ${KEPT}. Gửi lại phiếu kết nối cho nơi gửi, gọi điện đối chiếu mã rồi đề nghị xuất lại.`,
  B_LAYOUT: ({ name }) =>
    `Bên trong gói dữ liệu không được sắp xếp đúng quy cách${name === null ? '' : ` (ở ${inside(name)})`}, có thể do phần mềm khác tạo ra. ${KEPT}; ${AGAIN} bằng phần mềm này.`,
  B_UNKNOWN_SENDER: ({ keyNumber }) =>
    `Gói dữ liệu do một nơi chưa kết nối với đơn vị mình ký nên chưa nhận được. Xác minh nơi gửi, trao đổi phiếu kết nối và đối chiếu qua điện thoại rồi nhận lại (số chữ ký: ${keyNumber.slice(0, 8)}).`,
  B_REVOKED: ({ office, officeCode }, names) =>
    `Gói dữ liệu ký bằng khóa đã hủy của ${named(office, officeCode, names)}. ${KEPT}; gọi cho nơi đó theo số điện thoại đã biết, nhận phiếu kết nối mới rồi đề nghị xuất lại.`,
  B_SIGNATURE: ({ reason }) =>
    `${SIGNATURES[reason]} nên không chắc chắn nội dung còn nguyên như lúc gửi. ${KEPT}; ${AGAIN} và báo người hỗ trợ nếu vẫn gặp.`,
  B_HASH: ({ path }) => `Nội dung của ${inside(path)} trong gói không khớp với bản kê khai đã ký. ${KEPT}; ${AGAIN}.`,
  B_FORMAT: ({ file }) =>
    `Phần kê khai trong gói dữ liệu không đúng mẫu (${inside(file)}). ${KEPT}; ${AGAIN}, nếu vẫn gặp thì cả hai nơi cập nhật phần mềm.`,
  B_VERSION: () =>
    'Gói dữ liệu do phiên bản mới hơn tạo ra. Cập nhật phần mềm trên máy này trước rồi nhận lại; gói vẫn được giữ nguyên, không phải xin lại.',
  B_SENDER: ({ claimed, office }, names) =>
    `Gói dữ liệu ghi nơi gửi là ${showOffice(claimed, names)} nhưng chữ ký là của ${showOffice(office, names)}. ${KEPT}; gọi cho cả hai nơi để hỏi rõ và báo cấp ủy cấp trên.`,
  B_NOT_ADDRESSED: ({ office, officeCode }, names) =>
    `Gói dữ liệu này được lập cho ${named(office, officeCode, names)}, sau đó chuyển tiếp đến đơn vị mình nên không nhận được. Chuyển gói đến đúng nơi nhận; nếu cần nội dung này, đề nghị nơi gửi xuất gói riêng cho đơn vị mình.`,
  B_CHANNEL: ({ kind, channel, here }) =>
    here === true
      ? `${labelOf(BUNDLE_KINDS, kind)} sắp ghi có bản ghi không được gửi cho nơi nhận này, nên phần mềm đã dừng. Chưa ghi gì từ gói này ra USB; báo người hỗ trợ, đây là lỗi của phần mềm.`
      : channel === null
        ? `${labelOf(BUNDLE_KINDS, kind)} không được dùng giữa hai đơn vị này. ${KEPT}; đề nghị nơi gửi chọn đúng loại gói rồi xuất lại.`
        : `${labelOf(BUNDLE_KINDS, kind)} có bản ghi không thuộc phần trao đổi giữa hai đơn vị. ${KEPT}; ${AGAIN} và báo người hỗ trợ nếu vẫn gặp.`,
  B_ALREADY: () => 'Gói dữ liệu này đã được nhận trước đây, không cần nhận lại. Không có gì thay đổi.',
  B_OLD: ({ manifest }, names) =>
    `Mọi nội dung trong gói này của ${named(manifest.from.office, manifest.from.code, names)} đơn vị mình đã có. Không cần làm gì thêm.`,
  B_GAP: (data, names) => gap(data, names),
  B_FORK: (data, names) => fork(data, names),
  B_BOMB: ({ path }) =>
    `${upper(inside(path))} trong gói khi mở ra lớn bất thường, có thể gây hại cho máy. ${KEPT}; không mở bằng cách khác, báo cho nơi gửi và ${AGAIN}.`,
  B_ATTACH: ({ reason }) =>
    reason === 'type'
      ? 'Một bản quét trong gói không phải dạng PDF, JPEG hoặc PNG nên không được mở, không lưu vào máy này. Hỏi lại nơi gửi; giấy tờ có thật thì đề nghị quét lại đúng dạng rồi gửi.'
      : 'Một bản quét trong kho của máy này đã bị thay đổi nên chưa xuất được gói. Khôi phục bản quét từ bản sao lưu hoặc quét lại giấy tờ, rồi xuất lại.',
  B_INCOMPLETE: ({ journals, scans }) =>
    journals.length > 0
      ? `Gói dữ liệu thiếu ${showNumber(journals.length)} tệp bản ghi nên không nhận được. ${KEPT}; ${AGAIN}.`
      : `Gói dữ liệu thiếu ${showNumber(scans.length)} bản quét. Có thể nhận phần còn lại trước: khi xuất gói trả lời, phần mềm sẽ xin lại các bản quét này.`,
  B_CHAIN: ({ channel, seq, reason, here }, names) => {
    const author = authorOf(channel, names)
    if (here === true)
      return `Bản ghi${author === null ? '' : ` của ${author}`} trên máy này không còn nối tiếp đúng với nhau (xem đến bản ghi số ${showNumber(seq)}): dữ liệu của máy đã hỏng hoặc bị sửa, nên chưa xuất được gói. Dừng ghi việc mới, không xóa gì trên máy này; sao lưu ngay ra USB khác, mở ${IN_JOURNAL}, bấm “Kiểm tra sâu” rồi báo người hỗ trợ.`
    return `Bản ghi số ${showNumber(seq)}${author === null ? '' : ` của ${author}`} trong gói ${CHAINS[reason]}. ${KEPT}; ${AGAIN} và báo người hỗ trợ nếu vẫn gặp.`
  },
  B_NO_SPACE: ({ need, free }) =>
    `USB hoặc ổ đĩa không đủ chỗ${need === null || free === null ? '' : `: cần ${showSize(need)}, còn ${showSize(free, 'down')}`}. Dọn bớt tệp, làm trống thùng rác trên USB hoặc dùng USB khác rồi làm lại.`,
  B_STICK_GONE: () =>
    'Không còn đọc, ghi được USB hoặc ổ đĩa; có thể đã bị rút ra. Cắm lại hoặc dùng USB khác rồi làm lại, dữ liệu trên máy không bị ảnh hưởng.',
  B_READ_ONLY: () =>
    'USB hoặc thư mục đã chọn chỉ cho đọc nên không ghi được. Gạt khóa chống ghi trên USB, hoặc chọn nơi khác rồi làm lại.',
  B_TOO_BIG: ({ part }) =>
    `USB hoặc ổ đĩa không nhận tệp lớn như ${quote(part)}. Dùng USB khác, hoặc gửi làm nhiều lần, mỗi lần ít hồ sơ hơn.`,
  B_FILE_HELD: ({ part }) =>
    `Chưa đọc, ghi được ${quote(part)} vì một chương trình khác đang giữ tệp, thường là chương trình quét vi-rút. Đợi quét xong rồi làm lại; nếu vẫn gặp thì dùng USB khác hoặc báo người hỗ trợ.`,
  B_TOO_MUCH: (data) => tooMuch(data),
  B_READBACK: ({ part }) =>
    `Đã ghi nhưng đọc lại ${quote(part)} không khớp, USB có thể đã hỏng. Các tệp của lần ghi này đã được bỏ; dùng USB khác rồi xuất lại.`,
  B_CANCELLED: () =>
    'Đã dừng theo yêu cầu. Gói đang làm dở bị bỏ, các gói đã xong trước đó vẫn được giữ; có thể làm lại bất cứ lúc nào.',
}

const SIGNATURES: Labels<SignatureReason> = {
  form: 'Chữ ký của gói dữ liệu thiếu hoặc không đúng mẫu',
  key: 'Chữ ký của gói dữ liệu không phải của khóa trên phiếu kết nối',
  signature: 'Chữ ký của gói dữ liệu không khớp với nội dung',
  comment: 'Chữ ký của gói dữ liệu không gắn với đúng gói và nơi nhận này',
}

const CHAINS: Labels<ChainReason> = {
  gzip: 'không mở ra được',
  utf8: 'có ký tự không đọc được',
  lf: 'không kết thúc đúng quy cách',
  json: 'không đọc được',
  canonical: 'không viết đúng quy cách',
  hole: 'không nối tiếp số thứ tự trước đó',
  count: 'không khớp với số lượng đã kê khai',
  head: 'không khớp với dấu nối đã kê khai',
  stub: 'đã bị xóa mà không có bản ghi nào báo việc xóa',
}

/** What lies between what we hold and what the bundle brings, and who can send it: a full bundle always fills it. */
function gap({ channel, have, need, since, own }: RefusalData['B_GAP'], names: Names): string {
  const author = own === undefined ? authorOf(channel, names) : null
  const of = author === null ? '' : ` của ${author}`
  const missing =
    need - have === 2
      ? `thiếu bản ghi số ${showNumber(have + 1)}${of}`
      : `thiếu các bản ghi${of} từ số ${showNumber(have + 1)} đến số ${showNumber(need - 1)}`
  const instead =
    own === undefined ? `đề nghị ${author ?? 'nơi gửi'} xuất lại và chọn gửi lại đầy đủ` : sendAll('máy đã lập gói này')
  return `Chưa nhận được gói này vì còn ${missing}, nằm trong một gói gửi trước đó${since === undefined ? '' : ` (bản ghi cuối đã nhận lập ngày ${showDay(since)})`}. Nếu có gói trước, nhận gói đó trước; nếu không, ${instead}. Gói này vẫn còn nguyên.`
}

/**
 * Another history than the one we hold: whose, since when, and what to do. Of our own computers nobody is telephoned: the
 * one that holds the older copy has to hear of it, by a set that brings everything, what it wrote itself too.
 */
function fork({ channel, seq, since, own }: RefusalData['B_FORK'], names: Names): string {
  const at = `từ bản ghi số ${showNumber(seq)}${since === undefined ? '' : `, lập ngày ${showDay(since)}`}`
  if (own === undefined) {
    const author = authorOf(channel, names) ?? 'nơi gửi'
    return `Bản ghi của ${author} trong gói này khác với bản ghi đã nhận trước đây (${at}): máy của nơi đó đã được khôi phục từ bản sao lưu hoặc sao chép sang máy khác rồi dùng tiếp. ${KEPT}, gói giữ nguyên trên USB. Gọi cho ${author} để kiểm tra máy đang dùng. ${giveBack(author)}`
  }
  const writer = computerOf(channel, names)
  switch (own) {
    case 'here':
      return `Máy lập gói này có bản ghi của chính máy này nhưng không giống bản ghi trên máy (${at}): dữ liệu ở đây là bản cũ được khôi phục hoặc bản sao chép, việc đã được làm tiếp ở nơi khác. Bấm “Nhận gói này”: máy này nhận các bản ghi đó, làm việc tiếp như một máy mới và ghi lại những việc chỉ có ở đây, không mất việc nào.`
    case 'computer':
      return `Bản ghi của ${writer} trong gói này khác với bản ghi đã có ở đây (${at}): dữ liệu của máy lập gói là bản cũ được khôi phục hoặc bản sao chép rồi dùng tiếp. ${KEPT}, không phải gọi cho đơn vị nào. ${tellIt(' lập gói này')}`
    case 'lines':
      return `Bản ghi của ${writer} trong gói này khác với bản ghi đã có ở đây (${at}), mà nơi lập gói đã xác nhận giữ đúng các bản ghi như ở đây: gói này cũ. ${KEPT}. Nhận gói mới nhất của nơi đó trước, rồi nhận lại gói này; vẫn báo như vậy thì không cần nhận nữa, còn thiếu bản ghi nào thì đề nghị nơi đó xuất gói khôi phục mới.`
  }
}

/** What a clerk does so that a computer of the office sends what is lacking here. @param where - says which one */
export function sendAll(where: string): string {
  return `trên ${where} mở Trao đổi, mục Máy trong đơn vị, đánh dấu “Gửi lại đầy đủ từ đầu” rồi xuất gói, và nhận gói đó ở đây`
}

/** What an office does so that another one has again what it has told us before, and goes on from there. */
export function giveBack(office: string): string {
  return `Đúng là máy của nơi đó thì mở Trao đổi, thẻ Kết nối, xuất gói khôi phục cho ${office}: nơi đó nhận gói ấy rồi xuất lại; việc chỉ có ở máy đó tự được ghi lại.`
}

/** What a clerk does so that a computer of the office hears that its data is an old copy. @param which - says which one */
export function tellIt(which: string): string {
  return `Trên máy này mở Trao đổi, mục Máy trong đơn vị, đánh dấu “Gửi lại đầy đủ từ đầu” rồi xuất gói; nhận gói đó tại máy${which}, rồi xuất lại gói từ máy đó và nhận ở đây.`
}

/** Why a set that nobody could take in is not written, and how less goes into it. */
function tooMuch({ what, most, isWhole }: RefusalData['B_TOO_MUCH']): string {
  switch (what) {
    case 'lines':
      if (isWhole === true)
        return `Gói này phải có mọi bản ghi từ đầu, dài hơn ${showSize(most)}, mức nhiều nhất mà một gói chứa được; gói lớn hơn thì nơi nhận không mở. Chưa ghi gì ra USB; báo người hỗ trợ.`
      return `Các bản ghi cần gửi dài hơn ${showSize(most)}, mức nhiều nhất mà một gói chứa được; gói lớn hơn thì nơi nhận không mở. Chưa ghi gói này ra USB. Nếu đã đánh dấu “Gửi lại đầy đủ từ đầu” thì bỏ đánh dấu rồi xuất lại; nếu không, nhận gói mới nhất của nơi nhận trước để phần mềm biết nơi đó đã có đến đâu, rồi xuất lại. Vẫn báo như vậy thì báo người hỗ trợ.`
    case 'line':
      return `Có một bản ghi dài hơn ${showSize(most)}, mức nhiều nhất mà nơi nhận mở được, nên chưa xuất được gói. Chưa ghi gói này ra USB; báo người hỗ trợ.`
    case 'files':
      return `Gói phải chứa nhiều hơn ${showNumber(most)} tệp, mức nhiều nhất mà nơi nhận mở được, nên chưa xuất được gói. Chưa ghi gói này ra USB; báo người hỗ trợ.`
  }
}

function named(office: string, code: string, names: Names): string {
  return names.office?.(office) ?? `đơn vị có mã ${quote(code)}`
}

/** What a path inside a bundle is to a person; hashes and channels say nothing to anybody. */
function inside(path: string): string {
  if (path.startsWith('data/journal/')) return 'tệp bản ghi'
  if (path.startsWith('data/att/')) return 'một bản quét'
  return path === '' ? 'một tệp' : `tệp ${quote(path)}`
}
