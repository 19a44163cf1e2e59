/**
 * The window with all that is in it. What throws outside a page (the header, the menu, the palette, help, announcements, the
 * unlock page) is replaced by a sentence and two ways out; the page of a route has a boundary of its own in Layout.tsx. Only
 * what the start reads anyway is imported here, and nothing of what was thrown is shown: it may name people.
 */
import { Alert, Button, Center, Group, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { WINDOW_BROKEN } from '../shared/words/page-broken.ts'
import { lock } from './api.ts'
import { Boundary } from './parts/Boundary.tsx'
import { useWindow } from './state.ts'

/** The boundary. A window that is locked, by hand or by itself, is drawn anew. */
export function WholeWindow({ children }: { readonly children: ReactNode }) {
  const phase = useWindow((window) => window.phase)
  return (
    <Boundary at={phase} instead={(again) => <WindowBroken isOpen={phase === 'open'} onAgain={again} />}>
      {children}
    </Boundary>
  )
}

function WindowBroken({ isOpen, onAgain }: { readonly isOpen: boolean; readonly onAgain: () => void }) {
  const again = useRef<HTMLButtonElement>(null)
  useEffect(() => again.current?.focus(), [])
  return (
    <Center component="main" mih="100vh" p="md">
      <Alert color="red" icon={<IconAlertTriangle aria-hidden />} maw={620}>
        <Stack gap="sm">
          <Title order={1} size="h3">
            {WINDOW_BROKEN.title}
          </Title>
          <Text>{isOpen ? WINDOW_BROKEN.open : WINDOW_BROKEN.locked}</Text>
          <Group gap="xs">
            <Button variant="default" onClick={onAgain} ref={again}>
              {WINDOW_BROKEN.again}
            </Button>
            {isOpen && (
              <Button variant="default" onClick={lock}>
                {WINDOW_BROKEN.lock}
              </Button>
            )}
          </Group>
        </Stack>
      </Alert>
    </Center>
  )
}
