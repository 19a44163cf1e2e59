/**
 * The program in Electron itself. Runs only where Electron's binary is; the global setup says so where it is not.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, expect, test } from '@playwright/test'
import { electronBinary } from '../../build/electron-binary.ts'
import { callPort, foundByPort } from './support/ready.ts'

const root = join(import.meta.dirname, '../..')

test('in Electron: founded, unlocked, one window, no Node in the page, no banner of the stand-in', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ket-nap-desktop-'))
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const places = ['--data', join(folder, 'data'), '--marks', join(folder, 'marks'), '--today', '2024-01-02']
  const app = await _electron.launch({
    executablePath: electronBinary(root) ?? '',
    args: [...sandbox, root, ...places],
    env: { ...process.env, XDG_CONFIG_HOME: folder },
  })
  try {
    const page = await app.firstWindow()
    const problems: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    page.on('pageerror', (error) => problems.push(error.message))
    await foundByPort(page)
    await expect(page.getByRole('heading', { level: 1, name: 'Việc cần làm' })).toBeVisible()
    await expect(page.getByText('Phần mềm đang chạy tạm trong trình duyệt')).toHaveCount(0)
    expect(await callPort(page, 'shell.info')).toMatchObject({ host: 'desktop' })
    expect(await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in globalThis))).toEqual([])
    expect(app.windows()).toHaveLength(1)
    expect(problems).toEqual([])
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
