/** Hồ sơ. */
import { PageHead } from '../../parts/states.tsx'

/** Hồ sơ. */
export function CasePage() {
  return <PageHead title="Hồ sơ" />
}
