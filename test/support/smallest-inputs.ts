/**
 * For names of the port that need a session, an input the schema takes and that changes next to nothing: ids that nobody
 * has, folders that are not there. For tests of who is let in; a name that takes no input need not be here.
 */
import { BRANCH_VOTE, COMMITTEE_VOTE } from './journey.ts'

const nobody = '01990000-0000-7000-8000-0000000000ff'
const date = '2024-01-02'
const nowhere = '/nowhere'
const page = 'trang'
const sha256 = '0'.repeat(64)
const unit = { name: 'Chi bộ', type: 'branch', parent: nobody }
const profile = {
  name: 'Đảng ủy xã',
  code: 'xa',
  capacities: [{ capacity: 'proposes', from: date }],
  ruleSet: 'RS-1930',
}

/** Inputs by name. */
export const SMALLEST: Readonly<Record<string, object>> = {
  'backup.create': {},
  'backup.verify': { folder: nowhere },
  'bundle.export': { folder: nowhere },
  'bundle.history': {},
  'bundle.import': { folder: nowhere },
  'bundle.preview': { folder: nowhere },
  'candidate.correct': { case: nobody, change: {} },
  'candidate.register': { profile: { name: 'Nguyễn Văn A' }, unit: nobody },
  'candidate.registerMany': { rows: [{ profile: { name: 'Nguyễn Văn A' }, unit: nobody }] },
  'candidate.undoMany': { entries: [nobody] },
  'candidate.similarMany': { rows: [] },
  'document.preview': { kind: 'branchResolution', case: nobody },
  'document.make': { kind: 'branchResolution', case: nobody, to: `${nowhere}/a.docx`, why: 'In' },
  'list.write': { what: 'units', to: `${nowhere}/a.xlsx`, why: 'In' },
  'candidate.search': {},
  'candidate.similar': { name: 'Nguyễn Văn A' },
  'candidate.withdraw': { case: nobody, reason: 'died', date },
  'case.get': { case: nobody },
  'case.takeOver': { profile: { name: 'Nguyễn Văn A' }, unit: nobody, acts: {} },
  'ceremony.record': { case: nobody, date },
  'decision.record': { case: nobody, outcome: 'admit', number: '1', date, body: 'Ban Thường vụ' },
  'decision.recordReceipt': { case: nobody, date },
  'dossier.receive': { case: nobody, date },
  'dossier.recordBranchVote': { case: nobody, ...BRANCH_VOTE },
  'dossier.recordCommitteeVote': { case: nobody, ...COMMITTEE_VOTE },
  'dossier.return': { case: nobody, date, remarks: [{ text: 'Bổ sung' }] },
  'dossier.submit': { case: nobody, date },
  'draft.drop': { page },
  'draft.read': { page },
  'draft.save': { page, value: '{}' },
  'entry.retract': { entry: nobody },
  'finding.lift': { case: nobody, code: 'C1', reason: 'Được cho phép' },
  'helper.assign': { case: nobody, from: date, name: 'Trần Văn Bình' },
  'home.get': {},
  'journal.health': {},
  'keys.export': { to: nowhere, reason: 'Lưu kho' },
  'keys.renew': { reason: 'Mất máy' },
  'member.add': { name: 'Trần Văn Bình', unit: nobody },
  'member.change': { id: nobody, member: { name: 'Trần Văn Bình', unit: nobody } },
  'member.search': {},
  'office.change': { profile },
  'office.get': {},
  'peer.revoke': { office: 'a'.repeat(26), reason: 'Mất máy' },
  'pairing.accept': { card: '{}', digits: '1', relation: 'superior' },
  'pairing.card': {},
  'pairing.readCard': { card: '{}' },
  'paper.record': { case: nobody, paper: '1-KND' },
  'scan.add': { name: 'a.pdf', base64: 'AAAA' },
  'scan.get': { sha256 },
  'scan.read': { sha256, to: nowhere },
  'setting.change': { key: 'lockAfterMinutes', value: 15 },
  'unit.add': unit,
  'unit.change': { id: nobody, unit },
  'unit.list': {},
  'unit.recordMembers': { id: nobody, count: { date, official: 1, probationary: 0, excluded: 0 } },
  'user.add': { login: 'a', name: 'A', post: 'A', roles: ['viewer'], passphrase: 'ngắn' },
  'user.change': { userId: nobody, name: 'A', post: 'A', roles: ['viewer'] },
  'user.changePassphrase': { oldPassphrase: 'sai', newPassphrase: 'sai' },
  'user.disable': { userId: nobody },
  'user.list': {},
  'vault.newSheet': {},
}
