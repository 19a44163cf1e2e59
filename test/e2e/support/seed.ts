/**
 * What offices hold before a test begins, put there through the port as their windows would: branches, people, a whole
 * dossier, a pairing, sets carried over. Days are those of one story in early 2024; windows stand later than all of them.
 */
import type { ImportResult } from '../../../shared/contract/exchange.ts'
import { BRANCH_VOTE, COMMITTEE_VOTE, HOA } from '../../support/journey.ts'
import { pair } from '../../support/office.ts'
import { scannedPdf } from '../../support/scanned-pdf.ts'
import { expect } from '@playwright/test'
import { unlockPage } from '../pages/unlock.ts'
import { callPort, callsOf, openReady, PASSPHRASE, type ReadyWindow } from './ready.ts'
import type { OfficeWindow } from './window.ts'
import type { Place } from './fixtures.ts'

/** The day the windows of the story stand at. */
export const TODAY = '2024-01-29'

/** Founds and opens a commune that proposes. */
export function openCommune(place: Place, today = TODAY): Promise<ReadyWindow> {
  return openReady(place, 'dong-hoa', { name: 'Đảng ủy xã Đồng Hóa', code: 'dong-hoa', today })
}

/** Founds and opens a commune that proposes and a district that decides. */
export async function openCommuneAndDistrict(
  place: Place,
  today = TODAY,
): Promise<{ readonly commune: OfficeWindow; readonly district: OfficeWindow }> {
  const commune = await openCommune(place, today)
  const district = await openReady(place, 'kim-bang', {
    name: 'Huyện ủy Kim Bảng',
    code: 'kim-bang',
    capacities: ['decides'],
    today,
  })
  return { commune, district }
}

/** Opens an office that is founded already, as on another day or after a copy. */
export async function reopen(place: Place, code: string, today = TODAY): Promise<OfficeWindow> {
  const window = await place.open(code, today)
  await unlockPage(window.page).unlock(PASSPHRASE)
  await expect(window.page.getByRole('button', { name: 'Khóa', exact: true })).toBeVisible()
  return window
}

/** Lets a window use a folder, as a person does by choosing it. */
export async function grant({ page, answer }: OfficeWindow, folder: string): Promise<void> {
  answer(folder)
  await callPort(page, 'shell.chooseFolder', { title: 'Chọn thư mục' })
}

/**
 * Pairs two offices, each with the digits of the other's card.
 * @param unit - the unit of the upper office that the lower one is, where it was kept on paper
 */
export function pairOffices(lower: OfficeWindow, upper: OfficeWindow, unit?: string): Promise<void> {
  return pair(callsOf(lower.page), callsOf(upper.page), unit)
}

/** Adds a village branch. */
export async function addBranch({ page }: OfficeWindow, name = 'Chi bộ thôn Đồng Sơn'): Promise<string> {
  const { unit } = await callPort<{ unit: string }>(page, 'unit.add', {
    name,
    type: 'branch',
    sector: 'residential',
    area: 'rural',
  })
  return unit
}

/** Registers a person. */
export async function register({ page }: OfficeWindow, unit: string, profile: object = HOA): Promise<string> {
  const { case: id } = await callPort<{ case: string }>(page, 'candidate.register', {
    profile,
    unit,
    on: '2023-01-10',
  })
  return id
}

