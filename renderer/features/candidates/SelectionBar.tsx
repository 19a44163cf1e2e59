/**
 * What can be done with the people who are ticked. It stands over the lower edge of the window, so that nothing in the
 * list moves when the first one is ticked.
 */
import { Affix, Button, Group, Paper, Text } from '@mantine/core'
import { useState } from 'react'
import { MOST_AT_ONCE } from '../../../shared/commands/bulk.ts'
import { MOST_NAMED } from '../../../shared/contract/answers.ts'
import { showNumber } from '../../../shared/words/vi.ts'
import { useList } from '../../parts/list-state.ts'
import { ListExportButton } from '../../parts/ListExportButton.tsx'
import { useRights } from '../../parts/rights.ts'
import { AssignMany } from './AssignMany.tsx'
import { NominateMany } from './NominateMany.tsx'

/** The bar; nothing while nobody is ticked. */
export function SelectionBar() {
  const ticked = useList((list) => list.ticked)
  const untick = useList((list) => list.untick)
  const [form, setForm] = useState<'helper' | 'class' | null>(null)
  const may = useRights()
  const cases = [...ticked.keys()]
  if (cases.length === 0) return null
  const isTooMany = cases.length > MOST_AT_ONCE
  const close = () => setForm(null)
  return (
    <>
      {/* Room to scroll the last row out from under the bar. */}
      <div style={{ height: 64 }} className="no-print" />
      <Affix position={{ bottom: 12, left: 240, right: 24 }} zIndex={100} className="no-print">
        <Paper withBorder shadow="md" p="xs" role="region" aria-label="Người được chọn">
          <Group justify="space-between" gap="xs">
            <Text size="sm" fw={600} role="status">
              Đã chọn {showNumber(cases.length)} người
              {isTooMany && `; mỗi lần ghi được cho nhiều nhất ${MOST_AT_ONCE} người`}
            </Text>
            <Group gap="xs">
              {may('helper.assignMany') && (
                <Button size="xs" disabled={isTooMany} onClick={() => setForm('helper')}>
                  Phân công người giúp đỡ
                </Button>
              )}
              {may('class.nominateMany') && (
                <Button size="xs" variant="default" disabled={isTooMany} onClick={() => setForm('class')}>
                  Cử đi học lớp bồi dưỡng
                </Button>
              )}
              <ListExportButton
                what="candidates"
                size="xs"
                filter={{ cases: cases.slice(0, MOST_NAMED) }}
                disabled={cases.length > MOST_NAMED}
              />
              <Button size="xs" variant="subtle" onClick={untick}>
                Bỏ chọn
              </Button>
            </Group>
          </Group>
        </Paper>
      </Affix>
      {form === 'helper' && <AssignMany cases={cases} onClose={close} />}
      {form === 'class' && <NominateMany cases={cases} onClose={close} />}
    </>
  )
}
