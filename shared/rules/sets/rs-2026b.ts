/**
 * RS-2026b: from 26/7/2026 (208-QĐ/TW), known from secondary papers only. The base committee itself decides, so the way
 * is shorter: branch, the committee between where there is one, decision. The ceremony counts from the issue of the
 * decision.
 */
import type { Citations } from './citations.ts'
import { CITATIONS_2026A, RS_2026A, TEXTS_2026 } from './rs-2026a.ts'
import { successorOf } from './successor.ts'

const CITATIONS_2026B: Citations = { ...CITATIONS_2026A, regulation: 'Quy định số 208-QĐ/TW ngày 26/7/2026' }

const SHORT = ['branchVote', 'submit', 'decision']
const SHORT_SECTION = ['branchVote', 'sectionReport', 'submit', 'decision']
const RECOGNITION = ['recognitionVote', 'recognitionSubmit', 'recognitionDecision']
const RECOGNITION_SECTION = ['recognitionVote', 'recognitionReport', 'recognitionSubmit', 'recognitionDecision']

/** The rule set in force from 26/7/2026. */
export const RS_2026B = successorOf(RS_2026A, {
  id: 'RS-2026b',
  name: 'Quy định 208-QĐ/TW, Hướng dẫn 01-HD/TW năm 2026',
  from: '2026-07-26',
  period: { article: 'Quy định số 208-QĐ/TW ngày 26/7/2026', confirmed: false },
  texts: [
    {
      number: '208-QĐ/TW',
      date: '2026-07-26',
      name: 'Quy định của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng',
      confirmed: false,
    },
    ...TEXTS_2026,
  ],
  cites: [CITATIONS_2026A, CITATIONS_2026B],
  seen: [],
  nothingElseSeen: true,
  values: {
    'structure.levels.section': 'đảng ủy trực thuộc đảng ủy cơ sở',
    'structure.decidingBody': 'Ban Thường vụ Đảng ủy',
    'structure.paths.branch': SHORT,
    'structure.paths.baseBranch': SHORT,
    'structure.paths.section': SHORT_SECTION,
    'structure.paths.baseCommittee': SHORT,
    'structure.recognitionPaths.branch': RECOGNITION,
    'structure.recognitionPaths.baseBranch': RECOGNITION,
    'structure.recognitionPaths.section': RECOGNITION_SECTION,
    'structure.recognitionPaths.baseCommittee': RECOGNITION,
    'structure.cancellationPath': ['cancellationVote', 'cancellationSubmit', 'cancellationDecision'],
    'limits.ceremony.start': 'admissionIssued',
    'papers.7-KND.name': 'Báo cáo của đảng ủy trực thuộc đề nghị kết nạp đảng viên',
    'papers.7-KND.signedBy': 'T/M đảng ủy trực thuộc',
    'papers.14-KND.name': 'Báo cáo của đảng ủy trực thuộc đề nghị công nhận đảng viên chính thức',
    'papers.14-KND.signedBy': 'T/M đảng ủy trực thuộc',
  },
})
