/**
 * Why an admission is cancelled: what follows from it differs, so it is asked and never guessed.
 */
import { Radio, Stack } from '@mantine/core'
import { CANCEL_GROUNDS } from '../../shared/words/vi.ts'

/** The choice of the ground. */
export function CancelGroundField({
  value,
  error,
  onChange,
}: {
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (ground: string) => void
}) {
  return (
    <Radio.Group label="Hủy vì" withAsterisk value={value} error={error} onChange={onChange}>
      <Stack gap={6} mt={4}>
        {Object.entries(CANCEL_GROUNDS).map(([ground, label]) => (
          <Radio key={ground} value={ground} label={label} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
