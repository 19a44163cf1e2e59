/** Reports defined under a name belong to the office: every user and computer has them, a restored store too. */
import { expect, test } from 'vitest'
import { reportDefinitions } from '../../../db/queries/report-definitions.ts'
import { periodOf } from '../../../shared/calendar/period.ts'
import {
  communeAndDistrict,
  DISTRICT,
  linesOf,
  pictureOf,
  replays,
  siblingOf,
  UNIT,
  valueOf,
  type Desk,
} from '../../support/journal-kit.ts'
import { packForSibling, takeIn } from '../../support/journal-parcels.ts'

const QUARTER = periodOf('quarter', 2024, 1)

const names = (desk: Desk) => desk.ask(reportDefinitions).map(({ name, by, at }) => [name, by, at ?? null])

test('a definition is replaced under its name, withdrawn by anybody, and reaches every computer of the office', () => {
  const { commune, district } = communeAndDistrict('defined')
  const { definition = '' } = valueOf(commune.do('report.define', { name: 'Báo cáo quý', period: QUARTER }))
  commune.do('report.define', { name: 'Tháng của thôn', period: periodOf('month', 2024, 1), at: UNIT })
  expect(commune.call('report.define', { name: 'Báo cáo quý', period: QUARTER })).toMatchObject({
    ok: false,
    error: { code: 'NOTHING_CHANGED' },
  })
  // Written without its marks it is the same name.
  expect(valueOf(commune.do('report.define', { name: 'Bao cao quy', period: QUARTER, at: UNIT }))).toEqual({
    definition,
  })
  const by = 'Trần Thị Hồng Nhung'
  expect(names(commune)).toEqual([
    ['Bao cao quy', by, UNIT],
    ['Tháng của thôn', by, UNIT],
  ])
  const second = siblingOf(commune, 'b', { [DISTRICT]: 'superior' })
  takeIn(second, packForSibling(commune, second.device))
  expect(names(second)).toEqual(names(commune))
  // A store made anew from its lines, as a restored one is.
  expect(replays(second)).toBe(true)

  second.do('report.drop', { definition })
  takeIn(commune, packForSibling(second, commune.device))
  expect(names(commune)).toEqual([['Tháng của thôn', by, UNIT]])
  expect(commune.call('report.drop', { definition })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  expect(valueOf(commune.do('report.define', { name: 'Báo cáo quý', period: QUARTER }))['definition']).not.toBe(
    definition,
  )
  expect(pictureOf(commune)['report_definitions']).toHaveLength(2)
  for (const desk of [commune, second]) expect(replays(desk)).toBe(true)
  // It is nobody else's: nothing of it is for the office above.
  const shared = [...linesOf(commune)].filter(([channel]) => !channel.endsWith('.own')).flatMap(([, lines]) => lines)
  expect(shared.filter((line) => line.includes('report.defined'))).toEqual([])
  expect(names(district)).toEqual([])
})
