/**
 * RS-2025b: from 01/7/2025, after the district level has ended. The committee that was below it decides as the level
 * above base organisations, and its building board reviews (inferred, not seen); consents to exceptions stay with the
 * province. Guidance and forms are new; of the forms only 13-KNĐ was seen. It ends when the next regulation begins.
 */
import { FORMS_2021, GUIDANCE_2021, type Citations } from './citations.ts'
import { RS_2025A } from './rs-2025a.ts'
import { successorOf } from './successor.ts'

/** Citations of RS-2025b. */
export const CITATIONS_2025B: Citations = {
  regulation: 'Quy định số 294-QĐ/TW',
  guidance: 'Hướng dẫn số 06-HD/TW năm 2025',
  forms: 'Hướng dẫn số 38-HD/BTCTW năm 2025',
}

const { regulation } = CITATIONS_2025B

/** The rule set in force from 01/7/2025. */
export const RS_2025B = successorOf(RS_2025A, {
  id: 'RS-2025b',
  name: 'Quy định 294-QĐ/TW, Hướng dẫn 06-HD/TW năm 2025, Hướng dẫn 38-HD/BTCTW',
  from: '2025-07-01',
  period: { article: 'Quy định số 294-QĐ/TW ngày 26/5/2025, hiệu lực từ 01/7/2025', confirmed: true },
  texts: [
    {
      number: '294-QĐ/TW',
      date: '2025-05-26',
      name: 'Quy định của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng',
      confirmed: true,
    },
    {
      number: '06-HD/TW',
      date: '2025-06-09',
      name: 'Hướng dẫn của Ban Bí thư một số vấn đề cụ thể thi hành Điều lệ Đảng',
      confirmed: true,
    },
    {
      number: '38-HD/BTCTW',
      name: 'Hướng dẫn của Ban Tổ chức Trung ương về nghiệp vụ công tác đảng viên (năm 2025)',
      confirmed: false,
    },
  ],
  cites: [{ regulation: 'Quy định số 232-QĐ/TW', guidance: GUIDANCE_2021, forms: FORMS_2021 }, CITATIONS_2025B],
  values: {
    'structure.levels.superior': 'Đảng ủy xã, phường, đặc khu',
    'structure.decidingBody': 'Ban Thường vụ Đảng ủy',
    'structure.reviewBody': 'Ban Xây dựng Đảng',
    'structure.trainingBody': 'Trung tâm chính trị',
    'papers.CN-DVM.signedBy': 'Trung tâm chính trị',
  },
  articles: {
    'structure.reviewBody': 'Quy định số 298-QĐ/TW',
    'structure.trainingBody': 'Quy định số 298-QĐ/TW',
    'structure.levels.superior': `${regulation}; Hướng dẫn số 31-HD/BTCTW ngày 23/4/2025`,
  },
  seen: [
    'eligibility.education.elderConsent',
    'eligibility.overAgeConsent',
    'papers.13-KND.name',
    'papers.DY-KNLAI.requiredWhen',
    'readmission',
    'structure.consentBody',
    'structure.levels.province',
    'structure.levels.superior',
    'structure.trainingBody',
  ],
})
