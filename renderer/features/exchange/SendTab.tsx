/**
 * Gửi đi: for whom, onto what, then the exact sentence about the stick, and the slip that goes with it.
 */
import { Anchor, Button, Checkbox, Grid, Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import type { ExportAnswer } from '../../../shared/contract/exchange.ts'
import { CarrierWarnings } from '../../parts/CarrierWarnings.tsx'
import { PeerStanding } from '../../parts/PeerStanding.tsx'
import { JobBar } from '../../parts/JobBar.tsx'
import { JobTrouble } from '../../parts/JobTrouble.tsx'
import { useJob, useLastAnswer } from '../../parts/job.ts'
import { useNames } from '../../parts/names.ts'
import { useRights } from '../../parts/rights.ts'
import { Block, EmptyState } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { CarrierField } from '../../parts/CarrierField.tsx'
import { Written } from './Written.tsx'

const ALL = ''

/** Gửi đi. */
export function SendTab({ isShown, office }: { readonly isShown: boolean; readonly office: OfficeView }) {
  const mayCall = useRights()
  const names = useNames()
  const home = useAsk('home.get', {}).data
  const [folder, setFolder] = useState<string | null>(null)
  // Of a place that was written to, the result speaks.
  const [written, setWritten] = useState<string | null>(null)
  const [chosen, setTo] = useState(ALL)
  const [isFull, setFull] = useState(false)
  const job = useJob<ExportAnswer>('bundle.export')
  const { answer, forget } = useLastAnswer(job)
  const peers = office.peers.filter(({ revoked }) => !revoked)
  // Whom the pairing was ended with is nobody to send to any more.
  const to = peers.some(({ id }) => id === chosen) ? chosen : ALL
  if (peers.length === 0)
    return (
      <EmptyState
        title="Chưa có nơi nhận"
        text="Kết nối với cấp trên hoặc với các đơn vị đề nghị trước, một lần cho mỗi nơi; sau đó gửi gói dữ liệu tại đây."
        action={<Anchor href="#/trao-doi/ket-noi">Kết nối với đơn vị khác</Anchor>}
      />
    )
  const write = (place: string | null, offices: string | readonly string[], full: boolean) => {
    setWritten(folder)
    void job.run({ folder: place, ...(offices === ALL ? {} : { to: offices }), ...(full ? { full } : {}) })
  }
  // What was sent, be it a receipt, is written once more for the same offices.
  const again = (place: string, sets: ExportAnswer['sets']) =>
    write(
      place,
      sets.map((set) => set.to),
      sets.length === 1 && sets[0]?.kind === 'full',
    )
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Block title="Xuất gói dữ liệu">
          {mayCall('bundle.export') ? (
            <Stack gap="md">
              <Select
                label="Gửi cho"
                data={[
                  { value: ALL, label: 'Mọi nơi có nội dung mới' },
                  ...peers.map(({ id, peer }) => ({ value: id, label: peer.name })),
                ]}
                value={to}
                onChange={(next) => setTo(next ?? ALL)}
                allowDeselect={false}
                searchable={peers.length > 8}
              />
              {to !== ALL && (
                <Checkbox
                  label="Gửi lại đầy đủ từ đầu"
                  description="Dùng khi nơi nhận bị mất gói trước hoặc thay máy; nơi nhận không bị trùng."
                  checked={isFull}
                  onChange={(event) => setFull(event.currentTarget.checked)}
                />
              )}
              <CarrierField
                label="Ghi vào đâu"
                dialogTitle="Chọn thư mục để ghi gói dữ liệu"
                isShown={isShown}
                value={folder}
                onChange={setFolder}
              />
              {folder !== null && folder !== written && <CarrierWarnings folder={folder} use="sets" />}
              <Group>
                <Button
                  onClick={() => {
                    forget()
                    write(folder, to, to !== ALL && isFull)
                  }}
                  disabled={folder === null || job.isRunning}
                >
                  Xuất gói dữ liệu
                </Button>
              </Group>
              <JobBar job={job} label="Đang xuất gói dữ liệu" />
              <JobTrouble jobs={[job]} names={names} />
              {answer !== null && (
                <Written
                  job="bundle.export"
                  key={answer.sets[0]?.id}
                  answer={answer}
                  office={office}
                  isBusy={job.isRunning}
                  onAgain={again}
                  onRest={(place, offices) => write(place, offices, false)}
                />
              )}
            </Stack>
          ) : (
            <Text size="sm" c="dimmed">
              Người dùng này chỉ xem. Nhờ cán bộ nghiệp vụ xuất gói dữ liệu.
            </Text>
          )}
        </Block>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Block title="Tình hình trao đổi">
          <Stack gap="md">
            {home?.peers.map((peer) => (
              <PeerStanding key={peer.office} peer={peer} />
            ))}
          </Stack>
        </Block>
      </Grid.Col>
    </Grid>
  )
}
