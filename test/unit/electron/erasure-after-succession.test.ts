/**
 * A merged office erases a person of the office before it, with whole offices and sealed sets: the lines of an office that
 * is no more become stubs on the word of its successor, at home, at the office above, and at every computer that joins later.
 */
import { expect, test } from 'vitest'
import type { CaseView, SearchPage } from '../../../shared/contract/answers.ts'
import type { ErasureView } from '../../../shared/contract/erasures.ts'
import {
  addBranch,
  carry,
  carryAtHome,
  exportSuccession,
  importFrom,
  mergingCommunes,
  newStick,
  register,
} from '../../support/journey.ts'
import { joinOffice, pairSuccessor, type TestOffice } from '../../support/office.ts'
import { soundnessOf } from '../../support/survivors.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const NAME = 'Lương Thị Ngọc Khuê'

const found = async (office: TestOffice) =>
  (await office.do<SearchPage>('candidate.search', { text: 'luong thi ngoc khue' })).rows.length
const requests = async (office: TestOffice) => (await office.do<ErasureView>('erasure.list')).requests

test('what an office that is no more had written of a person goes with its successor, wherever that reaches', async () => {
  const root = temporaryFolder()
  const { district, merged, old } = await mergingCommunes(root)
  const id = await register(old, await addBranch(old), { name: NAME })
  await old.do('note.record', { case: id, text: `Gặp ${NAME}` })
  await carry(root, old, district)
  await pairSuccessor(merged, old)
  for (const office of [merged, old, district]) office.at('2024-03-02')
  const last = newStick(root, 'last')
  await exportSuccession(old, merged, last, '2024-03-01')
  await importFrom(merged, last)
  await carry(root, old, district)
  await merged.do('candidate.withdraw', { case: id, reason: 'withdrawn', date: '2024-03-02' })
  await merged.do('case.erase', { case: id, reason: 'Người đó đề nghị' })
  expect(await found(merged)).toBe(0)

  await carry(root, merged, district)
  expect((await district.do<CaseView>('case.get', { case: id })).stage).toBe('withdrawn')
  expect(await requests(district)).toMatchObject([{ case: id, name: NAME, office: merged.id }])
  await district.do('erasure.answer', { case: id, outcome: 'done' })
  expect(await requests(district)).toEqual([])
  await carry(root, district, merged)

  const offices = [merged, district]
  for (const office of offices) {
    const joined = await joinOffice(office, root, newStick(root, 'enrol'), `Máy hai ${office.code}`)
    await carryAtHome(root, joined, office)
    await carryAtHome(root, office, joined)
    for (const each of [office, joined]) {
      expect(await found(each)).toBe(0)
      expect(await soundnessOf(each)).toEqual({ tables: 'equal', broken: [] })
      expect((await each.do<ErasureView>('erasure.list')).erased).toMatchObject([{ case: id, outcome: 'withdrawn' }])
    }
  }
})
