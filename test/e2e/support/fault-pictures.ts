/**
 * Pictures of the faults of an exchange, kept at every run: the sentence of each as it stood on the page.
 */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { keepPicture } from './look.ts'

/** Keeps a picture of a fault with the results of the test, at every run. */
export async function keepFault(page: Page, code: string): Promise<void> {
  await keepPicture(page, `fault-${code}`, false, test.info().outputDir)
  await keepPicture(page, `fault-${code}`)
}

/** One picture of each of these codes was kept, and is no empty file. */
export function expectPictures(codes: readonly string[]): void {
  const folder = test.info().outputDir
  const kept = readdirSync(folder).filter((name) => statSync(join(folder, name)).size > 10_000)
  expect(kept.toSorted()).toEqual(codes.map((code) => `fault-${code}.png`).toSorted())
}
