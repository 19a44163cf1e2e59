/**
 * The papers of RS-2021 in the order of 12-HD/BTCTW 2022, part II, 1.1 (reference/procedure.md sections 3 and 4.1), with
 * the consents of its section 1 and the request for verification. Names are exact where a page shows them.
 */
import type { Condition, RulePaper, Sourced, Step } from '../rule-set.ts'

const LIST = 'Hướng dẫn số 12-HD/BTCTW năm 2022, phần II, mục 1.1'
const HD01 = 'Hướng dẫn số 01-HD/TW năm 2021'
const QD24 = 'Quy định số 24-QĐ/TW'

type Rest = Partial<Omit<RulePaper, 'code' | 'name' | 'phase' | 'requiredWhen' | 'neededBefore'>> & {
  readonly when?: Condition
  readonly article?: string
  readonly confirmed?: boolean
  readonly nameConfirmed?: boolean
}

/** The papers of RS-2021. */
export const PAPERS_2021: RulePaper[] = [
  paper('a', 'branchVote', 'CN-NTVD', 'Giấy chứng nhận học lớp bồi dưỡng nhận thức về Đảng', {
    form: 'CN-NTVĐ',
    signedBy: unseen('Trung tâm chính trị hoặc cấp ủy có thẩm quyền'),
    validity: { value: { months: 60, until: 'branchMeeting' }, article: `${HD01}, mục 3`, confirmed: true },
  }),
  paper('a', 'branchVote', '1-KND', 'Đơn xin vào Đảng', { form: '1-KNĐ', signedBy: seen('Người xin vào Đảng') }),
  paper('a', 'branchVote', '2-KND', 'Lý lịch của người xin vào Đảng', {
    form: '2-KNĐ',
    signedBy: seen('Người xin vào Đảng; cấp ủy chứng nhận'),
  }),
  paper('a', 'branchVote', 'TT-2-KND', 'Văn bản thẩm tra lý lịch của người xin vào Đảng', {
    article: `${LIST}; ${HD01}, mục 3.4`,
    nameConfirmed: false,
    signedBy: unseen('Cấp ủy nơi thẩm tra'),
    renewed: unseen(true),
    count: 'any',
    keptOutsideByDefault: true,
  }),
  paper('a', 'branchVote', '20-KND', 'Công văn đề nghị thẩm tra lý lịch của người xin vào Đảng', {
    form: '20-KNĐ',
    when: 'optional',
    article: 'Hướng dẫn số 12-HD/BTCTW năm 2022, mẫu 20-KNĐ',
    signedBy: seen('Đảng ủy cơ sở'),
    count: 'any',
  }),
  paper('a', 'branchVote', '3-KND', 'Giấy giới thiệu người vào Đảng', {
    form: '3-KNĐ',
    signedBy: seen('Đảng viên chính thức được phân công giúp đỡ'),
    renewed: seen(true),
    count: 'perIntroducer',
  }),
  paper('a', 'branchVote', '4-KND', 'Nghị quyết giới thiệu đoàn viên ưu tú vào Đảng', {
    form: '4-KNĐ',
    when: 'ifYouthUnion',
    signedBy: seen('Ban Chấp hành Đoàn TNCS Hồ Chí Minh cơ sở'),
    renewed: seen(true),
  }),
  paper('a', 'branchVote', '4A-KND', 'Nghị quyết giới thiệu đoàn viên công đoàn vào Đảng', {
    form: '4A-KNĐ',
    when: 'ifTradeUnion',
    signedBy: seen('Ban Chấp hành Công đoàn cơ sở'),
    renewed: seen(true),
  }),
  paper(
    'a',
    'branchVote',
    '5-KND',
    'Tổng hợp ý kiến nhận xét của tổ chức chính trị - xã hội nơi người vào Đảng sinh hoạt và chi ủy (chi bộ) nơi cư trú đối với người vào Đảng',
    { form: '5-KNĐ', nameConfirmed: false, signedBy: seen('Chi ủy (chi bộ)'), renewed: unseen(true) },
  ),
  paper('a', 'decision', 'DY-TUOI', 'Văn bản đồng ý của Ban Thường vụ Tỉnh ủy đối với người trên 60 tuổi', {
    when: 'ifOverAge',
    article: `${QD24}, điểm 1.1; ${HD01}, mục 1`,
    nameConfirmed: false,
    signedBy: seen('Ban Thường vụ Tỉnh ủy'),
  }),
  paper('a', 'decision', 'DY-HOCVAN', 'Văn bản đồng ý của Ban Thường vụ Tỉnh ủy về trình độ học vấn', {
    when: 'ifElder',
    article: `${HD01}, mục 1`,
    nameConfirmed: false,
    signedBy: seen('Ban Thường vụ Tỉnh ủy'),
  }),

  paper('b', 'committeeVote', '6-KND', 'Nghị quyết đề nghị kết nạp đảng viên', {
    form: '6-KNĐ',
    signedBy: seen('T/M chi bộ, Bí thư'),
  }),
  paper('b', 'committeeVote', '7-KND', 'Báo cáo thẩm định của đảng ủy bộ phận đề nghị kết nạp đảng viên', {
    form: '7-KNĐ',
    when: 'ifSection',
    nameConfirmed: false,
    signedBy: seen('T/M đảng ủy bộ phận'),
  }),
  paper('b', 'submit', '8-KND', 'Nghị quyết đề nghị kết nạp đảng viên của đảng ủy cơ sở', {
    form: '8-KNĐ',
    when: 'ifCommittee',
    signedBy: seen('T/M đảng ủy cơ sở'),
  }),
  paper('b', 'ceremony', '9-KND', 'Quyết định kết nạp đảng viên', {
    form: '9-KNĐ',
    signedBy: seen('T/M Ban Thường vụ'),
  }),
  paper('b', 'ceremony', 'DY-LE', 'Văn bản đồng ý tổ chức lễ kết nạp đảng viên quá thời hạn', {
    when: 'ifCeremonyLate',
    article: `${QD24}, điểm 4.1`,
    nameConfirmed: false,
    signedBy: seen('Cấp ủy cấp trên trực tiếp'),
  }),
  paper('b', 'recognition', 'LL-HSDV', 'Lý lịch đảng viên', { form: 'HSĐV', signedBy: unseen('Đảng viên') }),
  paper('b', 'recognition', 'PHIEU-HSDV', 'Phiếu đảng viên', { form: 'HSĐV', signedBy: unseen('Đảng viên') }),

  paper('c', 'recognition', 'CN-DVM', 'Giấy chứng nhận học lớp bồi dưỡng đảng viên mới', {
    signedBy: seen('Trung tâm chính trị cấp huyện hoặc tương đương'),
  }),
  paper('c', 'recognition', '10-KND', 'Bản tự kiểm điểm của đảng viên dự bị', {
    form: '10-KNĐ',
    signedBy: seen('Đảng viên dự bị'),
  }),
  paper('c', 'recognition', '11-KND', 'Bản nhận xét đảng viên dự bị', {
    form: '11-KNĐ',
    signedBy: seen('Đảng viên chính thức được phân công giúp đỡ'),
  }),
  paper(
    'c',
    'recognition',
    '12-KND',
    'Tổng hợp ý kiến nhận xét của tổ chức chính trị - xã hội nơi sinh hoạt và chi ủy nơi cư trú đối với đảng viên dự bị',
    { form: '12-KNĐ', nameConfirmed: false, signedBy: seen('Chi ủy (chi bộ)') },
  ),
  paper('c', 'recognition', '13-KND', 'Nghị quyết đề nghị công nhận đảng viên chính thức', {
    form: '13-KNĐ',
    signedBy: seen('T/M chi bộ, Bí thư'),
  }),
  paper('c', 'recognition', '14-KND', 'Báo cáo thẩm định của đảng ủy bộ phận đề nghị công nhận đảng viên chính thức', {
    form: '14-KNĐ',
    when: 'ifSection',
    confirmed: false,
    signedBy: unseen('T/M đảng ủy bộ phận'),
  }),
  paper('c', 'recognition', '15-KND', 'Nghị quyết đề nghị công nhận đảng viên chính thức của đảng ủy cơ sở', {
    form: '15-KNĐ',
    when: 'ifCommittee',
    nameConfirmed: false,
    signedBy: seen('T/M đảng ủy cơ sở'),
  }),
  paper('c', 'recognition', '16-KND', 'Quyết định công nhận đảng viên chính thức', {
    form: '16-KNĐ',
    confirmed: false,
    signedBy: unseen('T/M Ban Thường vụ'),
  }),
]

function paper(phase: RulePaper['phase'], neededBefore: Step, code: string, name: string, rest: Rest): RulePaper {
  const { when = 'always', article = LIST, confirmed = true, nameConfirmed = confirmed, ...fields } = rest
  return {
    code,
    name: { value: name, article, confirmed: nameConfirmed },
    phase,
    requiredWhen: { value: when, article, confirmed },
    neededBefore,
    count: 'one',
    copies: unseen(1),
    keptOutsideByDefault: false,
    ...fields,
  }
}

function seen<T>(value: T): Sourced<T> {
  return { value, article: LIST, confirmed: true }
}

function unseen<T>(value: T): Sourced<T> {
  return { value, article: LIST, confirmed: false }
}
