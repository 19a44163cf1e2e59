/**
 * Sets, archives and lists changed at random, on the way and by a paired office gone bad: nothing changed is accepted,
 * nothing crashes, hangs or fills the memory. The journal's lines: fuzz-lines.test.ts. SLOW=1 runs a hundred times as many.
 */
import { constants, deflateRawSync, gunzipSync, gzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findSets } from '../../electron/bundle/find-sets.ts'
import { attemptBundle, unwrap } from '../../electron/bundle/fault.ts'
import { readTagFiles, verifyTagFiles } from '../../electron/bundle/open-bag.ts'
import { readPayload, type ReadPayload } from '../../electron/bundle/read-payload.ts'
import { readMembers } from '../../electron/bundle/tar-stream.ts'
import { keyNumberInLine, signFile } from '../../electron/bundle/minisign.ts'
import { trusted } from '../../shared/base/trust.ts'
import type { Result } from '../../shared/base/result.ts'
import { printManifest } from '../../shared/bundle/bag.ts'
import type { BundleError } from '../../shared/bundle/bundle-errors.ts'
import { TAG_FILES, trustedComment, type BundleManifest } from '../../shared/bundle/format.ts'
import { judgeChannels } from '../../shared/bundle/judge.ts'
import { ledgerOf, readAs, sha256, tarOf, type ForgedFile } from '../support/bundle-kit.ts'
import { createFakeDisk } from '../support/fake-disk.ts'
import { cases, chanceFrom, fuzz, looseJson, mutateBytes, mutateJson, type Chance } from '../support/fuzz.ts'
import { cast, GOLDEN } from '../support/golden-bundles.ts'

const all = await cast()
const { commune, ward } = all
const whole = bytesOf('good/two-scans.tar')
const receipt = bytesOf('good/receipt.tar')
const members = filesOf(whole)
const MEBIBYTE = 1024 * 1024
/** What is packed once of a file that swells beyond all measure. */
const SEGMENT = 16 * MEBIBYTE
const LONG = cases(1) === 1 ? 180_000 : 7_200_000

const CODES =
  /^B_(LABEL|PART_MISSING|DAMAGED|NOT_AGE|NOT_FOR_US|LAYOUT|UNKNOWN_SENDER|REVOKED|SIGNATURE|HASH|FORMAT|VERSION|SENDER|NOT_ADDRESSED|CHANNEL|ALREADY|OLD|GAP|FORK|BOMB|INCOMPLETE|CHAIN)$/

type Taken = { readonly manifest: BundleManifest; readonly payload: ReadPayload; readonly scans: readonly string[] }

/** Steps 5 to 11 over an opened archive; what the sink was given is hashed again. */
function readArchive(tar: Uint8Array): Promise<Result<Taken, BundleError>> {
  return attemptBundle(async () => {
    const archive = readMembers(chunksOf(tar))
    const files = await readTagFiles(archive)
    const keys = {
      identities: [ward.identity],
      self: { office: ward.office },
      offices: (number: string) => (number === keyNumberInLine(commune.signKey) ? [commune] : []),
    }
    const bag = unwrap(await verifyTagFiles(files, keys))
    const verdicts = unwrap(judgeChannels(bag.manifest, ledgerOf({})))
    const scans: string[] = []
    const payload = await readPayload(archive, {
      bag,
      verdicts,
      acceptsMissingScans: false,
      knowsErasure: () => false,
      sink: {
        line: () => undefined,
        knowsScan: () => false,
        async scan(hash, source) {
          const chunks: Uint8Array[] = []
          for await (const chunk of source) chunks.push(Buffer.from(chunk))
          if (sha256(Buffer.concat(chunks)) !== hash) throw new Error('a scan of another hash was handed over')
          scans.push(hash)
        },
      },
    })
    return { manifest: bag.manifest, payload, scans }
  })
}

async function* chunksOf(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 8192) yield bytes.subarray(at, at + 8192)
}

