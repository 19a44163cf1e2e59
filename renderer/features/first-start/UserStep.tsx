/**
 * The second step: who uses the program first. The first user is an administrator and may do all the office does.
 */
import { SimpleGrid } from '@mantine/core'
import { TextField } from '../../parts/fields.tsx'
import { PassphrasePair } from '../../parts/PassphrasePair.tsx'
import { loginFor } from './start-values.ts'
import { StepForm } from './StepForm.tsx'
import type { Start } from './use-start.ts'

/** The first user. */
export function UserStep({ start, onNext }: { readonly start: Start; readonly onNext: () => void }) {
  const { values, patch, bind } = start
  return (
    <StepForm
      start={start}
      title="Người dùng đầu tiên"
      text="Là quản trị viên và làm được mọi việc của đơn vị. Những người khác thêm sau, ở trang Người dùng."
      onNext={onNext}
    >
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <TextField
          label="Họ và tên"
          required
          autoFocus
          {...bind('userName')}
          onBlur={(event) => {
            const tidy = event.currentTarget.value.normalize('NFC').trim()
            patch({ userName: tidy, ...(values.login === '' ? { login: loginFor(tidy) } : {}) })
          }}
        />
        <TextField label="Chức vụ" required {...bind('post')} />
        <TextField label="Tên đăng nhập" required {...bind('login')} />
      </SimpleGrid>
      <PassphrasePair first={bind('passphrase')} second={bind('again')} />
    </StepForm>
  )
}
