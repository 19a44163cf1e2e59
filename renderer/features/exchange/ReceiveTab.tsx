/**
 * Nhận về: a look at every set on the carrier first, then all or one of them, then the report and its receipt. Nothing is
 * kept by looking.
 */
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconReceipt } from '@tabler/icons-react'
import { useState } from 'react'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import type { ImportResult, Inspection } from '../../../shared/contract/exchange.ts'
import { LOOKED_AT_PART, showNumber } from '../../../shared/words/vi.ts'
import { FolderWarnings } from '../../parts/CarrierWarnings.tsx'
import { JobBar } from '../../parts/JobBar.tsx'
import { JobTrouble } from '../../parts/JobTrouble.tsx'
import { useJob } from '../../parts/job.ts'
import { useNames } from '../../parts/names.ts'
import { useRights } from '../../parts/rights.ts'
import { useAsk } from '../../queries.ts'
import { Block, EmptyState } from '../../parts/states.tsx'
import { CarrierField } from '../../parts/CarrierField.tsx'
import { ErasureRequests } from './ErasureRequests.tsx'
import { KeptSets } from './KeptSets.tsx'
import { Inspected } from '../../parts/Inspected.tsx'
import { Receipt } from './Receipt.tsx'
import { SetCard } from './SetCard.tsx'

/** Nhận về. */
export function ReceiveTab({ isShown, office }: { readonly isShown: boolean; readonly office: OfficeView }) {
  const mayCall = useRights()
  const names = useNames()
  const [folder, setFolder] = useState<string | null>(null)
  const [isReceipt, setReceipt] = useState(false)
  const [isLooking, setLooking] = useState(false)
  const preview = useJob<ImportResult>('bundle.preview')
  const taking = useJob<ImportResult>('bundle.import')
  const look = useJob<Inspection>('bundle.inspect')
  const isNothing = preview.refusal?.code === 'NO_SETS' || taking.refusal?.code === 'NO_SETS'
  // A stick without sets for us may be one whose files were taken away by malware: what is left there is told, as it is now.
  const left = useAsk('carrier.look', folder === null ? {} : { folder }, {
    enabled: isNothing && folder !== null,
    fresh: true,
  })
  const mayTake = mayCall('bundle.import')
  const kept = useAsk('bundle.kept', {}, { enabled: mayTake, fresh: true })
  if (!mayTake)
    return <EmptyState title="Người dùng này chỉ xem" text="Nhờ cán bộ nghiệp vụ xem trước và nhận gói dữ liệu." />

  const isBusy = preview.isRunning || taking.isRunning || look.isRunning
  const result = taking.answer ?? preview.answer
  const isReport = taking.answer !== null
  const choose = (next: string | null) => {
    setFolder(next)
    setLooking(false)
    // Before any place was chosen there is only what ended behind the lock, and a stick that is in is taken by itself.
    if (folder !== null) for (const job of [preview, taking, look]) job.clear()
  }
  const show = async () => {
    taking.clear()
    look.clear()
    setLooking(false)
    await preview.run({ folder })
  }
  const inspect = async () => {
    preview.clear()
    taking.clear()
    setLooking(true)
    await look.run({ folder })
  }
  const run = async (input: object) => {
    await taking.run(input)
    // A set that was only kept has changed nothing that the core would tell of.
    await kept.refetch()
  }
  const take = (set: string, withoutScans: boolean) => run({ folder, set, ...(withoutScans ? { withoutScans } : {}) })
  const warnings =
    result?.warnings ?? look.answer?.warnings ?? (isNothing && !left.isFetching ? left.data?.warnings : undefined) ?? []
  // Of what was refused there is nothing to sign for.
  const received = taking.answer?.sets.filter(({ outcome }) => outcome === 'imported' || outcome === 'already') ?? []
  const ready = preview.answer?.sets.filter(({ outcome }) => outcome === 'ready').length ?? 0
  return (
    <Stack gap="md">
      <ErasureRequests />
      <KeptSets sets={kept.data?.sets ?? []} isBusy={isBusy} onTake={() => void run({})} />
      <Block title="Nhận gói dữ liệu">
        <Stack gap="md">
          <CarrierField
            label="Nhận từ đâu"
            dialogTitle="Chọn thư mục có gói dữ liệu"
            isShown={isShown}
            value={folder}
            onChange={choose}
          />
          <Group>
            <Button
              variant={ready > 0 && !isReport ? 'default' : 'filled'}
              disabled={folder === null || isBusy}
              onClick={() => void show()}
            >
              Xem trước
            </Button>
            <Button variant="default" disabled={folder === null || isBusy} onClick={() => void inspect()}>
              Chỉ kiểm tra, không nhận
            </Button>
            {ready > 0 && !isReport && (
              <Button disabled={isBusy} onClick={() => void run({ folder })}>
                Nhận tất cả
              </Button>
            )}
            {received.length > 0 && (
              <Button
                variant="light"
                leftSection={<IconReceipt size={16} aria-hidden />}
                onClick={() => setReceipt(true)}
              >
                Biên nhận
              </Button>
            )}
          </Group>
          <JobBar job={preview} label="Đang xem trước" />
          <JobBar job={taking} label="Đang nhận gói dữ liệu" />
          <JobBar job={look} label="Đang kiểm tra, không nhận" />
          <JobTrouble jobs={[taking, preview, look]} names={names} />
          <FolderWarnings warnings={warnings} />
          {result?.isPartial === true && (
            <Alert color="orange" role="note">
              {LOOKED_AT_PART}
            </Alert>
          )}
        </Stack>
      </Block>
      {isLooking && look.answer !== null && <Inspected inspection={look.answer} names={names} />}
      {result !== null && (
        <section aria-label={isReport ? 'Kết quả nhận' : 'Xem trước'}>
          <Stack gap="sm">
            {result.sets
              .filter(({ outcome }) => outcome !== 'notForUs')
              .map((set) => {
                const { label } = set
                return (
                  <SetCard
                    key={`${label ?? set.set} ${set.kept === true}`}
                    set={set}
                    isBusy={isBusy}
                    {...(isReport || label === null
                      ? {}
                      : { onTake: (withoutScans: boolean) => void take(label, withoutScans) })}
                  />
                )
              })}
            {result.sets.length === 0 && <Text size="sm">Trên máy này không còn gói nào đang giữ.</Text>}
            {result.others > 0 && (
              <Text size="sm" c="dimmed">
                Ở đây còn {showNumber(result.others)} gói gửi cho đơn vị khác; để nguyên để chuyển đúng nơi nhận.
              </Text>
            )}
          </Stack>
        </section>
      )}
      {isReceipt && taking.answer !== null && (
        <Receipt rows={received} at={taking.answer.at} office={office} onClose={() => setReceipt(false)} />
      )}
    </Stack>
  )
}
