/**
 * The recovery sheet, shown once: large, to print or to copy by hand, and proved by typing two of its groups back before
 * anybody goes on. It is never kept by the page once that is done.
 */
import { Alert, Button, Group, List, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { showDay } from '../../shared/words/vi.ts'
import { printPage } from './PrintButton.tsx'

/** Whose sheet it is, for the paper. `day`: YYYY-MM-DD. */
export type SheetFacts = { readonly groups: readonly string[]; readonly office: string; readonly day: string }

/**
 * The sheet and its proof.
 * @param onProved - when two groups were typed back right
 * @param doneLabel - of the button that goes on
 */
export function RecoverySheet({
  facts,
  doneLabel,
  isBusy = false,
  onProved,
}: {
  readonly facts: SheetFacts
  readonly doneLabel: string
  readonly isBusy?: boolean
  readonly onProved: () => void
}) {
  const [isPrinting, setPrinting] = useState(false)
  const print = async () => {
    flushSync(() => setPrinting(true))
    try {
      await printPage()
    } finally {
      setPrinting(false)
    }
  }
  return (
    <Stack gap="md">
      <Alert color="orange" role="note">
        Phiếu này mở được toàn bộ dữ liệu khi quên mật khẩu hoặc máy hỏng. Phiếu chỉ hiện một lần này; in hoặc chép tay,
        cất trong két hoặc tủ có khóa, không chụp ảnh, không để cạnh máy.
      </Alert>
      <Digits groups={facts.groups} />
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          loading={isPrinting}
          onClick={() => void print()}
        >
          In phiếu
        </Button>
        <Text size="sm" c="dimmed" flex={1} miw={220}>
          Phiếu in thẳng ra máy in, không lưu thành tệp. Không có máy in thì chép tay tám nhóm số ra giấy.
        </Text>
      </Group>
      <Proof groups={facts.groups} doneLabel={doneLabel} isBusy={isBusy} onProved={onProved} />
      {isPrinting && createPortal(<PaperSheet {...facts} />, document.body)}
    </Stack>
  )
}

function Digits({ groups }: { readonly groups: readonly string[] }) {
  return (
    <SimpleGrid
      component="ol"
      cols={{ base: 2, xs: 4 }}
      spacing="sm"
      p={0}
      m={0}
      aria-label="Các nhóm của phiếu khôi phục"
    >
      {groups.map((group, index) => (
        <Stack
          component="li"
          key={group}
          gap={0}
          align="center"
          py={8}
          bd="1px solid var(--mantine-color-default-border)"
          style={{ listStyle: 'none', borderRadius: 'var(--mantine-radius-sm)' }}
        >
          <Text size="xs" c="dimmed">
            Nhóm {index + 1}
          </Text>
          <Text fz={26} fw={650} ff="monospace" data-group={index + 1} style={{ letterSpacing: 3 }}>
            {group}
          </Text>
        </Stack>
      ))}
    </SimpleGrid>
  )
}

/** Asks for two groups, always the same two while the sheet is shown. */
function Proof({
  groups,
  doneLabel,
  isBusy,
  onProved,
}: {
  readonly groups: readonly string[]
  readonly doneLabel: string
  readonly isBusy: boolean
  readonly onProved: () => void
}) {
  const form = useRef<HTMLFormElement>(null)
  const [asked] = useState(() => twoOf(groups.length))
  const [typed, setTyped] = useState<readonly string[]>(['', ''])
  const [wrong, setWrong] = useState<readonly boolean[]>([false, false])
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tries])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = asked.map((place, index) => typed[index]?.replace(/\D/g, '') !== groups[place])
    setWrong(found)
    if (found.includes(true)) setTries(tries + 1)
    else onProved()
  }
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <Stack gap="sm">
        <Text>Đọc từ phiếu đã in hoặc đã chép, gõ lại hai nhóm sau để chắc chắn phiếu đúng:</Text>
        <Group align="flex-start" gap="sm">
          {asked.map((place, index) => (
            <TextInput
              key={place}
              label={`Nhóm ${place + 1}`}
              inputMode="numeric"
              required
              value={typed[index] ?? ''}
              error={wrong[index] === true ? `Nhóm ${place + 1} chưa khớp với phiếu` : undefined}
              onChange={(event) => {
                const { value } = event.currentTarget
                setTyped(typed.map((text, other) => (other === index ? value : text)))
                setWrong(wrong.map((isWrong, other) => (other === index ? false : isWrong)))
              }}
            />
          ))}
        </Group>
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy}>
            {doneLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function PaperSheet({ groups, office, day }: SheetFacts) {
  return (
    <div className="sheet print-sheet">
      <Text fw={600}>{office}</Text>
      <Title order={1} ta="center" my="lg">
        Phiếu khôi phục
      </Title>
      <Digits groups={groups} />
      <List mt="lg" spacing={6}>
        <List.Item>Lập ngày {showDay(day)}. Chỉ phiếu lập sau cùng còn dùng được.</List.Item>
        <List.Item>Dùng khi quên mật khẩu: ở trang mở khóa, chọn quên mật khẩu, gõ tám nhóm theo thứ tự.</List.Item>
        <List.Item>Dùng khi máy hỏng: trên máy mới, chọn khôi phục từ bản sao lưu, gõ tám nhóm theo thứ tự.</List.Item>
        <List.Item>Ai có phiếu và bản sao lưu thì đọc được toàn bộ hồ sơ. Cất trong két hoặc tủ có khóa.</List.Item>
      </List>
      <div className="signatures">
        <span>Người lập phiếu</span>
        <span>Người giữ phiếu</span>
      </div>
    </div>
  )
}

/** Two different places from 0, in order. */
function twoOf(count: number): readonly number[] {
  const [first = 0, offset = 0] = crypto.getRandomValues(new Uint32Array(2))
  const one = first % count
  return [one, (one + 1 + (offset % (count - 1))) % count].toSorted((a, b) => a - b)
}
