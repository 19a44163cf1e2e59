/**
 * Builds the program once before the end-to-end tests, as it ships.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Playwright's global setup. */
export default function build(): void {
  const root = join(import.meta.dirname, '../../..')
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
}
