/**
 * Names of what lists of people are narrowed by beside the columns of a row.
 */
import type { DUE_FILTERS, FINDING_FILTERS } from '../contract/list-filters.ts'
import type { Labels } from './labels.ts'

/** Deadlines. */
export const DUE_LABELS: Labels<(typeof DUE_FILTERS)[number]> = {
  late: 'Đã quá hạn',
  week: 'Đến hạn trong 7 ngày',
  month: 'Đến hạn trong 30 ngày',
  quarter: 'Đến hạn trong 90 ngày',
}

/** Findings. */
export const FINDING_LABELS: Labels<(typeof FINDING_FILTERS)[number]> = {
  block: 'Có điểm phải xử lý',
  warn: 'Có điểm cần lưu ý',
  C1: 'Tuổi',
  C2: 'Trình độ học vấn',
  C3: 'Giấy chứng nhận lớp nhận thức hết giá trị',
  C4: 'Giấy chứng nhận lớp nhận thức sắp hết giá trị',
  C5: 'Thiếu giấy tờ trước khi chi bộ họp',
  C6: 'Thiếu người hoặc tổ chức giới thiệu',
  C7: 'Người giúp đỡ, giới thiệu',
  C8: 'Thẩm tra lý lịch',
  C9: 'Thẩm tra lý lịch quá hạn trả lời',
  C10: 'Giấy tờ để quá thời hạn phải làm lại',
  C12: 'Số liệu cuộc họp chi bộ',
  C17: 'Thời hạn xét quyết định',
  C18: 'Thẩm quyền quyết định',
  C20: 'Thông báo việc không kết nạp',
  C21: 'Thời hạn tổ chức lễ kết nạp',
  C22: 'Người giúp đỡ đảng viên dự bị',
  C24: 'Sắp hết thời gian dự bị',
  C25: 'Thời điểm xét công nhận chính thức',
  C26: 'Thiếu giấy tờ xét công nhận chính thức',
  C27: 'Số liệu biểu quyết công nhận chính thức',
  C28: 'Thời hạn quyết định công nhận chính thức',
  C29: 'Ngày chính thức ghi trên quyết định',
  C30: 'Không đủ tư cách công nhận chính thức',
  C31: 'Điều kiện kết nạp lại',
  C32: 'Trường hợp cụ thể thiếu giấy tờ',
  C33: 'Thời hạn chuyển sinh hoạt',
  C35: 'Nội dung lý lịch',
  C36: 'Thông tin khác nhau giữa các giấy tờ',
  C38: 'Số nghị quyết, quyết định cần đối chiếu',
  C40: 'Số định danh cá nhân',
  C46: 'Thời hạn báo đảng viên từ trần, ra khỏi Đảng',
  P2: 'Chấp thuận ngoại lệ chờ xác nhận',
  'P2-here': 'Chấp thuận ngoại lệ chờ đơn vị mình xác nhận',
  versions: 'Thông tin hai nơi ghi khác nhau, cần đối chiếu',
}
