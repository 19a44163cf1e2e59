/**
 * The people of one office whose cases are still kept for it: ticked, given the branch they go to, handed over in rounds of
 * one transaction each, between which one may stop. Whoever cannot go yet is named with the reason and stays ticked.
 */
import { Alert, Badge, Button, Checkbox, Group, List, Progress, Stack, Table, Text, Title } from '@mantine/core'
import { useRef, useState } from 'react'
import type { HandedOver, OfficeToHandOver, PersonToHandOver } from '../../../shared/contract/hand-over.ts'
import { refusalSentence, showDay, showNumber, STAGES } from '../../../shared/words/vi.ts'
import { announce, announceTrouble } from '../../parts/announce.tsx'
import { CaseLink } from '../../parts/CaseLink.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { ChoiceField } from '../../parts/pickers.tsx'
import { useRights } from '../../parts/rights.ts'
import { call } from '../../api.ts'
import { named } from '../../rules-in-force.ts'

/** People handed over by one call: short enough that the progress moves. */
const ROUND = 50

type Refused = HandedOver['refused']

/** The people; where there are none, that nobody waits, or that nothing is left at all. */
export function PeopleToHandOver({ office, today }: { readonly office: OfficeToHandOver; readonly today: string }) {
  const mayHandOver = useRights()('case.handOverMany')
  const [chosen, setChosen] = useState<Readonly<Record<string, string | null>>>({})
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null)
  const [refused, setRefused] = useState<Refused>([])
  const [isAsking, setAsking] = useState(false)
  const [isStopping, setStopping] = useState(false)
  const isStopAsked = useRef(false)
  const place = useRef<HTMLDivElement>(null)
  const { people, total, theirs } = office
  const toOf = ({ case: id, to }: PersonToHandOver) => (id in chosen ? chosen[id] : to) ?? null
  const isTicked = (person: PersonToHandOver) => toOf(person) !== null && !left.has(person.case)
  const ticked = people.filter(isTicked)
  const tick = (ids: readonly string[], on: boolean) =>
    setLeft((held) => new Set(on ? [...held].filter((id) => !ids.includes(id)) : [...held, ...ids]))
  const handOver = async () => {
    const rows = ticked.map((person) => ({ case: person.case, unit: toOf(person) }))
    const stay: Refused[number][] = []
    let gone = 0
    isStopAsked.current = false
    setStopping(false)
    setAsking(false)
    setRefused([])
    // The button that opened the question takes no focus while it is at work.
    place.current?.focus()
    try {
      for (let at = 0; at < rows.length && !isStopAsked.current; at += ROUND) {
        setProgress({ done: at, total: rows.length })
        const handed = await call<HandedOver>('case.handOverMany', {
          rows: rows.slice(at, at + ROUND),
          on: today,
          reason: 'pairing',
        })
        gone += handed.cases
        stay.push(...handed.refused)
      }
    } catch (error) {
      announceTrouble(`Đã giao ${showNumber(gone)} hồ sơ, chưa giao được các hồ sơ còn lại`, error)
    }
    if (place.current?.contains(document.activeElement) === true) place.current.focus()
    setProgress(null)
    setRefused(stay)
    if (gone > 0) announce(`Đã giao ${showNumber(gone)} hồ sơ; xuất gói dữ liệu để gửi cho ${office.name}.`)
  }
  const stop = () => {
    isStopAsked.current = true
    setStopping(true)
    place.current?.focus()
  }
  const title = `Hồ sơ chờ giao cho ${office.name}`
  // Stays as long as the office is shown: what has the focus here may go, and the keyboard goes on from this place.
  const section = { ref: place, tabIndex: -1, role: 'group', 'aria-label': title } as const
  const ready = people.filter((person) => toOf(person) !== null)
  if (people.length === 0)
    return (
      <Stack gap="xs" {...section}>
        {office.ours.length === 0 ? (
          <Alert color="teal" role="note" title="Đã bàn giao xong">
            Không còn chi bộ chờ ghép, không còn hồ sơ chờ giao cho {office.name}.
          </Alert>
        ) : (
          <Text size="sm" c="dimmed">
            Không còn hồ sơ chờ giao cho {office.name}.
          </Text>
        )}
      </Stack>
    )
  return (
    <Stack gap="xs" {...section}>
      <Group justify="space-between">
        <Title order={4}>{title}</Title>
        {mayHandOver && (
          <Button size="sm" disabled={ticked.length === 0 || progress !== null} onClick={() => setAsking(true)}>
            Giao {showNumber(ticked.length)} hồ sơ
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        Sau khi giao, đơn vị quản lý hồ sơ; việc giao không rút lại được, muốn chuyển nơi khác phải lập lần giao mới.
        {total > people.length &&
          ` Đang hiện ${showNumber(people.length)} trên ${showNumber(total)} hồ sơ; giao xong, những hồ sơ tiếp theo hiện ra.`}
      </Text>
      {isAsking && (
        <Dialog onClose={() => setAsking(false)} title={`Giao ${showNumber(ticked.length)} hồ sơ cho ${office.name}?`}>
          <Text size="sm">
            Đơn vị quản lý các hồ sơ này từ hôm nay; đơn vị mình chỉ xem và xét. Việc giao không rút lại được.
          </Text>
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={() => setAsking(false)}>
              Chưa giao
            </Button>
            <Button data-autofocus onClick={() => void handOver()}>
              Giao hồ sơ
            </Button>
          </Group>
        </Dialog>
      )}
      {progress !== null && (
        <Group wrap="nowrap" role="group" aria-label="Đang giao hồ sơ">
          <Stack gap={4} flex={1}>
            <Progress value={(progress.done / progress.total) * 100} aria-label="Đang giao hồ sơ" />
            <Text size="sm" c="dimmed">
              Đang giao: {showNumber(progress.done)} trên {showNumber(progress.total)} hồ sơ
              {isStopping && '; dừng sau lượt đang giao'}
            </Text>
          </Stack>
          {progress.done + ROUND < progress.total && !isStopping && (
            <Button variant="default" onClick={stop}>
              Dừng
            </Button>
          )}
        </Group>
      )}
      {refused.length > 0 && (
        <Alert color="orange" title={`${showNumber(refused.length)} hồ sơ chưa giao được`}>
          <List size="sm">
            {refused.map(({ case: id, name, reason }) => (
              <List.Item key={id}>
                {name}: {named(refusalSentence(reason))}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Table.ScrollContainer minWidth={820}>
        <Table aria-label={title} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              {mayHandOver && (
                <Table.Th w={44}>
                  <Checkbox
                    aria-label="Chọn tất cả"
                    disabled={ready.length === 0 || progress !== null}
                    checked={ready.length > 0 && ticked.length === ready.length}
                    indeterminate={ticked.length > 0 && ticked.length < ready.length}
                    onChange={(event) =>
                      tick(
                        people.map(({ case: id }) => id),
                        event.currentTarget.checked,
                      )
                    }
                  />
                </Table.Th>
              )}
              <Table.Th>Họ và tên</Table.Th>
              <Table.Th w={110}>Ngày sinh</Table.Th>
              <Table.Th w={190}>Giai đoạn</Table.Th>
              <Table.Th>Chi bộ đang ghi</Table.Th>
              <Table.Th>Giao về chi bộ</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {people.map((person) => (
              <Table.Tr key={person.case} style={{ overflowWrap: 'anywhere' }}>
                {mayHandOver && (
                  <Table.Td>
                    <Checkbox
                      aria-label={`Chọn ${person.name}`}
                      disabled={toOf(person) === null || progress !== null}
                      checked={isTicked(person)}
                      onChange={(event) => tick([person.case], event.currentTarget.checked)}
                    />
                  </Table.Td>
                )}
                <Table.Td>
                  <CaseLink case={person.case}>{person.name}</CaseLink>
                </Table.Td>
                <Table.Td>{person.birth === null ? '' : showDay(person.birth)}</Table.Td>
                <Table.Td>
                  <Badge size="sm" color="gray">
                    {named(STAGES[person.stage])}
                  </Badge>
                </Table.Td>
                <Table.Td>{person.unitName}</Table.Td>
                <Table.Td>
                  <ChoiceField
                    aria-label={`Chi bộ nhận hồ sơ của ${person.name}`}
                    placeholder="Chọn chi bộ"
                    size="xs"
                    data={theirs.map(({ id, name }) => ({ value: id, label: name }))}
                    value={toOf(person)}
                    disabled={!mayHandOver || progress !== null}
                    onChange={(value) => setChosen((held) => ({ ...held, [person.case]: value }))}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  )
}
