/**
 * Samples of the refusals about follow-up, and of what cannot be there.
 */
import type { RefusalData } from '../../../../shared/contract/refusals.ts'
import type { FollowRefusal } from '../../../../shared/words/refusals-follow.ts'
import type { Samples } from './refusal-samples.ts'

const NAME = 'Nguyễn Thị Hòa'

/** Samples by code. */
export const FOLLOW_REFUSALS: Samples<Pick<RefusalData, FollowRefusal>> = {
  TARGET_BELOW_RESULT: [{ year: 2024, number: 5, admitted: 7 }],
  NOT_BELOW: [{ name: 'Huyện ủy Kim Bảng' }],
  RECORDED_ELSEWHERE: [{ name: 'Mô hình thanh niên ưu tú', office: 'Đảng ủy xã Đồng Hóa' }],
  CONSENT_NEEDED: [{ name: NAME }],
  INSPECTION_ELSEWHERE: [{ name: 'Đảng ủy xã Đồng Hóa' }],
  NOTHING_TO_MEND: [
    { topic: 'Kiểm tra công tác kết nạp đảng viên', mended: true },
    { topic: 'Kiểm tra công tác kết nạp đảng viên', mended: false },
  ],
  RATING_LEVEL_UNKNOWN: [{ level: 'Hoàn thành nhiệm vụ' }],
  YEAR_TO_COME: [{ year: 2025 }],
}

/** Samples of what cannot be. */
export const FOLLOW_IMPOSSIBLES: readonly RefusalData['IMPOSSIBLE'][] = [
  { what: 'takesUpOwnModel', data: { name: 'Chi bộ thôn Đồng Sơn' } },
  { what: 'strengthToMend', data: {} },
  { what: 'mendedWithDay', data: {} },
]
