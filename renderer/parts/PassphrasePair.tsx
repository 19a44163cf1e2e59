/**
 * A new passphrase typed twice, with its rules in words, and what is wrong with it before anything is sent. A passphrase
 * never goes into a draft.
 */
import { List, SimpleGrid, Stack } from '@mantine/core'
import { passphraseProblem, shortestPassphrase } from '../../shared/text/passphrase.ts'
import { refusalSentence } from '../../shared/words/vi.ts'
import { refusal } from '../../shared/contract/refusals.ts'
import { PassphraseField } from './PassphraseField.tsx'

/** Properties of one of the two fields. */
type Field = {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
  readonly 'data-path': string
}

/** Two fields and the rules. */
export function PassphrasePair({
  first,
  second,
  label = 'Mật khẩu',
}: {
  readonly first: Field
  readonly second: Field
  readonly label?: string
}) {
  const again = `Gõ lại ${label.charAt(0).toLowerCase()}${label.slice(1)}`
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <PassphraseField
          label={label}
          {...first}
          required
          inputWrapperOrder={['label', 'input', 'error', 'description']}
        />
        <PassphraseField
          label={again}
          {...second}
          required
          inputWrapperOrder={['label', 'input', 'error', 'description']}
        />
      </SimpleGrid>
      <List size="sm" c="dimmed" spacing={2}>
        <List.Item>Ít nhất {shortestPassphrase} ký tự, không trùng tên đăng nhập.</List.Item>
        <List.Item>
          Nên đặt một câu dễ nhớ với mình nhưng người khác khó đoán, ví dụ bốn, năm từ không liên quan.
        </List.Item>
        <List.Item>Nên gõ không dấu nếu máy có nhiều người dùng chung và bộ gõ hay thay đổi.</List.Item>
        <List.Item>Phần mềm không lưu mật khẩu; quên mật khẩu chỉ đặt lại được bằng phiếu khôi phục.</List.Item>
      </List>
    </Stack>
  )
}

/**
 * What is wrong with a new passphrase, by the path of the field.
 * @param first - path of the first field
 * @param second - path of the second
 */
export function passphraseErrors(
  values: { readonly passphrase: string; readonly again: string; readonly login: string },
  first = 'passphrase',
  second = 'again',
): Readonly<Record<string, string>> {
  if (values.passphrase === '') return { [first]: 'Chưa nhập' }
  const problem = passphraseProblem(values.passphrase, values.login)
  if (problem !== undefined) {
    const { code, ...data } = problem
    return { [first]: sentenceFor(code, data) }
  }
  return values.passphrase.normalize('NFC') === values.again.normalize('NFC')
    ? {}
    : { [second]: 'Hai lần gõ chưa giống nhau' }
}

function sentenceFor(code: NonNullable<ReturnType<typeof passphraseProblem>>['code'], data: object): string {
  const { length, shortest } = { length: 0, shortest: shortestPassphrase, ...data }
  return code === 'PASSPHRASE_TOO_SHORT'
    ? refusalSentence(refusal(code, { length, shortest }))
    : refusalSentence(refusal(code, {}))
}
