/**
 * Private notes of our own office on a case: never sent, never printed, taken back at any time.
 */
import { Button, Group, Stack, Text } from '@mantine/core'
import { AreaField } from '../../parts/fields.tsx'
import { announce, announceTrouble } from '../../parts/announce.tsx'
import { useRecording, type Recorded } from '../../parts/recording.ts'
import { RecordingForm } from '../../parts/RecordingForm.tsx'
import { useRights } from '../../parts/rights.ts'
import { Block } from '../../parts/states.tsx'
import { showTime } from '../../parts/times.ts'
import { call } from '../../api.ts'
import type { Situation } from './situation.ts'

/** The block. */
export function Notes({ situation }: { readonly situation: Situation }) {
  const { notes } = situation.view
  const may = useRights()
  const recording = useRecording<{ text: string }, Recorded>({
    command: 'note.record',
    initial: { text: '' },
    draft: `ho-so/${situation.id}/note`,
    toInput: ({ text }) => ({ case: situation.id, text }),
    onDone: ({ entries }) => {
      announce('Đã ghi chú.', entries[0])
      recording.reset({ text: '' })
    },
  })
  const takeBack = (entry: string) =>
    void call('entry.retract', { entry, reason: 'Bỏ ghi chú riêng' }).catch((error: unknown) =>
      announceTrouble('Chưa bỏ được ghi chú', error),
    )
  return (
    <div className="no-print">
      <Block title="Ghi chú riêng">
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            Chỉ đơn vị mình thấy; không gửi đi, không in.
          </Text>
          {notes.map(({ entry, at, actor, text }) => (
            <div key={entry}>
              <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {text}
              </Text>
              <Group justify="space-between" gap="xs">
                <Text size="xs" c="dimmed">
                  {actor}, {showTime(at)}
                </Text>
                {may('entry.retract') && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    color="gray"
                    aria-label={`Bỏ ghi chú: ${text.slice(0, 60)}`}
                    onClick={() => takeBack(entry)}
                  >
                    Bỏ
                  </Button>
                )}
              </Group>
            </div>
          ))}
          {may('note.record') && (
            <RecordingForm recording={recording} submitLabel="Ghi chú">
              <AreaField
                aria-label="Nội dung ghi chú"
                placeholder="Điều cần nhớ về người này"
                required
                maxLength={4000}
                {...recording.bind('text')}
              />
            </RecordingForm>
          )}
        </Stack>
      </Block>
    </div>
  )
}
