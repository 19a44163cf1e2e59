/**
 * Reports a person asks for again and again, under a name: the period by its kind, the part of the house, the day of the
 * members. A saved period of a kind means the newest of that kind, so that it need not be changed every month.
 */
import { Button, Group, Menu, Modal, Stack, Text } from '@mantine/core'
import { IconBookmark, IconChevronDown } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { trusted } from '../../../shared/base/trust.ts'
import { periodOf, PERIOD_CODES, type Period } from '../../../shared/calendar/period.ts'
import { call } from '../../api.ts'
import { TextField } from '../../parts/fields.tsx'
import { useAsk } from '../../queries.ts'
import { useAsked } from './reports-state.ts'

const PAGE = 'bao-cao'

/** What is saved. */
type Saved = { readonly period?: unknown; readonly at?: unknown; readonly membersOn?: unknown }

/** The menu. @param period - what is shown now */
export function SavedReports({ period, today }: { readonly period: Period; readonly today: string }) {
  const { at, membersOn, ask } = useAsked()
  const client = useQueryClient()
  const views = useAsk('view.list', { page: PAGE }).data?.views ?? []
  const [isNaming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const again = () => client.invalidateQueries({ queryKey: ['view.list'] })
  const save = async () => {
    await call('view.save', { page: PAGE, name: name.trim(), value: JSON.stringify({ period, at, membersOn }) })
    await again()
    setNaming(false)
    setName('')
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconBookmark size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            Báo cáo đã lưu
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.map((view) => (
            <Menu.Item key={view.name} onClick={() => ask(readSaved(view.value, today))}>
              {view.name}
            </Menu.Item>
          ))}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item onClick={() => setNaming(true)}>Lưu cách xem này</Menu.Item>
          {views.map((view) => (
            <Menu.Item
              key={`bo ${view.name}`}
              color="red"
              onClick={() => void call('view.drop', { page: PAGE, name: view.name }).then(again)}
            >
              Bỏ “{view.name}”
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {isNaming && (
        <Modal opened onClose={() => setNaming(false)} title="Lưu cách xem báo cáo">
          <Stack gap="sm">
            <Text size="sm">
              Lưu kỳ báo cáo, đơn vị và ngày tính số đảng viên. Kỳ tháng, quý, năm luôn lấy kỳ mới nhất.
            </Text>
            <TextField label="Tên" value={name} onChange={setName} required maxLength={60} data-autofocus />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setNaming(false)}>
                Đóng
              </Button>
              <Button disabled={name.trim() === ''} onClick={() => void save()}>
                Lưu
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </>
  )
}

/** Reads what was saved; what this build does not know is left out. */
function readSaved(value: string, today: string): Partial<ReturnType<typeof useAsked.getState>> {
  const { period, at, membersOn } = trusted<Saved>(JSON.parse(value))
  return {
    period: newest(trusted<Partial<Period> | undefined>(period), today),
    at: typeof at === 'string' ? at : null,
    membersOn: typeof membersOn === 'string' ? membersOn : null,
  }
}

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 } as const

function newest(saved: Partial<Period> | undefined, today: string): Period | null {
  const kind = PERIOD_CODES.find((code) => code === saved?.kind)
  if (kind === undefined || saved?.from === undefined || saved.to === undefined) return null
  if (kind === 'term') return { kind, from: saved.from, to: today }
  if (kind === 'any') return { kind, from: saved.from, to: saved.to }
  return periodOf(kind, Number(today.slice(0, 4)), Math.ceil(Number(today.slice(5, 7)) / MONTHS[kind]))
}
