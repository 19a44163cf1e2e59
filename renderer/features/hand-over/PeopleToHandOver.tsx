/**
 * The people of one office whose cases are still kept for it: ticked, given the branch they go to, handed over in rounds
 * (use-rounds.ts). Whoever cannot go yet is named with the reason and stays ticked.
 */
import { Alert, Button, Group, List, Progress, Stack, Text, Title } from '@mantine/core'
import { useRef, useState } from 'react'
import type { OfficeToHandOver, PersonToHandOver } from '../../../shared/contract/hand-over.ts'
import { refusalSentence, showNumber } from '../../../shared/words/vi.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { useRights } from '../../parts/rights.ts'
import { named } from '../../rules-in-force.ts'
import { HandOverTable } from './HandOverTable.tsx'
import { useRounds } from './use-rounds.ts'

/** The people; where there are none, that nobody waits, or that nothing is left at all. */
export function PeopleToHandOver({ office, today }: { readonly office: OfficeToHandOver; readonly today: string }) {
  const mayHandOver = useRights()('case.handOverMany')
  const [chosen, setChosen] = useState<Readonly<Record<string, string | null>>>({})
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [isAsking, setAsking] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const { progress, mayStop, isStopping, refused, start, stop } = useRounds(office, today, place)
  const { people, total, theirs } = office
  const toOf = ({ case: id, to }: PersonToHandOver) => (id in chosen ? chosen[id] : to) ?? null
  const isTicked = (person: PersonToHandOver) => toOf(person) !== null && !left.has(person.case)
  const ticked = people.filter(isTicked)
  const tick = (ids: readonly string[], on: boolean) =>
    setLeft((held) => new Set(on ? [...held].filter((id) => !ids.includes(id)) : [...held, ...ids]))
  const handOver = () => {
    setAsking(false)
    void start(ticked.map((person) => ({ case: person.case, unit: toOf(person) })))
  }
  const title = `Hồ sơ chờ giao cho ${office.name}`
  // Stays as long as the office is shown: what has the focus here may go, and the keyboard goes on from this place.
  const section = { ref: place, tabIndex: -1, role: 'group', 'aria-label': title } as const
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
            <Button data-autofocus onClick={handOver}>
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
          {mayStop && (
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
      <HandOverTable
        title={title}
        people={people}
        theirs={theirs}
        toOf={toOf}
        isTicked={isTicked}
        mayHandOver={mayHandOver}
        isBusy={progress !== null}
        onTick={tick}
        onChoose={(id, to) => setChosen((held) => ({ ...held, [id]: to }))}
      />
    </Stack>
  )
}
