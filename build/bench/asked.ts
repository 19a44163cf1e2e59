/**
 * Questions put to an office through the port, each in turn and many times: how long each answer took.
 */
import type { Found } from './figure.ts'
import { cpuMs, percentile } from './numbers.ts'
import { must, unlocked } from './office.ts'

/** A question: what it is called in the figures, the name of the port, what goes with it. */
export type Asked = readonly (readonly [what: string, name: string, input: object])[]

/**
 * Asks everything. Two rounds before the first are not counted.
 * @returns for each question `<what> p95` and `<what> cpu p95`, in milliseconds
 */
export async function askInTurn(folder: string, asked: Asked, rounds: number): Promise<Found> {
  const core = await unlocked(folder)
  const found: Record<string, number> = {}
  for (const [what, name, input] of asked) {
    const walls: number[] = []
    const cpus: number[] = []
    for (let round = -2; round < rounds; round += 1) {
      const cpu = cpuMs()
      const start = performance.now()
      await must(core.call(name, input))
      if (round < 0) continue
      walls.push(performance.now() - start)
      cpus.push(cpuMs() - cpu)
    }
    found[`${what} p95`] = percentile(walls, 0.95)
    found[`${what} cpu p95`] = percentile(cpus, 0.95)
  }
  core.close()
  return found
}
