/**
 * An old PC, as far as one can be had here: every fsync takes 15 ms longer, by a preloaded shim, and there is half a CPU,
 * by a cgroup where one may be made, else by one core shared with a busy loop. What could not be had is said.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How a command is run so that it finds itself on an old PC. */
export type OldPc = {
  readonly command: (...words: readonly string[]) => readonly string[]
  readonly environment: Readonly<Record<string, string>>
  /** What is slow and what is not, to be printed above the figures. */
  readonly said: readonly string[]
  readonly end: () => void
}

type HalfCpu = Pick<OldPc, 'command' | 'end'> & { readonly said: string }

/** Slows down what is started through it. @param folder - for the compiled shim */
export function oldPc(folder: string): OldPc {
  const shim = compileShim(folder)
  const half = halfByCgroup() ?? halfBySharing() ?? wholeCpu()
  const disk =
    shim === null ? 'FSYNC IS NOT SLOWED: no gcc here to compile slow-fsync.c' : 'every fsync takes 15 ms more'
  return {
    command: half.command,
    environment: shim === null ? {} : { LD_PRELOAD: shim, KN_FSYNC_MS: '15' },
    said: [disk, half.said],
    end: half.end,
  }
}

function compileShim(folder: string): string | null {
  const library = join(folder, 'slow-fsync.so')
  const source = join(import.meta.dirname, 'slow-fsync.c')
  const made = spawnSync('gcc', ['-O2', '-shared', '-fPIC', '-o', library, source, '-ldl'])
  return made.status === 0 ? library : null
}

const cgroups = '/sys/fs/cgroup'

function halfByCgroup(): HalfCpu | null {
  const group = join(cgroups, `ket-nap-bench-${process.pid}`)
  if (!existsSync(join(cgroups, 'cgroup.controllers'))) return null
  try {
    accessSync(cgroups, constants.W_OK)
    mkdirSync(group)
    writeFileSync(join(group, 'cpu.max'), '50000 100000')
  } catch {
    if (existsSync(group)) rmdirSync(group)
    return null
  }
  const join_ = `echo $$ > ${join(group, 'cgroup.procs')} && exec "$@"`
  return {
    command: (...words) => ['sh', '-c', join_, 'sh', ...words],
    said: 'half a CPU by a cgroup (cpu.max 50 %)',
    end: () => rmdirSync(group),
  }
}

function halfBySharing(): HalfCpu | null {
  if (spawnSync('taskset', ['-c', '0', 'true']).status !== 0) return null
  const busy: ChildProcess = spawn('taskset', ['-c', '0', process.execPath, '-e', 'for (;;) {}'], { stdio: 'ignore' })
  const end = (): void => void busy.kill('SIGKILL')
  process.once('exit', end)
  return {
    command: (...words) => ['taskset', '-c', '0', ...words],
    said: 'NO cgroup v2 with cpu.max CAN BE WRITTEN HERE: half a CPU is one core shared with a busy loop instead',
    end,
  }
}

function wholeCpu(): HalfCpu {
  const said = 'HALF A CPU WAS NOT POSSIBLE: no cgroup v2 can be written and there is no taskset; the CPU is whole'
  return { command: (...words) => words, said, end: () => undefined }
}
