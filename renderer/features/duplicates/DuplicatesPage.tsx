/**
 * Người có thể trùng: groups of cases that may be one person, judged by a person and remembered; judgements can be made
 * anew.
 */
import { Anchor, Badge, Button, Group, Radio, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { DuplicateGroup, DuplicatePerson, JudgedPair } from '../../../shared/contract/meetings.ts'
import { CAME_BACK, JUDGEMENTS, showDay, showNumber, STAGES } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { DecidingNav } from '../../parts/DecidingNav.tsx'
import { TextField } from '../../parts/fields.tsx'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingForm } from '../../parts/RecordingForm.tsx'
import { useRights } from '../../parts/rights.ts'
import { AwaitedState, Block, EmptyState, PageHead } from '../../parts/states.tsx'
import { showDayOf } from '../../parts/times.ts'
import { inputOf } from '../../parts/values.ts'
import { useAsk } from '../../queries.ts'
import { named } from '../../rules-in-force.ts'

/** Groups shown at once. */
const WINDOW = 40

/** The page. */
export function DuplicatesPage() {
  const { data, error, refetch } = useAsk('duplicates.list', {})
  const office = useAsk('office.get', {}).data
  const decides = office?.profile.capacities.some(({ capacity }) => capacity === 'decides') === true
  return (
    <>
      <PageHead
        title="Người có thể trùng"
        actions={data !== undefined && data.open.length + data.judged.length > 0 && <ListActions what="duplicates" />}
        text="Cùng số định danh cá nhân, hoặc cùng họ tên và ngày sinh ở các chi bộ khác nhau; sau khi nhận gói khôi phục, cả người cùng họ tên đã ghi lại trên máy này. Đối chiếu một lần, phần mềm nhớ kết luận."
      />
      {decides && <DecidingNav />}
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} />
      {data !== undefined && (
        <Stack gap="md">
          {data.open.length === 0 ? (
            <EmptyState
              title="Không có ai cần đối chiếu"
              text="Khi hai hồ sơ có thể là một người, phần mềm hiện ở đây."
            />
          ) : (
            data.open.slice(0, WINDOW).map((group) => <Open key={`${group.by} ${group.key}`} group={group} />)
          )}
          {data.open.length > WINDOW && (
            <Text size="sm" c="dimmed">
              Đang hiện {showNumber(WINDOW)} trên {showNumber(data.open.length)} nhóm; đối chiếu xong nhóm nào, nhóm
              tiếp theo hiện ra.
            </Text>
          )}
          {data.judged.length > 0 && <Judged rows={data.judged} />}
        </Stack>
      )}
    </>
  )
}

function Open({ group: { by, key, people } }: { readonly group: DuplicateGroup }) {
  const mayCall = useRights()
  const [isJudging, setJudging] = useState(false)
  const title = titleOf(by, key)
  return (
    <Block
      title={`${people[0]?.name ?? ''}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`}
      actions={
        mayCall('duplicates.judge') &&
        !isJudging && (
          <Button size="xs" variant="light" onClick={() => setJudging(true)}>
            Ghi kết luận
          </Button>
        )
      }
    >
      <Table aria-label={title} withRowBorders={false}>
        <Table.Tbody>
          {people.map((person) => (
            <Table.Tr key={person.case}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <Person person={person} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {isJudging && <JudgeForm people={people} onClose={() => setJudging(false)} />}
    </Block>
  )
}

function titleOf(by: DuplicateGroup['by'], key: string): string {
  switch (by) {
    case 'number':
      return `Cùng số định danh cá nhân ${key}`
    case 'name':
      return `Cùng họ tên, ngày sinh ${showDay(key)}`
    case 'recovered':
      return 'Cùng họ tên, có hồ sơ nhận lại bằng gói khôi phục'
  }
}

function JudgeForm({ people, onClose }: { readonly people: readonly DuplicatePerson[]; readonly onClose: () => void }) {
  const cases = people.map((person) => person.case)
  const recording = useRecording({
    command: 'duplicates.judge',
    draft: `trung/${cases.slice(0, 2).join('/')}`,
    // All of them stand in the draft, so that it goes where one of them is erased.
    initial: { judgement: 'apart', note: '', cases },
    toInput: (values) => ({ ...inputOf(values), cases }),
    onDone: ({ entries }) => {
      announce('Đã ghi kết luận đối chiếu.', entries)
      onClose()
    },
  })
  const { values, patch, bind } = recording
  return (
    <RecordingForm recording={recording} submitLabel="Ghi kết luận" onCancel={onClose}>
      <Radio.Group label="Kết luận" value={values.judgement} onChange={(judgement) => patch({ judgement })}>
        <Stack gap={6} mt={4}>
          {Object.entries(JUDGEMENTS).map(([value, label], place) => (
            <Radio key={value} value={value} label={label} description={NOTES[value]} autoFocus={place === 0} />
          ))}
        </Stack>
      </Radio.Group>
      <TextField label="Căn cứ, ghi chú" {...bind('note')} />
    </RecordingForm>
  )
}

const NOTES: Readonly<Record<string, string>> = {
  apart: 'Phần mềm không nhắc lại nữa.',
  same: 'Hai hồ sơ được ghi là một người; kết thúc theo dõi ở một nơi.',
  moved: 'Hồ sơ ở nơi cũ được giao cho nơi mới bằng việc chuyển hồ sơ.',
}

function Judged({ rows }: { readonly rows: readonly JudgedPair[] }) {
  return (
    <Block title="Đã đối chiếu">
      <Table.ScrollContainer minWidth={680}>
        <Table aria-label="Đã đối chiếu">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Hồ sơ thứ nhất</Table.Th>
              <Table.Th>Hồ sơ thứ hai</Table.Th>
              <Table.Th>Kết luận</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ first, second, judgement, note, by, at }) => (
              <Table.Tr key={`${first.case} ${second.case}`}>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <Person person={first} />
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <Person person={second} />
                </Table.Td>
                <Table.Td>
                  <Badge color={judgement === 'apart' ? 'gray' : 'blue'}>{JUDGEMENTS[judgement]}</Badge>
                  <Text size="xs" c="dimmed">
                    {by}, {showDayOf(at)}
                    {note === null ? '' : `. ${note}`}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Block>
  )
}

function Person({ person }: { readonly person: DuplicatePerson }) {
  return (
    <Group gap="xs">
      <Anchor href={`#/ho-so/${person.case}`} size="sm" fw={600}>
        {person.name}
      </Anchor>
      <Text size="sm" c="dimmed">
        {[
          person.birth === null ? null : showDay(person.birth),
          person.unitName,
          named(STAGES[person.stage]),
          person.registeredOn === null ? null : `vào danh sách ngày ${showDay(person.registeredOn)}`,
        ]
          .filter((part) => part !== null)
          .join('; ')}
      </Text>
      {person.cameBack && (
        <Badge color="orange" variant="light">
          {CAME_BACK}
        </Badge>
      )}
    </Group>
  )
}
