/**
 * Debian's packages, fetched where that needs nobody's leave: as root, with apt-get.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Can packages be fetched here? */
export function canFetchPackages(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

/** Fetches packages and shows what apt-get says; whether they are there afterwards is for the caller to look. */
export function fetchPackages(names: readonly string[]): void {
  const quiet = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  spawnSync('apt-get', ['update'], quiet)
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...names], quiet)
}
