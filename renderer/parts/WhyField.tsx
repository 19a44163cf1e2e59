/**
 * Why something leaves the program in clear. The field begins empty, so that the log never holds a reason that nobody gave;
 * what the user gave last, and what is usual for such a thing, is one click away.
 */
import { Button, Group, Stack } from '@mantine/core'
import { usualReasons, type Leaving } from '../../shared/words/vi.ts'
import { TextField } from './fields.tsx'
import { useLastReasons } from './last-reasons.ts'

/** Reasons offered. */
const MOST = 4

/** The field with its offers. @param of - what leaves */
export function WhyField({
  of,
  why,
  onChange,
  ...props
}: {
  readonly of: Leaving
  readonly why: string
  readonly onChange: (why: string) => void
  readonly description?: string
  /** Takes the focus when its dialog opens. */
  readonly 'data-autofocus'?: true
  /** Takes the focus when it comes up in a dialog that is open. */
  readonly autoFocus?: true
}) {
  return (
    <Stack gap={6}>
      <TextField
        label="Mục đích sử dụng"
        description="Được ghi vào nhật ký của đơn vị."
        {...props}
        value={why}
        onChange={onChange}
        required
      />
      <Offers of={of} onChoose={onChange} />
    </Stack>
  )
}

function Offers({ of, onChoose }: { readonly of: Leaving; readonly onChoose: (why: string) => void }) {
  const last = useLastReasons()
  const offered = [...new Set([...last, ...usualReasons(of)])].slice(0, MOST)
  return (
    <Group gap={6} role="group" aria-label="Chọn nhanh mục đích">
      {offered.map((reason) => (
        <Button key={reason} size="compact-xs" variant="default" maw="100%" onClick={() => onChoose(reason)}>
          {reason}
        </Button>
      ))}
    </Group>
  )
}
