/**
 * The journeys of an office in its own words, over the port: a branch, a person, a dossier built step by step, a stick
 * carried over. Days are those of one story in early 2024; every step moves the office's clock to its own day.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CaseView, HomeView, PeerStatus } from '../../shared/contract/answers.ts'
import type { ExportAnswer, Exported, ImportResult } from '../../shared/contract/exchange.ts'
import type { Profile } from '../../shared/model/profile.ts'
import { foundOffice, pair, type OfficeOptions, type TestOffice } from './office.ts'
import { BRANCH_ALL_FOR } from './votes.ts'

/** The name the decisions of the story carry. */
export const BODY = 'Ban Thường vụ Huyện ủy Kim Bảng'

/** A person of the story: everything a dossier without fault needs. */
export const HOA: Profile = {
  name: 'Nguyễn Thị Hòa',
  birth: '1985-06-15',
  sex: 'female',
  ethnicity: 'Kinh',
  education: 'upperSecondary',
  identityNumber: '035185001234',
  source: 'womenUnion',
}

/** A commune that proposes and its district that decides, paired, with an empty stick. */
export async function communeAndDistrict(
  root: string,
  options: Pick<OfficeOptions, 'partBytes'> = {},
): Promise<{
  readonly commune: TestOffice
  readonly district: TestOffice
  readonly stick: string
}> {
  const commune = await foundCommune(root, undefined, undefined, options)
  const district = await foundDistrict(root)
  await pair(commune, district)
  return { commune, district, stick: newStick(root) }
}

/** A commune's party office. */
export function foundCommune(
  root: string,
  code = 'dong-hoa',
  name = 'Đảng ủy xã Đồng Hóa',
  options: Pick<OfficeOptions, 'partBytes'> = {},
): Promise<TestOffice> {
  return foundOffice({ root, code, name, capacities: ['proposes'], ...options })
}

/** The district's party office. */
export function foundDistrict(root: string): Promise<TestOffice> {
  return foundOffice({ root, code: 'kim-bang', name: 'Huyện ủy Kim Bảng', capacities: ['decides'] })
}

/** A commune, the one that is to go on for it, and the district above both, paired with it. */
export async function mergingCommunes(
  root: string,
): Promise<{ readonly district: TestOffice; readonly merged: TestOffice; readonly old: TestOffice }> {
  const district = await foundDistrict(root)
  const merged = await foundCommune(root, 'kim-thanh', 'Đảng ủy xã Kim Thanh')
  await pair(merged, district)
  const old = await foundCommune(root)
  await pair(old, district)
  return { district, merged, old }
}

