/**
 * 'Cần đối chiếu': two versions of one thing whose writers had not seen each other, side by side until a person chooses.
 */
import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { IconArrowsDiff } from '@tabler/icons-react'
import { guardedField, guardedName } from '../../../shared/documents/guarded.ts'
import { isChosen } from '../../../shared/model/case/settlement.ts'
import { CONFLICT, fieldLabel } from '../../../shared/words/vi.ts'
import { guardedMark } from '../../parts/GuardedChoice.tsx'
import { useNames } from '../../parts/names.ts'
import { useAsk } from '../../queries.ts'
import type { CaseForm } from './case-forms.ts'
import { showVersion } from './conflict-values.ts'
import type { Situation } from './situation.ts'

/** Conflicts of a case. */
export function Conflicts({
  situation,
  onOpen,
}: {
  readonly situation: Situation
  readonly onOpen: (form: CaseForm) => void
}) {
  const { view, mayCorrect } = situation
  const names = useNames()
  const { conflicts } = view.state
  const units = useAsk('unit.list', {}, { enabled: conflicts.length > 0 }).data?.units ?? []
  if (conflicts.length === 0) return null
  const guarded = ({ field, versions }: (typeof conflicts)[number]) =>
    guardedField(field) ?? guardedName(versions.map(({ value }) => showVersion(field, value, units)).join(' '))
  const writer = (entry: string, office: string) => {
    const line = view.timeline.find((candidate) => candidate.entry === entry)
    return [line?.actor, names.office(office)].filter((part) => part !== undefined && part !== null).join(', ')
  }
  return (
    <Alert color="orange" title={CONFLICT} icon={<IconArrowsDiff aria-hidden />}>
      <Stack gap="sm">
        {conflicts.map((conflict) => (
          <section key={conflict.field} aria-label={fieldLabel(conflict.field)} {...guardedMark(guarded(conflict))}>
            <Group justify="space-between" gap="xs">
              <Text size="sm" fw={600}>
                {fieldLabel(conflict.field)}
              </Text>
              {mayCorrect && isChosen(conflict.field) && (
                <Button size="compact-sm" variant="default" onClick={() => onOpen({ form: 'settle', conflict })}>
                  Chọn nội dung đúng
                </Button>
              )}
            </Group>
            <List size="sm">
              {conflict.versions.map((version) => (
                <List.Item key={version.entry} style={{ overflowWrap: 'anywhere' }}>
                  <b>{showVersion(conflict.field, version.value, units)}</b> – {writer(version.entry, version.office)}
                </List.Item>
              ))}
            </List>
            {!isChosen(conflict.field) && (
              <Text size="sm" c="dimmed">
                Rút lại bản ghi sai ở phần Diễn biến.
              </Text>
            )}
          </section>
        ))}
      </Stack>
    </Alert>
  )
}
