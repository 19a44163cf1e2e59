/**
 * An office that is founded and unlocked without walking through the first start, for tests of other pages.
 */
import { expect, type Page } from '@playwright/test'
import { pathsOf } from '../../../electron/paths.ts'
import type { Capacity } from '../../../shared/model/codes.ts'
import { coreAt, succeed } from '../../support/office.ts'
import { unlockPage } from '../pages/unlock.ts'
import type { OfficeWindow } from './window.ts'

/** The passphrase of ready offices. */
export const PASSPHRASE = 'lúa chín vàng cánh đồng'

/** Calls the port as the page does, and expects success. */
export async function callPort<Answer>(page: Page, name: string, input: unknown = {}): Promise<Answer> {
  const answer = await page.evaluate(
    async ([called, given]) => {
      const port = Object.getOwnPropertyDescriptor(window, 'ketNap')?.value as {
        call: (name: string, input: unknown, id: string) => Promise<{ ok: boolean; value: unknown; error: unknown }>
      }
      return port.call(called, given, crypto.randomUUID())
    },
    [name, input] as const,
  )
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  return answer.value as Answer
}

/** What a test says of a ready office. */
type ReadyOptions = {
  readonly name?: string
  readonly code?: string
  readonly capacities?: readonly Capacity[]
  readonly decidingBody?: string
}

/**
 * Founds and unlocks an office in a window that shows the first start. The test's own core founds it, with a vault that
 * opens eight times sooner; how an office is founded in the window is shown by first-start.e2e.ts.
 * @returns its recovery sheet
 */
export async function foundReady(window: OfficeWindow, options: ReadyOptions = {}): Promise<readonly string[]> {
  const core = coreAt(pathsOf(window.data, window.marks), { today: window.today })
  try {
    const { sheet } = await succeed<{ sheet: readonly string[] }>(core.call('office.setUp', setUpOf(options)))
    await unlockFounded(window.page)
    return sheet
  } finally {
    core.close()
  }
}

/** The same through the port alone, for a host of whose folders a test knows nothing. */
export async function foundByPort(page: Page): Promise<void> {
  await callPort(page, 'office.setUp', setUpOf({}))
  await unlockFounded(page)
}

async function unlockFounded(page: Page): Promise<void> {
  await page.reload()
  await unlockPage(page).unlock(PASSPHRASE)
  await expect(page.getByRole('button', { name: 'Khóa', exact: true })).toBeVisible()
}

function setUpOf(options: ReadyOptions): object {
  const { name = 'Đảng ủy xã Bình Minh', code = 'binh-minh', capacities = ['proposes'] } = options
  const { decidingBody = 'Ban Thường vụ Huyện ủy' } = options
  return {
    profile: {
      name,
      code,
      place: 'Bình Minh',
      superiorName: 'Huyện ủy Kim Sơn Giang',
      decidingBody,
      capacities: capacities.map((capacity) => ({ capacity, from: '2024-01-01' })),
    },
    user: { login: 'uoc', name: 'Đỗ Thị Ngọc Ước', post: 'Cán bộ Văn phòng Đảng ủy' },
    passphrase: PASSPHRASE,
  }
}