/** An empty folder that plays a USB stick. */
export function newStick(root: string, name = 'usb'): string {
  const folder = join(root, name)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Adds a village branch. */
export async function addBranch(
  office: TestOffice,
  name = 'Chi bộ thôn Đồng Sơn',
  more: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { unit } = await office.do<{ unit: string }>('unit.add', {
    name,
    type: 'branch',
    sector: 'residential',
    ...more,
  })
  return unit
}

/** Writes a small whole PDF and names it. */
export function pdfFile(folder: string, name: string, text = name): string {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  writeFileSync(path, `%PDF-1.7\n% ${text}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n`)
  return path
}

/** Registers a person; name and branch are enough. */
export async function register(office: TestOffice, unit: string, profile: Profile = HOA): Promise<string> {
  const answer = await office.do<{ case: string }>('candidate.register', { profile, unit, on: '2023-01-10' })
  return answer.case
}

/** Helpers and the papers before the branch meeting; `scans` is a folder for the files attached to two of them. */
export async function buildDossier(office: TestOffice, id: string, scans?: string): Promise<void> {
  office.at('2024-01-05')
  const helper = { case: id, from: '2022-06-01' }
  await office.do('helper.assign', { ...helper, name: 'Trần Văn Bình', officialDate: '2010-02-03' })
  await office.do('helper.assign', { ...helper, name: 'Lê Thị Cúc', officialDate: '2012-05-19', inPlaceOf: null })
  const file = (name: string) => (scans === undefined ? {} : { files: [pdfFile(scans, name, `${name} ${id}`)] })
  const paper = (code: string, date: string, more: object = {}) =>
    office.do('paper.record', { case: id, paper: code, date, ...more })
  await paper('CN-NTVD', '2023-04-20', { number: '12/CN', ...file('Giấy chứng nhận.pdf') })
  await paper('1-KND', '2023-09-01', file('Đơn xin vào Đảng.pdf'))
  await paper('2-KND', '2023-09-05')
  await paper('TT-2-KND', '2023-10-20', { keeper: 'Bí thư đảng ủy' })
  await paper('3-KND', '2023-12-01', { person: 'Trần Văn Bình' })
  await paper('3-KND', '2023-12-02', { person: 'Lê Thị Cúc' })
  await paper('5-KND', '2024-01-04')
}

/** The branch's vote, 9 of 9, and its resolution. */
export async function branchVotes(office: TestOffice, id: string): Promise<void> {
  office.at('2024-01-15')
  await office.do('dossier.recordBranchVote', { case: id, ...BRANCH_VOTE })
  await office.do('paper.record', { case: id, paper: '6-KND', date: '2024-01-15', number: '12-NQ/CB' })
}

/** The committee's vote, 15 of 15, and its resolution. */
export async function committeeVotes(office: TestOffice, id: string): Promise<void> {
  office.at('2024-01-20')
  await office.do('dossier.recordCommitteeVote', { case: id, ...COMMITTEE_VOTE })
  await office.do('paper.record', { case: id, paper: '8-KND', date: '2024-01-20', number: '34-NQ/ĐU' })
}

/** The vote of the branch in the story. */
export const BRANCH_VOTE = {
  date: '2024-01-15',
  ...BRANCH_ALL_FOR,
  resolution: { number: '12-NQ/CB', date: '2024-01-15' },
}

/** The vote of the committee in the story. */
export const COMMITTEE_VOTE = {
  date: '2024-01-20',
  members: 15,
  present: 15,
  agree: 15,
  disagree: 0,
  blank: 0,
  resolution: { number: '34-NQ/ĐU', date: '2024-01-20' },
}

/** Sends the dossier up, on paper of the story's day. */
export async function submit(office: TestOffice, id: string, date = '2024-01-25'): Promise<string> {
  office.at(date)
  const answer = await office.do<{ submission: string }>('dossier.submit', {
    case: id,
    date,
    letter: { number: '56-CV/ĐU', date },
  })
  return answer.submission
}

/** Everything from the name to the submission, in one go. */
export async function submittedDossier(
  office: TestOffice,
  unit: string,
  profile: Profile = HOA,
  scans?: string,
): Promise<string> {
  const id = await register(office, unit, profile)
  await buildDossier(office, id, scans)
  await branchVotes(office, id)
  await committeeVotes(office, id)
  await submit(office, id)
  return id
}

/** The same with one scan of so many bytes among its papers. @param folder - where the scan is made */
export async function dossierWithLargeScan(
  office: TestOffice,
  unit: string,
  folder: string,
  bytes: number,
): Promise<string> {
  const id = await register(office, unit)
  await buildDossier(office, id)
  const file = join(folder, 'scan.pdf')
  writeFileSync(file, Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytes), Buffer.from('\n%%EOF\n')]))
  await office.do('paper.record', { case: id, paper: '2-KND', files: [file] })
  await branchVotes(office, id)
  await committeeVotes(office, id)
  await submit(office, id)
  return id
}

/** The decision of the story. */
export function decide(office: TestOffice, id: string, number = '345-QĐ/HU', more: object = {}): Promise<unknown> {
  office.at('2024-02-26')
  return office.do('decision.record', {
    case: id,
    outcome: 'admit',
    number,
    date: '2024-02-26',
    body: BODY,
    members: 11,
    agree: 11,
    ...more,
  })
}

