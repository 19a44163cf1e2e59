/**
 * One inspection on both sides: its plan, what was found, what is to be mended by when, what was done, what the follow-up saw.
 */
import { Anchor, Badge, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { InspectionRow } from '../../../shared/contract/follow.ts'
import type { FindingState, MendStanding } from '../../../shared/model/follow/inspection-state.ts'
import {
  FINDING_KINDS,
  INSPECTION_KINDS,
  MEND_OUTCOMES,
  MEND_STANDINGS,
  ON_PAPER,
  OTHER_OFFICE,
  showDay,
  showDocument,
} from '../../../shared/words/vi.ts'
import { FactList } from '../../parts/FactList.tsx'
import { useRights } from '../../parts/rights.ts'
import { ScanLinks } from '../../parts/ScanLinks.tsx'
import { AwaitedState, Block, PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { CheckForm, EndForm, FindingForm, MendForm, PlanForm } from './InspectionForms.tsx'

type Act =
  { readonly what: 'plan' | 'finding' | 'end' } | { readonly what: 'mend' | 'check'; readonly finding: FindingState }

/** An inspection by its id. */
export function InspectionPage({ id }: { readonly id: string }) {
  const { data, error, refetch } = useAsk('inspection.get', { inspection: id })
  return (
    <>
      <Anchor component={Link} href="/kiem-tra" size="sm" className="no-print">
        <Group gap={4} component="span" mb="xs">
          <IconArrowLeft size={16} aria-hidden />
          Các cuộc kiểm tra, giám sát
        </Group>
      </Anchor>
      {data === undefined && <PageHead title="Kiểm tra, giám sát" />}
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} />
      {data !== undefined && <OneInspection row={data.row} today={data.today} />}
    </>
  )
}

function OneInspection({ row, today }: { readonly row: InspectionRow; readonly today: string }) {
  const mayCall = useRights()
  const [act, setAct] = useState<Act | null>(null)
  const close = () => setAct(null)
  const { plan, findings, end, own } = row
  const facts: readonly (readonly [string, string])[] = [
    ['Hình thức', INSPECTION_KINDS[plan.kind]],
    ['Đơn vị được kiểm tra', plan.place.name],
    ['Thời gian', `${showDay(plan.from)} – ${showDay(plan.to)}`],
    ['Trưởng đoàn', plan.lead ?? 'Chưa ghi'],
    ['Quyết định, kế hoạch', plan.document === undefined ? 'Chưa ghi' : showDocument(plan.document)],
    ['Đơn vị tiến hành', row.officeName === '' ? OTHER_OFFICE : row.officeName],
  ]
  return (
    <>
      <PageHead
        title={plan.topic}
        actions={
          own && (
            <>
              {mayCall('inspection.plan') && (
                <Button variant="default" onClick={() => setAct({ what: 'plan' })}>
                  Sửa kế hoạch
                </Button>
              )}
              {mayCall('inspection.conclude') && (
                <Button variant="default" onClick={() => setAct({ what: 'end' })}>
                  {end === null ? 'Ghi kết luận' : 'Sửa kết luận'}
                </Button>
              )}
              {mayCall('inspection.find') && (
                <Button onClick={() => setAct({ what: 'finding' })}>Ghi nội dung phát hiện</Button>
              )}
            </>
          )
        }
      />
      <Stack gap="md">
        <Block title="Kế hoạch">
          <FactList facts={facts} />
          {plan.content !== undefined && (
            <Text size="sm" mt="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {plan.content}
            </Text>
          )}
        </Block>
        <Block title="Nội dung phát hiện">
          {findings.length === 0 ? (
            <Text size="sm" c="dimmed">
              Chưa ghi nội dung nào.
            </Text>
          ) : (
            <Stack gap="sm">
              {findings.map((finding) => (
                <Finding key={finding.id} row={row} finding={finding} today={today} onAct={setAct} />
              ))}
            </Stack>
          )}
        </Block>
        <Block title="Kết luận">
          {end === null ? (
            <Text size="sm" c="dimmed">
              Chưa kết luận.
            </Text>
          ) : (
            <>
              <Text size="sm" c="dimmed">
                Ngày {showDay(end.on)}
                {end.document === undefined ? '' : `, ${showDocument(end.document)}`}
              </Text>
              <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {end.summary}
              </Text>
            </>
          )}
        </Block>
      </Stack>
      {act?.what === 'plan' && <PlanForm row={row} onClose={close} />}
      {act?.what === 'finding' && <FindingForm row={row} onClose={close} />}
      {act?.what === 'end' && <EndForm row={row} today={today} onClose={close} />}
      {act?.what === 'mend' && <MendForm row={row} finding={act.finding} today={today} onClose={close} />}
      {act?.what === 'check' && <CheckForm row={row} finding={act.finding} today={today} onClose={close} />}
    </>
  )
}

const COLOURS: { readonly [S in MendStanding]: string } = {
  nothingToMend: 'gray',
  open: 'orange',
  reported: 'blue',
  partly: 'orange',
  notMended: 'red',
  mended: 'teal',
}

function Finding({
  row,
  finding,
  today,
  onAct,
}: {
  readonly row: InspectionRow
  readonly finding: FindingState
  readonly today: string
  readonly onAct: (act: Act) => void
}) {
  const mayCall = useRights()
  const { kind, what, demand, standing, dueNow, mendings, checks } = finding
  const isOpen = standing !== 'nothingToMend' && standing !== 'mended'
  const isLate = dueNow !== null && dueNow < today && standing !== 'reported'
  return (
    <Paper withBorder p="sm" component="article" aria-label={what.slice(0, 80)}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text size="sm" fw={600}>
          {FINDING_KINDS[kind]}
        </Text>
        <Group gap={6} justify="flex-end">
          {isLate && <Badge color="red">Quá hạn {showDay(dueNow)}</Badge>}
          {!isLate && dueNow !== null && <Badge color="gray">Hạn {showDay(dueNow)}</Badge>}
          <Badge color={COLOURS[standing]}>{MEND_STANDINGS[standing]}</Badge>
        </Group>
      </Group>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {what}
      </Text>
      {demand !== undefined && (
        <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
          <b>Yêu cầu:</b> {demand}
        </Text>
      )}
      {mendings.map((mending, place) => (
        <div key={`${mending.entry} ${place}`}>
          <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
            <b>Khắc phục ngày {showDay(mending.on)}:</b> {mending.note}
            {mending.onPaper ? ` (${ON_PAPER.toLowerCase()})` : ''}
          </Text>
          <ScanLinks scans={mending.scans ?? []} title={what.slice(0, 80)} />
        </div>
      ))}
      {checks.map((check, place) => (
        <Text key={`${check.entry} ${place}`} size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
          <b>Xem xét ngày {showDay(check.on)}:</b> {MEND_OUTCOMES[check.outcome].toLowerCase()}
          {check.due === undefined ? '' : `, hạn mới ${showDay(check.due)}`}
          {check.note === undefined ? '' : `. ${check.note}`}
        </Text>
      ))}
      {isOpen && (
        <Group gap="xs" justify="flex-end" mt="xs" className="no-print">
          {row.mayMend && mayCall('inspection.mend') && (
            <Button size="compact-sm" variant="default" onClick={() => onAct({ what: 'mend', finding })}>
              Báo kết quả khắc phục
            </Button>
          )}
          {row.own && mayCall('inspection.check') && (
            <Button size="compact-sm" variant="default" onClick={() => onAct({ what: 'check', finding })}>
              Xem xét việc khắc phục
            </Button>
          )}
        </Group>
      )}
    </Paper>
  )
}
