/**
 * The name of a person that leads to the dossier; just the name for whoever may not open it.
 */
import { Anchor, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useRights } from './rights.ts'

/** The link. @param fw - its weight where it is not that of the text around it */
export function CaseLink({
  case: id,
  fw,
  children,
}: {
  readonly case: string
  readonly fw?: number
  readonly children: ReactNode
}) {
  const weight = fw === undefined ? {} : { fw }
  return useRights()('case.get') ? (
    <Anchor href={`#/ho-so/${id}`} size="sm" {...weight}>
      {children}
    </Anchor>
  ) : (
    <Text component="span" size="sm" {...weight}>
      {children}
    </Text>
  )
}
