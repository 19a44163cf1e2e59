/**
 * Adding a user, and changing one's name, post and roles. A new user's first passphrase is typed here, by the person
 * themselves where possible.
 */
import { Checkbox, SimpleGrid, Text } from '@mantine/core'
import { Role } from '../../../shared/model/codes.ts'
import type { UserState } from '../../../shared/model/office-state.ts'
import { ROLE_NOTES, ROLES } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { TextField } from '../../parts/fields.tsx'
import { PassphrasePair, passphraseErrors } from '../../parts/PassphrasePair.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'

type Person = { readonly name: string; readonly post: string; readonly roles: readonly Role[] }
type NewPerson = Person & { readonly login: string; readonly passphrase: string; readonly again: string }

const NOBODY: NewPerson = { name: '', post: '', login: '', passphrase: '', again: '', roles: ['clerk'] }

/** Adds a user. */
export function AddUserDialog({ onClose }: { readonly onClose: () => void }) {
  const recording = useRecording<NewPerson, unknown>({
    command: 'user.add',
    draft: 'nguoi-dung/moi',
    unkept: ['passphrase', 'again'],
    initial: NOBODY,
    toInput: ({ name, post, login, roles, passphrase }) => ({ ...inputOf({ name, post, login, roles }), passphrase }),
    check: (values) => ({ ...roleErrors(values.roles), ...passphraseErrors(values) }),
    onDone: (_answer, { name }) => {
      announce(`Đã thêm ${name.trim()}.`)
      onClose()
    },
  })
  const { bind } = recording
  return (
    <RecordingDialog
      title="Thêm người dùng"
      recording={recording}
      submitLabel="Thêm người dùng"
      onClose={onClose}
      size="xl"
    >
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <TextField label="Họ và tên" required data-autofocus {...bind('name')} />
        <TextField label="Chức vụ" required {...bind('post')} />
        <TextField label="Tên đăng nhập" required {...bind('login')} />
      </SimpleGrid>
      <RoleFields
        roles={recording.values.roles}
        error={recording.errors['roles']}
        onChange={(roles) => recording.patch({ roles })}
      />
      <PassphrasePair first={bind('passphrase')} second={bind('again')} />
    </RecordingDialog>
  )
}

/** Changes a user. */
export function ChangeUserDialog({ user: state, onClose }: { readonly user: UserState; readonly onClose: () => void }) {
  const { name, post, roles } = state.user
  const recording = useRecording<Person, unknown>({
    command: 'user.change',
    draft: `nguoi-dung/${state.id}`,
    initial: { name, post, roles },
    toInput: (person) => ({ userId: state.id, ...inputOf(person) }),
    check: (values) => roleErrors(values.roles),
    onDone: (_answer, changed) => {
      announce(`Đã sửa thông tin của ${changed.name.trim()}.`)
      onClose()
    },
  })
  const { bind } = recording
  return (
    <RecordingDialog
      title={`Sửa người dùng ${name}`}
      recording={recording}
      submitLabel="Ghi thay đổi"
      onClose={onClose}
      size="xl"
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextField label="Họ và tên" required data-autofocus {...bind('name')} />
        <TextField label="Chức vụ" required {...bind('post')} />
      </SimpleGrid>
      <RoleFields
        roles={recording.values.roles}
        error={recording.errors['roles']}
        onChange={(chosen) => recording.patch({ roles: chosen })}
      />
      <Text size="sm" c="dimmed">
        Tên đăng nhập “{state.user.login}” không đổi được. Vai trò mới có hiệu lực từ lần mở khóa sau của người đó.
      </Text>
    </RecordingDialog>
  )
}

function RoleFields({
  roles,
  error,
  onChange,
}: {
  readonly roles: readonly Role[]
  readonly error: string | undefined
  readonly onChange: (roles: readonly Role[]) => void
}) {
  return (
    <Checkbox.Group
      label="Vai trò"
      description="Một người có thể có nhiều vai trò. Vai trò ràng buộc phần mềm; ai mở khóa được thì đọc được mọi hồ sơ trên máy."
      error={error}
      required
      value={[...roles]}
      onChange={(chosen) => onChange(Role.options.filter((role) => chosen.includes(role)))}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" my="xs">
        {Role.options.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={ROLES[role]}
            description={ROLE_NOTES[role]}
            aria-invalid={error !== undefined}
          />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  )
}

function roleErrors(roles: readonly Role[]): Readonly<Record<string, string>> {
  return roles.length === 0 ? { roles: 'Chọn ít nhất một vai trò' } : {}
}
