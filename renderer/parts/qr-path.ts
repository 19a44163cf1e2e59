/**
 * Digits as the outline of a QR code: one path over a square of modules, with the quiet margin a scanner needs.
 */
import encodeQR from 'qr'

/** The outline. `side`: modules along an edge, margin included; `path`: the dark ones, as an SVG path. */
export function qrPath(digits: string): { readonly side: number; readonly path: string } {
  const rows = encodeQR(digits, 'raw', { encoding: 'numeric', ecc: 'medium', border: 4 })
  // Each run of dark modules in a row is one rectangle.
  const runs = rows.flatMap((row, y) => {
    const line = row.map((isDark) => (isDark ? '1' : '0')).join('')
    return Array.from(line.matchAll(/1+/g), ({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
  })
  return { side: rows.length, path: runs.join('') }
}
