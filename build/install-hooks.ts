/**
 * Points git at build/hooks, so that the gate runs before a push. Runs as npm's `prepare`; silent where there is no
 * git checkout (a source archive) or no git.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
if (existsSync(join(root, '.git'))) {
  spawnSync('git', ['config', 'core.hooksPath', 'build/hooks'], { cwd: root, stdio: 'ignore' })
}
