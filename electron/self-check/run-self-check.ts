/**
 * `--self-check` of the installed program: the check of the computer without a window, for whoever helps over the
 * telephone. The PDF is the window's own and is tried on its page only.
 */
import { trusted } from '../../shared/base/trust.ts'
import type { MachineAnswer } from '../../shared/contract/machine.ts'
import { machineReportText, refusalSentence } from '../../shared/words/vi.ts'
import type { CoreThread } from '../threads/core-thread.ts'

/**
 * Runs the check and tells what came of it.
 * @param folder - where a set is written and read back, or null
 * @returns the exit code: 0, or 1 where something is bad
 */
export async function runSelfCheck(
  core: Pick<CoreThread, 'call'>,
  folder: string | null,
  out: (text: string) => void,
): Promise<number> {
  const { answer } = core.call('machine.check', folder === null ? {} : { folder }, null, () => undefined)
  const checked = await answer
  if (!checked.ok) {
    out(refusalSentence(checked.error))
    return 1
  }
  const { report, troubles } = trusted<MachineAnswer>(checked.value)
  out(machineReportText(report))
  for (const trouble of Object.values(troubles)) out(refusalSentence(trouble))
  return report.checks.some(({ state }) => state === 'bad') ? 1 : 0
}
