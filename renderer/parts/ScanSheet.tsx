/**
 * A scan in its frame, picture or PDF alike. The core serves it to our own page alone, and nothing is written to the disk.
 */
import { Alert } from '@mantine/core'
import { useState } from 'react'
import type { ScanRef } from '../../shared/model/acts.ts'
import { Boundary } from './Boundary.tsx'
import { later } from './later.ts'
import { NOT_OPENED, SheetFrame, SheetWaiting } from './SheetFrame.tsx'

const PdfSheet = later(async () => (await import('./PdfSheet.tsx')).PdfSheet, <SheetWaiting />)

/** The scan itself. @param title - what paper it is of */
export function ScanSheet({ scan, title }: { readonly scan: ScanRef; readonly title: string }) {
  const sheet = { address: `scan/${scan.sha256}`, label: `Bản quét ${title}` }
  if (scan.type !== 'application/pdf') return <Picture {...sheet} />
  return (
    <Boundary instead={() => <Alert color="red">{NOT_OPENED}</Alert>}>
      <PdfSheet {...sheet} />
    </Boundary>
  )
}

function Picture({ address, label }: { readonly address: string; readonly label: string }) {
  const [isBroken, setBroken] = useState(false)
  const [natural, setNatural] = useState<number | null>(null)
  if (isBroken) return <Alert color="red">{NOT_OPENED}</Alert>
  return (
    <SheetFrame label={label} widest={natural ?? undefined}>
      {(width) => (
        <img
          src={address}
          alt={label}
          className="sheet-picture"
          style={{ width, visibility: natural === null ? 'hidden' : 'visible' }}
          onLoad={(event) => setNatural(event.currentTarget.naturalWidth)}
          onError={() => setBroken(true)}
        />
      )}
    </SheetFrame>
  )
}
