/**
 * `app://bundle/…` serves our own files and nothing else, with a strict content policy whose nonce is new at every start.
 * `app://bundle/scan/<sha256>` serves a scan from the unlocked core, for pictures and previews.
 */
import { randomBytes } from 'node:crypto'
import { extname, join, normalize, sep } from 'node:path'
import { protocol } from 'electron'
import type { Disk } from '../disk/disk.ts'
import { attempt } from '../disk/attempt.ts'
import { readWhole } from '../disk/streams.ts'

/** Origin of the page. */
export const PAGE_ORIGIN = 'app://bundle'

/** Makes the nonce that styles of this start carry. */
export function newNonce(): string {
  return randomBytes(16).toString('base64')
}

/** Must run before the program is ready: the scheme behaves like https. */
export function announceScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** What the scheme serves. */
export type Serving = {
  readonly disk: Disk
  /** The folder of the built page. */
  readonly root: string
  readonly nonce: string
  /** The bytes of a scan, or null. */
  readonly scan: (sha256: string) => Promise<{ readonly type: string; readonly bytes: Uint8Array } | null>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.pfb': 'application/octet-stream',
  '.ico': 'image/x-icon',
}

/** The content policy of the page. What it may ask for is ours alone: scans, and what a PDF is drawn with. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Binds the scheme; runs once the program is ready. */
export function serve(serving: Serving): void {
  protocol.handle('app', (request) => respond(serving, request))
}

/** Answers one request of the page. */
export async function respond(serving: Serving, request: Request): Promise<Response> {
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.host !== 'bundle') return new Response(null, { status: 404 })
  const scan = /^\/scan\/([0-9a-f]{64})$/.exec(url.pathname)?.[1]
  if (scan !== undefined) return scanResponse(await serving.scan(scan))
  const path = normalize(decodeURIComponent(url.pathname))
  const file = join(serving.root, path)
  const type = TYPES[extname(file)]
  if (!file.startsWith(serving.root + sep) || type === undefined) return new Response(null, { status: 404 })
  const read = await attempt(() => readWhole(serving.disk, file, 50 * 1024 * 1024))
  if (!read.ok || read.value === undefined) return new Response(null, { status: 404 })
  const body = path.endsWith('.html')
    ? Buffer.from(read.value).toString('utf8').replace('%NONCE%', serving.nonce)
    : Buffer.from(read.value)
  return new Response(body, { headers: { ...baseHeaders(serving.nonce), 'content-type': type } })
}

function scanResponse(scan: Awaited<ReturnType<Serving['scan']>>): Response {
  if (scan === null) return new Response(null, { status: 404 })
  return new Response(Buffer.from(scan.bytes), {
    headers: {
      'content-type': scan.type,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}

function baseHeaders(nonce: string): Record<string, string> {
  return {
    'content-security-policy': contentPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  }
}
