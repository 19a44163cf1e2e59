/**
 * The folder the demo leaves. It is made new, or it must be empty, or it must be what an earlier demo left - known by its
 * summary.json, which is written first of all - and is then replaced. Nothing else is ever removed.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What marks a summary.json as one of ours. */
export const MARK = 'ket-nap demo'

/** Everything the demo leaves in its folder. */
const OURS: ReadonlySet<string> = new Set(['usb', 'keys', 'offices', 'marks', 'screens', 'summary.json', 'summary.md'])

/** A folder the demo must not use. */
export class FolderInUse extends Error {}

/**
 * Makes the folder ready: empty but for a summary.json that says a demo is being played.
 * @throws FolderInUse if it holds anything that is not an earlier demo's
 */
export function prepareFolder(out: string): void {
  mkdirSync(out, { recursive: true })
  const names = readdirSync(out)
  if (names.length > 0) {
    if (!isDemo(out)) throw new FolderInUse(`thư mục ${out} không trống và không phải là của bản trình diễn trước`)
    const foreign = names.filter((name) => !OURS.has(name))
    if (foreign.length > 0) throw new FolderInUse(`thư mục ${out} có tệp lạ: ${foreign.join(', ')}`)
    // The mark goes last, so that an interrupted removal can be taken up again.
    for (const name of names.filter((other) => other !== 'summary.json'))
      rmSync(join(out, name), { recursive: true, force: true })
  }
  writeFileSync(join(out, 'summary.json'), `${JSON.stringify({ demo: MARK, state: 'unfinished' }, null, 1)}\n`)
}

function isDemo(out: string): boolean {
  try {
    const summary: unknown = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'))
    return typeof summary === 'object' && summary !== null && 'demo' in summary && summary.demo === MARK
  } catch {
    return false
  }
}
