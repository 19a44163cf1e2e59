/**
 * The report of a check as a text file that a person can read before handing it to support.
 */
import { ok, fail, type Result } from '../../shared/base/result.ts'
import type { MachineReport } from '../../shared/contract/machine.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { machineReportText } from '../../shared/words/vi.ts'
import { writeFileAtomic } from '../disk/atomic-write.ts'
import type { Disk } from '../disk/disk.ts'
import { refuse } from '../refuse.ts'

/** Writes the report; with a byte order mark, so that old editors read the marks right. */
export async function saveReport(
  disk: Disk,
  to: string,
  report: MachineReport,
): Promise<Result<{ readonly path: string }, Refusal>> {
  const text = `\uFEFF${machineReportText(report)}`.replaceAll('\n', '\r\n')
  const written = await writeFileAtomic(disk, to, Buffer.from(text))
  return written.ok ? ok({ path: to }) : fail(refuse(written.error))
}
