/**
 * Everything about one model: how it works, what it came to, who took it up, its scans; and what may be done with it.
 */
import { Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { ModelRow } from '../../../shared/contract/follow.ts'
import { MODEL_AREAS, ON_PAPER, OTHER_OFFICE, showDay, showNumber } from '../../../shared/words/vi.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { useReturnedFocus } from '../../parts/focus.ts'
import { useRights } from '../../parts/rights.ts'
import { ScanLinks } from '../../parts/ScanLinks.tsx'
import { RegisterModel, ReportModel, ShareModel, TakeUpModel } from './ModelForms.tsx'

type Act = 'change' | 'report' | 'share' | 'takeUp'

/** The card. */
export function ModelCard({
  row,
  decides,
  today,
  onClose,
}: {
  readonly row: ModelRow
  readonly decides: boolean
  readonly today: string
  readonly onClose: () => void
}) {
  const mayCall = useRights()
  const [act, setAct] = useState<Act | null>(null)
  const close = () => setAct(null)
  return (
    <>
      <Shown row={row} onClose={onClose}>
        <Group gap="xs" justify="flex-end">
          {row.own && mayCall('model.register') && (
            <Button variant="default" onClick={() => setAct('change')}>
              Sửa
            </Button>
          )}
          {decides && mayCall('model.share') && (
            <Button variant="default" onClick={() => setAct('share')}>
              Phổ biến để nhân rộng
            </Button>
          )}
          {mayCall('model.takeUp') && (
            <Button variant="default" onClick={() => setAct('takeUp')}>
              Ghi đơn vị áp dụng
            </Button>
          )}
          {row.own && mayCall('model.report') && <Button onClick={() => setAct('report')}>Báo kết quả</Button>}
        </Group>
      </Shown>
      {act === 'change' && <RegisterModel row={row} onClose={close} />}
      {act === 'report' && <ReportModel row={row} today={today} onClose={close} />}
      {act === 'share' && <ShareModel row={row} onClose={close} />}
      {act === 'takeUp' && <TakeUpModel row={row} today={today} onClose={close} />}
    </>
  )
}

function Shown({
  row,
  onClose,
  children,
}: {
  readonly row: ModelRow
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  useReturnedFocus()
  const { facts, results, takenUp, shared } = row
  const span = [
    facts.since === undefined ? null : `từ ngày ${showDay(facts.since)}`,
    facts.until === undefined ? null : `đến ngày ${showDay(facts.until)}`,
  ].filter((part) => part !== null)
  return (
    <Dialog onClose={onClose} title={facts.name} size="xl">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {MODEL_AREAS[facts.area]}; {facts.place.name}
          {span.length === 0 ? '' : `; ${span.join(' ')}`}
          {row.own ? '' : `; ${row.officeName === '' ? OTHER_OFFICE : row.officeName} gửi`}
        </Text>
        <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{facts.description}</Text>
        <ScanLinks scans={facts.scans ?? []} title={facts.name} />
        <Title order={3} size="h4">
          Kết quả
        </Title>
        {results.length === 0 && (
          <Text
            size="sm"
            {...(shared?.results === undefined ? { c: 'dimmed' } : {})}
            style={{ whiteSpace: 'pre-wrap' }}
          >
            {shared?.results ?? 'Chưa báo kết quả.'}
          </Text>
        )}
        {results.toReversed().map((result) => (
          <div key={result.entry}>
            <Text size="sm" fw={600}>
              Ngày {showDay(result.on)}
              {result.listed === undefined ? '' : `, đưa vào nguồn ${showNumber(result.listed)} người`}
              {result.admitted === undefined ? '' : `, kết nạp ${showNumber(result.admitted)} người`}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {result.results}
            </Text>
            <ScanLinks scans={result.scans ?? []} title={facts.name} />
          </div>
        ))}
        <Title order={3} size="h4">
          Đơn vị áp dụng
        </Title>
        {takenUp.length === 0 ? (
          <Text size="sm" c="dimmed">
            Chưa có đơn vị nào khác áp dụng.
          </Text>
        ) : (
          <List size="sm" spacing={4}>
            {takenUp.map((act) => (
              <List.Item key={act.entry}>
                {act.place.name}, từ ngày {showDay(act.on)}
                {act.onPaper ? ` (${ON_PAPER.toLowerCase()})` : ''}
                {act.note === undefined ? '' : `: ${act.note}`}
              </List.Item>
            ))}
          </List>
        )}
        {children}
      </Stack>
    </Dialog>
  )
}
