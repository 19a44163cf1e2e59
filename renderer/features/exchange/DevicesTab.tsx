/**
 * Máy trong đơn vị: the computers of one office, which of them speaks with other offices, a set for the others, and a
 * further computer taken in. What other computers send is received where every set is: in Nhận về.
 */
import { Alert, Badge, Button, Checkbox, Group, Stack, Table, Text } from '@mantine/core'
import { IconDevicesPlus, IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import type { DeviceRow } from '../../../shared/contract/devices.ts'
import type { ExportAnswer } from '../../../shared/contract/exchange.ts'
import {
  deviceName,
  showDay,
  showNumber,
  supersededSentence,
  twinsSentence,
  wentOnSentence,
} from '../../../shared/words/vi.ts'
import { JobBar } from '../../parts/JobBar.tsx'
import { JobTrouble } from '../../parts/JobTrouble.tsx'
import { useJob } from '../../parts/job.ts'
import { useNames } from '../../parts/names.ts'
import { useRights } from '../../parts/rights.ts'
import { Block, ErrorState, LoadingState } from '../../parts/states.tsx'
import { showTime } from '../../parts/times.ts'
import { useAsk } from '../../queries.ts'
import { AdoptKeysDialog } from './AdoptKeysDialog.tsx'
import { CarrierField } from '../../parts/CarrierField.tsx'
import { RemoveDeviceDialog, TakeExchangeDialog } from './DeviceDialogs.tsx'
import { EnrolDevice } from './EnrolDevice.tsx'
import { RenewKeysDialog } from './RenewKeysDialog.tsx'
import { Written } from './Written.tsx'

/** Máy trong đơn vị. */
export function DevicesTab({ isShown, office }: { readonly isShown: boolean; readonly office: OfficeView }) {
  const { data, error, refetch } = useAsk('device.list', {}, { enabled: isShown })
  const mayCall = useRights()
  const [isEnrolling, setEnrolling] = useState(false)
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingState />
  const { devices } = data
  const isHub = devices.some(({ isSelf, isExchange }) => isSelf && isExchange)
  const partners = devices.filter(({ isPartner }) => isPartner)
  const twins = twinsSentence(devices)
  return (
    <Stack gap="md">
      <Block
        title="Các máy của đơn vị"
        actions={
          isHub &&
          !isEnrolling &&
          mayCall('device.enrol') && (
            <Button leftSection={<IconDevicesPlus size={16} aria-hidden />} onClick={() => setEnrolling(true)}>
              Thêm máy
            </Button>
          )
        }
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            Một máy là máy trao đổi: gửi và nhận với đơn vị khác thay cho mọi máy. Các máy khác gửi việc của mình cho
            máy đó bằng USB và nhận lại mọi nội dung từ máy đó.
          </Text>
          <DeviceTable devices={devices} />
          {twins !== null && (
            <Alert color="yellow" role="note">
              {twins}
            </Alert>
          )}
        </Stack>
      </Block>
      {isEnrolling && (
        <EnrolDevice office={office} isFirst={partners.length === 0} onClose={() => setEnrolling(false)} />
      )}
      {partners.length > 0 && !isEnrolling && <ExportBlock isShown={isShown} office={office} partners={partners} />}
      {!isHub && mayCall('device.takeExchange') && <OtherwiseBlock office={office} devices={devices} />}
    </Stack>
  )
}

/** What is said where another computer goes on with the data of this one. */
function Superseded({ devices, row }: { readonly devices: readonly DeviceRow[]; readonly row: DeviceRow }) {
  const said = supersededSentence(devices, row)
  if (said === null) return null
  return (
    <Text size="xs" c="dimmed">
      {said}
    </Text>
  )
}

function DeviceTable({ devices }: { readonly devices: readonly DeviceRow[] }) {
  const mayRemove = useRights()('device.remove') && devices.some(({ isSelf, isExchange }) => isSelf && isExchange)
  const [removing, setRemoving] = useState<DeviceRow | null>(null)
  const [lost, setLost] = useState<string | null>(null)
  return (
    <>
      <Table aria-label="Các máy của đơn vị">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Máy</Table.Th>
            <Table.Th>Việc của máy</Table.Th>
            <Table.Th>Chưa xác nhận đã nhận</Table.Th>
            <Table.Th>Trao đổi gần nhất</Table.Th>
            {mayRemove && <Table.Th aria-label="Việc cần làm" />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {devices.map((row) => (
            <Table.Tr key={row.device}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <Group gap={6}>
                  <Text fw={row.isSelf ? 600 : undefined}>{deviceName(row)}</Text>
                  {row.isSelf && row.name !== null && <Badge color="gray">Máy này</Badge>}
                </Group>
                {row.wentOn !== null && (
                  <Text size="xs" c="dimmed">
                    {wentOnSentence(row.wentOn)}
                  </Text>
                )}
                <Superseded devices={devices} row={row} />
                {row.enrolledOn !== null && row.removedOn === null && (
                  <Text size="xs" c="dimmed">
                    thêm ngày {showDay(row.enrolledOn)}
                  </Text>
                )}
                {row.removedOn !== null && (
                  <Text size="xs" fw={600}>
                    thôi dùng ngày {showDay(row.removedOn)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{dutyOf(row)}</Table.Td>
              <Table.Td>{row.isPartner ? `${showNumber(row.pending)} bản ghi` : ''}</Table.Td>
              <Table.Td>{row.isPartner && <Times row={row} />}</Table.Td>
              {mayRemove && (
                <Table.Td>
                  {row.isPartner && (
                    <Group justify="flex-end">
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        color="red"
                        aria-label={`Thôi dùng ${deviceName(row)}`}
                        onClick={() => setRemoving(row)}
                      >
                        Thôi dùng
                      </Button>
                    </Group>
                  )}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {removing !== null && <RemoveDeviceDialog device={removing} onLost={setLost} onClose={() => setRemoving(null)} />}
      {lost !== null && <RenewKeysDialog reason={lost} onClose={() => setLost(null)} />}
    </>
  )
}

function Times({ row: { isReady, sentAt, receivedAt } }: { readonly row: DeviceRow }) {
  return (
    <>
      <Text size="sm">{sentAt === null ? 'chưa gửi lần nào' : `gửi ${showTime(sentAt)}`}</Text>
      <Text size="sm">
        {receivedAt === null
          ? isReady
            ? 'chưa nhận lần nào'
            : 'chờ gói đầu tiên của máy đó'
          : `nhận ${showTime(receivedAt)}`}
      </Text>
    </>
  )
}

function dutyOf({ isExchange, removedOn, isSelf, heir }: DeviceRow): string {
  if (removedOn !== null || (heir !== null && !isSelf)) return ''
  return isExchange ? 'Máy trao đổi với đơn vị khác' : 'Máy làm việc'
}

function ExportBlock({
  isShown,
  office,
  partners,
}: {
  readonly isShown: boolean
  readonly office: OfficeView
  readonly partners: readonly DeviceRow[]
}) {
  const mayCall = useRights()
  const names = useNames()
  const [folder, setFolder] = useState<string | null>(null)
  const [isFull, setFull] = useState(false)
  const job = useJob<ExportAnswer>('device.export')
  const send = (place: string | null) => void job.run({ folder: place, ...(isFull ? { full: true } : {}) })
  const [only] = partners
  const whom = partners.length === 1 && only !== undefined ? deviceName(only) : 'các máy khác'
  return (
    <Block title={`Xuất gói cho ${whom}`}>
      {mayCall('device.export') ? (
        <Stack gap="md">
          <Text size="sm">
            Gói có mọi bản ghi và bản quét mà máy đó chưa có, chỉ máy đó mở được. Trên máy đó mở Trao đổi, mục Nhận về.
          </Text>
          <Checkbox
            label="Gửi lại đầy đủ từ đầu"
            description="Dùng khi gói trước bị mất hoặc máy đó vừa được khôi phục; không bị trùng."
            checked={isFull}
            onChange={(event) => setFull(event.currentTarget.checked)}
          />
          <CarrierField
            label="Ghi vào đâu"
            dialogTitle="Chọn thư mục để ghi gói cho máy trong đơn vị"
            isShown={isShown}
            value={folder}
            onChange={setFolder}
          />
          <Group>
            <Button disabled={folder === null || job.isRunning} onClick={() => send(folder)}>
              Xuất gói cho máy trong đơn vị
            </Button>
          </Group>
          <JobBar job={job} label="Đang xuất gói" />
          <JobTrouble jobs={[job]} names={names} />
          {job.answer !== null && (
            <Written
              job="device.export"
              key={job.answer.sets[0]?.id}
              answer={job.answer}
              office={office}
              onAgain={send}
            />
          )}
        </Stack>
      ) : (
        <Text size="sm" c="dimmed">
          Người dùng này chỉ xem. Nhờ cán bộ nghiệp vụ xuất gói.
        </Text>
      )}
    </Block>
  )
}

/** What an administrator does at a computer that is not the exchange device, when something has changed there. */
function OtherwiseBlock({ office, devices }: { readonly office: OfficeView; readonly devices: readonly DeviceRow[] }) {
  const [open, setOpen] = useState<'exchange' | 'keys' | null>(null)
  const name = devices.find(({ isExchange, isSelf }) => isExchange && !isSelf)?.name ?? 'máy trao đổi'
  return (
    <Block title={`Khi có thay đổi ở ${name}`}>
      <Stack gap="sm">
        <Text size="sm">
          Đơn vị vừa thay khóa: nhận khóa mới trên máy này thì mới tiếp tục trao đổi được. Máy trao đổi hỏng hoặc mất:
          chuyển việc trao đổi sang máy này.
        </Text>
        <Group>
          <Button variant="default" leftSection={<IconKey size={16} aria-hidden />} onClick={() => setOpen('keys')}>
            Nhận khóa mới của đơn vị
          </Button>
          <Button variant="default" onClick={() => setOpen('exchange')}>
            Chuyển việc trao đổi sang máy này
          </Button>
        </Group>
      </Stack>
      {open === 'exchange' && <TakeExchangeDialog onClose={() => setOpen(null)} />}
      {open === 'keys' && <AdoptKeysDialog office={office} onClose={() => setOpen(null)} />}
    </Block>
  )
}
