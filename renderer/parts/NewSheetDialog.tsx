/**
 * A new recovery sheet in place of the old one: first what that means, then the sheet with its proof. Once made it cannot
 * be shown again, so the dialog does not close by a slip.
 */
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useAct, useAsk } from '../queries.ts'
import { announce } from './announce.tsx'
import { Dialog } from './Dialog.tsx'
import { RecoverySheet } from './RecoverySheet.tsx'

/** Makes a new sheet. */
export function NewSheetDialog({ onClose }: { readonly onClose: () => void }) {
  const office = useAsk('office.get', {}).data
  const today = useAsk('vault.describe', {}).data?.today
  const make = useAct<{ readonly sheet: readonly string[] }>('vault.newSheet')
  const prove = useAct('vault.proveSheet', () => {
    announce('Đã lập phiếu khôi phục mới. Phiếu cũ không dùng được nữa, hủy phiếu cũ.')
    onClose()
  })
  const isShown = make.data !== undefined && office !== undefined && today !== undefined
  return (
    <Dialog
      onClose={onClose}
      title="Lập phiếu khôi phục mới"
      size="xl"
      closeOnClickOutside={false}
      closeOnEscape={!isShown}
      withCloseButton={!isShown}
    >
      {isShown ? (
        <RecoverySheet
          facts={{ groups: make.data.sheet, office: office.profile.name, day: today }}
          doneLabel="Phiếu đúng, xong"
          isBusy={prove.isPending}
          onProved={() => prove.mutate({ sheet: make.data.sheet.join(' ') })}
        />
      ) : (
        <Stack gap="md">
          <Alert color="orange" role="note">
            Phiếu cũ không còn mở được dữ liệu trên máy này ngay khi phiếu mới được lập. Riêng các bản sao lưu đã làm
            trước đó vẫn mở bằng phiếu cũ: sao lưu lại, rồi mới hủy phiếu cũ.
          </Alert>
          <Text size="sm">Chuẩn bị máy in hoặc giấy bút trước: phiếu chỉ hiện một lần.</Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Đóng
            </Button>
            <Button loading={make.isPending} onClick={() => make.mutate({})} data-autofocus>
              Lập phiếu mới
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  )
}
