/**
 * Backups: where they go, when the last one was made, making one now, opening one to see that it is whole, and what to do
 * on the day the computer is lost.
 */
import { Alert, Badge, Button, Group, List, Stack, Table, Text } from '@mantine/core'
import { IconDeviceFloppy, IconFolder } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { BackupListing } from '../../../shared/contract/backups.ts'
import type { ErasureView } from '../../../shared/contract/erasures.ts'
import { backedUpSentence, backupVerifiedSentence, showNumber, showSize } from '../../../shared/words/vi.ts'
import { chooseFolder } from '../../api.ts'
import { BackupPlace } from '../../parts/BackupPlace.tsx'
import { useJob } from '../../parts/job.ts'
import { JobBar } from '../../parts/JobBar.tsx'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { troubleColour, troubleOf, useNames } from '../../parts/names.ts'
import { useRights } from '../../parts/rights.ts'
import { Block, EmptyState, ErrorState, LoadingState, PageHead } from '../../parts/states.tsx'
import { showDayOf, showTime } from '../../parts/times.ts'
import { useAsk } from '../../queries.ts'

type Made = { readonly folder: string; readonly scans: number; readonly scansLost: number }
type Checked = { readonly at: string; readonly scans: number; readonly missing: number }

/** Sao lưu. */
export function BackupPage() {
  const list = useAsk('backup.list', {})
  const erased = useAsk('erasure.list', {}).data?.erased ?? []
  const making = useJob<Made>('backup.create')
  const checking = useJob<Checked>('backup.verify')
  const names = useNames()
  // A stick comes and goes without the core knowing: what lies on it is looked at whenever the page is opened.
  const { refetch } = list
  useEffect(() => void refetch(), [refetch])
  const isBusy = making.isRunning || checking.isRunning
  const mayMake = useRights()('backup.create')
  const hasPlace = typeof list.data?.folder === 'string'
  const make = (input: { readonly folder?: string }) => {
    checking.clear()
    void making.run(input).then(() => refetch())
  }
  const check = (input: { readonly folder: string } | { readonly name: string }) => {
    making.clear()
    void checking.run(input)
  }
  const elsewhere = async (title: string, act: (folder: string) => void) => {
    const folder = await chooseFolder(title)
    if (folder !== null) act(folder)
  }
  const trouble = troubleOf(making, names) ?? troubleOf(checking, names)
  const colour = troubleColour(making, checking)
  const unchecked = colour === 'blue' ? 'Chưa kiểm tra xong' : 'Chưa đạt'
  const title = making.refusal || making.failure ? 'Chưa sao lưu' : unchecked
  return (
    <>
      <PageHead
        title="Sao lưu"
        text="Bản sao lưu được mã hóa, mở bằng mật khẩu hoặc phiếu khôi phục của đơn vị."
        actions={
          mayMake &&
          hasPlace && (
            <Button leftSection={<IconDeviceFloppy size={16} aria-hidden />} disabled={isBusy} onClick={() => make({})}>
              Sao lưu ngay
            </Button>
          )
        }
      />
      <Stack gap="md">
        <JobBar job={making} label="Đang sao lưu" describe={scansText} />
        <JobBar job={checking} label="Đang kiểm tra bản sao lưu" describe={scansText} />
        {trouble !== null && (
          <Alert color={colour} role="alert" title={title}>
            {trouble}
          </Alert>
        )}
        {making.answer !== null && (
          <Alert color="teal" role="status">
            {backedUpSentence(making.answer.folder, making.answer.scans, making.answer.scansLost)}
          </Alert>
        )}
        {checking.answer !== null && (
          <Alert color={checking.answer.missing > 0 ? 'yellow' : 'teal'} role="status">
            {backupVerifiedSentence(showDayOf(checking.answer.at), checking.answer.scans, checking.answer.missing)}
          </Alert>
        )}
        <Block title="Nơi và lịch sao lưu">
          <BackupPlace />
          {mayMake && (
            <Group mt="md">
              <Button
                variant="default"
                leftSection={<IconFolder size={16} aria-hidden />}
                disabled={isBusy}
                onClick={() => void elsewhere('Sao lưu một lần vào nơi khác', (folder) => make({ folder }))}
              >
                Sao lưu một lần vào nơi khác
              </Button>
            </Group>
          )}
        </Block>
        <Block
          title="Các bản đã làm"
          actions={
            <Group gap="xs">
              {list.data !== undefined && list.data.backups.length > 0 && (
                <ListActions what="backups" disabled={isBusy} />
              )}
              <Button
                variant="default"
                disabled={isBusy}
                onClick={() => void elsewhere('Chọn thư mục của một bản sao lưu', (folder) => check({ folder }))}
              >
                Kiểm tra bản ở nơi khác
              </Button>
            </Group>
          }
        >
          {list.isError ? (
            <ErrorState error={list.error} onRetry={() => void list.refetch()} />
          ) : list.data === undefined ? (
            <LoadingState rows={4} />
          ) : (
            <>
              <StillHolding list={list.data} erased={erased} />
              <Made list={list.data} isBusy={isBusy} onCheck={(name) => check({ name })} />
            </>
          )}
        </Block>
        <HowToRestore />
      </Stack>
    </>
  )
}

