/**
 * A browser's devtools through its port, for the driver: a WebSocket of the few parts this needs, without compression.
 * The driver's own squeezes every longer message on its way between two programs of one computer, and unpacks it there.
 */
import { randomBytes } from 'node:crypto'
import { get } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ConnectOverCDPTransport } from 'playwright-core'

/** Where a browser is to be spoken to, as it has written down itself. */
export type DevtoolsPlace = { readonly port: number; readonly path: string }

const WHOLE_TEXT = 0x81
const [REST, TEXT, CLOSE, PING] = [0x0, 0x1, 0x8, 0x9]
const WHOLE_PONG = 0x8a
/** Lengths of two and of eight bytes follow after these. */
const [TWO, EIGHT] = [126, 127]

/** A frame of a WebSocket as it came. */
type Frame = { readonly code: number; readonly isLast: boolean; readonly payload: Buffer }

/** Joins a browser. @throws Error where nobody answers there, or somebody who speaks no WebSocket */
export async function joinPlainly({ port, path }: DevtoolsPlace): Promise<ConnectOverCDPTransport> {
  const { socket, head } = await upgraded(port, path)
  const transport: ConnectOverCDPTransport = {
    send: (message) => void socket.write(frameOf(WHOLE_TEXT, Buffer.from(JSON.stringify(message)))),
    close: () => void socket.end(),
  }
  let begun: Buffer[] = []
  const takeFrame = ({ code, isLast, payload }: Frame) => {
    if (code === PING) socket.write(frameOf(WHOLE_PONG, payload))
    else if (code === CLOSE) socket.destroy()
    else if (code === TEXT || code === REST) {
      begun.push(payload)
      if (!isLast) return
      const text = Buffer.concat(begun).toString('utf8')
      begun = []
      // One at a time: what awaits a message goes on before the next one is told.
      setImmediate(() => transport.onmessage?.(JSON.parse(text) as object))
    }
  }
  const take = framesOf(takeFrame)
  take(head)
  socket.on('data', take)
  // A browser that is gone tells it by closing.
  socket.on('error', () => undefined)
  socket.once('close', () => transport.onclose?.())
  return transport
}

function upgraded(port: number, path: string): Promise<{ readonly socket: Duplex; readonly head: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
      'Sec-WebSocket-Version': '13',
    }
    get({ host: '127.0.0.1', port, path, headers })
      .once('upgrade', (_response, socket, head) => resolve({ socket, head }))
      .once('response', ({ statusCode }) => reject(new Error(`the browser answered ${statusCode}`)))
      .once('error', reject)
  })
}

/** One whole frame. What a client sends is masked; a mask of zeros leaves it as it is. */
function frameOf(first: number, payload: Buffer): Buffer {
  const { length } = payload
  const head = Buffer.alloc(length < TWO ? 6 : length < 2 ** 16 ? 8 : 14)
  head[0] = first
  head[1] = 0x80 | (length < TWO ? length : length < 2 ** 16 ? TWO : EIGHT)
  if (head.length === 8) head.writeUInt16BE(length, 2)
  if (head.length === 14) head.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([head, payload])
}

/** Tells every frame once all of it has come. What a server sends is not masked. */
function framesOf(tell: (frame: Frame) => void): (chunk: Buffer) => void {
  let come: Buffer[] = []
  let size = 0
  let wanted = 2
  return (chunk) => {
    come.push(chunk)
    size += chunk.length
    while (size >= wanted) {
      const bytes = Buffer.concat(come)
      const short = (bytes[1] ?? 0) & 0x7f
      const from = short === EIGHT ? 10 : short === TWO ? 4 : 2
      const isKnown = size >= from
      const length =
        !isKnown || short < TWO ? short : short === TWO ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
      const isWhole = isKnown && size >= from + length
      if (isWhole) {
        const first = bytes[0] ?? 0
        tell({ code: first & 0x0f, isLast: first >= 0x80, payload: bytes.subarray(from, from + length) })
      }
      come = [isWhole ? bytes.subarray(from + length) : bytes]
      size = come[0]?.length ?? 0
      wanted = isWhole ? 2 : isKnown ? from + length : from
    }
  }
}
