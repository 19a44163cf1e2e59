/**
 * Names of the lists that can be written to a spreadsheet, and of their columns.
 */
import type { ListName } from '../documents/codes.ts'
import type { Labels } from './labels.ts'

/** Lists that can be written to a spreadsheet. */
export const LIST_NAMES: Labels<ListName> = {
  candidates: 'Danh sách nguồn và hồ sơ',
  members: 'Danh bạ đảng viên',
  units: 'Danh sách đơn vị trực thuộc',
  home: 'Danh sách việc cần làm',
  reviews: 'Kết quả rà soát danh sách hằng tháng',
  nominations: 'Danh sách đề nghị cử đi học',
  certificates: 'Sổ cấp giấy chứng nhận',
  models: 'Mô hình, cách làm hay',
  examples: 'Gương điển hình được tuyên truyền',
  owed: 'Danh sách đảng viên dự bị cần học lớp đảng viên mới',
  exchangeHistory: 'Sổ theo dõi trao đổi gói dữ liệu',
}

/** Which way a bundle went. */
export const BUNDLE_DIRECTIONS: Labels<'out' | 'in'> = { out: 'Gửi đi', in: 'Nhận về' }

/** Columns of lists. */
export const LIST_COLUMNS = {
  place: 'Số thứ tự',
  name: 'Họ và tên',
  birth: 'Ngày sinh',
  sex: 'Nam, nữ',
  identityNumber: 'Số định danh cá nhân',
  ethnicity: 'Dân tộc',
  religion: 'Tôn giáo',
  education: 'Trình độ học vấn',
  qualification: 'Trình độ chuyên môn',
  occupation: 'Nghề nghiệp',
  unit: 'Đơn vị trực thuộc',
  source: 'Nguồn giới thiệu',
  helper: 'Đảng viên giúp đỡ',
  stage: 'Tình trạng hồ sơ',
  registeredOn: 'Ngày vào danh sách',
  submittedOn: 'Ngày gửi hồ sơ',
  decisionNumber: 'Số quyết định',
  decidedOn: 'Ngày quyết định',
  ceremonyOn: 'Ngày tổ chức lễ kết nạp',
  post: 'Chức vụ',
  admittedOn: 'Ngày kết nạp',
  officialDate: 'Ngày chính thức',
  helps: 'Số người đang giúp đỡ',
  type: 'Loại đơn vị',
  sector: 'Lĩnh vực',
  area: 'Khu vực',
  official: 'Đảng viên chính thức',
  probationary: 'Đảng viên dự bị',
  countedOn: 'Tính đến ngày',
  cases: 'Số người đang theo dõi',
  next: 'Việc tiếp theo',
  deadline: 'Thời hạn',
  due: 'Hạn',
  blocks: 'Số điểm phải xử lý',
  month: 'Tháng rà soát',
  reviewedOn: 'Ngày họp rà soát',
  resolution: 'Nghị quyết',
  onList: 'Số người trong danh sách',
  added: 'Số người đưa vào',
  removed: 'Số người đưa ra',
  class: 'Lớp bồi dưỡng',
  nominatedOn: 'Ngày đề nghị',
  certificateNumber: 'Số giấy chứng nhận',
  certificateOn: 'Ngày cấp',
  validUntil: 'Có giá trị đến',
  model: 'Tên mô hình',
  workArea: 'Lĩnh vực của mô hình, gương',
  since: 'Thực hiện từ ngày',
  description: 'Nội dung, cách làm',
  results: 'Kết quả gần nhất',
  resultsOn: 'Ngày báo kết quả',
  takenUp: 'Số nơi áp dụng',
  example: 'Họ và tên, tập thể',
  exampleKind: 'Loại',
  work: 'Chức vụ, công việc',
  story: 'Nội dung gương điển hình',
  consentOn: 'Ngày đồng ý',
  signer: 'Người ký',
  reissued: 'Cấp lại',
  attendBy: 'Cần học trước ngày',
  classEnds: 'Ngày bế giảng',
  exchangedOn: 'Ngày trao đổi',
  direction: 'Gửi hay nhận',
  otherOffice: 'Đơn vị trao đổi',
  bundleKind: 'Loại gói',
  entries: 'Số bản ghi',
  scans: 'Số bản quét',
} as const

/** A column of a list. */
export type ListColumnId = keyof typeof LIST_COLUMNS
