/**
 * `--self-check` of the installed program: the check of the computer without a window that is seen, for whoever helps over
 * the telephone. A packed program has no console on Windows, so the report can go to a file.
 */
import { trusted } from '../../shared/base/trust.ts'
import type { MachineAnswer, MachineCheck } from '../../shared/contract/machine.ts'
import {
  MACHINE_CHECK_BROKE,
  machineReportAt,
  machineReportText,
  machineVerdict,
  refusalSentence,
} from '../../shared/words/vi.ts'
import type { Disk } from '../disk/disk.ts'
import type { CoreThread } from '../threads/core-thread.ts'
import { saveReport } from './save-report.ts'

/** What a check is asked for. */
export type SelfCheck = {
  readonly core: Pick<CoreThread, 'call'>
  readonly disk: Disk
  /** Where a set is written and read back, or null. */
  readonly folder: string | null
  /** The window's own check. */
  readonly pdf: () => Promise<MachineCheck>
  /** The file the report goes to, or null: then it is told. */
  readonly report: string | null
  readonly tell: (text: string) => void
}

/**
 * Runs the check, and writes or tells what came of it. The report names no person and no folder; what is told beside it may
 * name the folder that was asked for.
 * @returns the exit code: 0, or 1 where something is bad or the report could not be written
 */
export async function runSelfCheck({ core, disk, folder, pdf, report: to, tell }: SelfCheck): Promise<number> {
  const { answer } = core.call('machine.check', folder === null ? {} : { folder }, null, () => undefined)
  // Rejects where the core itself broke down, which nobody would hear of otherwise.
  const checked = await answer.catch(() => null)
  if (checked?.ok !== true) {
    tell(checked === null ? MACHINE_CHECK_BROKE : refusalSentence(checked.error))
    return 1
  }
  const { report: found, troubles } = trusted<MachineAnswer>(checked.value)
  const report = { ...found, checks: [...found.checks, await pdf()] }
  const saved = to === null ? null : await saveReport(disk, to, report)
  if (saved?.ok === true) tell(`${machineVerdict(report.checks)} ${machineReportAt(saved.value.path)}`)
  else {
    // Where the file may not be, what was found is told all the same.
    if (saved !== null) tell(refusalSentence(saved.error))
    tell(machineReportText(report))
  }
  for (const trouble of Object.values(troubles)) tell(refusalSentence(trouble))
  return saved?.ok === false || report.checks.some(({ state }) => state === 'bad') ? 1 : 0
}
