/**
 * The papers that came with the dossier, in the order of the checklist, with their scans; and what is lacking.
 */
import { Anchor, Badge, Group, Table, Text } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
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
  onScan,
}: {
  readonly papers: CaseState['papers']
  readonly checklist: readonly ChecklistLine[]
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
            <Table.Td>
              {papers
                .filter(({ paper }) => paper === line.paper)
                .map((paper, place) => (
                  <div key={place}>
                    <Text size="sm">
                      {[paper.number, paper.date === undefined ? undefined : showDay(paper.date), paper.person]
                        .filter(Boolean)
                        .join(', ')}
                    </Text>
                    {paper.scans.map((scan) => (
                      <Anchor
                        key={scan.sha256}
                        component="button"
                        type="button"
                        size="xs"
                        ta="left"
                        display="block"
                        style={{ overflowWrap: 'anywhere' }}
                        onClick={() => onScan({ all, place: all.findIndex((one) => one.scan === scan) })}
                      >
                        <IconPaperclip size={13} aria-hidden /> {scan.name}
                      </Anchor>
                    ))}
                  </div>
                ))}
            </Table.Td>
            <Table.Td>
              <Group gap={4}>
                <Badge size="sm" color={COLOURS[line.status]} style={{ height: 'auto', whiteSpace: 'normal' }}>
                  {PAPER_STATUSES[line.status]}
                </Badge>
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
