/** Đơn vị, đảng viên. */
import { PageHead } from '../../parts/states.tsx'

/** Đơn vị, đảng viên. */
export function UnitsPage() {
  return <PageHead title="Đơn vị, đảng viên" />
}
