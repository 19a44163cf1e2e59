/**
 * The papers of one story, for tests of documents: a commune with a person whose dossier has gone all the way up, the
 * district that decided, and the facts a clerk types for each paper.
 */
import type { DocumentPreview } from '../../shared/contract/documents.ts'
import type { DocumentInput, DocumentKind, Facts } from '../../shared/documents/codes.ts'
import {
  addBranch,
  BRANCH_VOTE,
  branchVotes,
  buildDossier,
  carry,
  COMMITTEE_VOTE,
  committeeVotes,
  communeAndDistrict,
  decide,
  HOA,
  register,
  submit,
} from './journey.ts'
import type { TestOffice } from './office.ts'

/** A second person of the batch. */
export const DUC = {
  ...HOA,
  name: 'Đặng Minh Đức',
  birth: '1990-11-02',
  sex: 'male',
  source: 'youthUnion',
  identityNumber: '035090004321',
} as const

const OPINIONS = [
  ['farmersUnion', 'Chi hội Nông dân thôn Đồng Sơn', 'Hội viên tích cực, gương mẫu'],
  ['residence', 'Chi bộ thôn Đồng Sơn', 'Bản thân và gia đình chấp hành tốt chủ trương của Đảng'],
] as const
/** A probationary member of the same branch, admitted in February 2023 before the program was used. */
export const NGAN = {
  name: 'Vũ Thị Ngân',
  birth: '1992-05-20',
  sex: 'female',
  ethnicity: 'Kinh',
  education: 'upperSecondary',
  hometown: 'xã Đồng Hóa, huyện Kim Bảng, tỉnh Hà Nam',
  residence: 'thôn Đồng Sơn, xã Đồng Hóa',
  occupation: 'farmer',
} as const

/** The story with its offices and the ids of its people. */
export type Paperwork = {
  readonly commune: TestOffice
  readonly district: TestOffice
  readonly hoa: string
  readonly duc: string
  readonly ngan: string
  /** A class of the district with the first person in it. */
  readonly class: string
  /** The meeting of the district's deciding body on the first person. */
  readonly meeting: string
}

/** Everything up to the decision on the first person; the second person's dossier is returned with two remarks. */
export async function paperwork(root: string): Promise<Paperwork> {
  const { commune, district } = await communeAndDistrict(root)
  await profiled(commune, { superiorName: 'Huyện ủy Kim Bảng', place: 'Đồng Hóa' })
  await profiled(district, { superiorName: 'Tỉnh ủy Hà Nam', place: 'Kim Bảng' })
  const branch = await addBranch(commune)
  const more = { hometown: 'xã Đồng Hóa, huyện Kim Bảng, tỉnh Hà Nam', residence: 'thôn Đồng Sơn, xã Đồng Hóa' }
  const hoa = await register(commune, branch, { ...HOA, ...more, occupation: 'farmer' })
  const duc = await register(commune, branch, { ...DUC, ...more, source: 'branch', occupation: 'worker' })
  for (const id of [hoa, duc]) {
    await buildDossier(commune, id)
    for (const [organisation, name, summary] of OPINIONS)
      await commune.do('opinion.record', {
        case: id,
        organisation,
        name,
        date: '2023-12-20',
        agree: 21,
        disagree: 2,
        summary,
      })
    await branchVotes(commune, id)
    await committeeVotes(commune, id)
    await submit(commune, id)
  }
  const ngan = await recognised(commune, branch)
  await carry(root, commune, district)
  const meeting = await meetingOn(district, hoa)
  await decide(district, hoa)
  district.at('2024-02-27')
  await district.do('dossier.return', {
    case: duc,
    date: '2024-02-27',
    letter: { number: '21-CV/BTCHU', date: '2024-02-27' },
    remarks: [
      { paper: '2-KND', text: 'Thiếu nhận xét của chi ủy; chưa đóng dấu giáp lai' },
      { text: 'Bổ sung nhận xét của chi ủy nơi cư trú' },
    ],
    answerBy: '2024-03-15',
  })
  await district.do('decision.record', {
    case: ngan,
    matter: 'recognition',
    outcome: 'recognise',
    number: '61-QĐ/HU',
    date: '2024-02-27',
    body: 'Ban Thường vụ Huyện ủy Kim Bảng',
    officialFrom: '2024-02-03',
  })
  await worthTelling(commune, branch)
  return { commune, district, hoa, duc, ngan, meeting, class: await classHeld(district, hoa) }
}

