/**
 * Vietnamese names of the closed lists of the way to admission: relatives, circumstances, classes, verification, opinions,
 * what the reviewing body concludes. Total maps, so that a new code does not compile without its name.
 */
import type {
  ClassResult,
  DossierReview,
  HelperNote,
  LimitExtension,
  ShortVoteReport,
  VerificationAnswer,
  VerificationRequest,
} from '../model/acts-before.ts'
import type { Circumstance, Kinship, LeftReason, OpinionFrom, PartyClass } from '../model/codes.ts'
import type { ResumePart } from '../model/resume.ts'
import type { SnapshotList } from '../model/snapshot.ts'
import type { Labels } from './labels.ts'

/** Relatives, seen from the applicant. */
export const KINSHIPS: Labels<Kinship> = {
  father: 'Cha đẻ',
  mother: 'Mẹ đẻ',
  fosterParent: 'Người trực tiếp nuôi dưỡng',
  sibling: 'Anh, chị, em ruột',
  spouse: 'Vợ hoặc chồng',
  child: 'Con đẻ',
  spouseFather: 'Cha đẻ của vợ hoặc chồng',
  spouseMother: 'Mẹ đẻ của vợ hoặc chồng',
  spouseFosterParent: 'Người trực tiếp nuôi dưỡng vợ hoặc chồng',
  spouseSibling: 'Anh, chị, em ruột của vợ hoặc chồng',
  other: 'Người thân khác',
}

/** Why somebody left the Party before. */
export const LEFT_REASONS: Labels<LeftReason> = {
  abandoned: 'Tự bỏ sinh hoạt đảng',
  ownRequest: 'Làm đơn xin ra khỏi Đảng',
  disunity: 'Gây mất đoàn kết nội bộ nghiêm trọng',
  corruption: 'Bị kết án vì tham nhũng',
  seriousCrime: 'Bị kết án về tội nghiêm trọng trở lên',
  hardship: 'Xin ra khỏi Đảng vì gia đình đặc biệt khó khăn',
  removed: 'Bị xóa tên trong danh sách đảng viên',
  expelled: 'Bị khai trừ',
  lightCrime: 'Bị án hình sự về tội ít nghiêm trọng',
  thirdChild: 'Vi phạm chính sách dân số, sinh con thứ ba',
  fourthChild: 'Vi phạm chính sách dân số, sinh con thứ tư',
}

/** Circumstances that ask for papers, consents or another place. */
export const CIRCUMSTANCES: Labels<Circumstance> = {
  religion: 'Người theo tôn giáo',
  foreignElement: 'Có yếu tố nước ngoài',
  politicalHistory: 'Có vấn đề về lịch sử chính trị hoặc chính trị hiện nay',
  population: 'Cần kết luận về chấp hành chính sách dân số',
  owner: 'Chủ doanh nghiệp tư nhân',
  readmission: 'Xin kết nạp lại',
  seconded: 'Được cử biệt phái',
  movedIn: 'Chuyển đến khi đang được giúp đỡ, xem xét',
  elder: 'Già làng, trưởng bản, người có uy tín',
}

/** Classes. */
export const PARTY_CLASSES: Labels<PartyClass> = {
  awareness: 'Lớp bồi dưỡng nhận thức về Đảng',
  newMember: 'Lớp bồi dưỡng đảng viên mới',
}

/** How a class ended. */
export const CLASS_OUTCOMES: Labels<ClassResult['outcome']> = {
  passed: 'Hoàn thành',
  failed: 'Chưa đạt',
  absent: 'Không dự học',
}

/** What the helper thinks of the person. */
export const NOTE_STANDINGS: Labels<HelperNote['standing']> = {
  good: 'Phấn đấu tốt',
  needsWork: 'Cần cố gắng thêm',
  unsuitable: 'Không phù hợp để kết nạp',
}

/** Who gives an opinion. */
export const OPINION_SOURCES: Labels<OpinionFrom> = {
  youthUnion: 'Đoàn TNCS Hồ Chí Minh',
  tradeUnion: 'Công đoàn',
  womenUnion: 'Hội Liên hiệp Phụ nữ',
  farmersUnion: 'Hội Nông dân',
  veterans: 'Hội Cựu chiến binh',
  fatherlandFront: 'Mặt trận Tổ quốc',
  residence: 'Chi ủy (chi bộ) nơi cư trú',
  other: 'Tổ chức khác',
}

/** How a verification is done. */
export const VERIFICATION_METHODS: Labels<VerificationRequest['method']> = {
  letter: 'Gửi công văn',
  memberSent: 'Cử đảng viên đi thẩm tra',
  representation: 'Qua cơ quan đại diện hoặc cơ quan an ninh',
}

/** What a verification found. */
export const VERIFICATION_RESULTS: Labels<VerificationAnswer['result']> = {
  clear: 'Rõ ràng, đúng với lý lịch',
  unclear: 'Chưa rõ, cần thẩm tra thêm',
  adverse: 'Có vấn đề phải xem xét',
}

/** Whose vote fell short. */
export const SHORT_VOTE_BODIES: Labels<ShortVoteReport['body']> = { branch: 'Chi bộ', committee: 'Đảng ủy cơ sở' }

/** What the reviewing body concluded. */
export const REVIEW_OUTCOMES: Labels<DossierReview['outcome']> = {
  agree: 'Đồng ý, trình cơ quan ra quyết định',
  hold: 'Để lại để thẩm tra',
  askOpinion: 'Xin ý kiến cơ quan ra quyết định',
}

/** Limits the deciding office may lengthen. */
export const EXTENDABLE_LIMITS: Labels<LimitExtension['limit']> = {
  decision: 'Thời hạn quyết định kết nạp',
  recognitionDecision: 'Thời hạn quyết định công nhận chính thức',
}

/** Parts of the CV that may stay as written by hand. */
export const RESUME_PARTS: Labels<ResumePart> = {
  relatives: 'Hoàn cảnh gia đình',
  periods: 'Lịch sử bản thân và công việc đã qua',
  trainings: 'Đào tạo, bồi dưỡng',
  journeys: 'Đi nước ngoài',
  rewards: 'Khen thưởng',
  disciplines: 'Kỷ luật',
  earlier: 'Lần vào Đảng trước',
}

/** The mark of a part that stays as written by hand. */
export const BY_HAND = 'Theo bản viết tay'

/** What a case that is sent by value has lists of, as counted: '21 lần biểu quyết của chi bộ'. */
export const SENT_LISTS: Labels<SnapshotList> = {
  helpers: 'lần phân công đảng viên giúp đỡ',
  papers: 'giấy tờ',
  branchVotes: 'lần biểu quyết của chi bộ',
  committeeVotes: 'lần biểu quyết của đảng ủy cơ sở',
  lifts: 'lần chấp thuận ngoại lệ',
  transfers: 'lần chuyển sinh hoạt đảng',
  seals: 'lần đóng dấu giáp lai lý lịch',
  verifications: 'lần đề nghị thẩm tra lý lịch',
  waivers: 'lần ghi người không phải thẩm tra lại',
  opinions: 'ý kiến nhận xét',
  classResults: 'kết quả lớp học',
  pupilPlaces: 'lần ghi năm học, lớp',
  pupilEvaluations: 'lần đánh giá theo học kỳ',
}
