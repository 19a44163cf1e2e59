/** Pieces of the window drawn once, without a browser. */
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** A piece as HTML. @param answers - what the core has answered to calls without input, by their names */
export function markupOf(piece: ReactElement, answers: Readonly<Record<string, unknown>> = {}): string {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  for (const [name, answer] of Object.entries(answers)) client.setQueryData([name, {}], answer)
  return renderToStaticMarkup(
    createElement(MantineProvider, null, createElement(QueryClientProvider, { client }, piece)),
  )
}