/** A model with a result, and an example whose person has agreed. */
async function worthTelling(office: TestOffice, place: string): Promise<void> {
  const { model } = await office.do<{ model: string }>('model.register', {
    name: 'Câu lạc bộ thanh niên phấn đấu vào Đảng',
    area: 'residential',
    since: '2023-03-01',
    place,
    description: 'Mỗi quý một buổi gặp gỡ đảng viên trẻ tại nhà văn hóa thôn.',
  })
  await office.do('model.report', { model, on: '2024-01-05', results: 'Kết nạp 3 đoàn viên', admitted: 3 })
  await office.do('example.tell', {
    kind: 'exemplaryMember',
    area: 'production',
    name: 'Trần Văn Bình',
    post: 'Bí thư chi bộ',
    place,
    story: 'Vận động 12 hộ dồn điền đổi thửa, giúp 3 hộ thoát nghèo.',
    consent: { on: '2024-01-05', how: 'written' },
  })
}

/** Holds a class for new members, with one person who completes it. */
async function classHeld(office: TestOffice, id: string): Promise<string> {
  const { class: held } = await office.do<{ class: string }>('class.open', {
    kind: 'newMember',
    name: 'Lớp bồi dưỡng đảng viên mới khóa 1 năm 2024',
    decision: { number: '15-QĐ/HU', date: '2024-02-05' },
    place: 'Trung tâm chính trị huyện',
    from: '2024-02-20',
    to: '2024-02-23',
    places: 60,
  })
  await office.do('class.enroll', { class: held, cases: [id], on: '2024-02-19' })
  await office.do('class.complete', {
    class: held,
    on: '2024-02-26',
    rows: [{ case: id, outcome: 'passed', certificate: { number: '08/CN', date: '2024-02-23', signer: 'Đỗ Văn Lực' } }],
  })
  return held
}

/** The meeting that agreed to admit, with ten of eleven. */
async function meetingOn(office: TestOffice, id: string): Promise<string> {
  office.at('2024-02-26')
  const { meeting } = await office.do<{ meeting: string }>('meeting.call', {
    date: '2024-02-26',
    time: '08:00',
    place: 'Phòng họp số 2',
    body: 'Ban Thường vụ Huyện ủy Kim Bảng',
    members: 11,
    chair: 'Lê Quang Vinh, Bí thư Huyện ủy',
    secretary: 'Hoàng Thị Yến',
    cases: [{ case: id, matter: 'admission' }],
  })
  await office.do('meeting.hold', { meeting, date: '2024-02-26', present: 10, absences: 'Đồng chí Trịnh Văn Sáu (ốm)' })
  const counts = { present: 10, agree: 10, disagree: 0, blank: 0 }
  await office.do('meeting.vote', { meeting, votes: [{ case: id, ...counts, outcome: 'agreed' }] })
  return meeting
}

/** Takes a probationary member over and carries her to the dossier of recognition. */
async function recognised(office: TestOffice, unit: string): Promise<string> {
  office.at('2024-02-26')
  const { case: id } = await office.do<{ case: string }>('case.takeOver', {
    profile: NGAN,
    unit,
    acts: {
      decision: { outcome: 'admit', number: '12-QĐ/HU', date: '2023-01-20', body: 'Ban Thường vụ Huyện ủy Kim Bảng' },
      decisionReceivedOn: '2023-01-27',
      ceremony: { date: '2023-02-03', helper: { name: 'Trần Văn Bình' } },
    },
  })
  for (const paper of ['LL-HSDV', 'PHIEU-HSDV', 'CN-DVM', '10-KND', '11-KND', '12-KND'])
    await office.do('paper.record', { case: id, paper, date: '2024-02-01' })
  const matter = 'recognition'
  const date = '2024-02-05'
  const resolution = { number: '11-NQ/CB', date }
  await office.do('dossier.recordBranchVote', { case: id, matter, ...BRANCH_VOTE, date, resolution })
  await office.do('dossier.recordCommitteeVote', {
    case: id,
    matter,
    ...COMMITTEE_VOTE,
    date: '2024-02-16',
    resolution: { number: '33-NQ/ĐU', date: '2024-02-16' },
  })
  await office.do('dossier.submit', { case: id, matter, date: '2024-02-19' })
  return id
}

