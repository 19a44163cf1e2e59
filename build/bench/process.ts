/**
 * What a measuring process can say of its own memory, from /proc: resident now, and the most since the last reset.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** Megabytes (10^6 bytes) resident now, and at most since `resetPeak` (or the start). */
export function memory(): { readonly now: number; readonly peak: number } {
  if (!existsSync('/proc/self/status')) {
    const { rss } = process.memoryUsage()
    return { now: rss / 1e6, peak: process.resourceUsage().maxRSS / 1e3 }
  }
  const status = readFileSync('/proc/self/status', 'utf8')
  const field = (name: string): number =>
    (Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024) / 1e6
  return { now: field('VmRSS'), peak: field('VmHWM') }
}

/** Starts the peak anew, so that it is that of the work and not of what came before (scrypt takes 128 MiB). */
export function resetPeak(): void {
  if (existsSync('/proc/self/clear_refs')) writeFileSync('/proc/self/clear_refs', '5')
}
