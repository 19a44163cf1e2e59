/**
 * RS-2025a: 20/01/2025 to 30/6/2025. The regulation is new (232-QĐ/TW), guidance and forms stay those of RS-2021. Seen of
 * it are age and education, the time limits of decision and ceremony, and transfers.
 */
import { CITATIONS_2021, FORMS_2021, GUIDANCE_2021, type Citations } from './citations.ts'
import { RS_2021 } from './rs-2021.ts'
import { successorOf } from './successor.ts'

const CITATIONS_2025A: Citations = {
  regulation: 'Quy định số 232-QĐ/TW',
  guidance: GUIDANCE_2021,
  forms: FORMS_2021,
}

/** The rule set in force from 20/01/2025 to 30/6/2025. */
export const RS_2025A = successorOf(RS_2021, {
  id: 'RS-2025a',
  name: 'Quy định 232-QĐ/TW, Hướng dẫn 01-HD/TW năm 2021, Hướng dẫn 12-HD/BTCTW',
  from: '2025-01-20',
  to: '2025-06-30',
  period: { article: 'Quy định số 232-QĐ/TW ngày 20/01/2025; Quy định số 294-QĐ/TW', confirmed: true },
  texts: [
    {
      number: '232-QĐ/TW',
      date: '2025-01-20',
      name: 'Quy định của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng',
      confirmed: true,
    },
    ...RS_2021.texts.slice(1),
  ],
  cites: [CITATIONS_2021, CITATIONS_2025A],
  seen: [
    'eligibility.education',
    'eligibility.maxAgeMonths',
    'eligibility.minAgeMonths',
    'eligibility.overAgeConsent',
    'limits.ceremony',
    'limits.decision',
    'limits.transferPresent',
    'limits.transferWhole',
    'membership.temporaryTransferMaxMonths',
    'membership.temporaryTransferMinMonths',
    'papers.DY-TUOI.requiredWhen',
    'requirements.ceremonyAfterDecision',
    'requirements.refusalNotified',
    'structure.consentBody',
    'structure.decidingBody',
    'structure.levels.province',
    'structure.levels.superior',
  ],
})
