/** Việc cần làm. */
import { PageHead } from '../../parts/states.tsx'

/** Việc cần làm. */
export function HomePage() {
  return <PageHead title="Việc cần làm" />
}
