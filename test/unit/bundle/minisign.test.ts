/** Signatures: what is signed holds, and nothing else does. Interop with the tool itself: test/interop. */
import { describe, expect, it } from 'vitest'
import { SignKey } from '../../../shared/bundle/format.ts'
import {
  generateSignSecret,
  keyNumberInLine,
  parseSignature,
  publicKeyFile,
  signFile,
  signKeyOf,
  verifyFile,
} from '../../../electron/bundle/minisign.ts'

const secret = generateSignSecret()
const key = signKeyOf(secret)
const message = Buffer.from('abc  bagit.txt\n')
const text = signFile(secret, message, 'kn1 x to y')
const lines = text.split('\n')

it('keys are JSON, and 56 characters in public', () => {
  expect(JSON.parse(JSON.stringify(secret))).toEqual(secret)
  expect(SignKey.safeParse(key).success).toBe(true)
  expect(keyNumberInLine(key)).toBe(Buffer.from(secret.keyNumber, 'base64').reverse().toString('hex').toUpperCase())
  expect(keyNumberInLine('RWQ')).toBeNull()
})

it.each([
  ['33EDE126957A5D80', '33EDE126957A5D80'],
  ['0033EDE126957A5D', '33EDE126957A5D'],
  ['0000000000000000', '0'],
])('the key numbered %s prints as minisign does, in its file as %s', (number, printed) => {
  const line = signKeyOf({ ...secret, keyNumber: Buffer.from(number, 'hex').reverse().toString('base64') })
  expect(keyNumberInLine(line)).toBe(number)
  expect(publicKeyFile(line)).toBe(`untrusted comment: minisign public key ${printed}\n${line}\n`)
})

it('a signature holds for its file, key and comment only', () => {
  expect(verifyFile(key, message, text)).toEqual({ ok: true, value: { trustedComment: 'kn1 x to y' } })
  expect(verifyFile(key, Buffer.from('x'), text)).toEqual({ ok: false, error: 'signature' })
  expect(verifyFile(key, message, text.replace('kn1 x', 'kn1 z'))).toEqual({ ok: false, error: 'comment' })
  expect(verifyFile(signKeyOf(generateSignSecret()), message, text)).toEqual({ ok: false, error: 'key' })
  expect(verifyFile('x', message, text)).toEqual({ ok: false, error: 'key' })
  // Another key under the same number.
  const twin = signKeyOf({ ...generateSignSecret(), keyNumber: secret.keyNumber })
  expect(verifyFile(twin, message, text)).toEqual({ ok: false, error: 'signature' })
  expect(parseSignature(text)?.keyNumber).toBe(keyNumberInLine(key))
})

it('is the same every time: Ed25519 has no chance in it', () => {
  expect(signFile(secret, message, 'kn1 x to y')).toBe(text)
  expect(lines[0]).toBe('untrusted comment: signature from ket-nap')
})

describe('a signature file of another form is refused', () => {
  const [untrusted = '', body = '', trusted = '', global = ''] = lines
  const legacy = Buffer.from(body, 'base64')
  legacy.write('Ed', 0, 'latin1')
  it.each([
    ['no final LF', text.slice(0, -1)],
    ['a fifth line', `${text}x`],
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['lines swapped', [trusted, global, untrusted, body, ''].join('\n')],
    ['no untrusted comment', [body, trusted, global, ''].join('\n')],
    ['another word for trusted', [untrusted, body, trusted.replace('trusted', 'Trusted'), global, ''].join('\n')],
    ['a control character in a comment', [untrusted, body, `${trusted}\u0007`, global, ''].join('\n')],
    ['the legacy form', [untrusted, legacy.toString('base64'), trusted, global, ''].join('\n')],
    ['base64 that is not canonical', [untrusted, body.replace(/=$/, ''), trusted, global, ''].join('\n')],
    ['base64 with a blank', [untrusted, ` ${body}`, trusted, global, ''].join('\n')],
    ['a short signature', [untrusted, body.slice(0, 80), trusted, global, ''].join('\n')],
    ['a short global signature', [untrusted, body, trusted, global.slice(0, 40), ''].join('\n')],
    ['nothing', ''],
  ])('%s', (_what, wrong) => {
    expect(parseSignature(wrong)).toBeNull()
    expect(verifyFile(key, message, wrong)).toEqual({ ok: false, error: 'form' })
  })
})

it('never signs a comment of two lines', () => {
  expect(() => signFile(secret, message, 'a\nb')).toThrow('one line')
})
