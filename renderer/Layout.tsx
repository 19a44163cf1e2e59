/**
 * The frame of every page: menu, office and user, the palette (Ctrl+K), the list of shortcuts (?), locking.
 */
import './strict-zod.ts'
import {
  ActionIcon,
  Alert,
  AppShell,
  Burger,
  Button,
  Group,
  Kbd,
  ScrollArea,
  Text,
  Tooltip,
  useMantineColorScheme,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconKeyboard, IconLock, IconMoon, IconSearch, IconSun } from '@tabler/icons-react'
import { useLayoutEffect } from 'react'
import { Route as WouterRoute, Router, Switch, useLocation } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { lock } from './api.ts'
import { DateInDoubt } from './DateInDoubt.tsx'
import { useGoKeys } from './go-keys.ts'
import { Menu } from './Menu.tsx'
import { undoLast } from './parts/announce.tsx'
import { Boundary } from './parts/Boundary.tsx'
import { useKeys } from './parts/keys.ts'
import { PageBroken } from './parts/PageBroken.tsx'
import { Palette, openPalette } from './Palette.tsx'
import { topicOfPage } from '../shared/words/guide/guide.ts'
import { PrintedQuestion } from './parts/PrintedQuestion.tsx'
import { StandinNote } from './parts/StandinNote.tsx'
import { MissedNote } from './parts/MissedNote.tsx'
import { WaitingNotice } from './parts/WaitingNotice.tsx'
import { EmptyState, PageHead } from './parts/states.tsx'
import { useOfficeRules } from './parts/office-rules.ts'
import { PlugNote } from './PlugNote.tsx'
import { useAsk } from './queries.ts'
import { mayOpen } from './route.ts'
import { ROUTES } from './routes.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { useWindow } from './state.ts'
import { UnconfirmedNote } from './UnconfirmedNote.tsx'

/** Between the menu, which may scroll, and whose window it is. */
const USER_LINE = '1px solid var(--mantine-color-default-border)'

/** The open window. */
export function Layout() {
  return (
    <Router hook={useHashLocation}>
      <Frame />
    </Router>
  )
}

function Frame() {
  const [location, go] = useLocation()
  const [menu, menuActions] = useDisclosure(false)
  const [help, helpActions] = useDisclosure(false)
  const { colorScheme, toggleColorScheme } = useMantineColorScheme()
  const { notice, setNotice } = useWindow()
  const office = useAsk('office.get', {}).data
  const countUnconfirmed = useOfficeRules()
  const roles = office?.user.roles ?? []
  const capacities = office?.profile.capacities.map(({ capacity }) => capacity) ?? []
  const visible = ROUTES.filter((route) => mayOpen(route, roles, capacities))
  // A page begins at its top; one that goes back to a row does so after this.
  useLayoutEffect(() => {
    window.scrollTo(0, 0)
  }, [location])
  const letters = visible.flatMap(({ shortcut, path }) => (shortcut === undefined ? [] : [[shortcut, path] as const]))
  useGoKeys(new Map(letters.map(([keys, path]) => [keys.slice('g '.length), path])), go)
  useKeys('everywhere', {
    // In a form, also on a tick box, it would be what was typed that somebody wants back: that is left to the browser.
    undo: () => (document.activeElement?.closest('form') ? false : undoLast()),
    help: helpActions.open,
  })
  // Help, the palette and the lock are asked for from inside a field and above a dialog too.
  const topic = topicOfPage(location)
  const guide = () => go(topic === undefined ? '/huong-dan' : `/huong-dan/${topic.id}`)
  useKeys('everywhere', { guide, find: () => openPalette(), lock }, { inFields: true, isAbove: true })
  return (
    <AppShell
      header={{ height: 52 }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !menu } }}
      padding="md"
    >
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" miw={0}>
            <Burger opened={menu} onClick={menuActions.toggle} hiddenFrom="sm" size="sm" aria-label="Mở trình đơn" />
            <Text fw={700} c="dao" style={{ whiteSpace: 'nowrap' }}>
              Kết nạp
            </Text>
            <Text size="sm" truncate title={office?.profile.name}>
              {office?.profile.name}
            </Text>
          </Group>
          <Group gap="xs" wrap="nowrap" style={{ flexShrink: 0 }}>
            <PlugNote user={office?.user.id} />
            <UnconfirmedNote count={countUnconfirmed} />
            <Button
              variant="default"
              size="xs"
              leftSection={<IconSearch size={15} aria-hidden />}
              rightSection={
                <Kbd size="xs" visibleFrom="md">
                  Ctrl K
                </Kbd>
              }
              onClick={() => openPalette()}
            >
              Tìm người, trang, việc
            </Button>
            <Tooltip label="Phím tắt (?)">
              <ActionIcon variant="subtle" color="gray" aria-label="Phím tắt" onClick={helpActions.open}>
                <IconKeyboard size={18} aria-hidden />
              </ActionIcon>
            </Tooltip>
            <Tooltip label="Đổi nền sáng, tối">
              <ActionIcon variant="subtle" color="gray" aria-label="Đổi nền sáng, tối" onClick={toggleColorScheme}>
                {colorScheme === 'dark' ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />}
              </ActionIcon>
            </Tooltip>
            <Tooltip label="Khóa (Ctrl L)">
              <Button variant="light" size="xs" leftSection={<IconLock size={15} aria-hidden />} onClick={lock}>
                Khóa
              </Button>
            </Tooltip>
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label="Trình đơn chính">
        <ScrollArea flex={1}>
          <Menu routes={visible} onGo={menuActions.close} />
        </ScrollArea>
        <Text size="xs" c="dimmed" px="xs" pt={6} mt={4} style={{ borderTop: USER_LINE }}>
          {office?.user.name}
          <br />
          {office?.user.post}
        </Text>
      </AppShell.Navbar>
      <AppShell.Main>
        <Text size="sm" className="print-only">
          {office?.profile.name}
        </Text>
        <StandinNote />
        {office !== undefined && <DateInDoubt office={office} />}
        {notice !== null && (
          <Alert
            color="orange"
            mb="sm"
            withCloseButton
            closeButtonLabel="Đóng thông báo"
            onClose={() => setNotice(null)}
          >
            {notice}
          </Alert>
        )}
        <MissedNote />
        <Boundary at={location} instead={(again) => <PageBroken onAgain={again} />}>
          <Switch>
            {visible.map((route) => (
              <WouterRoute key={route.path} path={route.path} component={route.page} />
            ))}
            <WouterRoute>
              <PageHead title="Không mở được trang" />
              <EmptyState title="Không có trang này" text="Trang không tồn tại, hoặc người dùng này không được mở." />
            </WouterRoute>
          </Switch>
        </Boundary>
      </AppShell.Main>
      <Palette />
      <PrintedQuestion />
      <WaitingNotice />
      {help && <ShortcutsDialog routes={visible} onClose={helpActions.close} />}
    </AppShell>
  )
}
