/**
 * Sample data for every refusal and every finding, as total maps: a new code does not compile without a sample, and a
 * sample is what its sentence is tried with. Where data decides between sentences there is one sample for each.
 */
import type { RefusalCode, RefusalData } from '../../../../shared/contract/refusals.ts'
import type { FindingCode, FindingData } from '../../../../shared/rules/finding.ts'
import { bundleManifest, CHANNEL, OFFICE, OTHER_OFFICE } from './bundle-manifest.ts'

type Samples<Data> = { readonly [Code in keyof Data]: readonly [Data[Code], ...Data[Code][]] }

const HASH = 'a1'.repeat(32)
const NAME = 'Nguyễn Thị Hòa'
const disk = { code: 'DISK_GONE', operation: 'read', path: 'E:\\KetNap\\đơn.pdf', errno: 'EIO' }
const failure = { operation: 'write', path: 'E:\\KetNap', errno: 'EIO' }

/** Refusals of the program itself, of the rooms below and of bundles. */
export const REFUSALS: Samples<RefusalData> = {
  UNKNOWN_NAME: [{ name: 'xyz' }, { name: '' }],
  INVALID_INPUT: [
    { problems: [] },
    {
      problems: [
        { path: 'profile.identityNumber', problem: 'tooLong' },
        { path: 'absences.1.reason', problem: 'required' },
        { path: 'resolution.date', problem: 'day' },
        { path: '', problem: 'unknownField' },
      ],
    },
  ],
  DOCUMENT_INCOMPLETE: [
    { missing: [{ code: 'signer', label: 'Họ tên người ký' }] },
    {
      missing: [
        { code: 'number', label: 'Số văn bản' },
        { code: 'recipient', label: 'Kính gửi' },
      ],
    },
  ],
  ROW_REFUSED: [
    { row: 3, name: NAME, reason: { code: 'UNIT_CLOSED', data: { unit: 'Chi bộ thôn Đồng Ao', to: '2024-06-30' } } },
  ],
  ROWS_ALIKE: [{ rows: [2, 7], number: '035199001234' }],
  LATER_WORK: [
    { name: NAME, why: 'sent' },
    { name: NAME, why: 'recorded' },
  ],
  NOT_SET_UP: [{}],
  ALREADY_SET_UP: [{}],
  LOCKED: [{}],
  BUSY: [{ job: 'backup.create' }, { job: 'xyz' }],
  CANCELLED: [{}],
  FORBIDDEN_ROLE: [{ roles: ['clerk', 'secretary', 'administrator'] }, { roles: ['administrator'] }],
  FORBIDDEN_CAPACITY: [{ capacity: 'decides' }, { capacity: 'proposes' }, { capacity: 'trains' }],
  CALL_REUSED: [{ name: 'candidate.register' }],
  NOT_FOUND: each(
    [
      'case',
      'unit',
      'member',
      'user',
      'entry',
      'scan',
      'paper',
      'relative',
      'verification',
      'backupFolder',
      'ruleSet',
      'xyz',
    ],
    (what) => ({ what, id: what === 'ruleSet' ? 'RS-2099' : HASH }),
  ),
  RULE_SET_UNREADABLE: [{ name: 'Quy định mới', needs: 'structure.paths.branch.value.1 (hearing)' }],
  RULE_ADDRESS_UNKNOWN: [{ set: 'Quy định 24-QĐ/TW', address: 'limits.none' }],
  RULE_VALUE_UNFIT: [{ set: 'Quy định 24-QĐ/TW', address: 'limits.decision.length' }],
  HOLIDAYS_UNFIT: [
    { year: 2027, problem: 'not_a_date' },
    { year: 2027, problem: 'other_year' },
    { year: 2027, problem: 'ends_before_it_begins' },
    { year: 2027, problem: 'make_up_on_a_weekday' },
    { year: 2027, problem: 'make_up_on_a_day_off' },
  ],
  LOGIN_TAKEN: [{ login: 'hoa' }],
  LAST_ADMINISTRATOR: [{}],
  UNIT_NOT_KEPT_HERE: [
    { unit: 'Chi bộ thôn Đồng Ao', keeper: 'Đảng ủy xã Ba Sao' },
    { unit: 'Chi bộ thôn Đồng Ao', keeper: OTHER_OFFICE },
  ],
  UNIT_CLOSED: [{ unit: 'Chi bộ thôn Đồng Ao', to: '2024-06-30' }],
  CASE_NOT_KEPT_HERE: [
    { name: NAME, keeper: 'Đảng ủy xã Ba Sao' },
    { name: NAME, keeper: OFFICE },
  ],
  CASE_ENDED: [
    { name: NAME, stage: 'withdrawn' },
    { name: NAME, stage: 'refused' },
  ],
  IDENTITY_NUMBER_TAKEN: [{ number: '035199001234', name: NAME, case: HASH }],
  IMPOSSIBLE: [
    { what: 'dateAfterToday', data: { field: 'date', date: '2025-02-01', today: '2025-01-20' } },
    { what: 'dateAfterToday', data: { field: 'resolution.date', date: '2025-02-01', today: '2025-01-20' } },
    { what: 'dateBeforeBirth', data: { field: 'introducedOn', date: '1990-02-01', birth: '1991-05' } },
    { what: 'votesOverPresent', data: { votes: 12, present: 11 } },
    { what: 'presentOverRoll', data: { who: 'official', present: 12, roll: 11 } },
    { what: 'presentOverRoll', data: { who: 'committee', present: 16, roll: 15 } },
    { what: 'excludedOverOfficial', data: { excluded: 12, official: 11 } },
    { what: 'agreeOverMembers', data: { agree: 16, members: 15 } },
    { what: 'receiptBeforeDecision', data: { received: '2024-01-01', decided: '2024-01-03' } },
    { what: 'ceremonyBeforeDecision', data: { held: '2024-01-01', decided: '2024-01-03' } },
    { what: 'unitEndsBeforeStart', data: { from: '2024-01-03', to: '2024-01-01' } },
    { what: 'officialBeforeAdmission', data: { admittedOn: '2024-01-03', officialDate: '2024-01-01' } },
    { what: 'verifiedResumeReturned', data: { paper: '2-KND' } },
    { what: 'receivedBeforeSent', data: { date: '2024-01-01', sent: '2024-01-03' } },
    { what: 'returnedBeforeSent', data: { date: '2024-01-01', sent: '2024-01-03' } },
    { what: 'reviewedBeforeSent', data: { date: '2024-01-01', sent: '2024-01-03' } },
    { what: 'noticeBeforeDecision', data: { date: '2024-01-01', decided: '2024-01-03' } },
    { what: 'requestReceivedBeforeSent', data: { date: '2024-01-01', sent: '2024-01-03' } },
    { what: 'answeredBeforeAsked', data: { date: '2024-01-01', sent: '2024-01-03' } },
    { what: 'reportedBeforeMeeting', data: { date: '2024-01-01', meeting: '2024-01-03' } },
    { what: 'endsBeforeStart', data: { from: '2012-09', to: '2010' } },
    { what: 'monthAfterReview', data: { month: '2024-02', date: '2024-01-03' } },
    { what: 'xyz', data: {} },
  ],
  BLOCKED: [
    {
      step: 'submit',
      findings: [
        {
          id: 'C6:3-KND',
          code: 'C6',
          article: 'Điều lệ Đảng, Điều 4.1',
          data: { route: 'members', have: 1, need: 2 },
        },
        { id: 'P1', code: 'P1', article: '', data: { step: 'committeeVote' } },
        { id: 'C99', code: 'C99', article: 'Quy định số 24-QĐ/TW', data: {} },
      ],
    },
    { step: 'submit', findings: [{ id: 'P1', code: 'P1', article: '', data: { step: 'branchVote' } }] },
  ],
  NOT_SUBMITTED: [{ name: NAME }],
  ALREADY_SUBMITTED: [{ name: NAME, date: '2024-01-10' }],
  ALREADY_ANSWERED: [
    { name: NAME, what: 'returned', date: '2024-01-15' },
    { name: NAME, what: 'received', date: '2024-01-12' },
  ],
  ALREADY_DECIDED: [{ name: NAME, number: '57-QĐ/HU', date: '2024-01-30' }],
  NO_DECISION: [{ name: NAME }],
  NOT_ADMITTED: [{ name: NAME }],
  ALREADY_RECORDED: [
    { what: 'decision.receiptRecorded', date: '2024-02-01' },
    { what: 'ceremony.recorded', date: '2024-02-03' },
    ...[
      'class.nominated',
      'shortVote.reported',
      'verification.received',
      'verification.answered',
      'verification.waived',
      'limit.extended',
      'refusal.notified',
    ].map((what) => ({ what, date: '2024-02-03' })),
  ],
  NUMBER_TAKEN: [{ number: '57-QĐ/HU', name: NAME }],
  NOT_IN_UNIT: [{ name: NAME, unit: 'Chi bộ thôn Đồng Ao' }],
  VOTE_NOT_SHORT: [
    { name: NAME, body: 'branch' },
    { name: NAME, body: 'committee' },
  ],
  LIMIT_FIXED: [{ limit: 'decision' }, { limit: 'recognitionDecision' }],
  NOT_REFUSED: [{ name: NAME }],
  NOT_DECIDER: [{ unit: 'Chi bộ thôn Đồng Ao' }],
  PAPER_UNKNOWN: [{ paper: '99-KND' }],
  PAPER_KEPT_OUTSIDE: [{ paper: 'TT-2-KND' }, { paper: '99-KND' }],
  NOTHING_CHANGED: [{}],
  NOT_RETRACTABLE: [
    { why: 'kind' },
    { why: 'namedByOther' },
    { why: 'decided' },
    { why: 'notOurs' },
    { why: 'already' },
  ],
  REASON_NEEDED: [{}],
  PEER_IS_SELF: [{}],
  CARD_UNREADABLE: [{}],
  PEER_REVOKED: [{ name: 'Đảng ủy xã Đồng Hóa' }],
  CARD_DIGITS_DIFFER: [{}],
  CARD_CODE_TAKEN: [{ code: 'ba-sao', name: 'Đảng ủy xã Ba Sao' }],
  CARD_REVOKED: [{ name: 'Đảng ủy xã Ba Sao' }],
  PEER_UNKNOWN: [{ office: 'ba-sao' }, { office: OFFICE }],
  NOTHING_TO_EXPORT: [{ name: 'Huyện ủy Kim Bảng' }, { name: '' }],
  NO_SETS: [
    { folder: 'E:\\', others: 0 },
    { folder: 'E:\\', others: 1234 },
  ],
  FOLDER_MISSING: [{ folder: 'E:\\Sao lưu' }],
  FOLDER_NOT_EMPTY: [{ folder: 'C:\\KetNap' }],
  PATH_NOT_CHOSEN: [{}],
  SECRET_IN_ARGUMENT: [{}],

  VAULT_MISSING: [{}],
  VAULT_DAMAGED: [{}],
  VAULT_NEWER: [{ version: 2 }],
  VAULT_EXISTS: [{}],
  VAULT_TAMPERED: [{}],
  VAULT_WRONG_PASSPHRASE: [{}],
  VAULT_WRONG_SHEET: [{}],
  VAULT_NO_SHEET: [{}],
  VAULT_LOGIN_NEEDED: [{ logins: ['hoa', 'bình'] }],
  VAULT_LOGIN_UNKNOWN: [{ login: 'hoa' }],
  VAULT_LOGIN_TAKEN: [{ login: 'hoa' }],
  VAULT_LOGIN_BAD: [{ longest: 60 }],
  VAULT_USER_UNKNOWN: [{ userId: HASH }],
  VAULT_USER_EXISTS: [{ userId: HASH }],
  VAULT_LAST_USER: [{}],
  VAULT_KEY_CHANGE_PENDING: [{}],
  VAULT_DISK: [{ disk }],
  PASSPHRASE_TOO_SHORT: [{ length: 7, shortest: 10 }],
  PASSPHRASE_IS_LOGIN: [{}],
  PASSPHRASE_ONE_CHARACTER: [{}],
  SHEET_LENGTH: [{ digits: 47, needed: 48 }],
  SHEET_GROUP: [{ groups: [3] }, { groups: [1, 3, 8] }],
  SHEET_CHARACTER: [{ character: 'O' }],
  SCAN_EMPTY: [{}],
  SCAN_TOO_LARGE: [{ bytes: 26_214_401, limit: 26_214_400 }],
  SCAN_TOO_MANY_PIXELS: [{ width: 20_000, height: 30_000, limit: 100_000_000 }],
  SCAN_UNKNOWN_TYPE: [{}],
  SCAN_NOT_WHAT_NAME_SAYS: [{ claimed: 'png', found: 'application/pdf' }],
  SCAN_DAMAGED: [{ found: 'image/jpeg' }],
  SCAN_SOURCE_UNREADABLE: [{ disk }],
  SCAN_MISSING: [{ sha256: HASH }],
  SCAN_CHANGED: [{ sha256: HASH }],
  SCAN_HASH: [{ expected: HASH, found: HASH }],
  SCAN_CANCELLED: [{}],
  SCAN_DISK_FULL: [{ disk }],
  SCAN_DISK_FAILED: [{ disk: { ...disk, code: 'DISK_OTHER' } }, { disk: { ...disk, code: 'xyz' } }],
  DISK_FULL: [failure],
  DISK_TOO_BIG: [failure],
  DISK_READ_ONLY: [failure],
  DISK_GONE: [failure, { ...failure, path: '' }],
  DISK_MISSING: [failure],
  DISK_OTHER: [failure],
  PLACE_NETWORK: [{ path: 'Z:\\chung', fileSystem: 'smb3' }],
  PLACE_CLOUD: [{ path: 'C:\\Users\\hoa\\OneDrive', service: 'OneDrive' }],
  PLACE_REMOVABLE: [{ path: 'E:\\KetNap', mountedAt: 'E:\\', why: 'vfat' }],
  STORE_MISSING: [{}],
  STORE_IN_USE: [{}],
  STORE_NEWER: [{ found: 20, known: 10 }],
  STORE_CANNOT_OPEN: [{ reason: 'SQLITE_NOTADB' }],
  STORE_DAMAGED: [{}],
  STORE_NOT_OURS: [{}],
  STORE_SETTING_REFUSED: [{ setting: 'journal_mode', found: 'delete' }],
  STORE_MIGRATIONS_DIFFER: [{ at: 10 }],
  STORE_MIGRATION_FAILED: [{ id: 20, name: 'second', reason: 'SQLITE_ERROR' }],
  STORE_FULL: [{}],
  BACKUP_NOT_FOUND: [{ folder: 'E:\\Sao lưu' }],
  BACKUP_DAMAGED: [{ file: 'store.db' }, { file: `scans/a1/${HASH.slice(2)}` }],
  B_LABEL: [
    { name: null, reason: 'missing' },
    { name: 'KN1_ba-sao_kim-bang_0a1b2c3d.tar.age.001', reason: 'missing' },
    { name: 'KN1_ba-sao_kim-bang_0a1b2c3d.sha256', reason: 'form' },
    { name: null, reason: 'size' },
    { name: null, reason: 'parts' },
  ],
  B_PART_MISSING: [{ part: 'KN1_ba-sao_kim-bang_0a1b2c3d.tar.age.002' }],
  B_DAMAGED: [{ part: 'KN1_ba-sao_kim-bang_0a1b2c3d.tar.age.002' }, { part: null }],
  B_NOT_AGE: [{ reason: 'magic' }],
  B_NOT_FOR_US: [{}],
  B_LAYOUT: [
    { reason: 'order', name: `data/att/${HASH}`, offset: 512 },
    { reason: 'truncated', name: null, offset: null },
  ],
  B_UNKNOWN_SENDER: [{ keyNumber: '3F2A91C04B5D6E7F' }],
  B_REVOKED: [{ keyNumber: '3F2A91C04B5D6E7F', office: OFFICE, officeCode: 'ba-sao' }],
  B_SIGNATURE: [{ reason: 'form' }, { reason: 'key' }, { reason: 'signature' }, { reason: 'comment' }],
  B_HASH: [{ path: `data/journal/${CHANNEL}.jsonl.gz` }, { path: `data/att/${HASH}` }, { path: 'bundle.json' }],
  B_FORMAT: [{ file: 'bundle.json', path: 'channels.0.from' }],
  B_VERSION: [{ version: 2 }],
  B_SENDER: [{ claimed: OTHER_OFFICE, office: OFFICE }],
  B_NOT_ADDRESSED: [{ office: OTHER_OFFICE, officeCode: 'tan-son' }],
  B_CHANNEL: [
    { kind: 'changes', channel: CHANNEL },
    { kind: 'recovery', channel: null },
  ],
  B_ALREADY: [{ id: HASH.slice(0, 32) }],
  B_OLD: [{ manifest: bundleManifest }],
  B_GAP: [
    { channel: CHANNEL, have: 4, need: 12 },
    { channel: CHANNEL, have: 4, need: 6 },
    { channel: CHANNEL, have: 0, need: 1235 },
  ],
  B_FORK: [{ channel: CHANNEL, seq: 12 }],
  B_BOMB: [{ path: `data/journal/${CHANNEL}.jsonl.gz`, reason: 'ratio' }],
  B_ATTACH: [
    { sha256: HASH, reason: 'type' },
    { sha256: HASH, reason: 'changed' },
  ],
  B_INCOMPLETE: [
    { journals: [`data/journal/${CHANNEL}.jsonl.gz`], scans: [HASH] },
    { journals: [], scans: [HASH, HASH] },
  ],
  B_CHAIN: each(['gzip', 'utf8', 'lf', 'json', 'canonical', 'hole', 'count', 'head', 'stub'], (reason) => ({
    channel: CHANNEL,
    seq: 12,
    reason,
  })),
  B_NO_SPACE: [
    { need: 1_610_612_736, free: 1_073_741_824 },
    { need: null, free: null },
  ],
  B_STICK_GONE: [{ cause: 'EIO' }],
  B_READ_ONLY: [{}],
  B_TOO_BIG: [{ part: 'KN1_ba-sao_kim-bang_0a1b2c3d.tar.age.001' }],
  B_READBACK: [{ part: 'KN1_ba-sao_kim-bang_0a1b2c3d.tar.age.001' }],
  B_CANCELLED: [{}],
}

