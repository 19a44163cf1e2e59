/** Người dùng. */
import { PageHead } from '../../parts/states.tsx'

/** Người dùng. */
export function UsersPage() {
  return <PageHead title="Người dùng" />
}
