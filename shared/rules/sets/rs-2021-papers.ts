/**
 * The papers of RS-2021 in the order of 12-HD/BTCTW 2022, part II, 1.1 (reference/procedure.md sections 3 and 4.1), with
 * the consents of its section 1 and the request for verification. Names are exact where a page shows them.
 */
import type { Condition, Step } from '../rule-codes.ts'
import type { RulePaper, Sourced } from '../rule-set.ts'
import { FORMS_2021, GUIDANCE_2021 as HD01, REGULATION_2021 as QD24 } from './citations.ts'

const LIST = `${FORMS_2021}, phần II, mục 1.1`

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
    article: `${FORMS_2021}, mẫu 20-KNĐ`,
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
  slot('DY-TONGIAO', 'Văn bản đồng ý của cấp có thẩm quyền đối với người theo tôn giáo', 'ifReligion', {
    article: 'Quy định số 06-QĐ/TW ngày 28/8/2018',
  }),
  slot('XM-NUOCNGOAI', 'Văn bản thẩm tra, xác minh yếu tố nước ngoài', 'ifForeignElement', {
    article: `${QD24}, điểm 6.1; Quy định số 127-QĐ/TW ngày 03/11/2004`,
  }),
  slot('KL-LSCT', 'Văn bản kết luận về lịch sử chính trị, chính trị hiện nay', 'ifPoliticalHistory', {
    article: 'Quy định số 58-QĐ/TW ngày 08/02/2022, Điều 10',
  }),
  slot('KL-DANSO', 'Văn bản kết luận về việc chấp hành chính sách dân số', 'ifPopulation', {
    article: 'Quy định số 05-QĐi/TW ngày 28/8/2018',
  }),
  slot('DY-CHUDN', 'Văn bản đồng ý của cấp có thẩm quyền đối với chủ doanh nghiệp tư nhân', 'ifOwner', {
    article: 'Hướng dẫn số 08-HD/BTCTW ngày 27/9/2021',
  }),
  slot('DY-KNLAI', 'Văn bản đồng ý của Ban Thường vụ Tỉnh ủy về việc kết nạp lại', 'ifReadmission', {
    article: `${QD24}, điểm 3.5`,
    confirmed: true,
    signedBy: seen('Ban Thường vụ Tỉnh ủy'),
  }),
  slot('NX-BIETPHAI', 'Bản nhận xét của đơn vị cử đi và của tổ chức đảng nơi đến', 'ifSeconded', {
    article: `${HD01}, mục 6.2a`,
    confirmed: true,
    count: 'any',
  }),
  slot('GT-NOIDI', 'Giấy giới thiệu người vào Đảng của cấp ủy nơi đi', 'ifMovedIn', {
    form: '19-KNĐ',
    article: HD01,
    signedBy: unseen('Cấp ủy nơi đi'),
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
  paper('b', 'recognitionVote', 'LL-HSDV', 'Lý lịch đảng viên', { form: 'HSĐV', signedBy: unseen('Đảng viên') }),
  paper('b', 'recognitionVote', 'PHIEU-HSDV', 'Phiếu đảng viên', { form: 'HSĐV', signedBy: unseen('Đảng viên') }),

  paper('c', 'recognitionVote', 'CN-DVM', 'Giấy chứng nhận học lớp bồi dưỡng đảng viên mới', {
    signedBy: seen('Trung tâm chính trị cấp huyện hoặc tương đương'),
  }),
  paper('c', 'recognitionVote', '10-KND', 'Bản tự kiểm điểm của đảng viên dự bị', {
    form: '10-KNĐ',
    signedBy: seen('Đảng viên dự bị'),
  }),
  paper('c', 'recognitionVote', '11-KND', 'Bản nhận xét đảng viên dự bị', {
    form: '11-KNĐ',
    signedBy: seen('Đảng viên chính thức được phân công giúp đỡ'),
  }),
  paper(
    'c',
    'recognitionVote',
    '12-KND',
    'Tổng hợp ý kiến nhận xét của tổ chức chính trị - xã hội nơi sinh hoạt và chi ủy nơi cư trú đối với đảng viên dự bị',
    { form: '12-KNĐ', nameConfirmed: false, signedBy: seen('Chi ủy (chi bộ)') },
  ),
  paper('c', 'recognitionCommittee', '13-KND', 'Nghị quyết đề nghị công nhận đảng viên chính thức', {
    form: '13-KNĐ',
    signedBy: seen('T/M chi bộ, Bí thư'),
  }),
  paper(
    'c',
    'recognitionCommittee',
    '14-KND',
    'Báo cáo thẩm định của đảng ủy bộ phận đề nghị công nhận đảng viên chính thức',
    {
      form: '14-KNĐ',
      when: 'ifSection',
      confirmed: false,
      signedBy: unseen('T/M đảng ủy bộ phận'),
    },
  ),
  paper('c', 'recognitionSubmit', '15-KND', 'Nghị quyết đề nghị công nhận đảng viên chính thức của đảng ủy cơ sở', {
    form: '15-KNĐ',
    when: 'ifCommittee',
    nameConfirmed: false,
    signedBy: seen('T/M đảng ủy cơ sở'),
  }),
  paper('c', 'card', '16-KND', 'Quyết định công nhận đảng viên chính thức', {
    form: '16-KNĐ',
    confirmed: false,
    signedBy: unseen('T/M Ban Thường vụ'),
  }),
]

/** A paper that only special cases need, wanted before the decision; which level must agree is often not confirmed. */
function slot(code: string, name: string, when: Condition, rest: Rest): RulePaper {
  return paper('a', 'decision', code, name, { confirmed: false, nameConfirmed: false, ...rest, when })
}

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
