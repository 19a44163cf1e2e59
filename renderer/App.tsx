/**
 * The phase of the window: first start, locked, or open. While open, the route table decides.
 */
import { Center, Loader } from '@mantine/core'
import { useEffect } from 'react'
import { ask } from './api.ts'
import { FirstStartPage } from './features/first-start/FirstStartPage.tsx'
import { UnlockPage } from './features/unlock/UnlockPage.tsx'
import { Layout } from './Layout.tsx'
import { useWindow } from './state.ts'

/** The whole window. */
export function App() {
  const { phase, setPhase, setHost } = useWindow()
  useEffect(() => {
    if (phase !== 'starting') return
    void Promise.all([ask('vault.describe', {}), ask('shell.info', {})]).then(([vault, info]) => {
      setHost(info.host)
      setPhase(vault.exists ? 'locked' : 'setUp')
    })
  }, [phase, setPhase, setHost])
  switch (phase) {
    case 'starting':
      return (
        <Center h="100vh">
          <Loader aria-label="Đang mở" />
        </Center>
      )
    case 'setUp':
      return <FirstStartPage />
    case 'locked':
      return <UnlockPage />
    case 'open':
      return <Layout />
  }
}
