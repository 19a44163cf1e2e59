/**
 * Offices with units, members and people, put in through the port, for tests of the pages that show them.
 */
import type { Page } from '@playwright/test'
import { callPort, openReady, type ReadyOptions } from './ready.ts'
import type { Place } from './fixtures.ts'
import type { OfficeWindow } from './window.ts'

/** What a seeded office holds. */
export type Seeded = { readonly branch: string; readonly other: string; readonly helper: string }

/** Names of what a seeded office holds. */
export const BRANCH = 'Chi bộ thôn Quyển Sơn'
export const OTHER_BRANCH = 'Chi bộ Trường Trung học phổ thông Kim Bảng'
export const HELPER = 'Lại Văn Đức'

/** Somebody of youth age with what the rules ask for. */
export const HOA = {
  name: 'Trần Thị Hòa',
  birth: '1998-05-12',
  sex: 'female',
  education: 'upperSecondary',
  youthUnionSince: '2013-03-26',
}

/**
 * Opens an unlocked office with two branches, nine members in the first, and one in the register.
 * @param options - of the office; `folder`: where its data lie
 */
export async function openWithBranches(
  place: Place,
  { folder = 'xa', ...options }: ReadyOptions & { readonly folder?: string } = {},
): Promise<OfficeWindow & Seeded> {
  const window = await openReady(place, folder, { name: 'Đảng ủy xã Thi Sơn', code: 'thi-son', ...options })
  const { page } = window
  const branch = await addUnit(page, BRANCH)
  const other = await addUnit(page, OTHER_BRANCH)
  await callPort(page, 'unit.recordMembers', {
    id: branch,
    count: { date: '2023-12-31', official: 9, probationary: 1, excluded: 0 },
  })
  const { member } = await callPort<{ member: string }>(page, 'member.add', {
    name: HELPER,
    unit: branch,
    officialDate: '2015-02-03',
  })
  return { ...window, branch, other, helper: member }
}

/** Registers a person. @returns the case */
export async function register(page: Page, unit: string, profile: Readonly<Record<string, unknown>>): Promise<string> {
  const answer = await callPort<{ case: string }>(page, 'candidate.register', { unit, profile })
  return answer.case
}

/** Goes to a page by its address, as a link does. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => (window.location.hash = hash), `#${path}`)
}

/** Records every paper the branch meeting asks for. */
export async function recordPapers(page: Page, id: string): Promise<void> {
  const papers = [
    { paper: 'CN-NTVD', number: '15/CN', date: '2023-06-15' },
    { paper: '1-KND', date: '2023-09-01' },
    { paper: '2-KND', date: '2023-09-05' },
    { paper: 'TT-2-KND', number: '8-CV/ĐU', date: '2023-10-10', keeper: 'Văn phòng Đảng ủy' },
    { paper: '3-KND', date: '2023-11-20', person: HELPER },
    { paper: '4-KND', number: '4-NQ/ĐTN', date: '2023-11-22' },
    { paper: '5-KND', date: '2023-12-01' },
  ]
  for (const paper of papers) await callPort(page, 'paper.record', { case: id, ...paper })
}

/** A case sent to a superior without the program. @returns the case */
export async function submitted(page: Page, branch: string): Promise<string> {
  const id = await register(page, branch, HOA)
  await callPort(page, 'helper.assign', { case: id, name: HELPER, from: '2022-10-01', officialDate: '2015-02-03' })
  await recordPapers(page, id)
  await callPort(page, 'dossier.recordBranchVote', {
    case: id,
    date: '2023-12-20',
    official: 9,
    probationary: 1,
    excluded: 0,
    presentOfficial: 9,
    presentProbationary: 1,
    absences: [],
    method: 'ballot',
    agree: 9,
    disagree: 0,
    blank: 0,
    resolution: { number: '12-NQ/CB', date: '2023-12-20' },
  })
  await callPort(page, 'dossier.recordCommitteeVote', {
    case: id,
    date: '2023-12-27',
    members: 15,
    present: 15,
    agree: 15,
    disagree: 0,
    blank: 0,
    resolution: { number: '15-NQ/ĐU', date: '2023-12-27' },
  })
  await callPort(page, 'dossier.submit', { case: id, date: '2023-12-28' })
  return id
}

async function addUnit(page: Page, name: string): Promise<string> {
  const { unit } = await callPort<{ unit: string }>(page, 'unit.add', {
    name,
    type: 'branch',
    from: '2020-01-01',
  })
  return unit
}
