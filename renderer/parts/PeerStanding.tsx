/**
 * How the exchange with a paired office stands, in words: recorded, written out, acknowledged, last answer.
 */
import { Alert, Anchor, Badge, Group, Stack, Text } from '@mantine/core'
import type { PeerStatus } from '../../shared/contract/answers.ts'
import {
  aheadSentence,
  newCardUnseenSentence,
  scansAskedSentences,
  showNumber,
  unheardSentence,
} from '../../shared/words/vi.ts'
import { showDayOf } from './times.ts'

type Standing = 'toExport' | 'toSendScans' | 'toAnswer' | 'toAcknowledge' | 'toAwaitScans' | 'toFindScans' | 'even'

/** What is to be done with a paired office: export, answer, wait for its receipt or its scans, or nothing. */
export function standingOf(peer: PeerStatus): Standing {
  const { recorded, exported, acknowledged, owesAnswer, scansWanted, scansAwaited } = peer
  if (recorded > Math.max(exported, acknowledged)) return 'toExport'
  if (scansWanted.here > 0) return 'toSendScans'
  if (owesAnswer) return 'toAnswer'
  if (acknowledged < recorded) return 'toAcknowledge'
  if (scansAwaited > 0) return 'toAwaitScans'
  return scansWanted.lost > 0 ? 'toFindScans' : 'even'
}

const WORDS: Readonly<Record<Standing, { readonly text: (peer: PeerStatus) => string; readonly color: string }>> = {
  toExport: { text: () => 'Có nội dung chưa xuất', color: 'orange' },
  toSendScans: { text: ({ scansWanted }) => `Bên kia xin ${showNumber(scansWanted.here)} bản quét`, color: 'orange' },
  toAnswer: { text: () => 'Cần xuất gói trả lời', color: 'orange' },
  toAcknowledge: { text: () => 'Chờ bên kia xác nhận', color: 'blue' },
  toAwaitScans: { text: ({ scansAwaited }) => `Chờ ${showNumber(scansAwaited)} bản quét`, color: 'blue' },
  toFindScans: { text: ({ scansWanted }) => `Bên kia thiếu ${showNumber(scansWanted.lost)} bản quét`, color: 'orange' },
  even: { text: () => 'Hai bên đã nhận đủ', color: 'teal' },
}

/** A paired office's standing as a badge. */
export function StandingBadge({ peer }: { readonly peer: PeerStatus }) {
  const { text, color } = WORDS[standingOf(peer)]
  return (
    <Badge color={color} variant="light">
      {text(peer)}
    </Badge>
  )
}

/** A paired office in two lines, and one more for each way in which scans are asked for. */
export function PeerStanding({ peer }: { readonly peer: PeerStatus }) {
  const { recorded, exported, acknowledged, lastExport, lastImport } = peer
  return (
    <Stack gap={2}>
      <Group gap="xs" justify="space-between" align="flex-start">
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {peer.name}
        </Text>
        <StandingBadge peer={peer} />
      </Group>
      <Text size="sm">
        Đã ghi {showNumber(recorded)}, đã xuất {showNumber(Math.min(recorded, Math.max(exported, acknowledged)))}, bên
        kia đã nhận {showNumber(acknowledged)} bản ghi.
      </Text>
      <Text size="sm" c="dimmed">
        {lastExport === null ? 'Chưa xuất lần nào' : `Xuất gần nhất ${showDayOf(lastExport)}`}
        {lastImport === null ? '; chưa có trả lời.' : `; trả lời gần nhất ${showDayOf(lastImport)}.`}
      </Text>
      {scansAskedSentences(peer).map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
      {peer.isUnheard && (
        <Alert color="orange" role="note" py={6}>
          {unheardSentence(peer.name)}{' '}
          <Anchor href="#/trao-doi/nhan" size="sm" underline="always">
            Sang nhận gói
          </Anchor>
        </Alert>
      )}
      {peer.newCard?.seenAt === null && (
        <Alert color="orange" role="note" py={6}>
          {newCardUnseenSentence(peer.name, showDayOf(peer.newCard.renewedAt))}{' '}
          <Anchor href="#/trao-doi/ket-noi" size="sm" underline="always">
            Lấy phiếu kết nối mới
          </Anchor>
        </Alert>
      )}
      {peer.isAhead && (
        <Alert color="red" role="note" py={6}>
          {aheadSentence(peer.name)}
        </Alert>
      )}
    </Stack>
  )
}
