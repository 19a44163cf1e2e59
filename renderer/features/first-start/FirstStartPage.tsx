/** Bắt đầu. */
import { PageHead } from '../../parts/states.tsx'

/** Bắt đầu. */
export function FirstStartPage() {
  return <PageHead title="Bắt đầu" />
}
