/**
 * Private notes of our own office on a case or a unit: never sent, never printed, taken back at any time.
 */
import { Button, Group, Stack, Text } from '@mantine/core'
import type { Note } from '../../shared/model/notes.ts'
import { call } from '../api.ts'
import { announce, announceTrouble } from './announce.tsx'
import { AreaField } from './fields.tsx'
import { useRecording, type Recorded } from './recording.ts'
import { RecordingForm } from './RecordingForm.tsx'
import { useRights } from './rights.ts'
import { Block } from './states.tsx'
import { showTime } from './times.ts'

/** The block. @param about - what the command takes beside the text: the case, or the unit */
export function NotesBlock({
  notes,
  command,
  about,
  draft,
  placeholder,
}: {
  readonly notes: readonly Note[]
  readonly command: 'note.record' | 'unit.note'
  readonly about: Readonly<Record<string, string>>
  readonly draft: string
  readonly placeholder: string
}) {
  const may = useRights()
  const recording = useRecording<{ text: string }, Recorded>({
    command,
    initial: { text: '' },
    draft,
    toInput: ({ text }) => ({ ...about, text }),
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
          {may(command) && (
            <RecordingForm recording={recording} submitLabel="Ghi chú">
              <AreaField
                aria-label="Nội dung ghi chú"
                placeholder={placeholder}
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
