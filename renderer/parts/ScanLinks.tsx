/**
 * Scans by their names, each opened in the preview.
 */
import { Anchor, Group } from '@mantine/core'
import { useState } from 'react'
import type { ScanRef } from '../../shared/model/acts.ts'
import { ScanPreview } from './ScanPreview.tsx'

/** Scans as names to open. */
export function ScanLinks({ scans, title }: { readonly scans: readonly ScanRef[]; readonly title: string }) {
  const [shown, setShown] = useState<ScanRef | null>(null)
  if (scans.length === 0) return null
  return (
    <Group gap="sm">
      {scans.map((scan) => (
        <Anchor key={scan.sha256} component="button" type="button" size="sm" onClick={() => setShown(scan)}>
          {scan.name}
        </Anchor>
      ))}
      {shown !== null && <ScanPreview scan={shown} more={scans} title={title} onClose={() => setShown(null)} />}
    </Group>
  )
}
