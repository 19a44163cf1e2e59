/**
 * Digits as a QR code: black on white whatever the window's colours, without a style of its own that the page's policy
 * would have to allow.
 */
import { useMemo } from 'react'
import { qrPath } from './qr-path.ts'

/** A QR code. @param label - what it is, for who does not see it */
export function QrCode({ digits, label }: { readonly digits: string; readonly label: string }) {
  const { side, path } = useMemo(() => qrPath(digits), [digits])
  return (
    <svg className="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
