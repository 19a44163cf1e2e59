/**
 * An office that is founded and unlocked without walking through the first start, for tests of other pages.
 */
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { pathsOf } from '../../../electron/paths.ts'
import type { Capacity } from '../../../shared/model/codes.ts'
import { coreAt, succeed, type Caller } from '../../support/office.ts'
import { unlockPage } from '../pages/unlock.ts'
import type { Place } from './fixtures.ts'
import type { OfficeWindow, WindowOptions } from './window.ts'

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

/** What is kept of a page that is being filled in. @param name - of its draft, as nguon/moi @returns null: nothing */
export async function keptDraft(page: Page, name: string): Promise<string | null> {
  return (await callPort<{ value: string | null }>(page, 'draft.read', { page: name })).value
}

/** The calls of an office that is open in a window. */
export function callsOf(page: Page): Caller {
  return { do: (name, input) => callPort(page, name, input) }
}

/** What a test says of a ready office. */
export type ReadyOptions = {
  readonly name?: string
  readonly code?: string
  readonly capacities?: readonly Capacity[]
  readonly decidingBody?: string
  /** The day it is founded on and its window stands at. */
  readonly today?: string
  readonly environment?: NonNullable<WindowOptions['environment']>
  /** Whether its recovery sheet was read back, as it is unless a test says otherwise. */
  readonly isSheetProved?: boolean
}

/** A ready office; `sheet`: its recovery sheet. */
export type ReadyWindow = OfficeWindow & { readonly sheet: readonly string[] }

/**
 * Founds an office and opens it, unlocked. The test's own core founds it before there is a window, with a vault that opens
 * eight times sooner; how an office is founded in the window is shown by first-start.e2e.ts.
 * @param folder - where its data lie, within the place
 */
export async function openReady(place: Place, folder: string, options: ReadyOptions = {}): Promise<ReadyWindow> {
  const { today = '2024-01-02', environment, isSheetProved = true } = options
  const paths = pathsOf(join(place.folder, 'offices', folder), join(place.folder, 'marks', folder))
  const core = coreAt(paths, { today })
  const { sheet } = await succeed<{ sheet: readonly string[] }>(core.call('office.setUp', setUpOf(options)))
  if (isSheetProved) await succeed(core.call('vault.proveSheet', { sheet: sheet.join(' ') }))
  core.close()
  const window = await place.open(folder, today, environment)
  await unlockReady(window.page)
  return { ...window, sheet }
}

/** Founds and unlocks one through the port alone, in a host of whose folders a test knows nothing. */
export async function foundByPort(page: Page): Promise<void> {
  await callPort(page, 'office.setUp', setUpOf({}))
  await page.reload()
  await unlockReady(page)
}

async function unlockReady(page: Page): Promise<void> {
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
