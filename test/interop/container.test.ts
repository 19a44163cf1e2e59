/**
 * Bundles against Debian's own tools: what we write, they open (FORMAT.md section 9, word for word), and what they
 * write, we read. Where a tool is missing the test says so aloud.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { TAG_FILES } from '../../shared/bundle/format.ts'
import { printLabel } from '../../shared/bundle/label.ts'
import { openBytes, sealBytes } from '../../electron/bundle/age.ts'
import { publicKeyFile, signFile, verifyFile } from '../../electron/bundle/minisign.ts'
import { nodeDisk } from '../../electron/disk/node-disk.ts'
import {
  attachment,
  makeLines,
  makeOffice,
  onlySet,
  pdf,
  readAs,
  setFrom,
  sha256,
  sourceOf,
  write,
} from '../support/bundle-kit.ts'
import { skipLoudly } from '../support/skip-loudly.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const commune = await makeOffice('xa', 'a')
const ward = await makeOffice('huyen', 'b')
const shared = `${commune.office}.${commune.device}.${ward.office}`

/** For `skipLoudly`: are any of these tools missing, and what to say then. Said on the console as well. */
function lack(...tools: readonly string[]): readonly [isMissing: boolean, reason: string] {
  const missing = tools.filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0).join(', ')
  if (missing !== '') console.info(`NOT TESTED against ${missing}: not installed on this machine`)
  return [missing !== '', `interop with ${missing}: not installed`]
}

