/** Sao lưu. */
import { PageHead } from '../../parts/states.tsx'

/** Sao lưu. */
export function BackupPage() {
  return <PageHead title="Sao lưu" />
}
