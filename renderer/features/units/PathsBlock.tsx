/**
 * The path the cases of a unit take: by its kind, or as it was laid down from a day on, e.g. since the committee decides
 * by delegation. Each line keeps its paper.
 */
import { Button, List, SimpleGrid, Text } from '@mantine/core'
import { useState } from 'react'
import type { UnitRow } from '../../../shared/contract/answers.ts'
import type { PathKind } from '../../../shared/model/codes.ts'
import { pathKindOf } from '../../../shared/rules/context.ts'
import { PATHS, showDay, showDocument, STEPS, withBodies } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { DateField, TextField } from '../../parts/fields.tsx'
import { bodiesOn, rulesOn } from '../../rules-in-force.ts'
import { ChoiceField, choicesOf } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { Block } from '../../parts/states.tsx'
import { inputOf } from '../../parts/values.ts'

type Laid = NonNullable<UnitRow['unit']['paths']>[number]

/** The block. @param mayChange - the unit is ours and the user may record */
export function PathsBlock({
  row,
  parent,
  today,
  mayChange,
}: {
  readonly row: UnitRow
  readonly parent: UnitRow | undefined
  readonly today: string
  readonly mayChange: boolean
}) {
  const [dialog, setDialog] = useState<Laid | 'new' | null>(null)
  if (today === '') return null
  const { unit } = row
  const { structure } = rulesOn(today)
  const bodies = bodiesOn(today)
  const about = { type: unit.type, name: unit.name, inSection: parent?.unit.type === 'section', paths: unit.paths }
  const kind = pathKindOf(about, (day) => day <= today)
  const steps = structure.paths[kind].value.map((step) => withBodies(STEPS[step], bodies))
  const laid = (unit.paths ?? []).toSorted((a, b) => (a.from < b.from ? 1 : -1))
  return (
    <Block
      title="Các bước xét hồ sơ"
      actions={
        mayChange && (
          <Button size="compact-sm" variant="default" onClick={() => setDialog('new')}>
            Ghi cách xét khác
          </Button>
        )
      }
    >
      <Text size="sm">
        Hôm nay: {withBodies(PATHS[kind], bodies)}. {steps.join(' → ')}.
      </Text>
      {laid.length > 0 && (
        <List size="sm" mt="xs" aria-label="Cách xét theo thời gian">
          {laid.map((line) => (
            <List.Item key={line.from}>
              Từ ngày {showDay(line.from)}: {withBodies(PATHS[line.kind], bodies)}
              {line.document !== undefined && `, theo ${showDocument(line.document)}`}{' '}
              {mayChange && (
                <Button size="compact-xs" variant="subtle" className="no-print" onClick={() => setDialog(line)}>
                  Bỏ
                </Button>
              )}
            </List.Item>
          ))}
        </List>
      )}
      {dialog === 'new' && <PathDialog row={row} kind={kind} today={today} onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'new' && <DropDialog row={row} line={dialog} onClose={() => setDialog(null)} />}
    </Block>
  )
}

function PathDialog({
  row,
  kind,
  today,
  onClose,
}: {
  readonly row: UnitRow
  readonly kind: PathKind
  readonly today: string
  readonly onClose: () => void
}) {
  const recording = useRecording<Readonly<Record<string, string>>>({
    command: 'unit.change',
    draft: `don-vi/${row.id}/path`,
    initial: { from: today, kind, 'document.number': '', 'document.date': '', 'document.issuer': '' },
    toInput: (values) => {
      const line = inputOf(values)
      const others = (row.unit.paths ?? []).filter(({ from }) => from !== line['from'])
      return { id: row.id, unit: { ...row.unit, paths: [...others, line] } }
    },
    onDone: ({ entries }, values) => {
      announce(
        `Đã ghi cách xét từ ngày ${showDay(values['from'])}. Các hồ sơ của đơn vị được xét lại theo đó.`,
        entries,
      )
      onClose()
    },
  })
  const hasPaper = recording.values['document.number'] !== '' || recording.values['document.date'] !== ''
  return (
    <RecordingDialog title="Ghi cách xét khác" recording={recording} submitLabel="Ghi cách xét" onClose={onClose}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DateField {...recording.bind('from')} label="Từ ngày" required data-autofocus />
        <ChoiceField {...recording.bindChoice('kind')} label="Cách xét" data={choicesOf(PATHS)} required />
        <TextField
          {...recording.bind('document.number')}
          label="Số văn bản"
          description="Ví dụ quyết định ủy quyền."
          required={hasPaper}
        />
        <DateField
          {...recording.bind('document.date')}
          label="Ngày văn bản"
          description="Để trống nếu không có."
          required={hasPaper}
        />
        <TextField {...recording.bind('document.issuer')} label="Cơ quan ban hành" />
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        Hồ sơ mà chi bộ họp xét trước ngày này vẫn theo cách xét cũ.
      </Text>
    </RecordingDialog>
  )
}

function DropDialog({
  row,
  line,
  onClose,
}: {
  readonly row: UnitRow
  readonly line: Laid
  readonly onClose: () => void
}) {
  const recording = useRecording<Readonly<Record<string, string>>>({
    command: 'unit.change',
    draft: null,
    initial: {},
    toInput: () => {
      const { paths, ...unit } = row.unit
      const others = (paths ?? []).filter(({ from }) => from !== line.from)
      return { id: row.id, unit: { ...unit, ...(others.length === 0 ? {} : { paths: others }) } }
    },
    onDone: ({ entries }) => {
      announce(`Đã bỏ cách xét từ ngày ${showDay(line.from)}.`, entries)
      onClose()
    },
  })
  return (
    <RecordingDialog title="Bỏ cách xét đã ghi" recording={recording} submitLabel="Bỏ cách xét này" onClose={onClose}>
      <Text size="sm">
        Từ ngày {showDay(line.from)}: {PATHS[line.kind]}. Bỏ dòng này thì các hồ sơ được xét lại theo cách xét còn lại;
        việc đã ghi không thay đổi.
      </Text>
    </RecordingDialog>
  )
}
