/** The page of the journal's health, drawn once from an answer of the core: what a person reads there. */
import { createElement } from 'react'
import { Health } from '../../renderer/features/settings/Health.tsx'
import type { JournalHealth, OfficeView } from '../../shared/contract/answers.ts'
import { trusted } from '../../shared/base/trust.ts'
import { markupOf } from './markup.ts'

/** What of the office the page needs, for tests without a core. */
type HealthOffice = Pick<OfficeView, 'office' | 'device'> & {
  readonly profile: { readonly name: string }
  readonly peers: readonly { readonly id: string; readonly peer: { readonly name: string } }[]
}

/** The page as HTML. */
export function healthPage(health: JournalHealth, office: HealthOffice): string {
  return markupOf(createElement(Health, { office: trusted<OfficeView>(office), onGiveUp: null }), {
    'journal.health': health,
    'office.get': office,
    'device.list': { devices: [] },
  })
}

/** The boxes of the page by their titles, each with its sentences. */
export function healthBoxes(health: JournalHealth, office: HealthOffice): ReadonlyMap<string, readonly string[]> {
  const html = healthPage(health, office)
  const boxes = html.split('mantine-Alert-title').slice(1)
  return new Map(
    boxes.map((box) => {
      const [title = ''] = textsIn(box)
      const items = box.split('<li').slice(1)
      return [title, items.map((item) => textsIn(item.slice(0, item.indexOf('</li>'))).join(' '))] as const
    }),
  )
}

/** The texts of a piece of HTML that may begin inside a tag. */
function textsIn(html: string): readonly string[] {
  return html
    .slice(html.indexOf('>') + 1)
    .replaceAll(/<[^>]*>/g, '\n')
    .split('\n')
    .map((text) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&').trim())
    .filter((text) => text !== '')
}
