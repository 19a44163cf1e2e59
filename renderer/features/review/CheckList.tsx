/**
 * The reviewer's own checklist: each paper and each line of the office's own ticked once looked at, with a remark where
 * something is wrong. The remarks become those of a return. Recorded, it is there for whoever goes on with the dossier.
 */
import { ActionIcon, Badge, Button, Checkbox, Group, Stack, Text, Title, Tooltip } from '@mantine/core'
import { IconMessage, IconMessageFilled } from '@tabler/icons-react'
import { useState } from 'react'
import type { CheckedLine } from '../../../shared/model/review-work.ts'
import type { ChecklistLine } from '../../../shared/rules/checklist.ts'
import { settingLines } from '../../../shared/text/setting-lines.ts'
import { AreaField } from '../../parts/fields.tsx'
import { useRights } from '../../parts/rights.ts'
import { showDayOf } from '../../parts/times.ts'
import { ownKey, unrecorded, WHOLE, type Notes } from './remarks.ts'

/** The checklist. @param own - lines of the office's own, one a line */
export function CheckList({
  checklist,
  own,
  checked,
  submission,
  notes,
  isRecording,
  onChange,
  onRecord,
}: {
  readonly checklist: readonly ChecklistLine[]
  readonly own: string
  readonly checked: readonly CheckedLine[]
  /** The submission that lies here now; null where nothing was sent. */
  readonly submission: string | null
  readonly notes: Notes
  readonly isRecording: boolean
  readonly onChange: (notes: Notes) => void
  readonly onRecord: () => void
}) {
  const mayCall = useRights()
  const [open, setOpen] = useState<string | null>(null)
  const lines = [
    ...checklist
      .filter(({ status }) => status !== 'notNeeded')
      .map(({ paper, name }) => ({ key: paper, name, was: checked.find((line) => line.paper === paper) })),
    ...settingLines(own).map((line) => ({
      key: ownKey(line),
      name: line,
      was: checked.find((each) => each.line === line),
    })),
  ]
  const seen = lines.filter(({ key }) => notes.seen.includes(key)).length
  const waiting = unrecorded(notes, checked).length
  const write = (key: string, text: string) => onChange({ ...notes, remarks: { ...notes.remarks, [key]: text } })
  const tick = (key: string, isSeen: boolean) =>
    onChange({ ...notes, seen: isSeen ? [...notes.seen, key] : notes.seen.filter((other) => other !== key) })
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Title order={2}>Người xét kiểm tra</Title>
        <Badge color={seen === lines.length ? 'teal' : 'gray'}>
          {seen} trên {lines.length}
        </Badge>
      </Group>
      <Text size="xs" c="dimmed">
        Đánh dấu khi giấy tờ đạt; ghi nhận xét khi chưa đạt. Nhận xét được giữ lại và đưa vào ý kiến trả lại.
      </Text>
      {lines.map(({ key, name, was }) => {
        const text = notes.remarks[key] ?? ''
        const isOpen = open === key || text !== ''
        return (
          <div key={key}>
            <Group wrap="nowrap" gap={4} justify="space-between" align="flex-start">
              <Checkbox
                size="sm"
                label={name}
                description={was === undefined ? undefined : saidOf(was, submission)}
                checked={notes.seen.includes(key)}
                onChange={(event) => tick(key, event.currentTarget.checked)}
              />
              <Tooltip label="Nhận xét">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Nhận xét: ${name}`}
                  aria-expanded={isOpen}
                  onClick={() => setOpen(isOpen ? null : key)}
                >
                  {text === '' ? <IconMessage size={16} aria-hidden /> : <IconMessageFilled size={16} aria-hidden />}
                </ActionIcon>
              </Tooltip>
            </Group>
            {isOpen && (
              <AreaField
                aria-label={`Nhận xét về ${name}`}
                value={text}
                onChange={(typed) => write(key, typed)}
                minRows={1}
                autoFocus={open === key}
              />
            )}
          </div>
        )
      })}
      <AreaField label={WHOLE} value={notes.remarks[''] ?? ''} onChange={(typed) => write('', typed)} minRows={2} />
      {mayCall('dossier.check') && (
        <Button variant="light" disabled={waiting === 0} loading={isRecording} onClick={onRecord}>
          {waiting === 0 ? 'Phần kiểm tra đã ghi' : `Ghi phần đã kiểm tra (${waiting} mục)`}
        </Button>
      )}
    </Stack>
  )
}

/** Who looked at a line, when, and whether that was at an earlier sending. */
function saidOf({ by, at, submission: of }: CheckedLine, submission: string | null): string {
  const before = of !== null && submission !== null && of !== submission ? ', ở lần gửi trước' : ''
  return `${by}, ${showDayOf(at)}${before}`
}