const paper = { paper: '1-KND', name: 'Đơn xin vào Đảng' }
const share = { agree: 5, of: 9, needed: 6 }
const clock = { start: '2024-01-10', due: '2024-04-12', extendedDue: '2024-05-29' }
const certificate = { date: '2019-01-15', validUntil: '2024-01-15', months: 60 }

/** Findings. */
export const FINDINGS: Samples<FindingData> = {
  'C1-young': [
    { birth: '2006-05-20', from: '2024-05-20', on: '2024-02-01' },
    { birth: '2006', from: '2024-12-31', on: null },
  ],
  'C1-over': [{ birth: '1962-03-04', since: '2022-04-04', on: '2024-02-01', paper: 'DY-TUOI' }],
  'C1-month': [
    { birth: '2006-02-20', limit: 'min', day: '2024-02-20', on: '2024-02-01' },
    { birth: '1964-01-20', limit: 'max', day: '2024-01-20', on: null },
  ],
  'C1-part': [
    { birth: '2006', limit: 'min', on: '2024-02-01' },
    { birth: '1964-02', limit: 'max', on: null },
  ],
  'C1-birth': [{}],
  C2: [
    { education: 'primary', minimum: 'lowerSecondary', specialArea: false },
    { education: 'literate', minimum: 'primary', specialArea: true },
  ],
  'C2-elder': [{ education: 'literate', minimum: 'primary', paper: 'DY-HOCVAN' }],
  'C2-none': [{ minimum: 'lowerSecondary' }],
  C3: [
    { ...certificate, on: '2024-02-01' },
    { ...certificate, on: null },
  ],
  'C3-last': [
    { ...certificate, on: '2024-01-15' },
    { ...certificate, on: null },
  ],
  C4: [{ date: '2019-01-15', validUntil: '2024-01-15', days: 90 }],
  'C5-none': [{ missing: 6 }],
  C5: [paper],
  'C5-date': [paper],
  'C5-late': [{ ...paper, date: '2024-02-03', meeting: '2024-02-01' }],
  'C5-num': [{ paper: '6-KND', name: 'Nghị quyết đề nghị kết nạp đảng viên', date: '2024-02-01' }],
  C6: [
    { route: 'members', have: 1, need: 2 },
    { route: 'youthUnion', have: 0, need: 1 },
    { route: 'tradeUnion', have: 0, need: 1 },
  ],
  'C6-org': [{ route: 'youthUnion', paper: '4-KND', name: 'Nghị quyết giới thiệu đoàn viên ưu tú vào Đảng' }],
  'C6-age': [{ birth: '1990-05-20', underMonths: 372, paper: '4-KND' }],
  'C6-youth': [{ birth: '2003-05-20' }],
  'C6-union': [{ paper: '4-KND', name: 'Nghị quyết giới thiệu đoàn viên ưu tú vào Đảng' }],
  C7: [{ person: 'Trần Văn Bình', official: '2024-02-03', date: '2024-01-10' }],
  'C7-months': [{ person: 'Trần Văn Bình', from: '2023-06-01', date: '2024-01-10', months: 12 }],
  C8: [{ paper: 'TT-2-KND', name: 'Văn bản thẩm tra lý lịch của người xin vào Đảng' }],
  'C8-date': [{ resume: '2024-01-10', answer: '2023-12-20' }],
  C10: [
    { ...paper, date: '2022-12-01', begun: '2022-12-01', limit: '2023-12-01', on: '2024-02-01' },
    { ...paper, date: null, begun: '2022-12-01', limit: '2023-12-01', on: null },
  ],
  C11: [{ application: '2024-01-10', resume: '2024-01-05' }],
  'C12-sum': [{ total: 12, present: 10, absent: 3 }],
  'C12-abs': [{ absent: 3, listed: 1 }],
  'C12-excl': [{ official: 9, excluded: 2, present: 8 }],
  'C12-votes': [{ votes: 8, present: 9 }],
  'C12-share': [{ ...share, meeting: '2024-02-01' }],
  C13: [{ official: 2, minimum: 3 }],
  C14: [{ ...share, meeting: '2024-02-01' }],
  C15: [{ paper: '7-KND', name: 'Báo cáo của đảng ủy bộ phận' }],
  'C15-date': [
    { report: '2024-01-20', meeting: '2024-02-01', committee: '2024-02-10' },
    { report: '2024-01-20', meeting: null, committee: null },
  ],
  'C16-share': [{ ...share, date: '2024-02-10' }],
  'C16-date': [{ date: '2024-01-20', meeting: '2024-02-01' }],
  'C16-votes': [{ votes: 14, present: 13 }],
  C17: [
    { ...clock, decided: null },
    { ...clock, decided: '2024-04-20' },
  ],
  'C17-ext': [{ ...clock, decided: null }],
  C18: [{ body: 'Đảng ủy xã Ba Sao', expected: 'Ban Thường vụ Huyện ủy' }],
  'C18-date': [{ date: '2024-01-20', meeting: '2024-02-01' }],
  C19: [{ agree: 7, of: 15, needed: 8 }],
  C20: [{ number: '58-QĐ/HU', date: '2024-02-20' }],
  C21: [
    { start: '2024-02-01', due: '2024-03-20', held: null },
    { start: '2024-02-01', due: '2024-03-20', held: '2024-04-02' },
  ],
  'C21-order': [{ held: '2024-01-20', decided: '2024-02-01' }],
  'C21-start': [{ held: '2024-02-03' }],
  C22: [{ held: '2024-02-03' }],
  P1: [{ step: 'branchVote' }, { step: 'submit' }],
}

/** Codes of refusals, as the samples have them. */
export const REFUSAL_CODES = Object.keys(REFUSALS) as RefusalCode[]

/** Codes of findings, as the samples have them. */
export const FINDING_CODES = Object.keys(FINDINGS) as FindingCode[]

function each<const From, To>(
  [first, ...rest]: readonly [From, ...From[]],
  make: (from: From) => To,
): readonly [To, ...To[]] {
  return [make(first), ...rest.map(make)]
}
