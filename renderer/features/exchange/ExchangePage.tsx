/** Trao đổi. */
import { PageHead } from '../../parts/states.tsx'

/** Trao đổi. */
export function ExchangePage() {
  return <PageHead title="Trao đổi" />
}
