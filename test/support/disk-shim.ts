/**
 * An office in a process of its own over a disk that fails beneath Node and SQLite: disk-shim.c, preloaded, strikes at the
 * operation a test names. Built where there is a compiler.
 */
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Paths } from '../../electron/paths.ts'
import { startOffice, type Answered } from './killable-office.ts'
import type { TestOffice } from './office.ts'
import { copyInto } from './survivors.ts'

/** Why a test with the shim is skipped, where it is. */
export const NEEDS_SHIM =
  'a shim under SQLite needs a C compiler on Linux, and a temporary folder whose libraries may be run'

/** True where the shim can be built and preloaded: not everywhere may a library in a temporary folder be run. */
export const canShim = process.platform === 'linux' && isPreloaded()

/** How the shim strikes: the computer dies before or after the operation, half of it is done, or it fails. */
const WAYS = { killBefore: 0, killAfter: -1, half: -2, EIO: 5, EFBIG: 27, ENOSPC: 28 } as const

/** At which operation of a call, counted from 1, and how; `lasts`: at every one after it too. */
export type Strike = { readonly at: number; readonly way: keyof typeof WAYS; readonly lasts?: boolean }

/** The files whose operations are counted and struck. */
export type Struck = {
  /** Without links in it. */
  readonly folder: string
  /** What their path has in it. */
  readonly name: string
  /** Reads are counted and struck too. */
  readonly reads?: boolean
}

/** What became of a call, and how many operations on the files it took. */
export type ShimmedCall = { readonly answered: Answered; readonly operations: number }

/** An office over the shim. */
export type ShimmedOffice = {
  readonly paths: Paths
  /** Calls; at the n-th operation of this very call the disk strikes. */
  readonly call: (name: string, input: unknown, strike?: Strike) => Promise<ShimmedCall>
  readonly end: () => Promise<void>
}

/** Builds the shim in a folder. @returns where it lies */
export function buildShim(folder: string): string {
  const { shim, complaint } = built(folder)
  expect(complaint).toBe('')
  return shim
}

function built(folder: string): { readonly shim: string; readonly complaint: string } {
  const shim = join(folder, 'shim.so')
  const source = join(import.meta.dirname, 'disk-shim.c')
  const gcc = spawnSync('gcc', ['-shared', '-fPIC', '-O2', '-o', shim, source, '-ldl'], { encoding: 'utf8' })
  return { shim, complaint: gcc.error?.message ?? gcc.stderr }
}

function isPreloaded(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'shim-'))
  try {
    const { shim, complaint } = built(folder)
    const tried = spawnSync('true', { env: { ...process.env, LD_PRELOAD: shim }, encoding: 'utf8' })
    return complaint === '' && tried.status === 0 && tried.stderr === ''
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A copy of an office's folders, in a folder of its own below `root`. */
export function copyFor({ paths }: TestOffice, root: string): Paths {
  return copyInto(mkdtempSync(join(root, 'life-')), paths)
}

/**
 * Starts an office over the shim.
 * @param struck - by default its store
 */
export async function startShimmed(
  paths: Paths,
  shim: string,
  { folder, name, reads = false }: Struck = { folder: paths.data, name: 'store.db' },
): Promise<ShimmedOffice> {
  const home = mkdtempSync(`${paths.data}-`)
  const plan = join(home, 'plan')
  writePlan(plan, 0)
  const env = { LD_PRELOAD: shim, SHIM_PLAN: plan, SHIM_DIR: folder, SHIM_NAME: name }
  const child = await startOffice(paths, '2024-04-01', home, [], reads ? { ...env, SHIM_READS: 'yes' } : env)
  return {
    paths,
    call: async (called, input, strike) => {
      const before = seenIn(plan)
      if (strike !== undefined) writePlan(plan, before, { ...strike, at: before + strike.at })
      const answered = await child.call(called, input)
      const operations = seenIn(plan) - before
      if (strike !== undefined && answered !== null) writePlan(plan, seenIn(plan))
      return { answered, operations }
    },
    end: child.kill,
  }
}

function writePlan(file: string, seen: number, strike?: Strike): void {
  const bytes = Buffer.alloc(32)
  const numbers = strike === undefined ? [seen] : [seen, strike.at, WAYS[strike.way], strike.lasts === true ? 1 : 0]
  for (const [place, number] of numbers.entries()) bytes.writeBigInt64LE(BigInt(number), 8 * place)
  const fd = openSync(file, existsSync(file) ? 'r+' : 'w')
  try {
    writeSync(fd, bytes, 0, bytes.length, 0)
  } finally {
    closeSync(fd)
  }
}

function seenIn(file: string): number {
  const bytes = Buffer.alloc(8)
  const fd = openSync(file, 'r')
  try {
    readSync(fd, bytes, 0, 8, 0)
  } finally {
    closeSync(fd)
  }
  return Number(bytes.readBigInt64LE(0))
}
