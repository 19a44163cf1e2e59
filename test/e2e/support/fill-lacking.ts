/** What a form still lacks, typed into it. */
import type { Locator } from '@playwright/test'

/**
 * Fills in every field that is required and empty, one after the other. Fields that are folded away come up a moment later:
 * the place of a field among all says nothing.
 * @param fill - leaves something in the field
 */
export async function fillLacking(form: Locator, fill: (field: Locator) => Promise<void>): Promise<void> {
  const fields = form.locator('input[required], textarea[required]')
  const empty = () => fields.evaluateAll((all) => all.find((field) => 'value' in field && field.value === '')?.id)
  for (let id = await empty(); id !== undefined; id = await empty()) await fill(form.locator(`[id="${id}"]`))
}
