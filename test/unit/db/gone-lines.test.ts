/** Whom lines were about that another history has replaced: by name, the first of them, and nobody who is erased. */
import { expect, test } from 'vitest'
import { goneLines } from '../../../db/gone-lines.ts'
import { TOLD_OF } from '../../../db/open-lines.ts'
import { prepared } from '../../../db/transaction.ts'
import { COMMUNE, communeAndDistrict, deviceId, DISTRICT, linesOf, register } from '../../support/journal-kit.ts'
import { entryOf } from '../../support/journal-parcels.ts'

const up = `${COMMUNE}.${deviceId('a')}.${DISTRICT}`

test('what comes again is not gone; of the rest every person is named once, but for the erased and the unknown', () => {
  const { commune } = communeAndDistrict()
  const ids = ['Vũ Thị Mai', 'Trần Văn Sơn', 'Lê Thị Lan'].map((name) => register(commune, { name }))
  const lines = linesOf(commune).get(up) ?? []
  const about = lines.filter((line) => entryOf(line).subject.type === 'case')
  expect(about).toHaveLength(3)
  const [mai = '', son = '', lan = ''] = ids
  const tell = (came: readonly string[], erased: readonly string[] = []) =>
    commune.ask((db) =>
      goneLines(
        db,
        [
          { channel: up, lines: [...lines, ...about] },
          { channel: 'none', lines: [] },
        ],
        new Set(came),
        new Map(erased.map((id) => [id, ''])),
      ),
    )
  const again = about.filter((line) => entryOf(line).subject.id === mai).map((line) => entryOf(line).id)
  expect(tell(again)).toEqual([
    {
      channel: up,
      count: lines.length + 1,
      cases: [
        { case: son, name: 'Trần Văn Sơn' },
        { case: lan, name: 'Lê Thị Lan' },
      ],
    },
  ])
  expect(tell([], [mai, lan])[0]?.cases).toEqual([{ case: son, name: 'Trần Văn Sơn' }])
  expect(tell(lines.map((line) => entryOf(line).id))).toEqual([])
  commune.change((db) => prepared(db, 'DELETE FROM cases WHERE case_id <> ?').run(son))
  expect(tell([])).toMatchObject([{ count: lines.length + 3, cases: [{ name: 'Trần Văn Sơn' }] }])
})

test('however many people there are, so many are named of all channels together, and how many more is told of each', () => {
  const { commune } = communeAndDistrict()
  const id = register(commune)
  const [line = ''] = (linesOf(commune).get(up) ?? []).filter((one) => entryOf(one).subject.id === id)
  const people = TOLD_OF + 20
  commune.change((db) => {
    const columns = prepared<{ name: string }>(db, `SELECT name FROM pragma_table_info('cases')`).all()
    const rest = columns.map(({ name }) => name).filter((name) => name !== 'id' && name !== 'case_id')
    for (let place = 1; place <= people; place += 1)
      prepared(
        db,
        `INSERT INTO cases (case_id, ${rest.join()}) SELECT ?, ${rest.join()} FROM cases WHERE case_id = ?`,
      ).run(`p${place}`, id)
  })
  const lines = Array.from({ length: people }, (_, place) => line.replaceAll(id, `p${place + 1}`))
  const told = commune.ask((db) =>
    goneLines(
      db,
      [
        { channel: 'a', lines: lines.slice(0, 15) },
        { channel: 'b', lines: lines.slice(15) },
        { channel: 'c', lines: [line] },
      ],
      new Set<string>(),
      new Map<string, unknown>(),
    ),
  )
  expect(told.map(({ count, cases, casesMore }) => [count, cases.length, casesMore])).toEqual([
    [15, 15, undefined],
    [people - 15, TOLD_OF - 15, 20],
    [1, 0, 1],
  ])
})
