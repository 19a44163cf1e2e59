/**
 * RS-2021: 30/7/2021 to 19/01/2025, the set of the founding letter. Articles and `confirmed` follow
 * reference/procedure.md: `seen` = a page that prints or quotes the rule was seen; `unseen` = memory or inference, a
 * default that an office may correct. Names are printed on papers as they stand here.
 */
import type { SpecialCase } from '../rule-codes.ts'
import type { RuleSet, SpecialRule } from '../rule-set.ts'
import { PAPERS_2021 } from './rs-2021-papers.ts'
import {
  FORMS_2021 as HD12,
  FOUNDING_LETTER,
  GUIDANCE_2021 as HD01,
  PROGRAM,
  PUBLISHED_FIGURES,
  REGULATION_2021 as QD24,
  STATUTE,
  NUMBERING,
} from './citations.ts'
import { seen, unseen } from './sourced.ts'

const POPULATION = 'Quy định số 05-QĐi/TW ngày 28/8/2018'

/** The rule set in force from 30/7/2021 to 19/01/2025. */
export const RS_2021: RuleSet = {
  v: 1,
  id: 'RS-2021',
  name: 'Quy định 24-QĐ/TW, Hướng dẫn 01-HD/TW, Hướng dẫn 12-HD/BTCTW',
  from: '2021-07-30',
  to: '2025-01-19',
  period: { article: `${QD24}; Quy định số 232-QĐ/TW ngày 20/01/2025`, confirmed: true },
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
      delegated: unseen(['branchVote', 'decision'], `${HD01}, mục 3`),
      delegatedSection: unseen(['branchVote', 'sectionReport', 'decision'], `${HD01}, mục 3`),
    },
    recognitionPaths: {
      branch: seen(
        ['recognitionVote', 'recognitionCommittee', 'recognitionSubmit', 'recognitionDecision'],
        `${HD01}, mục 4`,
      ),
      baseBranch: seen(['recognitionVote', 'recognitionSubmit', 'recognitionDecision'], `${HD01}, mục 4`),
      section: unseen(
        ['recognitionVote', 'recognitionReport', 'recognitionCommittee', 'recognitionSubmit', 'recognitionDecision'],
        `${HD12}, phần II, mục 1.1`,
      ),
      baseCommittee: seen(
        ['recognitionVote', 'recognitionCommittee', 'recognitionSubmit', 'recognitionDecision'],
        `${HD01}, mục 4`,
      ),
      delegated: unseen(['recognitionVote', 'recognitionDecision'], `${HD01}, mục 4`),
      delegatedSection: unseen(['recognitionVote', 'recognitionReport', 'recognitionDecision'], `${HD01}, mục 4`),
    },
    cancellationPath: unseen(
      ['cancellationVote', 'cancellationCommittee', 'cancellationSubmit', 'cancellationDecision'],
      `${QD24}, điểm 4.4`,
    ),
    studyMonths: seen(12, `${HD01}, mục 6`),
    secondmentMonths: seen(12, `${HD01}, mục 6.2`),
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
      length: unseen({ amount: 30, unit: 'workingDays' }, QD24),
      start: unseen('transferIssued', QD24),
      end: 'transferPresented',
    },
    {
      id: 'transferWhole',
      length: unseen({ amount: 60, unit: 'workingDays' }, QD24),
      start: unseen('transferIssued', QD24),
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
    recognition: {
      branch: {
        share: seen({ numerator: 2, denominator: 3, strict: false }, `${HD01}, mục 4`),
        of: seen('officialSummoned', `${QD24}, điểm 9.3`),
      },
      committee: {
        share: seen({ numerator: 2, denominator: 3, strict: false }, `${HD01}, mục 4`),
        of: seen('members', `${HD01}, mục 4`),
      },
      deciding: {
        share: unseen({ numerator: 1, denominator: 2, strict: true }, `${QD24}, điểm 9.3`),
        delegatedShare: unseen({ numerator: 2, denominator: 3, strict: false }, `${HD01}, mục 4`),
      },
      failedVotesReported: unseen(3, `${HD01}, mục 5`),
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
    helperReplaced: unseen(true, `${QD24}, điểm 3.2.2`),
    stampBeforeVerification: seen(true, `${HD01}, mục 3.4`),
    remarksAfterVerification: unseen(true, `${HD01}, mục 3.4`),
    recognitionAfterProbation: seen(true, `${QD24}, điểm 4.2`),
    recognitionPapersBefore: seen(true, `${HD12}, phần II, mục 1.1`),
    officialFromProbationEnd: seen(true, `${STATUTE}, Điều 5; ${QD24}, điểm 4.2`),
    probationNeverExtended: seen(true, `${STATUTE}, Điều 5.1`),
    recognitionNotified: seen(true, `${QD24}, điểm 4.3`),
    verifiedResumeStays: seen(true, 'Giải đáp nghiệp vụ về việc rút hồ sơ xin vào Đảng'),
    movePaper: seen(true, HD01),
    numbersInOrder: unseen(true, NUMBERING),
  },
  readmission: {
    monthsOut: seen(36, `${QD24}, điểm 3.5`),
    lightCrimeMonths: seen(60, `${QD24}, điểm 3.5`),
    onlyOnce: seen(true, `${QD24}, điểm 3.5`),
    barred: seen(['abandoned', 'ownRequest', 'disunity', 'corruption', 'seriousCrime'], `${QD24}, điểm 3.5`),
    consent: seen('DY-KNLAI', `${QD24}, điểm 3.5`),
  },
  population: {
    inForce: unseen(true, POPULATION),
    thirdChildMonths: unseen(12, POPULATION),
    fourthChildMonths: seen(24, POPULATION),
    barredFromChild: seen(5, POPULATION),
    readmissionThirdChildMonths: seen(24, POPULATION),
    readmissionFourthChildMonths: seen(36, POPULATION),
  },
  specials: [
    special('religion', ['DY-TONGIAO'], 'Quy định số 06-QĐ/TW ngày 28/8/2018'),
    special('foreignElement', ['XM-NUOCNGOAI'], `${QD24}, điểm 6.1; Quy định số 127-QĐ/TW ngày 03/11/2004`),
    special('politicalHistory', ['KL-LSCT'], 'Quy định số 58-QĐ/TW ngày 08/02/2022, Điều 10'),
    special('population', ['KL-DANSO'], POPULATION),
    special('owner', ['DY-CHUDN'], 'Hướng dẫn số 08-HD/BTCTW ngày 27/9/2021'),
    {
      id: 'readmission',
      papers: seen(['DY-KNLAI'], `${QD24}, điểm 3.5`),
      severity: seen('block', `${QD24}, điểm 3.5`),
    },
    {
      id: 'seconded',
      papers: seen(['NX-BIETPHAI'], `${HD01}, mục 6.2a`),
      severity: seen('block', `${HD01}, mục 6.2a`),
    },
    { id: 'movedIn', papers: seen(['GT-NOIDI'], HD01), severity: seen('warn', HD01) },
  ],
  verification: {
    scope: seen(
      ['self', 'father', 'mother', 'fosterParent', 'spouse', 'spouseFather', 'spouseMother', 'child'],
      `${HD01}, mục 3.4a`,
    ),
    waivedBy: seen(['father', 'mother', 'sibling', 'child'], `${HD01}, mục 3.4c`),
    deceased: unseen(true, `${HD01}, mục 3.4a`),
    childMonths: unseen(216, `${HD01}, mục 3.4a; Bộ luật Dân sự năm 2015, Điều 20`),
  },
  membership: {
    inactiveMonths: seen(3, `${STATUTE}, Điều 8`),
    temporaryTransferMinMonths: unseen(3, QD24),
    temporaryTransferMaxMonths: unseen(12, QD24),
  },
  notices: {
    certificateDays: unseen(90, PROGRAM),
    probationDays: unseen([60, 30], PROGRAM),
    listReviewMonths: unseen(1, PROGRAM),
    helperReportMonths: unseen(3, PROGRAM),
    idleBranchYears: unseen(3, PROGRAM),
    yearlyLeastPercent: unseen(3, FOUNDING_LETTER),
    yearlyMostPercent: unseen(4, FOUNDING_LETTER),
    ageBands: unseen([18, 31, 36, 41, 46, 51, 56, 61], PUBLISHED_FIGURES),
  },
  planning: {
    branchVote: unseen(5, PROGRAM),
    committeeVote: unseen(2, PROGRAM),
    submit: unseen(10, PROGRAM),
    decision: unseen(5, PROGRAM),
  },
}

/** Which papers such a case needs, and from whom, nobody could confirm: a slot an office fills or turns to a warning. */
function special(id: SpecialCase, papers: string[], article: string): SpecialRule {
  return { id, papers: unseen(papers, article), severity: unseen('warn', article) }
}
