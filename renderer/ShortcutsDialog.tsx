/** The list of keys on `?`: those of every page, of the pages this user may open, and the letters that go to them. */
import { Group, Kbd, Table, Title } from '@mantine/core'
import { Dialog } from './parts/Dialog.tsx'
import type { Route } from './route.ts'
import { SHORTCUTS, showKey, type ShortcutPart } from './shortcuts.ts'

/** The dialog. @param routes - the pages this user may open */
export function ShortcutsDialog({
  routes,
  onClose,
}: {
  readonly routes: readonly Route[]
  readonly onClose: () => void
}) {
  const parts: readonly ShortcutPart[] = Object.values(SHORTCUTS)
  const told = parts.filter(({ path }) => path === undefined || routes.some((route) => route.path === path))
  const goes = routes.flatMap(({ shortcut, title }): [readonly string[], string][] =>
    shortcut === undefined ? [] : [[[shortcut], title]],
  )
  return (
    <Dialog onClose={onClose} title="Phím tắt" size={1080}>
      <div style={{ columns: '18rem' }}>
        {told.map(({ title, keys }) => (
          <Keys
            key={title}
            title={title}
            rows={Object.values(keys).map(({ press, words }) => [press.map(showKey), words])}
          />
        ))}
        <Keys title="Đi tới trang" rows={goes} />
      </div>
    </Dialog>
  )
}

function Keys({
  title,
  rows,
}: {
  readonly title: string
  readonly rows: readonly (readonly [keys: readonly string[], words: string])[]
}) {
  return (
    <section style={{ breakInside: 'avoid', paddingBottom: 8 }}>
      <Title order={3} size="h5" mb={4}>
        {title}
      </Title>
      <Table aria-label={title} verticalSpacing={3} fz="sm">
        <Table.Tbody>
          {rows.map(([keys, words]) => (
            <Table.Tr key={words}>
              <Table.Td w={120}>
                <Group gap={4} wrap="nowrap">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Group>
              </Table.Td>
              <Table.Td>{words}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
