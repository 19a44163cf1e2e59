/** Keys of the office for a computer of it, beside older ones for the same computer: the digits tell which are meant. */
import { copyFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { foundCommune, importFrom, newStick } from '../../support/journey.ts'
import { adoptKeys, joinOffice, type TestOffice } from '../../support/office.ts'
import { keysOf } from '../../support/office-picture.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 60_000 })

test('a stick on which the keys of an earlier renewal lie as well is searched to its end', async () => {
  const root = temporaryFolder()
  const hub = await foundCommune(root)
  const second = await joinOffice(hub, root, newStick(root, 'enrol'))
  const told = newStick(root, 'told')
  await second.do('device.export', { folder: told })
  await importFrom(hub, told)
  const first = newStick(root, 'first')
  await renew(hub)
  await adoptKeys(second, hub, first)
  const later = newStick(root, 'later')
  for (const name of readdirSync(first))
    if (name.endsWith('.keys.age')) copyFileSync(join(first, name), join(later, 'KN1_0_cu.keys.age'))
  await renew(hub)
  await adoptKeys(second, hub, later)
  expect(readdirSync(later).filter((name) => name.endsWith('.keys.age'))).toHaveLength(2)
  expect((await keysOf(second)).signKey).toBe((await keysOf(hub)).signKey)
})

async function renew(hub: TestOffice): Promise<void> {
  await hub.do('keys.renew', { reason: 'Nghi lộ khóa' })
  await hub.unlock()
}