/** What a clerk types for each kind of document; nothing here names another person of the story. */
export const TYPED: Readonly<Record<DocumentKind, Facts>> = {
  branchResolution: {
    chair: 'Phạm Văn Khánh, Bí thư Chi bộ',
    secretary: 'Lê Thị Thu',
    resumeConclusion: 'Lý lịch rõ ràng, đã được thẩm tra theo quy định',
    merits:
      'Chấp hành tốt đường lối của Đảng, chính sách, pháp luật của Nhà nước\nGương mẫu trong lao động, được nhân dân tin yêu',
    faults: 'Đôi lúc còn ngại phát biểu trong sinh hoạt',
    signer: 'Phạm Văn Khánh',
  },
  committeeResolution: {
    chair: 'Nguyễn Hữu Thọ, Bí thư Đảng ủy',
    secretary: 'Trần Thị Mai',
    merits: 'Chấp hành tốt đường lối của Đảng, chính sách, pháp luật của Nhà nước; được nhân dân tin yêu',
    faults: 'Đôi lúc còn ngại phát biểu trong sinh hoạt',
    signer: 'Nguyễn Hữu Thọ',
  },
  memberIntroduction: {
    introducerAdmitted: '2009-02-03',
    introducerPost: 'Chi ủy viên',
    merits: 'Gương mẫu trong lao động, được nhân dân tin yêu',
    faults: 'Đôi lúc còn ngại phát biểu trong sinh hoạt',
  },
  unionResolution: {
    superior: 'Liên đoàn Lao động huyện Kim Bảng',
    issuer: 'Ban Chấp hành Công đoàn cơ sở Công ty May Kim Bảng',
    members: '7',
    present: '7',
    agree: '6',
    merits: 'Gương mẫu trong lao động, được nhân dân tin yêu',
    faults: 'Đôi lúc còn ngại phát biểu trong sinh hoạt',
    signer: 'Vũ Thị Hạnh',
  },
  opinionSummary: { conclusion: 'Người vào Đảng được các tổ chức và nhân dân tin yêu', signer: 'Phạm Văn Khánh' },
  sectionReport: {
    issuer: 'Đảng ủy bộ phận Khối nông thôn',
    members: '5',
    agree: '5',
    conclusion: 'Hồ sơ đủ, quy trình đúng quy định',
    signer: 'Trịnh Văn Sáu',
  },
  verificationRequest: {
    recipient: 'Đảng ủy xã Thanh Sơn',
    verifyPersons:
      'Ông Nguyễn Văn Lợi, cha đẻ, sinh năm 1958, nơi cư trú: thôn Bút Sơn, xã Thanh Sơn\nBà Trịnh Thị Nhàn, mẹ đẻ, sinh năm 1960, nơi cư trú: thôn Bút Sơn, xã Thanh Sơn',
    replyTo: 'Văn phòng Đảng ủy xã Đồng Hóa, huyện Kim Bảng, tỉnh Hà Nam',
    signer: 'Nguyễn Hữu Thọ',
  },
  submissionLetter: {
    occasion: 'nhân dịp kỷ niệm 94 năm Ngày thành lập Đảng Cộng sản Việt Nam',
    signer: 'Nguyễn Hữu Thọ',
  },
  admissionDecision: { signer: 'Lê Quang Vinh' },
  refusalNotice: { reason: 'Hồ sơ chưa làm rõ quá trình công tác từ năm 2008 đến năm 2010', signer: 'Lê Quang Vinh' },
  recognitionResolution: {
    chair: 'Phạm Văn Khánh, Bí thư Chi bộ',
    secretary: 'Lê Thị Thu',
    merits: 'Hoàn thành tốt nhiệm vụ được giao trong thời gian dự bị',
    faults: 'Đôi lúc còn nể nang trong góp ý',
    signer: 'Phạm Văn Khánh',
  },
  recognitionCommittee: {
    chair: 'Nguyễn Hữu Thọ, Bí thư Đảng ủy',
    secretary: 'Trần Thị Mai',
    merits: 'Hoàn thành tốt nhiệm vụ được giao trong thời gian dự bị',
    faults: 'Đôi lúc còn nể nang trong góp ý',
    signer: 'Nguyễn Hữu Thọ',
  },
  recognitionDecision: { signer: 'Lê Quang Vinh' },
  returnLetter: { signer: 'Hoàng Thị Yến' },
  periodReport: {
    grounds: 'Chỉ thị số 19-CT/TU ngày 20/02/2023 của Ban Thường vụ Tỉnh ủy',
    reportCauses: 'Một số chi bộ chưa quan tâm tạo nguồn',
    reportPlans: 'Tiếp tục rà soát, bồi dưỡng quần chúng ưu tú',
    signer: 'Lê Quang Vinh',
  },
  classRoster: { post: 'Phó Trưởng Ban Tổ chức', signer: 'Đỗ Văn Lực' },
  certificateList: { post: 'Phó Trưởng Ban Tổ chức', signer: 'Đỗ Văn Lực' },
  exportSlip: {},
  importReceipt: {},
  exampleList: { recipient: 'Ban Tuyên giáo Huyện ủy', post: 'Phó Bí thư', signer: 'Nguyễn Hữu Thọ' },
  modelList: { recipient: 'Ban Tuyên giáo Huyện ủy', post: 'Phó Bí thư', signer: 'Nguyễn Hữu Thọ' },
  meetingAgenda: { signer: 'Lê Quang Vinh' },
  meetingMinutes: {},
}

