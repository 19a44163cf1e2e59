/**
 * A PDF file read for drawing: its bytes come from our own scheme as those of a picture do, a worker of our own reads them,
 * and nothing of it stays when it is closed. No script of the file runs (there is nothing here that could run one), no form
 * is filled in, nothing is fetched but our own fonts and decoders (build/pdf-files.ts). Only read where a PDF is looked at.
 */
import {
  getDocument,
  InvalidPDFException,
  PasswordException,
  PDFWorker,
  VerbosityLevel,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Why a file is not shown: it asks for a password, it is no whole PDF, or it could not be had or read at all. */
export type PdfProblem = 'password' | 'damaged' | 'unreadable'

/** An open file: its pages, and the shape of the first (height by width), which the others are taken to have until drawn. */
export type OpenPdf = { readonly file: PDFDocumentProxy; readonly shape: number }

/** What opening came to. */
export type Opened = { readonly pdf: OpenPdf } | { readonly problem: PdfProblem }

/**
 * Opens a file.
 * @param address - where the page has it from, as that of a picture
 * @returns what it came to, and what ends it: worker and memory are given back, also while it is still being opened
 */
export function openPdf(address: string): { readonly opened: Promise<Opened>; readonly close: () => void } {
  const folder = new URL('pdf/', document.baseURI).href
  const fetching = new AbortController()
  const worker = new Worker(`${folder}worker.js`, { type: 'module' })
  let reading: PDFDocumentLoadingTask | null = null
  const open = async (): Promise<Opened> => {
    const answer = await fetch(address, { signal: fetching.signal })
    if (!answer.ok) return { problem: 'unreadable' }
    reading = getDocument({
      data: await answer.arrayBuffer(),
      worker: PDFWorker.create({ port: worker }),
      wasmUrl: folder,
      standardFontDataUrl: folder,
      useWasm: false,
      useWorkerFetch: false,
      enableXfa: false,
      verbosity: VerbosityLevel.ERRORS,
    })
    const file = await reading.promise
    const { width, height } = (await file.getPage(1)).getViewport({ scale: 1 })
    return { pdf: { file, shape: height / width } }
  }
  return {
    opened: open().catch((error: unknown) => ({ problem: problemOf(error) })),
    close: () => {
      fetching.abort()
      // First the fonts that the file has brought into the page go, then the worker with all that it holds.
      void Promise.resolve(reading?.destroy()).finally(() => worker.terminate())
    },
  }
}

function problemOf(error: unknown): PdfProblem {
  if (error instanceof PasswordException) return 'password'
  return error instanceof InvalidPDFException ? 'damaged' : 'unreadable'
}
