/**
 * The people who use the program in this office: who they are and what they may do. Only an administrator changes that;
 * everybody changes their own passphrase here.
 */
import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core'
import { IconKey, IconPrinter, IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { SheetStanding } from '../../../shared/contract/answers.ts'
import type { UserState } from '../../../shared/model/office-state.ts'
import { ROLES } from '../../../shared/words/vi.ts'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { NewSheetDialog } from '../../parts/NewSheetDialog.tsx'
import { showDayOf } from '../../parts/times.ts'
import { Block, ErrorState, LoadingState, PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { ChangePassphraseDialog } from './ChangePassphraseDialog.tsx'
import { DisableUserDialog } from './DisableUserDialog.tsx'
import { OpenHereDialog } from './OpenHereDialog.tsx'
import { RolesBlock } from './RolesBlock.tsx'
import { AddUserDialog, ChangeUserDialog } from './UserDialogs.tsx'

/** Which dialog is open. */
type Open =
  | { readonly dialog: 'add' | 'passphrase' | 'sheet' }
  | { readonly dialog: 'change' | 'disable' | 'openHere'; readonly user: UserState }

/** Người dùng. */
export function UsersPage() {
  const office = useAsk('office.get', {})
  const list = useAsk('user.list', {})
  // A way in never travels: who works at another computer of the office has none here until one is given.
  const logins = useAsk('vault.describe', {}).data?.logins ?? null
  const [open, setOpen] = useState<Open | null>(null)
  const isAdministrator = office.data?.user.roles.includes('administrator') === true
  const close = () => setOpen(null)
  return (
    <>
      <PageHead
        title="Người dùng"
        text="Mỗi người có tên đăng nhập và mật khẩu riêng; việc ghi vào phần mềm đều mang tên người ghi."
        actions={
          isAdministrator && (
            <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setOpen({ dialog: 'add' })}>
              Thêm người dùng
            </Button>
          )
        }
      />
      <Stack gap="md">
        <Block title="Danh sách" actions={<ListActions what="users" size="xs" />}>
          {list.isError ? (
            <ErrorState error={list.error} onRetry={() => void list.refetch()} />
          ) : list.data === undefined || office.data === undefined ? (
            <LoadingState rows={3} />
          ) : (
            <UserTable
              users={list.data.users}
              logins={logins}
              self={office.data.user.id}
              isAdministrator={isAdministrator}
              onOpen={setOpen}
            />
          )}
        </Block>
        <Block
          title="Mật khẩu của tôi"
          actions={
            <Button
              variant="default"
              leftSection={<IconKey size={16} aria-hidden />}
              onClick={() => setOpen({ dialog: 'passphrase' })}
            >
              Đổi mật khẩu
            </Button>
          }
        >
          <Text size="sm">
            Đổi ngay khi nghi có người khác biết mật khẩu. Bản sao lưu đã làm trước đó vẫn mở bằng mật khẩu cũ.
          </Text>
        </Block>
        <RolesBlock />
        {isAdministrator && (
          <Block
            title="Phiếu khôi phục"
            actions={
              <Button
                variant="default"
                leftSection={<IconPrinter size={16} aria-hidden />}
                onClick={() => setOpen({ dialog: 'sheet' })}
              >
                Lập phiếu mới
              </Button>
            }
          >
            <Text size="sm">
              Tờ giấy có tám nhóm chữ số, mở được dữ liệu khi quên mật khẩu hoặc máy hỏng. Lập phiếu mới khi phiếu cũ
              thất lạc, có người khác đã xem, hoặc người giữ phiếu chuyển công tác; phiếu cũ khi đó không dùng được nữa.
            </Text>
            <SheetStandingLine sheet={office.data?.sheet ?? null} />
          </Block>
        )}
      </Stack>
      {open?.dialog === 'add' && <AddUserDialog onClose={close} />}
      {open?.dialog === 'change' && <ChangeUserDialog user={open.user} onClose={close} />}
      {open?.dialog === 'openHere' && <OpenHereDialog user={open.user} onClose={close} />}
      {open?.dialog === 'disable' && <DisableUserDialog user={open.user} onClose={close} />}
      {open?.dialog === 'passphrase' && (
        <ChangePassphraseDialog login={loginOf(list.data?.users, office.data?.user.id)} onClose={close} />
      )}
      {open?.dialog === 'sheet' && <NewSheetDialog onClose={close} />}
    </>
  )
}

/** Whether the present sheet was read back; of one from before that was kept, nothing is said. */
function SheetStandingLine({ sheet }: { readonly sheet: SheetStanding | null }) {
  if (sheet === null) return null
  return (
    <Text size="sm" mt={6} fw={600}>
      {sheet.provedAt === null
        ? 'Phiếu hiện nay chưa được kiểm tra: lập phiếu mới và gõ lại hai nhóm.'
        : `Phiếu hiện nay đã kiểm tra ngày ${showDayOf(sheet.provedAt)}.`}
    </Text>
  )
}

function UserTable({
  users,
  logins,
  self,
  isAdministrator,
  onOpen,
}: {
  readonly users: readonly UserState[]
  readonly logins: readonly string[] | null
  readonly self: string
  readonly isAdministrator: boolean
  readonly onOpen: (open: Open) => void
}) {
  // Those who still work here first.
  const sorted = users.toSorted((a, b) => Number(a.disabled) - Number(b.disabled))
  return (
    <Table verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Họ và tên</Table.Th>
          <Table.Th>Tên đăng nhập</Table.Th>
          <Table.Th>Vai trò</Table.Th>
          {isAdministrator && <Table.Th>Thay đổi</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sorted.map((state) => {
          const { id, user, disabled } = state
          const isElsewhere = !disabled && logins !== null && !logins.includes(user.login)
          return (
            <Table.Tr key={id}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <Group gap={6}>
                  <Text fw={600}>{user.name}</Text>
                  {id === self && <Badge color="gray">Đang mở</Badge>}
                  {disabled && <Badge color="gray">Đã ngừng</Badge>}
                  {isElsewhere && <Badge color="yellow">Chưa mở được trên máy này</Badge>}
                </Group>
                <Text size="sm" c="dimmed">
                  {user.post}
                </Text>
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{user.login}</Table.Td>
              <Table.Td>{user.roles.map((role) => ROLES[role]).join(', ')}</Table.Td>
              {isAdministrator && (
                <Table.Td>
                  {!disabled && (
                    <Group gap={6}>
                      {isElsewhere && (
                        <Button
                          size="compact-sm"
                          variant="default"
                          aria-label={`Cấp mật khẩu trên máy này cho ${user.name}`}
                          onClick={() => onOpen({ dialog: 'openHere', user: state })}
                        >
                          Cấp mật khẩu
                        </Button>
                      )}
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`Sửa ${user.name}`}
                        onClick={() => onOpen({ dialog: 'change', user: state })}
                      >
                        Sửa
                      </Button>
                      {id !== self && (
                        <Button
                          size="compact-sm"
                          variant="default"
                          aria-label={`Ngừng ${user.name}`}
                          onClick={() => onOpen({ dialog: 'disable', user: state })}
                        >
                          Ngừng
                        </Button>
                      )}
                    </Group>
                  )}
                </Table.Td>
              )}
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}

function loginOf(users: readonly UserState[] | undefined, self: string | undefined): string {
  return users?.find(({ id }) => id === self)?.user.login ?? ''
}
