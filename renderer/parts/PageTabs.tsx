/**
 * The tabs of a page. What a tab holds is drawn after the frame that shows it chosen: a click is seen at once, however
 * long the list under it is.
 */
import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { AfterFrame } from './AfterFrame.tsx'

/** One tab. `name`: what stands for it, in a path or a state; `page`: drawn only while it is chosen. */
export type PageTab<Name extends string> = {
  readonly name: Name
  readonly title: string
  readonly page: ReactNode
}

/** The tabs, `label` read out for all of them. */
export function PageTabs<Name extends string>({
  label,
  tabs,
  chosen,
  onChoose,
}: {
  readonly label: string
  readonly tabs: readonly PageTab<Name>[]
  readonly chosen: Name
  readonly onChoose: (name: Name) => void
}) {
  return (
    <Tabs
      value={chosen}
      onChange={(next) => {
        const tab = tabs.find(({ name }) => name === next)
        if (tab !== undefined) onChoose(tab.name)
      }}
      keepMounted={false}
    >
      <Tabs.List mb="md" className="no-print" aria-label={label}>
        {tabs.map(({ name, title }) => (
          <Tabs.Tab key={name} value={name}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ name, page }) => (
        <Tabs.Panel key={name} value={name}>
          <AfterFrame place="50vh">{page}</AfterFrame>
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
