/**
 * Builds the program as it ships. The one place that calls npm, which on Windows is a script that only a shell runs; its
 * words hold no path.
 */
import { execFileSync } from 'node:child_process'

/** Builds quietly; what goes wrong is shown. @param root - the project's folder @throws Error where it fails */
export function buildProgram(root: string): void {
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
}