/** A case with everything before the branch meeting; two papers with a scan each. */
export async function buildDossier(window: OfficeWindow, id: string): Promise<void> {
  const { page } = window
  const helper = { case: id, from: '2022-06-01' }
  await callPort(page, 'helper.assign', { ...helper, name: 'Trần Văn Bình', officialDate: '2010-02-03' })
  await callPort(page, 'helper.assign', { ...helper, name: 'Lê Thị Cúc', officialDate: '2012-05-19', inPlaceOf: null })
  await recordPaper(window, id, 'CN-NTVD', '2023-04-20', {
    number: '12/CN',
    scans: [await addScannedPdf(window, `CN ${id}`)],
  })
  await recordPaper(window, id, '1-KND', '2023-09-01', { scans: [await addPng(window)] })
  await recordPaper(window, id, '2-KND', '2023-09-05')
  await recordPaper(window, id, 'TT-2-KND', '2023-10-20', { keeper: 'Bí thư đảng ủy' })
  await recordPaper(window, id, '3-KND', '2023-12-01', { person: 'Trần Văn Bình' })
  await recordPaper(window, id, '3-KND', '2023-12-02', { person: 'Lê Thị Cúc' })
  await recordPaper(window, id, '5-KND', '2024-01-04')
}

/** Records a paper of a dossier. */
export async function recordPaper(
  { page }: OfficeWindow,
  id: string,
  paper: string,
  date: string,
  more: object = {},
): Promise<void> {
  await callPort(page, 'paper.record', { case: id, paper, date, ...more })
}

/** How many have been voted on in an office: each has resolutions of its own. */
const votedOn = new WeakMap<OfficeWindow, number>()

/** Both votes with their resolutions, of an office the first 12-NQ/CB and 34-NQ/ĐU. */
export async function bothVote(window: OfficeWindow, id: string): Promise<void> {
  const before = votedOn.get(window) ?? 0
  votedOn.set(window, before + 1)
  const branch = { ...BRANCH_VOTE.resolution, number: `${12 + before}-NQ/CB` }
  const committee = { ...COMMITTEE_VOTE.resolution, number: `${34 + before}-NQ/ĐU` }
  await callPort(window.page, 'dossier.recordBranchVote', { case: id, ...BRANCH_VOTE, resolution: branch })
  await recordPaper(window, id, '6-KND', branch.date, { number: branch.number })
  await callPort(window.page, 'dossier.recordCommitteeVote', { case: id, ...COMMITTEE_VOTE, resolution: committee })
  await recordPaper(window, id, '8-KND', committee.date, { number: committee.number })
}

/** Everything from the name to the submission. */
export async function submittedDossier(window: OfficeWindow, unit: string, profile: object = HOA): Promise<string> {
  const id = await register(window, unit, profile)
  await buildDossier(window, id)
  await bothVote(window, id)
  await submit(window, id)
  return id
}

/** Sends a dossier up. */
export async function submit({ page }: OfficeWindow, id: string, date = '2024-01-25'): Promise<void> {
  await callPort(page, 'dossier.submit', { case: id, date, letter: { number: '56-CV/ĐU', date } })
}

/** Writes what other offices have not acknowledged. */
export async function exportTo(window: OfficeWindow, folder: string): Promise<void> {
  await grant(window, folder)
  await callPort(window.page, 'bundle.export', { folder })
}

/** Takes in every set in a folder. */
export async function importFrom(window: OfficeWindow, folder: string): Promise<ImportResult> {
  await grant(window, folder)
  return callPort<ImportResult>(window.page, 'bundle.import', { folder })
}

/** Puts a PDF as a scanner writes it into the scan store. @param note - makes it another file than the rest */
export async function addScannedPdf({ page }: OfficeWindow, note: string): Promise<object> {
  const base64 = (await scannedPdf(6, { note })).toString('base64')
  return callPort<object>(page, 'scan.add', { name: 'Giấy chứng nhận.pdf', base64 })
}

/** Puts a picture into the scan store. */
async function addPng({ page }: OfficeWindow): Promise<object> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 600
    canvas.height = 800
    const pen = canvas.getContext('2d')
    if (pen !== null) {
      pen.fillStyle = '#fff'
      pen.fillRect(0, 0, 600, 800)
      pen.fillStyle = '#000'
      pen.font = '28px sans-serif'
      pen.fillText(`Đơn xin vào Đảng ${Math.random()}`, 60, 120)
    }
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  })
  return callPort<object>(page, 'scan.add', { name: 'Đơn xin vào Đảng.png', base64 })
}
