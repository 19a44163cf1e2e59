/** Cài đặt. */
import { PageHead } from '../../parts/states.tsx'

/** Cài đặt. */
export function SettingsPage() {
  return <PageHead title="Cài đặt" />
}
