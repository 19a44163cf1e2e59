/**
 * A set written to the place a person chose, read back past the cache where the system allows it, opened with its key and
 * removed again: the whole way of a bundle, with invented offices and random bytes.
 */
import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { GENESIS } from '../../shared/bundle/chain.ts'
import { officeIdOf } from '../../shared/bundle/format.ts'
import { tryAnyway } from '../disk/attempt.ts'
import type { Disk } from '../disk/disk.ts'
import { generateIdentity, recipientOf } from '../bundle/age.ts'
import { findSets } from '../bundle/find-sets.ts'
import { generateSignSecret, signKeyOf } from '../bundle/minisign.ts'
import { readSet } from '../bundle/read-set.ts'
import { writeSet, type WrittenSet } from '../bundle/write-set.ts'
import { systemClock } from '../clock.ts'
import { newDeviceId } from '../office/keys.ts'
import { refuse } from '../refuse.ts'
import { APP_VERSION } from '../version.ts'
import { bad, type Finding } from './finding.ts'

/** Size of the invented scan in bytes. */
const SCAN = 4 * 1024 * 1024

const CODE = 'kiem-tra'

/** Writes, reads back and opens a set. @throws DiskError */
export async function checkSet(
  disk: Disk,
  folder: string | undefined,
  signal: AbortSignal | undefined,
): Promise<Finding> {
  if (folder === undefined) return { state: 'skipped', facts: {} }
  const parties = { from: await makeParty(), to: await makeParty() }
  const scan = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(SCAN)])
  const sha256 = createHash('sha256').update(scan).digest('hex')
  const begun = performance.now()
  const written = await writeSet({
    manifest: {
      kind: 'changes',
      created: systemClock.at(),
      from: { office: parties.from.office, code: CODE, device: newDeviceId() },
      to: { office: parties.to.office, code: CODE, age_recipient: await recipientOf(parties.to.identity) },
      have: [],
      want_attachments: [],
      app: { version: APP_VERSION, schema: 1 },
    },
    channels: [],
    attachments: [{ sha256, bytes: scan.length, open: () => onceOf(scan) }],
    keys: { sign: parties.from.sign },
    disk,
    folder,
    ...(signal === undefined ? {} : { signal }),
  })
  if (!written.ok) return bad(refuse(written.error))
  const ms = Math.round(performance.now() - begun)
  const { bytes, readBack } = written.value
  try {
    const trouble = await openAgain(disk, folder, written.value, parties, sha256)
    const facts = { bytes, ms, bypassedCache: readBack === 'past-cache' }
    return trouble === null ? { state: 'good', facts } : { ...bad(trouble), facts }
  } finally {
    for (const { name } of written.value.files) await tryAnyway(() => disk.unlink(join(folder, name)))
  }
}

type Party = Awaited<ReturnType<typeof makeParty>>

async function makeParty() {
  const sign = generateSignSecret()
  return { sign, office: officeIdOf(signKeyOf(sign)), identity: await generateIdentity() }
}

async function openAgain(
  disk: Disk,
  folder: string,
  { id, files }: WrittenSet,
  { from, to }: { readonly from: Party; readonly to: Party },
  sha256: string,
) {
  const found = await findSets(disk, folder, { depth: 0 })
  if (!found.ok) return refuse(found.error)
  const set = found.value.sets.find(({ label }) => files.some(({ name }) => name === label.name))
  const unlike = refuse({ code: 'B_READBACK', part: files[0]?.name ?? '' })
  if (set === undefined) return unlike
  const known = { office: from.office, code: CODE, signKey: signKeyOf(from.sign) }
  const hashes: string[] = []
  const read = await readSet({
    set,
    disk,
    keys: { identities: [to.identity], offices: () => [known], self: { office: to.office } },
    ledger: { knowsBundle: () => false, position: () => null, headAt: () => GENESIS },
    sink: {
      line: () => undefined,
      knowsScan: () => false,
      scan: async (_name, source) => {
        const hash = createHash('sha256')
        for await (const chunk of source) hash.update(chunk)
        hashes.push(hash.digest('hex'))
      },
    },
  })
  if (!read.ok) return refuse(read.error)
  return read.value.manifest.id === id && hashes[0] === sha256 ? null : unlike
}

async function* onceOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes
}
