/**
 * A place that scrolls once it holds more than it is high. With the browser's own bar: Mantine's is shown for the part of a
 * pixel, too.
 */
import { Box, type BoxProps } from '@mantine/core'
import type { ReactNode } from 'react'

/** The place: `mah` how high it gets, `mih` how high it is at least; `tabIndex` where nothing in it takes the keyboard. */
export function Scrolled({
  children,
  ...props
}: Pick<BoxProps, 'mah' | 'mih'> & { readonly tabIndex?: number; readonly children: ReactNode }) {
  return (
    <Box {...props} style={{ overflow: 'auto', scrollbarWidth: 'thin' }}>
      {children}
    </Box>
  )
}