function shell(command: string, cwd: string): string {
  return execFileSync('bash', ['-euo', 'pipefail', '-c', command], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function writtenSet() {
  const folder = temporaryFolder()
  const lines = makeLines(500)
  const scans = [pdf('một'), pdf('x'.repeat(300_000))]
  const written = await write(
    setFrom(commune, ward, nodeDisk, {
      folder,
      channels: [sourceOf(shared, lines)],
      attachments: scans.map(attachment),
      partBytes: 100_000,
    }),
  )
  writeFileSync(join(folder, 'office.agekey'), `${ward.identity}\n`)
  writeFileSync(join(folder, 'sender.pub'), publicKeyFile(commune.signKey))
  return { folder, lines, scans, written }
}

test.skipIf(skipLoudly(...lack('age', 'tar', 'minisign', 'sha256sum', 'gzip', 'jq', 'perl', 'bash')))(
  'a bundle opens by hand with the commands of FORMAT.md section 9',
  async () => {
    const { folder, lines, scans, written } = await writtenSet()
    const page = readFileSync(new URL('../../shared/bundle/FORMAT.md', import.meta.url), 'utf8')
    const recipe = /```sh\n([\s\S]*?)```/.exec(page.slice(page.indexOf('## 9.')))?.[1] ?? ''
    const base = written.files[0]?.name.replace(/\.tar\.age\.001$/, '') ?? ''
    const commands = recipe
      .replaceAll('KN1_x_y_12345678', base)
      .replaceAll('CHANNEL', shared)
      .replace('jq .kind', 'jq -r .kind')
    expect(commands).toContain(`age -d`)
    const output = shell(`mkdir bag\n${commands}`, folder)
    expect(output).toContain(`${written.files.at(-1)?.name.replace('.sha256', '')}.tar.age.001: OK`)
    expect(output).toContain('Signature and comment signature verified')
    expect(output).toContain(`Trusted comment: kn1 ${written.id} to ${ward.recipient}`)
    expect(output).toContain('bundle.json: OK')
    expect(output.match(/^data\/.*: OK$/gm)).toHaveLength(3)
    expect(output.match(/^test\.noted$/gm)).toHaveLength(lines.length)
    expect(output.trimEnd().split('\n').at(-1)).toBe(written.manifest.channels[0]?.head)
    for (const scan of scans) {
      expect(readFileSync(join(folder, 'bag/data/att', sha256(scan))).equals(scan)).toBe(true)
    }
    expect(shell('gzip -dc bag/data/journal/*.gz', folder)).toBe(lines.map((line) => `${line}\n`).join(''))
    expect(shell('jq -cS . bag/bundle.json', folder)).toBe(readFileSync(join(folder, 'bag/bundle.json'), 'utf8'))
  },
)

describe('an archive', () => {
  const open = async () => {
    const set = await writtenSet()
    shell('mkdir bag; cat KN1_*.tar.age.* | age -d -i office.agekey -o bag.tar; tar -xf bag.tar -C bag', set.folder)
    const names = [...TAG_FILES, ...shell('cut -c67- bag/manifest-sha256.txt', set.folder).trimEnd().split('\n')]
    return { ...set, names }
  }
  const repacked = async (folder: string, tar: string) => {
    const other = join(folder, 'other')
    mkdirSync(other)
    const name = 'KN1_x_y_00000000.tar.age.001'
    shell(`age -r ${ward.recipient} -o other/${name} ${tar}`, folder)
    const hash = sha256(readFileSync(join(other, name)))
    writeFileSync(join(other, 'KN1_x_y_00000000.sha256'), printLabel([{ sha256: hash, name }]))
    return readAs(ward, [commune], await onlySet(nodeDisk, other), nodeDisk)
  }

  test.skipIf(skipLoudly(...lack('age', 'tar', 'cmp')))(
    'is byte for byte what GNU tar makes, and imports when repacked by it',
    async () => {
      const { folder, names, lines } = await open()
      const list = names.join(' ')
      shell(
        `tar --format=ustar --mode=0644 --owner=0 --group=0 --numeric-owner --mtime=@0 -cf same.tar -C bag ${list}; cmp same.tar bag.tar`,
        folder,
      )
      shell(`tar --format=ustar --owner=nobody:65534 -cf repacked.tar -C bag ${list}`, folder)
      const read = await repacked(folder, 'repacked.tar')
      expect(read.ok && read.value.counts).toMatchObject({ newLines: lines.length, newScans: 2 })
    },
  )

  test.skipIf(skipLoudly(...lack('age', 'bsdtar')))(
    'imports when repacked by bsdtar, and is listed by it',
    async () => {
      const { folder, names } = await open()
      expect(shell('bsdtar -tf bag.tar', folder).trimEnd().split('\n')).toEqual(names)
      shell(`bsdtar --format ustar -cf repacked.tar -C bag ${names.join(' ')}`, folder)
      expect((await repacked(folder, 'repacked.tar')).ok).toBe(true)
    },
  )

  test.skipIf(skipLoudly(...lack('age', 'tar')))(
    'of another form is refused: GNU and pax formats, another order, a file too many',
    async () => {
      const { folder, names } = await open()
      shell('touch bag/extra.txt bag/data/att/extra', folder)
      const list = names.join(' ')
      for (const [what, reason] of [
        [`--format=gnu ${list}`, 'magic'],
        [`--format=pax ${list}`, 'type'],
        [`--format=ustar ${[...names].reverse().join(' ')}`, 'order'],
        [`--format=ustar .`, 'type'],
        [`--format=ustar ${list} extra.txt`, 'name'],
        [`--format=ustar ${list} data/att/extra`, 'name'],
      ] as const) {
        shell(`rm -rf other; tar -cf wrong.tar -C bag ${what}`, folder)
        expect(await repacked(folder, 'wrong.tar'), what).toMatchObject({ error: { code: 'B_LAYOUT', reason } })
      }
    },
  )
})

describe('age', () => {
  test.skipIf(skipLoudly(...lack('age')))(
    'opens what both engines seal, and the other way, at every edge',
    async () => {
      const folder = temporaryFolder()
      writeFileSync(join(folder, 'key'), `${ward.identity}\n`)
      for (const size of [0, 1, 65_535, 65_536, 65_537, 131_072, 1_048_576]) {
        const plain = Buffer.alloc(size, 'kết nạp')
        writeFileSync(join(folder, 'plain'), plain)
        shell(`age -r ${ward.recipient} -o theirs plain`, folder)
        for (const engine of ['native', 'typage'] as const) {
          writeFileSync(join(folder, 'ours'), await sealBytes([ward.recipient], plain, { engine }))
          shell('age -d -i key ours > back; cmp back plain', folder)
          const opened = await openBytes([ward.identity], readFileSync(join(folder, 'theirs')), {
            engine,
            single: true,
          })
          expect(opened.ok && plain.equals(opened.value)).toBe(true)
        }
        shell('rm theirs', folder)
      }
      shell('age -r "$R" -a -o armoured plain'.replace('"$R"', ward.recipient), folder)
      const armoured = await openBytes([ward.identity], readFileSync(join(folder, 'armoured')))
      expect(armoured).toEqual({ ok: false, error: { code: 'B_NOT_AGE', reason: 'magic' } })
    },
  )

  test.skipIf(skipLoudly(...lack('age-keygen')))('keygen knows our identity', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'key'), `${ward.identity}\n`)
    expect(shell('age-keygen -y key', folder).trim()).toBe(ward.recipient)
  })
})

