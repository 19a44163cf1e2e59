/**
 * The reviewer's own checklist: each paper ticked once looked at, with a remark where something is wrong. The remarks
 * become those of a return.
 */
import { ActionIcon, Badge, Checkbox, Group, Stack, Text, Title, Tooltip } from '@mantine/core'
import { IconMessage, IconMessageFilled } from '@tabler/icons-react'
import { useState } from 'react'
import type { ChecklistLine } from '../../../shared/rules/checklist.ts'
import { AreaField } from '../../parts/fields.tsx'
import type { Notes } from './remarks.ts'

/** The checklist. */
export function CheckList({
  checklist,
  notes,
  onChange,
}: {
  readonly checklist: readonly ChecklistLine[]
  readonly notes: Notes
  readonly onChange: (notes: Notes) => void
}) {
  const [open, setOpen] = useState<string | null>(null)
  const lines = checklist.filter(({ status }) => status !== 'notNeeded')
  const seen = lines.filter(({ paper }) => notes.seen.includes(paper)).length
  const write = (paper: string, text: string) => onChange({ ...notes, remarks: { ...notes.remarks, [paper]: text } })
  const tick = (paper: string, isSeen: boolean) =>
    onChange({ ...notes, seen: isSeen ? [...notes.seen, paper] : notes.seen.filter((other) => other !== paper) })
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
      {lines.map(({ paper, name }) => {
        const text = notes.remarks[paper] ?? ''
        const isOpen = open === paper || text !== ''
        return (
          <div key={paper}>
            <Group wrap="nowrap" gap={4} justify="space-between" align="flex-start">
              <Checkbox
                size="sm"
                label={name}
                checked={notes.seen.includes(paper)}
                onChange={(event) => tick(paper, event.currentTarget.checked)}
              />
              <Tooltip label="Nhận xét">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={`Nhận xét: ${name}`}
                  aria-expanded={isOpen}
                  onClick={() => setOpen(isOpen ? null : paper)}
                >
                  {text === '' ? <IconMessage size={16} aria-hidden /> : <IconMessageFilled size={16} aria-hidden />}
                </ActionIcon>
              </Tooltip>
            </Group>
            {isOpen && (
              <AreaField
                aria-label={`Nhận xét về ${name}`}
                value={text}
                onChange={(typed) => write(paper, typed)}
                minRows={1}
                autoFocus={open === paper}
              />
            )}
          </div>
        )
      })}
      <AreaField
        label="Nhận xét chung về hồ sơ"
        value={notes.remarks[''] ?? ''}
        onChange={(typed) => write('', typed)}
        minRows={2}
      />
    </Stack>
  )
}
