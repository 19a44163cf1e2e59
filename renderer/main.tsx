/**
 * Where the page begins: the providers, then the phase of the window decides what is shown. Nothing read here makes a
 * schema; whatever is read later and may, begins with strict-zod.ts.
 */
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import '@fontsource-variable/noto-sans'
import './focus.css'
import './print.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { bindQueries, queryClient } from './queries.ts'
import { resolver, theme } from './theme.ts'
import { WholeWindow } from './WholeWindow.tsx'
import { bindWorking } from './working.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
Object.assign(globalThis, { __webpack_nonce__: nonce })
bindQueries()
bindWorking()

const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={resolver}
        getStyleNonce={() => nonce}
        defaultColorScheme="light"
      >
        <QueryClientProvider client={queryClient}>
          <WholeWindow>
            {/* Not at the foot, where forms and dialogs have the button that records. */}
            <Notifications position="top-center" />
            <App />
          </WholeWindow>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}
