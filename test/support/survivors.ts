/**
 * Offices that are harmed from the same state again and again, and what must hold of each that has survived.
 */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { pathsOf, type Paths } from '../../electron/paths.ts'
import type { JournalHealth } from '../../shared/contract/answers.ts'
import type { TestOffice } from './office.ts'

/** Copies an office's data and marks, while nobody works on them, into a folder. */
export function copyInto(folder: string, { data, marks }: Paths): Paths {
  cpSync(data, join(folder, 'data'), { recursive: true })
  cpSync(marks, join(folder, 'marks'), { recursive: true })
  return pathsOf(join(folder, 'data'), join(folder, 'marks'))
}

/** Whether an office's tables are those of a replay, and which of its chains are not whole. */
export async function soundnessOf(office: TestOffice): Promise<{ readonly tables: string; readonly broken: object[] }> {
  const { tables, channels } = await office.do<JournalHealth>('journal.health', { deep: true })
  return { tables, broken: channels.filter(({ chain }) => chain !== 'whole') }
}

/** Names of the people in a store that opens and is sound. */
export async function peopleOf(office: TestOffice): Promise<readonly string[]> {
  expect(await soundnessOf(office)).toEqual({ tables: 'equal', broken: [] })
  const names: string[] = []
  for (let more = true; more;) {
    const page = await office.do<{ rows: { name: string }[] }>('candidate.search', { limit: 200, offset: names.length })
    names.push(...page.rows.map(({ name }) => name))
    more = page.rows.length === 200
  }
  return names
}
