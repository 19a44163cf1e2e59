import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { joinPlainly } from '../../../build/plain-socket.ts'

const SWITCHING = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'

test.each([0, 125, 126, 65_535, 65_536, 1_000_000])(
  'a message of about %d bytes arrives whole, either way',
  async (size) => {
    const { transport, socket, received } = await joined()
    const message = { text: 'đ'.repeat(size / 2) }
    transport.send(message)
    socket.write(frame(0x81, message))
    const [told, frames] = await Promise.all([nextOf(transport), received(1)])
    expect(told).toEqual(message)
    expect(frames).toEqual([{ code: 0x81, text: JSON.stringify(message) }])
  },
)

test('a message in parts, with a ping between them, is one message, and the ping is answered', async () => {
  const { transport, socket, received } = await joined()
  const bytes = Buffer.from('{"id":7,"name":"Đỗ"}')
  for (const part of [
    rawFrame(0x01, bytes.subarray(0, 9)),
    rawFrame(0x89, Buffer.from('còn đó')),
    rawFrame(0x80, bytes.subarray(9)),
  ])
    socket.write(part)
  expect(await nextOf(transport)).toEqual({ id: 7, name: 'Đỗ' })
  expect(await received(1)).toEqual([{ code: 0x8a, text: 'còn đó' }])
})

test('messages that come byte by byte, or two at once, are told one by one and in order', async () => {
  const { transport, socket } = await joined()
  const told: unknown[] = []
  transport.onmessage = (message) => told.push(message)
  for (const byte of frame(0x81, { id: 1 })) {
    socket.write(Buffer.of(byte))
    await new Promise(setImmediate)
  }
  socket.write(Buffer.concat([frame(0x81, { id: 2 }), frame(0x81, { id: 3 })]))
  await expect.poll(() => told).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }])
})

test.each([
  ['closes', (socket: Duplex) => socket.write(rawFrame(0x88, Buffer.alloc(0)))],
  ['is gone', (socket: Duplex) => socket.destroy()],
])('a browser that %s is told', async (_how, end) => {
  const { transport, socket } = await joined()
  let isTold = false
  transport.onclose = () => (isTold = true)
  end(socket)
  await expect.poll(() => isTold).toBe(true)
})

test('who answers as a page, and who does not answer, is no browser', async () => {
  const { server, port } = await listening()
  server.on('request', (_request, response) => response.writeHead(404).end())
  await expect(joinPlainly({ port, path: '/' })).rejects.toThrow('404')
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
  await expect(joinPlainly({ port, path: '/' })).rejects.toThrow('ECONNREFUSED')
})

async function listening(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return { server, port: (server.address() as AddressInfo).port }
}

/** A browser of this test, and who has joined it. `received`: so many frames of theirs, once they have come. */
async function joined() {
  const { server, port } = await listening()
  const upgraded = once(server, 'upgrade') as Promise<[{ url: string; headers: object }, Duplex]>
  const joining = joinPlainly({ port, path: '/devtools/browser/1' })
  const [request, socket] = await upgraded
  onTestFinished(() => void socket.destroy())
  expect(request.url).toBe('/devtools/browser/1')
  expect(Object.keys(request.headers)).not.toContain('sec-websocket-extensions')
  let come = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => (come = Buffer.concat([come, chunk])))
  socket.on('error', () => undefined)
  socket.write(SWITCHING)
  const received = async (count: number) => {
    await expect.poll(() => framesIn(come).length).toBe(count)
    return framesIn(come)
  }
  return { transport: await joining, socket, received }
}

function nextOf(transport: Awaited<ReturnType<typeof joinPlainly>>): Promise<object> {
  return new Promise((resolve) => (transport.onmessage = resolve))
}

function frame(first: number, message: object): Buffer {
  return rawFrame(first, Buffer.from(JSON.stringify(message)))
}

/** As a server sends it, unmasked. */
function rawFrame(first: number, payload: Buffer): Buffer {
  const { length } = payload
  const head = Buffer.alloc(length < 126 ? 2 : length < 2 ** 16 ? 4 : 10)
  head.writeUInt8(first)
  head.writeUInt8(length < 126 ? length : length < 2 ** 16 ? 126 : 127, 1)
  if (head.length === 4) head.writeUInt16BE(length, 2)
  if (head.length === 10) head.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([head, payload])
}

/** The whole frames of a client, which are masked. */
function framesIn(bytes: Buffer): readonly { readonly code: number; readonly text: string }[] {
  const found: { code: number; text: string }[] = []
  let rest = bytes
  while (rest.length >= 6) {
    const short = rest.readUInt8(1)
    expect(short).toBeGreaterThanOrEqual(0x80)
    const [from, length] =
      short === 0xff
        ? [10, Number(rest.readBigUInt64BE(2))]
        : short === 0xfe
          ? [4, rest.readUInt16BE(2)]
          : [2, short - 0x80]
    if (rest.length < from + 4 + length) break
    const mask = rest.subarray(from, from + 4)
    const payload = rest.subarray(from + 4, from + 4 + length).map((byte, place) => byte ^ (mask[place % 4] ?? 0))
    found.push({ code: rest.readUInt8(0), text: Buffer.from(payload).toString('utf8') })
    rest = rest.subarray(from + 4 + length)
  }
  return found
}
