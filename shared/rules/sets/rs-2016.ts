/**
 * RS-2016: to 29/7/2021, for dossiers that began then. Seen of it are the time limits (29-QĐ/TW, 4.1 to 4.3), the
 * resolution of the branch (01-HD/TW 2016, 3.6) and the education asked for; the rest is taken from RS-2021.
 */
import { CITATIONS_2021, type Citations } from './citations.ts'
import { RS_2021 } from './rs-2021.ts'
import { successorOf } from './successor.ts'

const CITATIONS_2016: Citations = {
  regulation: 'Quy định số 29-QĐ/TW',
  guidance: 'Hướng dẫn số 01-HD/TW năm 2016',
  forms: 'Hướng dẫn số 09-HD/BTCTW năm 2017',
}

/** The rule set in force until 29/7/2021. */
export const RS_2016 = successorOf(RS_2021, {
  id: 'RS-2016',
  name: 'Quy định 29-QĐ/TW, Hướng dẫn 01-HD/TW năm 2016, Hướng dẫn 09-HD/BTCTW',
  from: '2016-07-25',
  to: '2021-07-29',
  period: { article: 'Quy định số 29-QĐ/TW; Quy định số 24-QĐ/TW ngày 30/7/2021', confirmed: false },
  texts: [
    {
      number: '29-QĐ/TW',
      date: '2016-07-25',
      name: 'Quy định của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng',
      confirmed: true,
    },
    {
      number: '01-HD/TW',
      name: 'Hướng dẫn của Ban Bí thư một số vấn đề cụ thể thi hành Điều lệ Đảng (năm 2016)',
      confirmed: true,
    },
    {
      number: '09-HD/BTCTW',
      name: 'Hướng dẫn của Ban Tổ chức Trung ương về nghiệp vụ công tác đảng viên (năm 2017)',
      confirmed: true,
    },
  ],
  cites: [CITATIONS_2021, CITATIONS_2016],
  seen: [
    'eligibility.education.minimum',
    'limits.decision',
    'limits.ceremony',
    'limits.recognitionReview',
    'limits.recognitionDecision',
    'requirements.refusalNotified',
    'votes.branch.share',
  ],
})
