/**
 * RS-2026a: 2026 to 25/7/2026 (20-QĐ/TW). Nothing of it could be read, so nothing is confirmed. The day it began is not
 * known either: shipped is the day of its guidance, the only dated text, for an office to correct.
 */
import { CITATIONS_2025B, RS_2025B } from './rs-2025b.ts'
import type { Citations } from './citations.ts'
import { successorOf } from './successor.ts'

/** Citations of RS-2026a. */
export const CITATIONS_2026A: Citations = {
  regulation: 'Quy định số 20-QĐ/TW năm 2026',
  guidance: 'Hướng dẫn số 01-HD/TW ngày 19/5/2026',
  forms: CITATIONS_2025B.forms,
}

/** Guidance and forms of 2026, as RS-2026b has them too. */
export const TEXTS_2026 = [
  {
    number: '01-HD/TW',
    date: '2026-05-19',
    name: 'Hướng dẫn của Ban Bí thư một số vấn đề cụ thể thi hành Điều lệ Đảng',
    confirmed: false,
  },
  {
    number: '38-HD/BTCTW',
    name: 'Hướng dẫn của Ban Tổ chức Trung ương về nghiệp vụ công tác đảng viên (năm 2025, hoặc văn bản thay thế)',
    confirmed: false,
  },
]

/** The rule set in force in 2026 until 25/7/2026. */
export const RS_2026A = successorOf(RS_2025B, {
  id: 'RS-2026a',
  name: 'Quy định 20-QĐ/TW năm 2026, Hướng dẫn 01-HD/TW năm 2026',
  from: '2026-05-19',
  to: '2026-07-25',
  period: { article: 'Quy định số 20-QĐ/TW năm 2026; Quy định số 208-QĐ/TW ngày 26/7/2026', confirmed: false },
  texts: [
    {
      number: '20-QĐ/TW',
      name: 'Quy định của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng (năm 2026)',
      confirmed: false,
    },
    ...TEXTS_2026,
  ],
  cites: [CITATIONS_2025B, CITATIONS_2026A],
  seen: [],
  nothingElseSeen: true,
})
