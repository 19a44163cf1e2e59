/**
 * Commendations and corrections of a year: what the data suggests, which a person follows or puts aside, and what was recorded
 * by us and of us.
 */
import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { EmulationView } from '../../../shared/contract/follow.ts'
import { isCommending, type Proposal } from '../../../shared/reports/emulation.ts'
import {
  COMMENDATION_FORMS,
  CORRECTION_FORMS,
  MEASURE_NAMES,
  OTHER_OFFICE,
  PROPOSAL_NAMES,
  proposalReason,
  showDay,
  showDocument,
} from '../../../shared/words/vi.ts'
import { FactsDialog, type FactField } from '../../parts/FactsDialog.tsx'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { useRights } from '../../parts/rights.ts'
import { AwaitedState, Block } from '../../parts/states.tsx'
import { useEmulation, YearField } from './year.tsx'

type Dialog = { readonly what: 'commend' | 'correct' | 'dismiss'; readonly proposal?: Proposal }

/** The tab. */
export function MeasuresTab() {
  const mayCall = useRights()
  const { data, error, refetch, year, thisYear, choose } = useEmulation()
  const [dialog, setDialog] = useState<Dialog | null>(null)
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end" className="no-print">
        <YearField year={year} thisYear={thisYear} onChoose={choose} />
        <Group gap="xs">
          {data !== undefined && data.measures.length > 0 && <ListActions what="measures" narrow={{ year }} />}
          {mayCall('correction.record') && (
            <Button variant="default" onClick={() => setDialog({ what: 'correct' })}>
              Ghi chấn chỉnh
            </Button>
          )}
          {mayCall('commendation.record') && (
            <Button onClick={() => setDialog({ what: 'commend' })}>Ghi khen thưởng</Button>
          )}
        </Group>
      </Group>
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} />
      {data !== undefined && (
        <>
          <Proposals view={data} onAct={mayCall('commendation.record') ? setDialog : null} />
          <Measures view={data} />
        </>
      )}
      {dialog !== null && data !== undefined && (
        <MeasureForm dialog={dialog} year={data.year} today={data.today} onClose={() => setDialog(null)} />
      )}
    </Stack>
  )
}

