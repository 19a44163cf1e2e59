/**
 * The papers of a dossier: what a paper of a code looks like in this story (day, number, issuer, scan), and recording
 * those that the case's own checklist says are missing. The list comes from the program, never from here.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CaseView } from '../../shared/contract/answers.ts'
import type { Paper } from '../../shared/model/acts.ts'
import { workingDayBefore } from './days.ts'
import { makeScan, type ScanKind } from './scans.ts'
import { nextNumber, type Dossier, type Story } from './story.ts'

/** How a paper comes about. `before`: days before the branch meets; -1 and less: after it. */
type Making = {
  readonly before: number
  /** Counted from the meeting on recognition. */
  readonly recognition?: true
  readonly issuer?: string
  readonly symbol?: string
  readonly scan?: ScanKind
}

const MAKING: Readonly<Record<string, Making>> = {
  'CN-NTVD': { before: 240, issuer: 'Trung tâm chính trị huyện', symbol: 'CN/TTCT', scan: 'png' },
  '1-KND': { before: 75, scan: 'pdf' },
  '2-KND': { before: 68, scan: 'pdf' },
  'TT-2-KND': { before: 30, issuer: 'Đảng ủy nơi thẩm tra', symbol: 'CV/ĐU' },
  '3-KND': { before: 16, scan: 'jpg' },
  '4-KND': { before: 14, issuer: 'Ban Chấp hành Đoàn xã Bình Minh', symbol: 'NQ/ĐTN', scan: 'pdf' },
  '4A-KND': { before: 14, issuer: 'Ban Chấp hành Công đoàn cơ sở', symbol: 'NQ/CĐCS', scan: 'pdf' },
  '5-KND': { before: 9, scan: 'png' },
  '6-KND': { before: 0, symbol: 'NQ/CB', scan: 'pdf' },
  '8-KND': { before: -5, issuer: 'Đảng ủy xã Bình Minh', symbol: 'NQ/ĐU', scan: 'jpg' },
  'LL-HSDV': { before: -40 },
  'PHIEU-HSDV': { before: -40 },
  'CN-DVM': {
    before: 100,
    recognition: true,
    issuer: 'Trung tâm chính trị huyện',
    symbol: 'CN/TTCT',
  },
  '10-KND': { before: 7, recognition: true },
  '11-KND': { before: 6, recognition: true },
  '12-KND': { before: 3, recognition: true },
}

/** A paper without its scans. */
export type PaperFacts = Pick<Paper, 'paper' | 'number' | 'date' | 'issuer' | 'person' | 'keeper'>

/**
 * What a paper of a code looks like.
 * @param copy - 0 for the first of its code, 1 for the second
 */
export function paperFacts(story: Story, dossier: Dossier, code: string, copy: number): PaperFacts {
  const { before = 0, issuer, symbol, recognition } = MAKING[code] ?? {}
  // Classes are held twice a year: certificates differ most in age.
  const days = code === 'CN-NTVD' ? before + ((dossier.person.serial * 97) % 900) : before
  const date = before < 0 ? story.world.today() : workingDayBefore(meetingOf(dossier, recognition), days)
  const person = code === '3-KND' || code === '11-KND' ? dossier.introducers[copy]?.name : undefined
  return {
    paper: code,
    date,
    ...(symbol === undefined ? {} : { number: `${pad(nextNumber(story, seriesOf(symbol, dossier)))}-${symbol}` }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(person === undefined ? {} : { person }),
    ...(code === 'TT-2-KND' ? { keeper: 'Tủ hồ sơ mật, Văn phòng Đảng ủy' } : {}),
  }
}

/**
 * Records every paper that the case's checklist misses and that is there by today.
 * @param leaveOut - codes forgotten on purpose
 */
export async function recordMissingPapers(
  story: Story,
  dossier: Dossier,
  leaveOut: readonly string[] = [],
): Promise<void> {
  const { keeper } = dossier
  const { assessment } = await keeper.call<CaseView>('case.get', { case: dossier.case })
  for (const { paper, status, have = 0, need = 1 } of assessment.checklist) {
    const isLater = MAKING[paper]?.recognition === true && dossier.recognitionDay === undefined
    if (status !== 'missing' || MAKING[paper] === undefined || isLater || leaveOut.includes(paper)) continue
    for (let copy = have; copy < need; copy += 1) {
      const facts = paperFacts(story, dossier, paper, copy)
      if (facts.date !== undefined && facts.date > story.world.today()) break
      await keeper.call('paper.record', { case: dossier.case, ...facts, ...filesOf(story, dossier, paper, copy) })
    }
  }
}

/** The files of a paper, where this dossier is scanned: written to the temporary folder for the program to take in. */
export function filesOf(story: Story, dossier: Dossier, code: string, copy: number): { readonly files?: string[] } {
  const kind = MAKING[code]?.scan
  if (!dossier.scanned || kind === undefined) return {}
  const { serial } = dossier.person
  const name = `${code}_${serial}_${nextNumber(story, 'scans')}.${kind}`
  const path = join(story.world.scanFolder, name)
  const random = story.world.random(`scan ${name}`)
  writeFileSync(path, makeScan(kind, random, `Demo scan: form ${code}, dossier ${serial}, copy ${copy + 1}`))
  return { files: [path] }
}

function meetingOf({ voteDay, recognitionDay }: Dossier, recognition?: boolean): string {
  return recognition === true ? (recognitionDay ?? voteDay) : voteDay
}

/** Every branch numbers its own resolutions; other series are one for all. */
function seriesOf(symbol: string, { person }: Dossier): string {
  return symbol === 'NQ/CB' ? person.branch.code : symbol
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
