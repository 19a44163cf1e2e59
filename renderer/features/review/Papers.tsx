/**
 * The papers that came with the dossier, in the order of the checklist, with their scans; and what is lacking.
 */
import { Anchor, Badge, Stack, Table, Text } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import type { ScanRef } from '../../../shared/model/acts.ts'
import type { CaseState } from '../../../shared/model/case-state.ts'
import type { ChecklistLine } from '../../../shared/rules/checklist.ts'
import { PAPER_STATUSES, paperName, showDay } from '../../../shared/words/vi.ts'
import type { OpenScan } from './ScanPane.tsx'

const COLOURS: { readonly [Status in ChecklistLine['status']]: string } = {
  present: 'teal',
  outside: 'teal',
  expiring: 'orange',
  expired: 'red',
  missing: 'red',
  notNeeded: 'gray',
}

/** The papers of a dossier. */
export function Papers({
  papers,
  checklist,
  isNarrow,
  onScan,
}: {
  readonly papers: CaseState['papers']
  readonly checklist: readonly ChecklistLine[]
  /** Beside a scan there is no room for a table. */
  readonly isNarrow: boolean
  readonly onScan: (scan: OpenScan) => void
}) {
  const lines = checklist.filter(
    ({ paper, status }) => status !== 'notNeeded' || papers.some((held) => held.paper === paper),
  )
  const all = lines.flatMap(({ paper, name }) =>
    papers
      .filter((held) => held.paper === paper)
      .flatMap(({ scans }) => scans.map((scan) => ({ scan, title: paperName(paper) ?? name }))),
  )
  const held = (line: ChecklistLine) =>
    papers
      .filter(({ paper }) => paper === line.paper)
      .map((paper, place) => (
        <Held
          key={place}
          paper={paper}
          onScan={(scan) => onScan({ all, place: all.findIndex((one) => one.scan === scan) })}
        />
      ))
  if (isNarrow)
    return (
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Giấy tờ trong hồ sơ">
        {lines.map((line) => (
          <li key={line.paper}>
            <Text size="sm" fw={600}>
              {line.name}
            </Text>
            {held(line)}
            <Status line={line} />
          </li>
        ))}
      </Stack>
    )
  return (
    <Table aria-label="Giấy tờ trong hồ sơ" layout="fixed" horizontalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Giấy tờ</Table.Th>
          <Table.Th w="34%">Số, ngày, bản quét</Table.Th>
          <Table.Th w={116}>Tình trạng</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.paper}>
            <Table.Td>{line.name}</Table.Td>
            <Table.Td>{held(line)}</Table.Td>
            <Table.Td>
              <Status line={line} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** One paper: number, day, who, and its scans. */
function Held({
  paper,
  onScan,
}: {
  readonly paper: CaseState['papers'][number]
  readonly onScan: (scan: ScanRef) => void
}) {
  const { number, date, person, scans } = paper
  return (
    <div>
      <Text size="sm">
        {[number, date === undefined ? undefined : showDay(date), person].filter(Boolean).join(', ')}
      </Text>
      {scans.map((scan) => (
        <Anchor
          key={scan.sha256}
          component="button"
          type="button"
          size="xs"
          ta="left"
          display="block"
          style={{ overflowWrap: 'anywhere' }}
          onClick={() => onScan(scan)}
        >
          <IconPaperclip size={13} aria-hidden /> {scan.name}
        </Anchor>
      ))}
    </div>
  )
}

function Status({ line: { status } }: { readonly line: ChecklistLine }) {
  return (
    <Badge size="sm" color={COLOURS[status]} style={{ height: 'auto', whiteSpace: 'normal' }}>
      {PAPER_STATUSES[status]}
    </Badge>
  )
}
