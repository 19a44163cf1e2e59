/**
 * The phase of the window: first start, locked, or open. While open, the route table decides.
 */
import { Center, Loader } from '@mantine/core'
import { useEffect } from 'react'
import { UnlockPage } from './features/unlock/UnlockPage.tsx'
import { later } from './parts/later.ts'
import { askAhead } from './queries.ts'
import { useWindow } from './state.ts'

/** All that is behind the lock, a file of its own: the unlock page is there before it has been read. */
const Layout = later(async () => (await import('./Layout.tsx')).Layout, <Opening />)
const FirstStartPage = later(
  async () => (await import('./features/first-start/FirstStartPage.tsx')).FirstStartPage,
  <Opening />,
)

/** Asked before anything is drawn; the unlock page finds the first answer in the cache. */
const facts = Promise.all([askAhead('vault.describe'), askAhead('shell.info')])

/** The whole window. */
export function App() {
  const { phase, setPhase, setHost } = useWindow()
  useEffect(() => {
    if (phase !== 'starting') return
    void facts.then(([vault, info]) => {
      setHost(info.host)
      setPhase(vault.exists ? 'locked' : 'setUp')
    })
  }, [phase, setPhase, setHost])
  useEffect(() => {
    if (phase !== 'locked') return undefined
    const idle = requestIdleCallback(() => void Layout.ahead())
    return () => cancelIdleCallback(idle)
  }, [phase])
  if (phase === 'starting') return <Opening />
  if (phase === 'locked') return <UnlockPage />
  return phase === 'setUp' ? <FirstStartPage /> : <Layout />
}

function Opening() {
  return (
    <Center h="100vh">
      <Loader aria-label="Đang mở" />
    </Center>
  )
}
