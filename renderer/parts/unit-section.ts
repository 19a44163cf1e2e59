/**
 * A section of the unit page that belongs to another subject: it is given the unit and shows what its own subject knows of
 * it. The list of them stands in renderer/unit-sections.tsx, the one place that sees every feature.
 */
import type { ComponentType } from 'react'
import type { UnitRow } from '../../shared/contract/answers.ts'

/** What a section is given. */
export type UnitSectionProps = { readonly row: UnitRow; readonly today: string }

/** A section, with a key for the list. */
export type UnitSection = { readonly key: string; readonly section: ComponentType<UnitSectionProps> }