test.skipIf(skipLoudly(...lack('age')))(
  'a set that Debian’s age opened and sealed again to another office is refused there',
  async () => {
    const third = await makeOffice('khac', 'c')
    const { folder } = await writtenSet()
    mkdirSync(join(folder, 'forwarded'))
    const name = 'KN1_xa_khac_00000000.tar.age.001'
    shell(`cat KN1_*.tar.age.* | age -d -i office.agekey | age -r ${third.recipient} -o forwarded/${name}`, folder)
    const label = printLabel([{ sha256: sha256(readFileSync(join(folder, 'forwarded', name))), name }])
    writeFileSync(join(folder, 'forwarded', 'KN1_xa_khac_00000000.sha256'), label)
    const set = await onlySet(nodeDisk, join(folder, 'forwarded'))
    expect(await readAs(third, [commune], set, nodeDisk)).toEqual({
      ok: false,
      error: { code: 'B_NOT_ADDRESSED', office: ward.office, officeCode: 'huyen' },
    })
    // Nor does it come back to its own addressee under the other name.
    expect(await readAs(ward, [commune], set, nodeDisk)).toMatchObject({ error: { code: 'B_NOT_FOR_US' } })
  },
)

test.skipIf(skipLoudly(...lack('minisign')))('minisign verifies our signatures, and we verify its own', () => {
  const folder = temporaryFolder()
  const message = 'a  bagit.txt\n'
  writeFileSync(join(folder, 'f'), message)
  writeFileSync(join(folder, 'our.pub'), publicKeyFile(commune.signKey))
  writeFileSync(join(folder, 'f.minisig'), signFile(commune.sign, Buffer.from(message), 'kn1 đây to age1'))
  expect(shell('minisign -V -H -p our.pub -m f', folder)).toContain('Trusted comment: kn1 đây to age1')
  expect(shell(`minisign -V -P ${commune.signKey} -m f`, folder)).toContain('verified')
  writeFileSync(join(folder, 'f'), 'changed')
  expect(() => shell('minisign -V -p our.pub -m f', folder)).toThrow('Signature verification failed')

  shell(
    'minisign -G -W -p their.pub -s their.key >/dev/null; minisign -S -H -W -s their.key -m f -t "kn1 x" -c any',
    folder,
  )
  const [, theirKey = ''] = readFileSync(join(folder, 'their.pub'), 'utf8').split('\n')
  const signature = readFileSync(join(folder, 'f.minisig'), 'utf8')
  expect(publicKeyFile(theirKey)).toBe(readFileSync(join(folder, 'their.pub'), 'utf8'))
  expect(verifyFile(theirKey, Buffer.from('changed'), signature)).toEqual({
    ok: true,
    value: { trustedComment: 'kn1 x' },
  })
  expect(readdirSync(folder)).toContain('their.key')
})
