/**
 * A link that takes its whole table row: one target for the mouse, one stop for the keyboard.
 */
import { Anchor, Table, type AnchorProps } from '@mantine/core'
import type { ReactNode } from 'react'
import './row-link.css'

/** A row of a table with a `RowLink` in it. */
export function LinkRow({ children }: { readonly children: ReactNode }) {
  return <Table.Tr className="link-row">{children}</Table.Tr>
}

/** The link of a row. @param to - path of a route */
export function RowLink({
  to,
  children,
  ...props
}: AnchorProps & { readonly to: string; readonly children: ReactNode }) {
  return (
    <Anchor {...props} href={`#${to}`} className="row-link" underline="hover">
      {children}
    </Anchor>
  )
}
