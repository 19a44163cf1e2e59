/** Nguồn và hồ sơ. */
import { PageHead } from '../../parts/states.tsx'

/** Nguồn và hồ sơ. */
export function CandidatesPage() {
  return <PageHead title="Nguồn và hồ sơ" />
}
