/** Both engines against each other at every edge of the chunks, and every named error of opening. */
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hasNativeCipher } from '../../../electron/bundle/age-payload.ts'
import {
  generateIdentity,
  isRecipient,
  openBytes,
  openStream,
  plainBytes,
  recipientOf,
  sealBytes,
  sealStream,
} from '../../../electron/bundle/age.ts'

const identity = await generateIdentity()
const recipient = await recipientOf(identity)
const stranger = await generateIdentity()
const engines = ['native', 'sodium', 'typage'] as const

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function joined(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of source) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

it('has the cipher in the runtime of the tests, so that both engines are tested', () => {
  expect(hasNativeCipher()).toBe(true)
})

it('tells of a size that no file has that is sealed to one recipient', () => {
  const full = 168 + 16 + 65_536 + 16
  for (const size of [0, 168, 168 + 16 + 15, full + 1, full + 16]) expect(plainBytes(size)).toBeNull()
  expect([168 + 16 + 16, 168 + 16 + 17, full, full + 17].map(plainBytes)).toEqual([0, 1, 65_536, 65_537])
})

describe.each(engines)('sealed by %s', (sealer) => {
  it.each([0, 1, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 1_000_000])(
    '%i bytes open with both engines',
    async (size) => {
      const plain = randomBytes(size)
      const sealed = await joined(sealStream([recipient], pieces(plain, 40_000), { engine: sealer }))
      expect(sealed.length).toBe(168 + 16 + size + 16 * Math.max(1, Math.ceil(size / 65_536)))
      expect(plainBytes(sealed.length)).toBe(size)
      for (const engine of [...engines, 'auto'] as const) {
        for (const step of [sealed.length, 1000]) {
          const opened = await joined(openStream([stranger, identity], pieces(sealed, step), { engine, single: true }))
          expect(opened.equals(plain)).toBe(true)
        }
      }
    },
  )

  it.each(engines)('and altered in any way, is refused by %s', async (engine) => {
    const plain = randomBytes(140_000)
    const sealed = Buffer.from(await sealBytes([recipient], plain, { engine: sealer }))
    const chunk = 65_536 + 16
    const start = 168 + 16
    const damaged = { ok: false, error: { code: 'B_DAMAGED', part: null } }
    const flip = (at: number) => sealed.with(at, (sealed[at] ?? 0) ^ 1)
    for (const wrong of [
      flip(start),
      flip(start - 1),
      flip(start + chunk),
      flip(sealed.length - 1), // a chunk, the nonce, a tag
      sealed.subarray(0, start + chunk),
      sealed.subarray(0, start + 2 * chunk), // cut at a border
      sealed.subarray(0, start + 100),
      sealed.subarray(0, start + 3),
      sealed.subarray(0, start),
      sealed.subarray(0, start - 5),
      Buffer.concat([sealed, Buffer.from('x')]),
      Buffer.concat([sealed, sealed.subarray(start, start + chunk)]),
      Buffer.concat([sealed.subarray(0, start), sealed.subarray(start + chunk), sealed.subarray(start, start + chunk)]),
    ]) {
      expect(await openBytes([identity], wrong, { engine })).toEqual(damaged)
    }
    const whole = await sealBytes([recipient], plain.subarray(0, 65_536), { engine: sealer })
    expect(await openBytes([identity], Buffer.concat([whole, Buffer.alloc(16)]), { engine })).toEqual(damaged)
  })
})

describe.each(engines)('%s names', (engine) => {
  const open = async (bytes: Uint8Array, single = false) => {
    const opened = await openBytes([identity], bytes, { engine, single })
    return opened.ok ? 'ok' : opened.error
  }

  it('what is not age, or has a broken header', async () => {
    const sealed = Buffer.from(await sealBytes([recipient], Buffer.from('x'), { engine }))
    expect(await open(Buffer.from(''))).toEqual({ code: 'B_NOT_AGE', reason: 'magic' })
    expect(await open(Buffer.from('-----BEGIN AGE ENCRYPTED FILE-----\n'))).toEqual({
      code: 'B_NOT_AGE',
      reason: 'magic',
    })
    expect(await open(Buffer.from('age-encryption.org/v2\n'))).toEqual({ code: 'B_NOT_AGE', reason: 'magic' })
    expect(await open(sealed.subarray(0, 100))).toEqual({ code: 'B_NOT_AGE', reason: 'header' })
    expect(await open(Buffer.concat([sealed.subarray(0, 22), Buffer.alloc(100_000, 'a')]))).toEqual({
      code: 'B_NOT_AGE',
      reason: 'header',
    })
    const text = sealed.toString('latin1')
    for (const wrong of [
      text.replace('-> X25519', '->X25519'),
      text.replace('-> X25519', '->  X25519'),
      text.replace('\n--- ', '\n---'),
    ]) {
      expect(await open(Buffer.from(wrong, 'latin1'))).toEqual({ code: 'B_NOT_AGE', reason: 'header' })
    }
  })

  it('a file for somebody else, and one whose header was retouched', async () => {
    const sealed = Buffer.from(await sealBytes([await recipientOf(stranger)], Buffer.from('x'), { engine }))
    expect(await open(sealed)).toEqual({ code: 'B_NOT_FOR_US' })
    expect(await openBytes([], sealed, { engine })).toEqual({ ok: false, error: { code: 'B_NOT_FOR_US' } })
    const ours = Buffer.from(await sealBytes([recipient], Buffer.from('x'), { engine }))
    const mac = ours.indexOf('\n--- ') + 5
    const retouched = ours.with(mac, ours[mac] === 0x41 ? 0x42 : 0x41)
    expect(await open(retouched)).toEqual({ code: 'B_DAMAGED', part: null })
  })

  it('a file with more than one stanza, only where one is asked for', async () => {
    const both = await sealBytes([await recipientOf(stranger), recipient], Buffer.from('x'), { engine })
    expect(await open(both)).toBe('ok')
    expect(await open(both, true)).toEqual({ code: 'B_NOT_AGE', reason: 'stanzas' })
  })

  it('nothing of its own when the source fails: that failure comes through', async () => {
    const sealed = await sealBytes([recipient], randomBytes(200_000), { engine })
    async function* failing() {
      yield sealed.subarray(0, 100_000)
      throw new Error('unplugged')
    }
    await expect(joined(openStream([identity], failing(), { engine }))).rejects.toThrow('unplugged')
    await expect(joined(sealStream([recipient], failing(), { engine }))).rejects.toThrow('unplugged')
  })

  it('closes its source when it is left early', async () => {
    const sealed = await sealBytes([recipient], randomBytes(500_000), { engine })
    let closed = 0
    async function* watched(bytes: Uint8Array) {
      try {
        yield* pieces(bytes, 10_000)
      } finally {
        closed += 1
      }
    }
    for await (const chunk of openStream([identity], watched(sealed), { engine })) if (chunk.length > 0) break
    for await (const chunk of sealStream([recipient], watched(sealed), { engine })) if (chunk.length > 60_000) break
    expect(closed).toBe(2)
  })
})

it('knows a recipient from a text that looks like one', async () => {
  expect(isRecipient(recipient)).toBe(true)
  expect(isRecipient(recipient.slice(0, -1) + (recipient.endsWith('q') ? 'p' : 'q'))).toBe(false)
  expect(isRecipient('age1x')).toBe(false)
  expect(isRecipient(identity)).toBe(false)
  await expect(joined(sealStream(['age1x'], pieces(new Uint8Array(1), 1)))).rejects.toThrow(Error)
})