test('a set on a stick, any of its files changed, cut or grown, is refused by name', { timeout: LONG }, async () => {
  const names = [
    'KN1_xa_huyen_44444444.tar.age.001',
    'KN1_xa_huyen_44444444.tar.age.002',
    'KN1_xa_huyen_44444444.sha256',
  ]
  const files = names.map((name) => ({ name, bytes: bytesOf(`sealed/${name}`) }))
  await fuzz(1000, async (chance) => {
    const disk = createFakeDisk()
    const wrong = chance.int(files.length)
    const isRelabelled = wrong < 2 && chance.int(2) === 0
    const planted = files.map(({ name, bytes }, i) => ({
      name,
      bytes: i === wrong ? mutateBytes(chance, bytes) : bytes,
    }))
    if (isRelabelled) {
      const label = planted.slice(0, 2).map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`)
      planted[2] = { name: names[2] ?? '', bytes: Buffer.from(label.join('')) }
    }
    for (const { name, bytes } of planted) disk.plant(`/usb/${name}`, bytes)
    const found = await findSets(disk, '/usb')
    if (!found.ok) throw new Error(found.error.code)
    const codes = found.value.faults.map(({ error }) => error.code as string)
    for (const set of found.value.sets) {
      const read = await readAs(ward, [commune], set, disk)
      codes.push(read.ok ? 'taken' : read.error.code)
    }
    expect(codes.length).toBeGreaterThan(0)
    for (const code of codes) expect(code).toMatch(CODES)
  })
})

test('an archive changed in any byte, and sealed again by anybody, is refused by name', { timeout: LONG }, async () => {
  expect((await readArchive(whole)).ok).toBe(true)
  await fuzz(3900, async (chance) => {
    const original = chance.pick([whole, receipt])
    const changed = mutateBytes(chance, original)
    const read = await readArchive(changed)
    if (!read.ok) expect(read.error.code).toMatch(CODES)
    // What stands in a header besides name and size, the untrusted comment and the last padding are nobody's claim.
    else expect(contentOf(changed)).toEqual(contentOf(original))
  })
})

test(
  'lists that a paired office has signed, and that say what they must not, are refused by name',
  { timeout: LONG },
  async () => {
    await fuzz(2500, async (chance) => {
      const tar = tarOf(signedAgain(chance))
      const read = await readArchive(tar)
      if (!read.ok) {
        expect(read.error.code).toMatch(CODES)
        return
      }
      expect(boundOf(read.value.manifest)).toEqual(boundOf(manifestOf(members)))
      expect(read.value.payload.channels.map(({ fresh }) => fresh)).toEqual([5])
      expect(read.value.scans).toHaveLength(2)
    })
  },
)

test('a file that swells, however it is packed, is refused before it fills anything', { timeout: LONG }, async () => {
  await fuzz(40, async (chance) => {
    const mebibytes = 2 + chance.int(20)
    const filler = chance.pick(['\0', 'a', '[', '{"a":', '\n', '"', 'é'])
    const line = Buffer.alloc(mebibytes * 1024 * 1024, filler)
    const plain = chance.int(2) === 0 ? line : manyLines(chance, mebibytes)
    const zipped = gzipSync(plain, { level: chance.pick([1, 9]) })
    const bomb = chance.int(3) === 0 ? Buffer.concat([zipped, zipped]) : zipped
    const read = await readArchive(tarOf(signed(withJournal(bomb))))
    expect(read.ok ? 'taken' : read.error.code).toMatch(/^B_(BOMB|CHAIN)$/)
  })
})

test('two gibibytes packed in two megabytes are refused, and nowhere do they come to lie', async () => {
  for (const plain of [Buffer.alloc(SEGMENT), manyLines(chanceFrom(1), SEGMENT / MEBIBYTE)]) {
    const bomb = packedOver(plain, (2048 * MEBIBYTE) / SEGMENT)
    expect(bomb.length).toBeLessThan(16 * MEBIBYTE)
    const archive = tarOf(signed(withJournal(bomb)))
    const [before, start] = [highest(), process.cpuUsage()]
    const read = await readArchive(archive)
    expect(read.ok ? 'taken' : read.error.code).toMatch(/^B_(BOMB|CHAIN)$/)
    // The most that the process ever held, not what it holds now.
    expect(highest() - before).toBeLessThan(64 * MEBIBYTE)
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000)
  }
})

/** A gzip file that holds a text many times, packed once; whoever trusts its end gets so far only at the last byte. */
function packedOver(plain: Buffer, times: number): Buffer {
  const packed = deflateRawSync(plain, { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const head = Buffer.from('1f8b0800000000000003', 'hex')
  // A last, empty block, then a checksum that nobody should come to compare.
  const end = Buffer.concat([Buffer.from('0300', 'hex'), Buffer.alloc(8)])
  return Buffer.concat([head, ...Array.from({ length: times }, () => packed), end])
}

/** Bytes that the process has held at the most, so far. */
function highest(): number {
  return Math.max(process.resourceUsage().maxRSS * 1024, process.memoryUsage.rss())
}

/** Lines of which each is small, and all together more than the manifest says. */
function manyLines(chance: Chance, mebibytes: number): Buffer {
  const width = 100 + chance.int(10_000)
  return Buffer.from(`{"seq":1,"x":"${'a'.repeat(width)}"}\n`.repeat(Math.ceil((mebibytes * 1024 * 1024) / width)))
}

function bytesOf(name: string): Buffer {
  return readFileSync(new URL(name, GOLDEN))
}

/** The members of an archive by its headers; a simple reader of its own. */
function filesOf(tar: Buffer): readonly ForgedFile[] {
  const files: ForgedFile[] = []
  for (let at = 0; tar[at] !== 0 && at < tar.length;) {
    const name = tar.toString('latin1', at, tar.indexOf(0, at))
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 135), 8)
    files.push({ name, bytes: tar.subarray(at + 512, at + 512 + size) })
    at += 512 + Math.ceil(size / 512) * 512
  }
  return files
}

function contentOf(tar: Buffer): readonly (readonly [string, string])[] {
  return filesOf(tar).map(({ name, bytes }) => {
    const text = Buffer.from(bytes).toString('latin1')
    return [name, name.endsWith('.minisig') ? text.replace(/^untrusted comment: .*\n/, '') : text]
  })
}

function manifestOf(files: readonly ForgedFile[]): BundleManifest {
  return trusted(JSON.parse(textOf(files, 'bundle.json')))
}

/** What of bundle.json decides; its other fields an office may fill as it likes. */
function boundOf({ format, version, id, from, to, channels, attachments }: BundleManifest) {
  return {
    format,
    version,
    id,
    channels,
    attachments,
    from: { office: from.office, signKey: from.sign_key },
    to: { office: to.office, recipient: to.age_recipient },
  }
}

function textOf(files: readonly ForgedFile[], name: string): string {
  return Buffer.from(files.find((file) => file.name === name)?.bytes ?? []).toString('utf8')
}

/** One of the four listed tag files changed before signing; hashes and signature are made anew and hold. */
function signedAgain(chance: Chance): readonly ForgedFile[] {
  const wrong = chance.pick([
    'bundle.json',
    'bundle.json',
    'bundle.json',
    'manifest-sha256.txt',
    'bag-info.txt',
    'bagit.txt',
  ])
  return signed(
    members.map((file) => {
      if (file.name !== wrong) return file
      if (wrong !== 'bundle.json' || chance.int(5) === 0) return { name: wrong, bytes: mutateBytes(chance, file.bytes) }
      const json: unknown = JSON.parse(textOf(members, wrong))
      return { name: wrong, bytes: Buffer.from(`${looseJson(mutateJson(chance, json))}\n`) }
    }),
  )
}

/** The archive with its lists made to fit and signed by the commune. */
function signed(files: readonly ForgedFile[]): readonly ForgedFile[] {
  const listed = TAG_FILES.slice(0, 4).map((path) => ({ path, sha256: sha256(bytesIn(files, path)) }))
  const list = Buffer.from(printManifest(listed))
  const { id } = manifestOf(members)
  const signature = Buffer.from(signFile(commune.sign, list, trustedComment(id, ward.recipient)))
  return files.map((file) => {
    if (file.name === 'tagmanifest-sha256.txt') return { name: file.name, bytes: list }
    return file.name.endsWith('.minisig') ? { name: file.name, bytes: signature } : file
  })
}

/** The archive with another journal file, which its manifest names. */
function withJournal(gz: Buffer): readonly ForgedFile[] {
  const journal = members.find(({ name }) => name.endsWith('.jsonl.gz'))
  if (journal === undefined) throw new Error('no journal')
  const manifest = textOf(members, 'manifest-sha256.txt').replace(sha256(journal.bytes), sha256(gz))
  expect(gunzipSync(journal.bytes).length).toBeGreaterThan(0)
  return members.map((file) => {
    if (file.name === journal.name) return { name: file.name, bytes: gz }
    return file.name === 'manifest-sha256.txt' ? { name: file.name, bytes: Buffer.from(manifest) } : file
  })
}

function bytesIn(files: readonly ForgedFile[], name: string): Uint8Array {
  return files.find((file) => file.name === name)?.bytes ?? Buffer.alloc(0)
}
