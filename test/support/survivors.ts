/**
 * Offices that are harmed from the same state again and again, and what must hold of each that has survived.
 */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { pathsOf, type Paths } from '../../electron/paths.ts'
import type { TestOffice } from './office.ts'

/** Copies an office's data and marks, while nobody works on them, into a folder. */
export function copyInto(folder: string, { data, marks }: Paths): Paths {
  cpSync(data, join(folder, 'data'), { recursive: true })
  cpSync(marks, join(folder, 'marks'), { recursive: true })
  return pathsOf(join(folder, 'data'), join(folder, 'marks'))
}

/** Names of the people in a store that opens, whose chains are whole and whose tables are those of a replay. */
export async function peopleOf(office: TestOffice): Promise<readonly string[]> {
  const health = await office.do<{ tables: string; channels: { chain: string }[] }>('journal.health', { deep: true })
  expect([health.tables, health.channels.filter(({ chain }) => chain !== 'whole')]).toEqual(['equal', []])
  const names: string[] = []
  for (let more = true; more;) {
    const page = await office.do<{ rows: { name: string }[] }>('candidate.search', { limit: 200, offset: names.length })
    names.push(...page.rows.map(({ name }) => name))
    more = page.rows.length === 200
  }
  return names
}
