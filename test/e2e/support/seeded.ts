/**
 * Offices that a test has filled through the core itself (test/support/journey), opened in a window afterwards: an office
 * of months is there in a second, and the window shows what it would have shown.
 */
import { expect } from '@playwright/test'
import { PASSPHRASE, type TestOffice } from '../../support/office.ts'
import { unlockPage } from '../pages/unlock.ts'
import type { Place } from './fixtures.ts'
import type { OfficeWindow } from './window.ts'

/** The passphrase of such offices. */
export { PASSPHRASE as SEEDED_PASSPHRASE }

/** Ends the core of the test and opens the office in a window, locked. The test's folder must be the place's. */
export async function openLocked(
  place: Place,
  office: TestOffice,
  today: string,
  environment: Readonly<Record<string, string>> = {},
  within: readonly string[] = [],
): Promise<OfficeWindow> {
  // As whoever founded it has done; an office whose vault a test has changed stays as it is.
  await office.core.call('vault.proveSheet', { sheet: office.sheet.join(' ') })
  office.core.close()
  return place.open(office.code, today, environment, within)
}

/** The same, unlocked. */
export async function openSeeded(...opening: Parameters<typeof openLocked>): Promise<OfficeWindow> {
  const window = await openLocked(...opening)
  await unlockPage(window.page).unlock(PASSPHRASE)
  await expect(window.page.getByRole('button', { name: 'Khóa', exact: true })).toBeVisible()
  return window
}
