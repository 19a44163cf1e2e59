/** What was recorded of a case before there was an office above, and recorded anew after the pairing. */
import { expect, test } from 'vitest'
import { stageOf } from '../../../shared/model/stage.ts'
import { COMMUNE, DISTRICT, openDesk, pairWith, register, replays, submit } from '../../support/journal-kit.ts'
import { exchange } from '../../support/journal-parcels.ts'

test('a dossier sent after the pairing is newer than one returned on paper before, however much was private', () => {
  const commune = openDesk({ office: COMMUNE, today: '2024-03-01' })
  const district = openDesk({ office: DISTRICT, capacities: ['decides'], today: '2024-03-01' })
  for (const name of ['Lê Thị Lan', 'Trần Văn Bình', 'Vũ Thị Mai', 'Đỗ Văn Sơn']) register(commune, { name })
  const id = register(commune, { name: 'Đặng Thùy Dung', birth: '1999-04-05', sex: 'female' })
  submit(commune, id)
  commune.do('dossier.return', { case: id, date: '2024-01-25', onPaper: true, remarks: [{ text: 'Thiếu giấy' }] })
  expect(stageOf(commune.case(id))).toBe('returned')
  pairWith(commune, DISTRICT, 'superior')
  pairWith(district, COMMUNE, 'subordinate')
  exchange(commune, district)
  submit(commune, id, '2024-02-20')
  exchange(commune, district)
  expect(commune.case(id).submissions.map(({ date }) => date)).toEqual(['2024-01-15', '2024-02-20'])
  for (const desk of [commune, district]) {
    expect(stageOf(desk.case(id))).toBe('submitted')
    expect(replays(desk)).toBe(true)
  }
  district.do('dossier.return', { case: id, date: '2024-02-25', remarks: [{ text: 'Thiếu chữ ký' }] })
  exchange(commune, district)
  for (const desk of [commune, district]) expect(stageOf(desk.case(id))).toBe('returned')
  submit(commune, id, '2024-02-28')
  exchange(commune, district)
  for (const desk of [commune, district]) expect(stageOf(desk.case(id))).toBe('submitted')
})
