/** A list taken in at once: all or nothing, and one way back. */
import { expect, test } from 'vitest'
import { addBranch, carry, communeAndDistrict, foundCommune } from '../../support/journey.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

type Taken = { readonly cases: readonly string[]; readonly entries: readonly string[] }
type Page = { readonly total: number; readonly rows: readonly { readonly name: string; readonly stage: string }[] }

const row = (unit: string, name: string, identityNumber?: string) => ({
  unit,
  profile: { name, ...(identityNumber === undefined ? {} : { identityNumber }) },
})

test('a list comes in whole, goes back whole, and comes in again', async () => {
  const office = await foundCommune(temporaryFolder())
  const unit = await addBranch(office)
  const rows = Array.from({ length: 120 }, (_, place) =>
    row(unit, `Nguyễn Văn ${'ABCDEG'.charAt(place % 6)}${place}`.replace(/\d/g, 'x')),
  )
  const taken = await office.do<Taken>('candidate.registerMany', { rows })
  expect(taken.cases).toHaveLength(120)
  expect((await office.do<Page>('candidate.search')).total).toBe(120)
  await office.do('candidate.undoMany', { entries: taken.entries })
  expect((await office.do<Page>('candidate.search')).total).toBe(0)
  await office.do('candidate.registerMany', { rows })
  expect((await office.do<Page>('candidate.search')).total).toBe(120)
  expect((await office.do<{ tables: string }>('journal.health', { deep: true })).tables).toBe('equal')
})

test('one row that cannot be refuses the list and is named; nothing is kept', async () => {
  const office = await foundCommune(temporaryFolder())
  const unit = await addBranch(office)
  await office.do('candidate.register', row(unit, 'Lê An', '035090001234'))
  const taken = await office.refused('candidate.registerMany', {
    rows: [row(unit, 'Trần Bình'), row(unit, 'Phạm Chi', '035090001234')],
  })
  expect(taken).toMatchObject({ code: 'ROW_REFUSED', data: { row: 2, reason: { code: 'IDENTITY_NUMBER_TAKEN' } } })
  const alike = await office.refused('candidate.registerMany', {
    rows: [row(unit, 'Trần Bình', '035090009999'), row(unit, 'Phạm Chi', '035090009999')],
  })
  expect(alike).toMatchObject({ code: 'ROWS_ALIKE', data: { rows: [1, 2] } })
  const impossible = await office.refused('candidate.registerMany', {
    rows: [{ unit, profile: { name: 'Trần Bình', birth: '2030-01-01' } }],
  })
  expect(impossible).toMatchObject({ code: 'ROW_REFUSED', data: { row: 1, reason: { code: 'IMPOSSIBLE' } } })
  expect((await office.do<Page>('candidate.search')).total).toBe(1)
})

test('what was worked on since is not undone with the list', async () => {
  const office = await foundCommune(temporaryFolder())
  const unit = await addBranch(office)
  const { cases, entries } = await office.do<Taken>('candidate.registerMany', {
    rows: [row(unit, 'Lê An'), row(unit, 'Trần Bình')],
  })
  await office.do('helper.assign', { case: cases[1], from: '2024-01-01', name: 'Phạm Chi' })
  expect(await office.refused('candidate.undoMany', { entries })).toMatchObject({
    code: 'LATER_WORK',
    data: { name: 'Trần Bình', why: 'recorded' },
  })
  expect((await office.do<Page>('candidate.search')).total).toBe(2)
})

test('a superior that was to be told is told that the names are off; one that was told keeps them', async () => {
  const root = temporaryFolder()
  const { commune, district } = await communeAndDistrict(root)
  const unit = await addBranch(commune)
  const first = await commune.do<Taken>('candidate.registerMany', {
    rows: [row(unit, 'Lê An'), row(unit, 'Trần Bình')],
  })
  await commune.do('candidate.undoMany', { entries: first.entries })
  expect((await commune.do<Page>('candidate.search', { ended: false })).total).toBe(0)
  await carry(root, commune, district)
  expect((await district.do<Page>('candidate.search', { ended: false })).total).toBe(0)
  const second = await commune.do<Taken>('candidate.registerMany', { rows: [row(unit, 'Phạm Chi')] })
  await carry(root, commune, district)
  expect(await commune.refused('candidate.undoMany', { entries: second.entries })).toMatchObject({
    code: 'LATER_WORK',
    data: { why: 'sent' },
  })
})
