/**
 * What the computer brings along: where the data lies, how much room there is, what its clock says, which sticks it sees.
 */
import { dirname } from 'node:path'
import { unlessMissing } from '../disk/attempt.ts'
import type { Disk } from '../disk/disk.ts'
import { listDrives } from '../disk/drives.ts'
import { judgeDataFolder } from '../disk/place.ts'
import { refuse } from '../refuse.ts'
import type { Finding } from './finding.ts'

const GIB = 2 ** 30

/** Less than this many bytes free is too little to work with, or little. */
const ROOM = { needed: GIB, comfortable: 5 * GIB }

/** No computer that runs this build can be in an earlier year. */
const FIRST_YEAR = 2025

/** Minutes Việt Nam is ahead of UTC. */
const VIET_NAM = 420

/** May the data lie where they lie? */
export async function checkPlace(disk: Disk, data: string): Promise<Finding> {
  const judged = await judgeDataFolder(data, disk)
  return judged.ok ? { state: 'good', facts: {} } : { state: 'bad', facts: {}, trouble: refuse(judged.error) }
}

/** Is there room on the disk that holds the data? @throws DiskError */
export async function checkSpace(disk: Disk, data: string): Promise<Finding> {
  const { free, total } = await spaceAt(disk, data)
  const state = free < ROOM.needed ? 'bad' : free < ROOM.comfortable ? 'warning' : 'good'
  return { state, facts: { free, total } }
}

/**
 * Does the clock tell a possible time?
 * @param at - YYYY-MM-DDTHH:MM:SSZ
 * @param ahead - minutes the computer's zone is ahead of UTC
 */
export function checkClock(at: string, ahead: number): Finding {
  const isPast = Number(at.slice(0, 4)) < FIRST_YEAR
  return { state: isPast ? 'bad' : ahead === VIET_NAM ? 'good' : 'warning', facts: { at, ahead } }
}

/**
 * Which sticks are there, and how many drives of which the system does not tell? Their labels stay out: people name sticks
 * after themselves.
 * @param platform - as in `process.platform`
 * @throws DiskError
 */
export async function checkDrives(disk: Disk, platform: NodeJS.Platform = process.platform): Promise<Finding> {
  const drives = await listDrives(disk, platform)
  const sticks = drives.filter(({ removal }) => removal === 'removable' || removal === 'usb')
  const unknown = drives.filter(({ removal }) => removal === 'unknown').length
  const writable = sticks.filter(({ readOnly }) => !readOnly)
  const free = writable[0]?.space.free
  return {
    state: writable.length > 0 ? 'good' : 'warning',
    facts: { sticks: sticks.length, writable: writable.length, unknown, ...(free === undefined ? {} : { free }) },
  }
}

async function spaceAt(disk: Disk, path: string): Promise<{ readonly free: number; readonly total: number }> {
  // Before the first start the data folder is not there yet: the nearest folder above it lies on the same disk.
  const found = await unlessMissing(() => disk.statfs(path))
  return found === undefined && dirname(path) !== path ? spaceAt(disk, dirname(path)) : (found ?? { free: 0, total: 0 })
}
