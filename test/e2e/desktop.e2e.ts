/**
 * The program in Electron itself. Runs only where Electron's binary is; the global setup says so where it is not. All other
 * tests run there too with `KETNAP_HOST=electron`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { electronBinary } from '../../build/electron-binary.ts'
import { driveElectron } from '../../build/window-electron.ts'
import { callPort, foundByPort } from './support/ready.ts'

const root = join(import.meta.dirname, '../..')

test('in Electron: founded, unlocked, one window, no Node in the page, no banner of the stand-in', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ket-nap-desktop-'))
  const plan = { data: join(folder, 'data'), marks: join(folder, 'marks'), today: '2024-01-02', workFolder: folder }
  const window = await driveElectron(plan, electronBinary(root) ?? '')
  const { page } = window
  try {
    await foundByPort(page)
    await expect(page.getByRole('heading', { level: 1, name: 'Việc cần làm' })).toBeVisible()
    await expect(page.getByText('Phần mềm đang chạy tạm trong trình duyệt')).toHaveCount(0)
    expect(await callPort(page, 'shell.info')).toMatchObject({ host: 'desktop' })
    expect(await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in globalThis))).toEqual([])
    expect(page.context().pages()).toHaveLength(1)
    // The answer that is queued is what the system's own dialog would have said.
    window.answer(folder)
    expect(await callPort(page, 'shell.chooseFolder', { title: 'Chọn thư mục' })).toMatchObject({ path: folder })
    expect(window.problems).toEqual([])
  } finally {
    await window.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