/** Asks for a document of the story. */
export async function previewOf(
  story: Paperwork,
  kind: DocumentKind,
  more: Partial<DocumentInput> = {},
): Promise<DocumentPreview> {
  const { office, input } = await requestOf(story, kind)
  return office.do<DocumentPreview>('document.preview', { ...input, ...more })
}

/** The call that asks for a document of the story, and the office that makes it. */
export async function requestOf(
  story: Paperwork,
  kind: DocumentKind,
): Promise<{ readonly office: TestOffice; readonly input: DocumentInput }> {
  const { commune, district, hoa, duc, ngan } = story
  const facts = TYPED[kind]
  commune.at('2024-03-01')
  district.at('2024-03-01')
  switch (kind) {
    case 'branchResolution':
    case 'committeeResolution':
      return { office: commune, input: { kind, case: hoa, facts } }
    case 'memberIntroduction':
    case 'opinionSummary':
      return { office: commune, input: { kind, case: hoa, date: '2023-12-28', facts } }
    case 'unionResolution':
      return { office: commune, input: { kind, case: hoa, number: '05-NQ/CĐCS', date: '2023-12-28', facts } }
    case 'sectionReport':
      return { office: commune, input: { kind, case: hoa, number: '02-BC/ĐUBP', date: '2024-01-17', facts } }
    case 'verificationRequest':
      return { office: commune, input: { kind, case: hoa, number: '57', date: '2024-03-01', facts } }
    case 'submissionLetter':
      return { office: commune, input: { kind, cases: [hoa, duc], facts } }
    case 'admissionDecision':
      return { office: district, input: { kind, case: hoa, facts } }
    case 'refusalNotice':
      return { office: district, input: { kind, case: duc, number: '12-TB/HU', date: '2024-03-01', facts } }
    case 'recognitionResolution':
    case 'recognitionCommittee':
      return { office: commune, input: { kind, case: ngan, facts } }
    case 'recognitionDecision':
      return { office: district, input: { kind, case: ngan, facts } }
    case 'returnLetter':
      return { office: district, input: { kind, case: duc, facts } }
    case 'periodReport':
      return {
        office: district,
        input: { kind, period: { kind: 'year', from: '2024-01-01', to: '2024-12-31' }, number: '05-BC/HU', facts },
      }
    case 'classRoster':
    case 'certificateList':
      return { office: district, input: { kind, class: story.class, facts } }
    case 'exportSlip':
      return { office: commune, input: { kind, bundle: await bundleOf(commune, 'out'), facts } }
    case 'importReceipt':
      return { office: district, input: { kind, bundle: await bundleOf(district, 'in'), facts } }
    case 'exampleList':
    case 'modelList':
      return { office: commune, input: { kind, facts } }
    case 'meetingAgenda':
    case 'meetingMinutes':
      return { office: district, input: { kind, meeting: story.meeting, facts } }
  }
}

async function bundleOf(office: TestOffice, direction: 'in' | 'out'): Promise<string> {
  const { bundles } = await office.do<{ bundles: { id: string; direction: string }[] }>('bundle.history')
  const found = bundles.find((bundle) => bundle.direction === direction)
  if (found === undefined) throw new Error(`no bundle ${direction}`)
  return found.id
}

async function profiled(office: TestOffice, more: object): Promise<void> {
  const { profile } = await office.do<{ profile: object }>('office.get')
  await office.do('office.change', { profile: { ...profile, ...more } })
}
