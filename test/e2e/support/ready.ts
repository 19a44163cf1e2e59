/**
 * An office that is founded and unlocked without walking through the first start, for tests of other pages.
 */
import { expect, type Page } from '@playwright/test'
import type { Capacity } from '../../../shared/model/codes.ts'
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

/** Founds and unlocks an office in a window that shows the first start. @returns its recovery sheet */
export async function foundReady(
  { page }: Pick<OfficeWindow, 'page'>,
  options: {
    readonly name?: string
    readonly code?: string
    readonly capacities?: readonly Capacity[]
    readonly decidingBody?: string
  } = {},
): Promise<readonly string[]> {
  const { name = 'Đảng ủy xã Bình Minh', code = 'binh-minh', capacities = ['proposes'] } = options
  const { decidingBody = 'Ban Thường vụ Huyện ủy' } = options
  const { sheet } = await callPort<{ sheet: readonly string[] }>(page, 'office.setUp', {
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
  })
  await page.reload()
  await unlockPage(page).unlock(PASSPHRASE)
  await expect(page.getByRole('button', { name: 'Khóa', exact: true })).toBeVisible()
  return sheet
}
