/**
 * RS-2021: 30/7/2021 to 19/01/2025, the set of the founding letter. Articles and `confirmed` follow
 * reference/procedure.md: `seen` = a page that prints or quotes the rule was seen; `unseen` = memory or inference, a
 * default that an office may correct. Names are printed on papers as they stand here.
 */
import type { RuleSet, Sourced } from '../rule-set.ts'
import { PAPERS_2021 } from './rs-2021-papers.ts'

const STATUTE = 'Điều lệ Đảng'
const QD24 = 'Quy định số 24-QĐ/TW'
const HD01 = 'Hướng dẫn số 01-HD/TW năm 2021'
const HD12 = 'Hướng dẫn số 12-HD/BTCTW năm 2022'

function seen<T>(value: T, article: string): Sourced<T> {
  return { value, article, confirmed: true }
}

function unseen<T>(value: T, article: string): Sourced<T> {
  return { value, article, confirmed: false }
}

/** The rule set in force from 30/7/2021 to 19/01/2025. */
export const RS_2021: RuleSet = {
  v: 1,
  id: 'RS-2021',
  name: 'Quy định 24-QĐ/TW, Hướng dẫn 01-HD/TW, Hướng dẫn 12-HD/BTCTW',
  from: '2021-07-30',
  to: '2025-01-19',
  texts: [
    {
      number: '24-QĐ/TW',
      date: '2021-07-30',
      name: 'Quy định của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng',
      confirmed: true,
    },
    {
      number: '01-HD/TW',
      date: '2021-09-28',
      name: 'Hướng dẫn của Ban Bí thư một số vấn đề cụ thể thi hành Điều lệ Đảng',
      confirmed: true,
    },
    {
      number: '12-HD/BTCTW',
      date: '2022-01-18',
      name: 'Hướng dẫn của Ban Tổ chức Trung ương về nghiệp vụ công tác đảng viên',
      confirmed: true,
    },
    {
      number: '11-HD/BTCTW',
      date: '2021-12-13',
      name: 'Hướng dẫn của Ban Tổ chức Trung ương về thống kê cơ bản trong công tác tổ chức xây dựng Đảng',
      confirmed: false,
    },
  ],
  structure: {
    levels: {
      branch: seen('chi bộ', STATUTE),
      baseBranch: seen('chi bộ cơ sở', STATUTE),
      section: seen('đảng ủy bộ phận', `${HD12}, phần II, mục 1.1`),
      baseCommittee: seen('đảng ủy cơ sở', STATUTE),
      superior: seen('Huyện ủy', `${QD24}, điểm 4.3`),
      province: seen('Tỉnh ủy', `${QD24}, điểm 1.1`),
    },
    decidingBody: seen('Ban Thường vụ Huyện ủy', `${QD24}, điểm 4.3`),
    delegatedBody: unseen('Đảng ủy cơ sở được ủy quyền', `${QD24}, điểm 4.3`),
    reviewBody: seen('Ban Tổ chức Huyện ủy', HD12),
    trainingBody: seen('Trung tâm chính trị huyện', `${HD12}, phần II, mục 1.1`),
    consentBody: seen('Ban Thường vụ Tỉnh ủy', `${QD24}, điểm 1.1`),
    paths: {
      branch: seen(['branchVote', 'committeeVote', 'submit', 'decision'], `${HD01}, mục 3`),
      baseBranch: seen(['branchVote', 'submit', 'decision'], `${HD01}, mục 3`),
      section: seen(
        ['branchVote', 'sectionReport', 'committeeVote', 'submit', 'decision'],
        `${HD12}, phần II, mục 1.1`,
      ),
      baseCommittee: seen(['branchVote', 'committeeVote', 'submit', 'decision'], `${HD01}, mục 3`),
    },
  },
  papers: PAPERS_2021,
  limits: [
    {
      id: 'dossier',
      length: seen({ amount: 12, unit: 'months' }, `${HD01}, mục 3`),
      start: unseen('application', `${HD01}, mục 3 ("kể từ khi lập hồ sơ đề nghị xét kết nạp")`),
      end: 'branchMeeting',
    },
    {
      id: 'verification',
      length: unseen({ amount: 30, unit: 'workingDays' }, `${HD01}, mục 3`),
      start: unseen('verificationReceived', `${HD01}, mục 3`),
      end: 'verificationAnswered',
    },
    {
      id: 'verificationAbroad',
      length: unseen({ amount: 90, unit: 'workingDays' }, `${HD01}, mục 3`),
      start: unseen('verificationReceived', `${HD01}, mục 3`),
      end: 'verificationAnswered',
    },
    {
      id: 'decision',
      length: seen({ amount: 60, unit: 'workingDays' }, `${QD24}, điểm 4.3`),
      start: unseen('branchResolution', `${QD24}, điểm 4.3`),
      end: 'decisionIssued',
      extension: seen({ amount: 30, unit: 'workingDays' }, `${QD24}, điểm 4.3`),
    },
    {
      id: 'ceremony',
      length: seen({ amount: 30, unit: 'workingDays' }, `${QD24}, điểm 4.1`),
      start: seen('admissionReceived', `${QD24}, điểm 4.1`),
      end: 'ceremony',
    },
    {
      id: 'probation',
      length: seen({ amount: 12, unit: 'months' }, `${STATUTE}, Điều 5.1`),
      start: seen('ceremony', `${STATUTE}, Điều 5.1`),
      end: 'probationEnd',
    },
    {
      id: 'recognitionReview',
      length: seen({ amount: 30, unit: 'workingDays' }, `${QD24}, điểm 4.2`),
      start: seen('probationEnd', `${QD24}, điểm 4.2`),
      end: 'recognitionMeeting',
    },
    {
      id: 'recognitionDecision',
      length: seen({ amount: 30, unit: 'workingDays' }, `${QD24}, điểm 4.3`),
      start: seen('recognitionResolution', `${QD24}, điểm 4.3`),
      end: 'recognitionIssued',
      extension: seen({ amount: 30, unit: 'workingDays' }, `${QD24}, điểm 4.3`),
    },
    {
      id: 'transferPresent',
      length: unseen({ amount: 30, unit: 'workingDays' }, `${QD24}, điểm 6`),
      start: unseen('transferIssued', `${QD24}, điểm 6`),
      end: 'transferPresented',
    },
    {
      id: 'transferWhole',
      length: unseen({ amount: 60, unit: 'workingDays' }, `${QD24}, điểm 6`),
      start: unseen('transferIssued', `${QD24}, điểm 6`),
      end: 'transferCompleted',
    },
    {
      id: 'departureReport',
      length: seen({ amount: 30, unit: 'workingDays' }, `${HD01}, mục 8`),
      start: unseen('departed', `${HD01}, mục 8`),
      end: 'departureReported',
    },
  ],
  votes: {
    branch: {
      share: seen({ numerator: 2, denominator: 3, strict: false }, `${HD01}, mục 3`),
      of: seen('officialSummoned', `${QD24}, điểm 9.3`),
      minOfficial: unseen(3, QD24),
    },
    committee: {
      share: seen({ numerator: 2, denominator: 3, strict: false }, `${HD01}, mục 3`),
      of: seen('members', `${HD01}, mục 3`),
    },
    deciding: {
      share: unseen({ numerator: 1, denominator: 2, strict: true }, `${QD24}, điểm 9.3`),
      delegatedShare: unseen({ numerator: 2, denominator: 3, strict: false }, `${HD01}, mục 3`),
    },
  },
  eligibility: {
    minAgeMonths: seen(216, `${QD24}, điểm 1.1`),
    maxAgeMonths: seen(720, `${QD24}, điểm 1.1`),
    overAgeConsent: seen('DY-TUOI', `${QD24}, điểm 1.1; ${HD01}, mục 1`),
    education: {
      minimum: seen('lowerSecondary', `${QD24}, điểm 1.2`),
      specialArea: seen('primary', `${HD01}, mục 1`),
      elder: seen('literate', `${HD01}, mục 1`),
      elderConsent: seen('DY-HOCVAN', `${HD01}, mục 1`),
    },
    youthUnderMonths: unseen(372, 'Luật Thanh niên năm 2020'),
    introducers: seen(2, `${STATUTE}, Điều 4.1`),
    introducersWithUnion: seen(1, `${STATUTE}, Điều 4.1`),
    introducerOfficial: seen(true, `${QD24}, điểm 3.2.1`),
    acquaintanceMonths: seen(12, `${QD24}, điểm 3.2.1`),
  },
  requirements: {
    applicationBeforeResume: unseen(true, `${HD01}, mục 3`),
    verification: seen(true, `${HD01}, mục 3.4`),
    verificationAfterResume: unseen(true, `${HD01}, mục 3.4`),
    papersBeforeMeeting: seen(true, `${HD12}, phần II, mục 1.1`),
    countsAddUp: seen(true, `${QD24}, điểm 9.3`),
    absencesExplained: unseen(true, `${HD12}, mẫu 6-KNĐ`),
    shortVoteReported: seen(true, `${HD01}, mục 5.1`),
    sectionReportBetween: seen(true, `${HD12}, phần II, mục 1.1`),
    committeeAfterBranch: seen(true, `${HD01}, mục 3`),
    decisionAfterBranch: seen(true, `${QD24}, điểm 4.3`),
    refusalNotified: seen(true, `${QD24}, điểm 4.3`),
    ceremonyAfterDecision: seen(true, `${QD24}, điểm 4.1`),
    helperAtCeremony: seen(true, `${HD01}, mục 3`),
  },
  certificateNoticeDays: unseen(90, 'Mặc định của phần mềm'),
}
