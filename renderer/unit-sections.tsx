/**
 * The unit page with the sections of every subject, in the order they are shown. A feature never sees another one; they
 * meet here.
 */
import { UnitClasses } from './features/classes/UnitClasses.tsx'
import { UnitFollow } from './features/inspections/UnitFollow.tsx'
import { UnitTargets } from './features/reports/UnitTargets.tsx'
import { UnitsPage } from './features/units/UnitsPage.tsx'
import type { UnitSection } from './parts/unit-section.ts'

const SECTIONS: readonly UnitSection[] = [
  { key: 'targets', section: UnitTargets },
  { key: 'classes', section: UnitClasses },
  { key: 'follow', section: UnitFollow },
]

/** Units, and one unit with everything about it. */
export function UnitsWithSections() {
  return <UnitsPage sections={SECTIONS} />
}