/** The receipt of the decision and the ceremony. */
export async function receiptAndCeremony(office: TestOffice, id: string): Promise<void> {
  office.at('2024-02-28')
  await office.do('decision.recordReceipt', { case: id, date: '2024-02-28' })
  office.at('2024-03-10')
  await office.do('ceremony.record', {
    case: id,
    date: '2024-03-10',
    place: 'Nhà văn hóa thôn Đồng Sơn',
    helper: { name: 'Trần Văn Bình' },
  })
}

/** Writes what another office has not acknowledged. */
export async function exportTo(office: TestOffice, folder: string, to?: TestOffice, full?: boolean): Promise<Exported> {
  const { sets } = await office.do<{ sets: readonly Exported[] }>('bundle.export', {
    folder,
    ...(to === undefined ? {} : { to: to.id }),
    ...(full === undefined ? {} : { full }),
  })
  const [set, ...others] = sets
  if (set === undefined || others.length > 0) throw new Error(`${sets.length} sets written`)
  return set
}

/** Gives back to an office what it had sent, having heard the digits of its card. */
export async function exportRecovery(from: TestOffice, to: TestOffice, folder: string): Promise<ExportAnswer> {
  const { digits } = await to.do<{ digits: string }>('pairing.card')
  return from.do<ExportAnswer>('bundle.exportRecovery', { to: to.id, folder, digits, reason: 'Máy hỏng ổ cứng' })
}

/** Writes all that an office keeps for the one that goes on for it. @param on - the day of the merger */
export function exportSuccession(from: TestOffice, to: TestOffice, folder: string, on: string): Promise<ExportAnswer> {
  return from.do<ExportAnswer>('bundle.exportSuccession', { to: to.id, on, reason: 'Nghị quyết số 12', folder })
}

/** Takes in every set in a folder. */
export function importFrom(office: TestOffice, folder: string, more: object = {}): Promise<ImportResult> {
  return office.do<ImportResult>('bundle.import', { folder, ...more })
}

/** Exports from one office and imports at the other, on a stick of its own; every set must come in. */
export async function carry(root: string, from: TestOffice, to: TestOffice): Promise<ImportResult> {
  const stick = newStick(root, `usb-${from.code}-${to.code}-${(trips += 1)}`)
  await exportTo(from, stick, to)
  const result = await importFrom(to, stick)
  const stopped = result.sets.find((set) => set.outcome !== 'imported')
  if (stopped) throw new Error(`not imported: ${JSON.stringify(stopped)}`)
  return result
}

/**
 * Exports at one computer of an office and imports at another, on a stick of its own; says what became of every set.
 * @param more - what else the export is asked for
 */
export async function carryAtHome(
  root: string,
  from: TestOffice,
  to: TestOffice,
  more: { readonly full?: boolean; readonly device?: string } = {},
): Promise<ImportResult['sets']> {
  const stick = newStick(root, `usb-home-${(trips += 1)}`)
  await from.do('device.export', { folder: stick, ...more })
  return (await importFrom(to, stick)).sets
}

let trips = 0

/** A case as an office sees it. */
export function caseAt(office: TestOffice, id: string): Promise<CaseView> {
  return office.do<CaseView>('case.get', { case: id })
}

/** The hashes of all scans among the papers of a case. */
export async function scanHashesAt(office: TestOffice, id: string): Promise<readonly string[]> {
  const { state } = await caseAt(office, id)
  return [...new Set(state.papers.flatMap(({ scans }) => scans.map(({ sha256 }) => sha256)))]
}

/** Where a case stands in an office's own list. */
export async function stageAt(office: TestOffice, id: string): Promise<string> {
  return (await caseAt(office, id)).stage
}

/** How the exchange with the only paired office stands, as the home page tells. */
export async function peerOf(office: TestOffice): Promise<PeerStatus> {
  const [peer] = (await office.do<HomeView>('home.get')).peers
  if (peer === undefined) throw new Error('not paired')
  return peer
}
