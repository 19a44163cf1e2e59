/** Thêm người. */
import { PageHead } from '../../parts/states.tsx'

/** Thêm người. */
export function RegisterPage() {
  return <PageHead title="Thêm người" />
}
