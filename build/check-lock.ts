/**
 * Checks package.json and the lock file before anything else trusts them. npm writes a lock without the platform packages
 * its registry lacks, says nothing, and the next `npm ci` on Windows fails; and a range or a second copy of a pinned
 * package changes the program without anybody having decided so.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Names = Readonly<Record<string, string>>
type Manifest = {
  readonly dependencies?: Names
  readonly devDependencies?: Names
  readonly optionalDependencies?: Names
}
type LockEntry = Manifest & { readonly version?: string; readonly resolved?: string; readonly link?: boolean }
type Lock = { readonly packages: Readonly<Record<string, LockEntry>> }

/** What the program is built on; each must be named by us, not come along with something else. */
const directDependencies = [
  'electron',
  'react',
  'better-sqlite3',
  'electron-builder',
  'zustand',
  '@mantine/core',
  'vitest',
  '@playwright/test',
]

const exactVersion = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/

/** All faults of the manifest and the lock in `root`, as sentences; empty where all is well. */
export function checkLock(root: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
  return lockFaults(manifest, lock)
}

/** The same over parsed files. */
export function lockFaults(manifest: Manifest, lock: Lock): readonly string[] {
  const faults: string[] = []
  const wanted = namesOf(manifest)
  const locked = namesOf(lock.packages[''] ?? {})

  for (const name of directDependencies) {
    if (!(name in wanted)) faults.push(`${name} is not a direct dependency`)
  }
  for (const [name, version] of Object.entries(wanted)) {
    if (!exactVersion.test(version)) faults.push(`${name} is not pinned to one version: ${version}`)
    if (locked[name] !== version) faults.push(`${name} is ${version}, the lock says ${locked[name] ?? 'nothing'}`)
  }
  for (const name of Object.keys(locked)) {
    if (!(name in wanted)) faults.push(`${name} is in the lock's root, not in package.json`)
  }

  const mantine = new Set<string>()
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (entry.resolved !== undefined && entry.link !== true)
      faults.push(`${path} names a registry host: ${entry.resolved}`)
    if (/(^|\/)node_modules\/@mantine\/[^/]+$/.test(path)) mantine.add(entry.version ?? 'no version')
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!resolves(lock, path, name))
        faults.push(`${path === '' ? 'package.json' : path} wants ${name}, which the lock lacks`)
    }
  }
  if (mantine.size > 1) faults.push(`more than one version of @mantine: ${[...mantine].sort().join(', ')}`)
  return faults
}

/** Looks for a package as Node does: in the folder's own node_modules, then in each one above. */
function resolves(lock: Lock, from: string, name: string): boolean {
  let folder = from
  for (;;) {
    if ((folder === '' ? '' : `${folder}/`) + `node_modules/${name}` in lock.packages) return true
    if (folder === '') return false
    const above = folder.lastIndexOf('/node_modules/')
    folder = above === -1 ? '' : folder.slice(0, above)
  }
}

function namesOf(manifest: Manifest): Names {
  return { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
}

if (import.meta.main) {
  const faults = checkLock(join(import.meta.dirname, '..'))
  for (const fault of faults) console.error(`lock: ${fault}`)
  if (faults.length > 0) process.exitCode = 1
}