function Made({
  list,
  isBusy,
  onCheck,
}: {
  readonly list: BackupListing
  readonly isBusy: boolean
  readonly onCheck: (name: string) => void
}) {
  if (list.folder === null)
    return <EmptyState title="Chưa có bản sao lưu" text="Chọn nơi sao lưu ở trên, rồi sao lưu lần đầu." />
  if (!list.there)
    return (
      <Alert color="yellow" role="status" title="Không thấy nơi sao lưu">
        Có thể USB chưa cắm hoặc đã đổi tên ổ đĩa. Cắm lại USB, hoặc đổi nơi sao lưu.
      </Alert>
    )
  if (list.backups.length === 0)
    return <EmptyState title="Chưa có bản sao lưu" text="Bấm Sao lưu ngay để làm bản đầu tiên." />
  return (
    <Stack gap="xs">
      <Text size="sm">
        {list.due
          ? list.daily
            ? 'Hôm nay chưa có bản sao lưu; phần mềm sẽ tự làm trong ít phút nữa.'
            : 'Hôm nay chưa có bản sao lưu.'
          : 'Hôm nay đã có bản sao lưu.'}
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Thời điểm</Table.Th>
            <Table.Th>Dữ liệu</Table.Th>
            <Table.Th>Bản quét</Table.Th>
            <Table.Th>Kiểm tra</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {list.backups.map((backup, index) => (
            <Table.Tr key={backup.name}>
              <Table.Td>
                <Group gap={6}>
                  {showTime(backup.at)}
                  {index === 0 && <Badge color="teal">Mới nhất</Badge>}
                </Group>
              </Table.Td>
              <Table.Td>{showSize(backup.bytes)}</Table.Td>
              <Table.Td>{showNumber(backup.scans)}</Table.Td>
              <Table.Td>
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={isBusy}
                  aria-label={`Kiểm tra bản ${showTime(backup.at)}`}
                  onClick={() => onCheck(backup.name)}
                >
                  Kiểm tra
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}

function HowToRestore() {
  return (
    <Block title="Khi máy hỏng hoặc mất">
      <List type="ordered" size="sm" spacing={4}>
        <List.Item>Cài phần mềm trên máy mới, mở lên, chọn “Khôi phục từ bản sao lưu”.</List.Item>
        <List.Item>
          Cắm USB có bản sao lưu, chọn bản mới nhất, nhập mật khẩu hoặc tám nhóm của phiếu khôi phục.
        </List.Item>
        <List.Item>Mở khóa, nhận gói khôi phục của nơi đã nhận để lấy lại những việc đã gửi sau lần sao lưu.</List.Item>
        <List.Item>Không dùng tiếp dữ liệu trên máy cũ, kể cả khi máy cũ sửa được.</List.Item>
      </List>
      <Text size="sm" mt="xs" c="dimmed">
        Nên có hai USB sao lưu, thay nhau mỗi tuần, cất ở hai nơi khác nhau; mỗi tháng kiểm tra một bản.
      </Text>
    </Block>
  )
}

function scansText({ done, total }: { readonly done: number; readonly total: number }): string {
  return `Bản quét ${showNumber(done)} trên ${showNumber(total)}`
}

/** Backups made before data was erased: they hold it until they are destroyed. */
function StillHolding({ list, erased }: { readonly list: BackupListing; readonly erased: ErasureView['erased'] }) {
  const newest = erased.reduce((at, one) => (one.at > at ? one.at : at), '')
  const older = list.backups.filter(({ at }) => at < newest)
  if (older.length === 0) return null
  return (
    <Alert color="orange" role="note" mb="sm" title="Bản sao lưu còn dữ liệu cá nhân đã xóa">
      <Text size="sm">
        {showNumber(older.length)} bản làm trước lần xóa gần nhất ({showTime(newest)}) vẫn còn dữ liệu đã xóa. Khi đã có
        bản sao lưu mới và không cần các bản này nữa thì tiêu hủy; bản để ở nơi khác cũng vậy.
      </Text>
      <List size="sm">
        {older.map(({ folder, at }) => (
          <List.Item key={folder} style={{ overflowWrap: 'anywhere' }}>
            {showTime(at)}: {folder}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
