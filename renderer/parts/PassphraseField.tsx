/**
 * The field of a passphrase: part of the page that is there before the rest of the program has been read.
 */
import { PasswordInput, Text, type PasswordInputProps } from '@mantine/core'
import { useState } from 'react'
import { hasMarks } from '../../shared/text/fold.ts'

/** A passphrase: shown on demand, with a word about marks and Caps Lock. */
export function PassphraseField({
  value,
  onChange,
  ...props
}: Omit<PasswordInputProps, 'value' | 'onChange'> & {
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const [caps, setCaps] = useState(false)
  const [isShown, setShown] = useState(false)
  const notes = [
    caps ? 'Phím Caps Lock đang bật.' : null,
    value !== '' && hasMarks(value) ? 'Mật khẩu có dấu: lần sau phải gõ đúng dấu như vậy.' : null,
  ].filter((note) => note !== null)
  return (
    <PasswordInput
      {...props}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyUp={(event) => setCaps(event.getModifierState('CapsLock'))}
      description={notes.length > 0 ? notes.join(' ') : props.description}
      aria-invalid={props.error !== undefined && props.error !== null && props.error !== false}
      visible={isShown}
      onVisibilityChange={setShown}
      visibilityToggleFocusable
      visibilityToggleIcon={ShowWord}
      visibilityToggleButtonProps={{
        'aria-label': isShown ? 'Ẩn mật khẩu' : 'Hiện mật khẩu',
        // Its name says what it does next.
        'aria-pressed': undefined,
        w: 48,
      }}
      rightSectionWidth={56}
      autoComplete="off"
      spellCheck={false}
    />
  )
}

function ShowWord({ reveal }: { readonly reveal: boolean }) {
  return (
    <Text span size="sm" fw={600}>
      {reveal ? 'Ẩn' : 'Hiện'}
    </Text>
  )
}
