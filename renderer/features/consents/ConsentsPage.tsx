/**
 * Ý kiến cấp trên: consents the checks ask for and nobody has asked yet, those that wait for their answer, those answered.
 */
import { Anchor, Badge, Button, Stack, Table, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { ConsentList, ConsentRow } from '../../../shared/contract/meetings.ts'
import { CONSENT_KINDS, showDay, showNumber } from '../../../shared/words/vi.ts'
import { DecidingNav } from '../../parts/DecidingNav.tsx'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { useRights } from '../../parts/rights.ts'
import { AwaitedState, Block, PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { AnswerDialog, AskDialog } from './ConsentDialogs.tsx'

type Open = { readonly dialog: 'ask' | 'answer'; readonly row: ConsentRow }

/** The page. */
export function ConsentsPage() {
  const { data, error, refetch } = useAsk('consent.list', {})
  return (
    <>
      <PageHead
        title="Ý kiến cấp trên"
        actions={data !== undefined && <ListActions what="consents" />}
        text="Người quá tuổi, kết nạp lại, già làng, trưởng bản và các trường hợp phải có văn bản đồng ý trước khi quyết định."
      />
      <DecidingNav />
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} />
      {data !== undefined && <Consents list={data} />}
    </>
  )
}

function Consents({ list }: { readonly list: ConsentList }) {
  const mayCall = useRights()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const { needed, waiting, answered, body } = list
  return (
    <Stack gap="md">
      <Block title="Cần xin ý kiến">
        <Rows
          label="Cần xin ý kiến"
          rows={needed}
          empty="Không có hồ sơ nào còn thiếu văn bản đồng ý của cấp trên."
          state={(row) =>
            mayCall('consent.request') && (
              <Button
                size="compact-sm"
                variant="light"
                aria-label={`Ghi việc xin ý kiến về ${row.name}`}
                onClick={() => setOpen({ dialog: 'ask', row })}
              >
                Ghi việc xin ý kiến
              </Button>
            )
          }
        />
      </Block>
      <Block title="Đang chờ trả lời">
        <Rows
          label="Đang chờ trả lời"
          rows={waiting}
          empty="Không có việc nào đang chờ."
          state={(row) => (
            <>
              <Text size="sm">
                Xin ý kiến {row.askedOf} ngày {row.askedOn === null ? '' : showDay(row.askedOn)}
                {row.askedNumber === null ? '' : `, công văn số ${row.askedNumber}`}
              </Text>
              {mayCall('consent.record') && (
                <Button
                  size="compact-sm"
                  mt={4}
                  aria-label={`Ghi trả lời về ${row.name}`}
                  onClick={() => setOpen({ dialog: 'answer', row })}
                >
                  Ghi trả lời
                </Button>
              )}
            </>
          )}
        />
      </Block>
      <Block title="Đã trả lời">
        <Rows
          label="Đã trả lời"
          rows={answered}
          empty="Chưa ghi văn bản trả lời nào."
          state={(row) => (
            <>
              <Badge color={row.granted === true ? 'teal' : 'red'}>
                {row.granted === true ? 'Đồng ý' : 'Không đồng ý'}
              </Badge>
              <Text size="sm">
                Văn bản số {row.number} ngày {row.answeredOn === null ? '' : showDay(row.answeredOn)}, {row.issuer}
              </Text>
            </>
          )}
        />
      </Block>
      {open?.dialog === 'ask' && <AskDialog row={open.row} body={body} onClose={close} />}
      {open?.dialog === 'answer' && <AnswerDialog row={open.row} body={body} onClose={close} />}
    </Stack>
  )
}

function Rows({
  label,
  rows,
  empty,
  state,
}: {
  readonly label: string
  readonly rows: readonly ConsentRow[]
  readonly empty: string
  readonly state: (row: ConsentRow) => ReactNode
}) {
  if (rows.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {empty}
      </Text>
    )
  return (
    <>
      <Table.ScrollContainer minWidth={640}>
        <Table aria-label={label}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="30%">Họ và tên, đơn vị</Table.Th>
              <Table.Th w="34%">Nội dung</Table.Th>
              <Table.Th>Tình trạng</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={`${row.case} ${row.entry ?? row.kind} ${row.about ?? ''}`}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <Anchor href={`#/ho-so/${row.case}`} size="sm" fw={600}>
                    {row.name}
                  </Anchor>
                  <Text size="xs" c="dimmed">
                    {row.unitName}
                  </Text>
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {row.kind === 'other' ? (row.about ?? CONSENT_KINDS.other) : CONSENT_KINDS[row.kind]}
                </Table.Td>
                <Table.Td>{state(row)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed">
        {showNumber(rows.length)} trường hợp
      </Text>
    </>
  )
}
