/**
 * A field of several lines that grows with its text. The browser sizes it (CSS `field-sizing`): measuring the text of each
 * such field kept whoever opened a long form waiting.
 */
import { Textarea, type TextareaProps } from '@mantine/core'

/** The field, from `minRows` lines high to `maxRows`, then it scrolls; without `maxRows` it grows on. */
export function GrowingArea({ minRows = 2, maxRows, ...props }: TextareaProps) {
  return (
    <Textarea
      {...props}
      rows={minRows}
      styles={{
        input: {
          fieldSizing: 'content',
          minHeight: heightOf(minRows),
          maxHeight: maxRows === undefined ? undefined : heightOf(maxRows),
        },
      }}
    />
  )
}

/** Lines, what is left free above and below them, and the frame. */
function heightOf(rows: number): string {
  return `calc(${rows}lh + 2 * var(--input-padding-y, 0px) + 2px)`
}
