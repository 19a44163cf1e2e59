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
import { watched } from './watched-worker.ts'

/**
 * Why a file is not shown: it asks for a password, it is no whole PDF, it could not be had or read at all, or the worker
 * broke down while it was open.
 */
export type PdfProblem = 'password' | 'damaged' | 'unreadable' | 'stopped'

/** An open file: its pages, and the shape of the first (height by width), which the others are taken to have until drawn. */
export type OpenPdf = { readonly file: PDFDocumentProxy; readonly shape: number }

/** What opening came to. */
export type Opened = { readonly pdf: OpenPdf } | { readonly problem: PdfProblem }

/** A file that is being opened or open. */
export type Opening = {
  readonly opened: Promise<Opened>
  /** Comes only if the worker breaks down; nothing more is drawn then. */
  readonly broken: Promise<void>
  /** Gives back worker and memory, also while it is still being opened. */
  readonly close: () => void
}

/** Opens a file. @param address - where the page has it from, as that of a picture */
export function openPdf(address: string): Opening {
  const folder = new URL('pdf/', document.baseURI).href
  const fetching = new AbortController()
  const worker = new Worker(`${folder}worker.js`, { type: 'module' })
  const { broken, end } = watched(worker)
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
  const opened = open().catch((error: unknown) => ({ problem: problemOf(error) }))
  return {
    opened: Promise.race([opened, broken.then(() => ({ problem: 'unreadable' as const }))]),
    broken,
    close: () => {
      fetching.abort()
      // First the fonts that the file has brought into the page go, then the worker with all that it holds.
      void end(reading?.destroy())
    },
  }
}

function problemOf(error: unknown): PdfProblem {
  if (error instanceof PasswordException) return 'password'
  return error instanceof InvalidPDFException ? 'damaged' : 'unreadable'
}
