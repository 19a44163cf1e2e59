/**
 * The health of the journal in plain words: how much is recorded, what waits or is held and why, and on demand the deep
 * check that recomputes every chain and compares the tables with the journal.
 */
import { Alert, Anchor, Badge, Button, Group, List, Stack, Table, Text } from '@mantine/core'
import type { ChannelHealth, JournalHealth, OfficeView } from '../../../shared/contract/answers.ts'
import { inFours } from '../../../shared/text/fours.ts'
import {
  awaitedScansSentence,
  CHAIN_STATES,
  deepVerdict,
  heldSentences,
  lostScanSentence,
  PRIVATE_EXPORTS,
  READ_LOG_BROKEN,
  showDay,
  showNumber,
  showOffice,
  speakerSentence,
  takenOutSentence,
  troubleSentence,
  twinsSentence,
  waitingSentences,
  type Names,
} from '../../../shared/words/vi.ts'
import { useNames } from '../../parts/names.ts'
import { NewCardStanding } from '../../parts/NewCardStanding.tsx'
import { showTime } from '../../parts/times.ts'
import { LostLines } from './LostLines.tsx'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useAct, useAsk } from '../../queries.ts'

/** The block. @param onGiveUp - begins to give up lines of ours that nobody can bring back; null where one may not */
export function Health({ office, onGiveUp }: { readonly office: OfficeView; readonly onGiveUp: (() => void) | null }) {
  const shallow = useAsk('journal.health', {})
  const deep = useAct<JournalHealth>('journal.health')
  const names = useNames()
  const devices = useAsk('device.list', {}).data?.devices ?? []
  const speaker = twinsSentence(devices) ?? speakerSentence(devices)
  const health = deep.data ?? shallow.data
  if (health === undefined)
    return shallow.isError ? (
      <ErrorState error={shallow.error} onRetry={() => void shallow.refetch()} />
    ) : (
      <LoadingState rows={3} />
    )
  const held = heldSentences(health.channels, names)
  const setAside = (isOurs: boolean) =>
    health.setAside.filter(({ channel }) => channel.startsWith(`${office.office}.`) === isOurs)
  const waits = health.channels.flatMap((channel) => waitingSentences(channel.waitsFor, names, office.office))
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <Text size="sm" flex="1 1 300px">
          {summaryOf(health)}
        </Text>
        <Button variant="default" loading={deep.isPending} onClick={() => deep.mutate({ deep: true })}>
          Kiểm tra sâu
        </Button>
      </Group>
      {speaker !== null && <Text size="sm">{speaker}</Text>}
      {deep.data !== undefined ? (
        <Verdict health={deep.data} />
      ) : (
        health.readLog === 'broken' && (
          <Alert color={TONES.broken} role="alert">
            {READ_LOG_BROKEN}
          </Alert>
        )
      )}
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Nơi ghi</Table.Th>
            <Table.Th>Bản ghi</Table.Th>
            <Table.Th>Đang chờ</Table.Th>
            <Table.Th>Giữ lại</Table.Th>
            <Table.Th>Tình trạng</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {health.channels.map((channel) => (
            <ChannelLine key={channel.channel} channel={channel} name={channelName(channel.channel, office, names)} />
          ))}
        </Table.Tbody>
      </Table>
      {held.length > 0 && (
        <Alert color="yellow" role="note" title="Bản ghi đang được giữ lại">
          <List size="sm">
            {held.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {waits.length > 0 && (
        <Alert color="yellow" role="note" title="Bản ghi đang chờ">
          <List size="sm">
            {[...new Set(waits)].map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <LostLines lost={health.lost} names={names} onGiveUp={onGiveUp} />
      {health.troubles.length > 0 && (
        <Alert color="red" role="note" title="Gói chưa nối tiếp được">
          <List size="sm">
            {health.troubles.map((trouble) => (
              <List.Item key={`${trouble.channel} ${trouble.code}`} style={{ overflowWrap: 'anywhere' }}>
                {troubleSentence(trouble, names)}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {setAside(true).length > 0 && (
        <Alert color="gray" role="note" title="Bản ghi của đơn vị lập trên bản cũ hoặc bản chép">
          Nội dung chưa có ở máy khác đã được ghi lại như bản ghi mới. Bản gốc giữ riêng trong dữ liệu để đối chiếu.
          <List size="sm">
            {setAside(true).map(({ channel, from, count }) => (
              <List.Item key={channel}>
                {channelName(channel, office, names)}: {showNumber(count)} bản ghi, từ số {showNumber(from)}.
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {setAside(false).length > 0 && (
        <Alert color="yellow" role="note" title="Bản ghi của đơn vị khác đã bỏ ra khỏi hồ sơ">
          <List size="sm">
            {setAside(false).map((lines) => (
              <List.Item key={lines.channel}>{takenOutSentence(lines, names)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {health.scansAwaited.length > 0 && (
        <Alert color="yellow" role="note" title="Bản quét chưa nhận được">
          <List size="sm">
            {health.scansAwaited.map((scans) => (
              <List.Item key={scans.office}>{awaitedScansSentence(scans, names)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      {health.privateExports.length > 0 && <PrivateExports exports={health.privateExports} />}
      {health.pairings.length > 0 && <Pairings pairings={health.pairings} />}
      {health.scansLost.length > 0 && (
        <Alert color="red" role="note" title="Bản quét không còn trên máy này">
          <List size="sm">
            {health.scansLost.map(({ sha256, name }) => (
              <List.Item key={sha256}>{lostScanSentence(name)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </Stack>
  )
}

/** What is kept inside the office and has left this computer all the same. */
function PrivateExports({ exports }: { readonly exports: JournalHealth['privateExports'] }) {
  const names = useNames()
  return (
    <Table aria-label="Những lần dữ liệu nội bộ rời máy này">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Dữ liệu nội bộ rời máy này</Table.Th>
          <Table.Th>Đến đâu</Table.Th>
          <Table.Th>Thời điểm</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {exports.map(({ at, what, to }, place) => (
          <Table.Tr key={`${at} ${place}`}>
            <Table.Td>{PRIVATE_EXPORTS[what]}</Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{what === 'keys' ? to : showOffice(to, names)}</Table.Td>
            <Table.Td>{showTime(at)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** Who we are paired with: the digits two people compared, to be compared again whenever a key is doubted. */
function Pairings({ pairings }: { readonly pairings: JournalHealth['pairings'] }) {
  const isRenewed = pairings.some(({ newCard }) => newCard !== null)
  return (
    <Table aria-label="Các kết nối">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Đơn vị kết nối</Table.Th>
          <Table.Th>Chữ số đối chiếu của phiếu kết nối</Table.Th>
          <Table.Th>Từ ngày</Table.Th>
          {isRenewed && <Table.Th>Phiếu mới của đơn vị mình</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {pairings.map(({ office, name, since, revokedOn, digits, newCard }) => (
          <Table.Tr key={office}>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{name}</Table.Td>
            <Table.Td style={{ fontFamily: 'monospace' }}>{digits}</Table.Td>
            <Table.Td>
              {showDay(since)}
              {revokedOn !== null && (
                <Text size="xs" fw={600}>
                  hủy ngày {showDay(revokedOn)}
                </Text>
              )}
            </Table.Td>
            {isRenewed && (
              <Table.Td>
                <Group gap="xs">
                  <NewCardStanding card={newCard} />
                  {newCard?.seenAt === null && (
                    <Anchor href="#/trao-doi/ket-noi" size="sm" underline="always">
                      Gửi phiếu, gọi điện
                    </Anchor>
                  )}
                </Group>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** Whose lines a channel holds, and for whom: 'Máy này, lưu nội bộ'. */
function channelName(channel: string, { office, device }: OfficeView, names: Names): string {
  const [from = '', writer = '', audience = ''] = channel.split('.')
  const isOurs = from === office
  const who = isOurs
    ? writer === device
      ? 'Máy này'
      : (names.office?.(writer) ?? 'Máy khác của đơn vị')
    : showOffice(from, names)
  if (audience === 'own') return `${who}, lưu nội bộ`
  if (audience === 'all') return `${who}, gửi mọi đơn vị đã kết nối`
  return `${who}, gửi ${isOurs ? showOffice(audience, names) : 'đơn vị mình'}`
}

function ChannelLine({ channel, name }: { readonly channel: ChannelHealth; readonly name: string }) {
  return (
    <Table.Tr>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>
        {name}
        <Text size="xs" c="dimmed">
          Mã cuối: <span style={{ fontFamily: 'monospace' }}>{inFours(channel.head.slice(0, 16))}</span>
        </Text>
      </Table.Td>
      <Table.Td>
        {showNumber(channel.entries)}
        {channel.own && channel.acknowledged !== null && (
          <Text size="xs" c="dimmed">
            {channel.channel.endsWith('.all') ? 'mọi nơi nhận đều đã xác nhận' : 'nơi nhận đã xác nhận'}{' '}
            {showNumber(channel.acknowledged)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{showNumber(channel.waiting)}</Table.Td>
      <Table.Td>{showNumber(channel.held.length + channel.heldMore)}</Table.Td>
      <Table.Td>
        <Badge color={channel.chain === 'broken' ? 'red' : channel.chain === 'whole' ? 'teal' : 'gray'}>
          {CHAIN_STATES[channel.chain]}
        </Badge>
      </Table.Td>
    </Table.Tr>
  )
}

function Verdict({ health }: { readonly health: JournalHealth }) {
  return deepVerdict(health).map(({ text, tone }) => (
    <Alert key={text} color={TONES[tone]} role={tone === 'broken' ? 'alert' : 'status'}>
      {text}
    </Alert>
  ))
}

const TONES = { broken: 'red', whole: 'teal', plain: 'gray' } as const

function summaryOf({ channels }: JournalHealth): string {
  const sum = (count: (channel: ChannelHealth) => number) => channels.reduce((all, each) => all + count(each), 0)
  const [entries, waiting, held] = [
    sum((each) => each.entries),
    sum((each) => each.waiting),
    sum((each) => each.held.length + each.heldMore),
  ]
  const rest =
    waiting + held === 0
      ? 'không có bản ghi nào đang chờ hay bị giữ lại.'
      : `${showNumber(waiting)} bản ghi đang chờ bản ghi khác đến trước, ${showNumber(held)} bản ghi được giữ lại.`
  return `Nhật ký có ${showNumber(entries)} bản ghi, ${rest}`
}
