/** Xét hồ sơ. */
import { PageHead } from '../../parts/states.tsx'

/** Xét hồ sơ. */
export function ReviewPage() {
  return <PageHead title="Xét hồ sơ" />
}
