/** The date in doubt, over the port: reported, only warned of until a person has said the day, and then gone by. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CaseView, JournalHealth, OfficeView } from '../../../shared/contract/answers.ts'
import { createCore } from '../../../electron/core.ts'
import { nodeDisk } from '../../../electron/disk/node-disk.ts'
import { BUILT_ON } from '../../../electron/version.ts'
import { refusalSentence } from '../../../shared/words/vi.ts'
import { addBranch, foundCommune, register } from '../../support/journey.ts'
import { COST, PASSPHRASE, succeed } from '../../support/office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const DEAD_BATTERY = '2020-01-01'

/** An office with one person, on a computer whose own clock the test sets. */
async function anOffice() {
  const office = await foundCommune(temporaryFolder())
  const id = await register(office, await addBranch(office))
  office.core.close()
  const clock = { day: '2026-12-01', hour: 1 }
  const core = createCore({
    disk: nodeDisk,
    paths: office.paths,
    clock: {
      at: () => `${clock.day}T${String(clock.hour).padStart(2, '0')}:00:00Z`,
      today: () => clock.day,
      mayBeWrong: true,
    },
    cost: COST,
  })
  const ask = <T>(name: string, input: unknown = {}, call: string = randomUUID()) =>
    succeed<T>(core.call(name, input, { id: call }))
  return {
    id,
    core,
    ask,
    unlock: () => ask<{ dateInDoubt: unknown }>('session.unlock', { passphrase: PASSPHRASE }),
    view: () => ask<OfficeView>('office.get'),
    at: (day: string, hour = 1) => Object.assign(clock, { day, hour }),
  }
}

test('the first start after a long pause asks, and a confirmation is an entry with who and when', async () => {
  const office = await anOffice()
  // The office was founded in January 2024, by a clock that was given.
  expect(await office.unlock()).toMatchObject({ dateInDoubt: { why: 'jump', against: '2024-01-02' } })
  const call = randomUUID()
  expect(await office.ask('date.confirm', { today: '2026-12-01' }, call)).toEqual({ today: '2026-12-01' })
  expect(await office.ask('date.confirm', { today: '2026-12-01' }, call)).toEqual({ today: '2026-12-01' })
  expect(await office.view()).toMatchObject({ today: '2026-12-01', computerDay: '2026-12-01', dateInDoubt: null })
  expect((await office.ask<JournalHealth>('journal.health')).entries['date.confirmed']).toBe(1)
  office.core.close()
  office.at('2026-12-05')
  expect(await office.unlock()).toMatchObject({ dateInDoubt: null })
  office.core.close()
})

test('while the date is in doubt no day is refused for being after it; then it is again', async () => {
  const office = await anOffice()
  office.at(DEAD_BATTERY)
  expect(await office.unlock()).toMatchObject({ dateInDoubt: { why: 'beforeBuild', clock: DEAD_BATTERY } })
  // Never a day that has passed for certain, or nobody would be in office yet.
  expect(await office.view()).toMatchObject({ today: BUILT_ON, computerDay: DEAD_BATTERY })
  const paper = (date: string) =>
    office.core.call('paper.record', { case: office.id, paper: '1-KND', date, kept: 'here' }, { id: randomUUID() })
  expect((await paper('2026-12-20')).ok).toBe(true)
  const early = await office.core.call('date.confirm', { today: '2026-10-01' })
  expect(early).toMatchObject({ ok: false, error: { data: { what: 'todayBeforeBuild' } } })
  if (!early.ok) expect(refusalSentence(early.error)).toContain('Hôm nay không thể là 01/10/2026')
  await office.ask('date.confirm', { today: '2026-12-21' })
  expect(await office.view()).toMatchObject({ today: '2026-12-21', computerDay: DEAD_BATTERY, dateInDoubt: null })
  expect(await paper('2026-12-22')).toMatchObject({ ok: false, error: { data: { what: 'dateAfterToday' } } })
  expect((await paper('2026-12-21')).ok).toBe(true)
  const { timeline } = await office.ask<CaseView>('case.get', { case: office.id })
  // A day that was let in while today was in doubt, and turned out to lie ahead, is seen.
  await office.ask('date.confirm', { today: '2026-12-10' })
  const { assessment } = await office.ask<CaseView>('case.get', { case: office.id })
  expect(assessment.findings.filter(({ code }) => code === 'F1').map(({ id }) => id)).toEqual([
    'F1:2026-12-20',
    'F1:2026-12-21',
  ])
  // Entries bear the day that was said, not the computer's.
  expect(timeline.at(-1)?.at.slice(0, 10)).toBe('2026-12-21')
  office.core.close()
})

test('the day that was said goes on with the clock until the clock agrees, and one turned back is asked for again', async () => {
  const office = await anOffice()
  office.at(DEAD_BATTERY, 8)
  await office.unlock()
  await office.ask('date.confirm', { today: '2026-12-21' })
  office.core.close()
  office.at('2020-01-02', 1)
  expect(await office.unlock()).toMatchObject({ dateInDoubt: null })
  expect(await office.view()).toMatchObject({ today: '2026-12-22' })
  office.core.close()
  office.at(DEAD_BATTERY, 1)
  expect(await office.unlock()).toMatchObject({ dateInDoubt: { why: 'beforeBuild' } })
  office.core.close()
  office.at('2026-12-23', 1)
  expect(await office.unlock()).toMatchObject({ dateInDoubt: null })
  expect(await office.view()).toMatchObject({ today: '2026-12-23', computerDay: '2026-12-23' })
  office.core.close()
})

test('entries of a clock that ran ahead do not keep the right date in doubt once it was confirmed', async () => {
  const office = await anOffice()
  await office.unlock()
  await office.ask('date.confirm', { today: '2026-12-01' })
  office.at('2026-12-29')
  await office.ask('note.record', { case: office.id, text: 'Ghi khi đồng hồ chạy nhanh' })
  office.core.close()
  office.at('2026-12-03')
  expect(await office.unlock()).toMatchObject({ dateInDoubt: { why: 'beforeEntries', against: '2026-12-29' } })
  await office.ask('date.confirm', { today: '2026-12-03' })
  office.core.close()
  office.at('2026-12-04')
  expect(await office.unlock()).toMatchObject({ dateInDoubt: null })
  office.core.close()
})