function Proposals({
  view: { proposals, isOver, year },
  onAct,
}: {
  readonly view: EmulationView
  readonly onAct: ((dialog: Dialog) => void) | null
}) {
  return (
    <Block title={`Đề xuất từ số liệu năm ${year}`}>
      <Text size="sm" c="dimmed" mb="xs">
        Phần mềm chỉ nêu đơn vị và số liệu làm căn cứ; người có trách nhiệm quyết định.
        {isOver ? '' : ' Năm chưa kết thúc nên chưa nêu đơn vị không hoàn thành chỉ tiêu.'}
      </Text>
      {proposals.length === 0 ? (
        <Text size="sm">Không còn đề xuất nào chờ quyết định.</Text>
      ) : (
        <Table.ScrollContainer minWidth={900}>
          <Table aria-label="Đề xuất từ số liệu" layout="fixed">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={130}>Hướng</Table.Th>
                <Table.Th w={250}>Đơn vị</Table.Th>
                <Table.Th>Căn cứ</Table.Th>
                {onAct !== null && <Table.Th w={290}>Quyết định</Table.Th>}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {proposals.map((proposal) => {
                const isGood = isCommending(proposal.code)
                return (
                  <Table.Tr key={`${proposal.code} ${proposal.place}`}>
                    <Table.Td>
                      <Badge color={isGood ? 'teal' : 'orange'}>{isGood ? 'Biểu dương' : 'Chấn chỉnh'}</Badge>
                    </Table.Td>
                    <Table.Td style={{ overflowWrap: 'anywhere' }}>{proposal.name}</Table.Td>
                    <Table.Td>
                      <Text size="sm">{PROPOSAL_NAMES[proposal.code]}</Text>
                      <Text size="xs" c="dimmed">
                        {proposalReason(proposal)}
                      </Text>
                    </Table.Td>
                    {onAct !== null && (
                      <Table.Td>
                        <Group gap={6}>
                          <Button
                            size="compact-sm"
                            variant="default"
                            aria-label={`${isGood ? 'Khen thưởng' : 'Chấn chỉnh'} ${proposal.name}: ${PROPOSAL_NAMES[proposal.code]}`}
                            onClick={() => onAct({ what: isGood ? 'commend' : 'correct', proposal })}
                          >
                            {isGood ? 'Khen thưởng' : 'Chấn chỉnh'}
                          </Button>
                          <Button
                            size="compact-sm"
                            variant="subtle"
                            aria-label={`Không thực hiện: ${proposal.name}, ${PROPOSAL_NAMES[proposal.code]}`}
                            onClick={() => onAct({ what: 'dismiss', proposal })}
                          >
                            Không thực hiện
                          </Button>
                        </Group>
                      </Table.Td>
                    )}
                  </Table.Tr>
                )
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Block>
  )
}

function Measures({ view: { measures, year } }: { readonly view: EmulationView }) {
  return (
    <Block title={`Đã ghi trong năm ${year}`}>
      {measures.length === 0 ? (
        <Text size="sm" c="dimmed">
          Chưa ghi khen thưởng, chấn chỉnh nào.
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={900}>
          <Table aria-label="Khen thưởng, chấn chỉnh đã ghi" layout="fixed">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={190}>Hình thức</Table.Th>
                <Table.Th w={260}>Tập thể, cá nhân</Table.Th>
                <Table.Th>Lý do</Table.Th>
                <Table.Th w={220}>Ngày, văn bản, nơi ghi</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {measures.map((row) => (
                <Table.Tr key={row.id}>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    {row.what === 'dismissal' ? MEASURE_NAMES.dismissal : row.facts.form}
                    <Text size="xs" c="dimmed">
                      {row.what === 'dismissal' ? PROPOSAL_NAMES[row.facts.proposal] : MEASURE_NAMES[row.what]}
                    </Text>
                  </Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>
                    {(row.what === 'dismissal' ? undefined : row.facts.name) ?? row.facts.place.name}
                    {row.what !== 'dismissal' && row.facts.name !== undefined && (
                      <Text size="xs" c="dimmed">
                        {row.facts.place.name}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{row.facts.reason}</Table.Td>
                  <Table.Td>
                    {row.what !== 'dismissal' && showDay(row.facts.on)}
                    <Text size="xs" c="dimmed">
                      {row.what !== 'dismissal' && row.facts.document !== undefined
                        ? `${showDocument(row.facts.document)}; `
                        : ''}
                      {row.officeName === '' ? OTHER_OFFICE : row.officeName}
                      {row.what === 'correction' && row.facts.due !== undefined
                        ? `; hạn ${showDay(row.facts.due)}`
                        : ''}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Block>
  )
}

const PLACE: FactField = { kind: 'place', path: 'place', label: 'Đơn vị', required: true, where: 'below' }
const NAME: FactField = {
  kind: 'line',
  path: 'name',
  label: 'Tập thể, cá nhân',
  description: 'Để trống nếu là cả đơn vị.',
}
const REASON: FactField = { kind: 'text', path: 'reason', label: 'Lý do', required: true }
const PAPER: readonly FactField[] = [
  { kind: 'short', path: 'body', label: 'Cơ quan quyết định' },
  { kind: 'short', path: 'document.number', label: 'Số văn bản' },
  { kind: 'day', path: 'document.date', label: 'Ngày văn bản' },
]

function MeasureForm({
  dialog: { what, proposal },
  year,
  today,
  onClose,
}: {
  readonly dialog: Dialog
  readonly year: number
  readonly today: string
  readonly onClose: () => void
}) {
  const fixed = {
    year,
    ...(proposal === undefined ? {} : { proposal: proposal.code, place: proposal.place }),
  }
  const place = proposal === undefined ? [PLACE] : []
  const note = proposal !== undefined && (
    <Text size="sm">
      <b>{proposal.name}</b>: {PROPOSAL_NAMES[proposal.code].toLowerCase()}. {proposalReason(proposal)}
    </Text>
  )
  const reason = proposal === undefined ? '' : proposalReason(proposal)
  const draft = `de-xuat/${year}/${what}/${proposal === undefined ? 'moi' : `${proposal.code}/${proposal.place}`}`
  if (what === 'dismiss')
    return (
      <FactsDialog
        title="Không thực hiện đề xuất"
        command="proposal.dismiss"
        submitLabel="Ghi lý do"
        draft={draft}
        note={note}
        fields={[REASON]}
        fixed={fixed}
        said={() => 'Đã ghi không thực hiện đề xuất này.'}
        onClose={onClose}
      />
    )
  const isGood = what === 'commend'
  return (
    <FactsDialog
      title={isGood ? 'Ghi biểu dương, khen thưởng' : 'Ghi chấn chỉnh'}
      command={isGood ? 'commendation.record' : 'correction.record'}
      submitLabel={isGood ? 'Ghi khen thưởng' : 'Ghi chấn chỉnh'}
      draft={draft}
      note={note}
      fields={[
        ...place,
        NAME,
        {
          kind: 'suggest',
          path: 'form',
          label: 'Hình thức',
          required: true,
          data: isGood ? COMMENDATION_FORMS : CORRECTION_FORMS,
        },
        { kind: 'day', path: 'on', label: 'Ngày', required: true },
        REASON,
        ...PAPER,
        ...(isGood ? [] : [{ kind: 'day', path: 'due', label: 'Hạn thực hiện' } as const]),
      ]}
      initial={{ on: today, reason }}
      fixed={fixed}
      said={() => (isGood ? 'Đã ghi khen thưởng.' : 'Đã ghi chấn chỉnh.')}
      onClose={onClose}
    />
  )
}
