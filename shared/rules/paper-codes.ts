/**
 * Codes of the papers that checks speak of. A code is stable over all rule sets, even where a later edition prints
 * another form number; everything else about a paper is data of the set.
 */

export { CLASS_CERTIFICATE, NEW_MEMBER_CERTIFICATE } from '../model/certificate-codes.ts'

/** Đơn xin vào Đảng. */
export const APPLICATION = '1-KND'
/** Lý lịch của người xin vào Đảng. */
export const RESUME = '2-KND'
/** Văn bản thẩm tra lý lịch, one per answering committee. */
export const VERIFICATION = 'TT-2-KND'
/** Công văn đề nghị thẩm tra lý lịch. */
export const VERIFICATION_REQUEST = '20-KND'
/** Giấy giới thiệu người vào Đảng, one per introducing member. */
export const INTRODUCTION = '3-KND'
/** Nghị quyết giới thiệu đoàn viên ưu tú vào Đảng. */
export const YOUTH_UNION = '4-KND'
/** Nghị quyết giới thiệu đoàn viên công đoàn vào Đảng. */
export const TRADE_UNION = '4A-KND'
/** Tổng hợp ý kiến nhận xét. */
export const OPINIONS = '5-KND'
/** Nghị quyết đề nghị kết nạp đảng viên of the branch. */
export const BRANCH_RESOLUTION = '6-KND'
/** Báo cáo của đảng ủy bộ phận. */
export const SECTION_REPORT = '7-KND'
/** Nghị quyết đề nghị kết nạp đảng viên of the committee. */
export const COMMITTEE_RESOLUTION = '8-KND'
/** Quyết định kết nạp đảng viên. */
export const ADMISSION_DECISION = '9-KND'
/** Consent to a ceremony held late. */
export const LATE_CEREMONY_CONSENT = 'DY-LE'
/** Bản tự kiểm điểm của đảng viên dự bị. */
export const SELF_REVIEW = '10-KND'
/** Bản nhận xét đảng viên dự bị of the member who helps. */
export const HELPER_REVIEW = '11-KND'
/** Tổng hợp ý kiến nhận xét đối với đảng viên dự bị. */
export const PROBATION_OPINIONS = '12-KND'
/** Nghị quyết đề nghị công nhận đảng viên chính thức of the branch. */
export const RECOGNITION_RESOLUTION = '13-KND'
/** Báo cáo của đảng ủy bộ phận on recognition. */
export const RECOGNITION_REPORT = '14-KND'
/** Nghị quyết đề nghị công nhận of the committee. */
export const RECOGNITION_COMMITTEE = '15-KND'
/** Quyết định công nhận đảng viên chính thức. */
export const RECOGNITION_DECISION = '16-KND'
