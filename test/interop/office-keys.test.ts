/**
 * In twenty years, without this program: the file of keys and the words of the sealed envelope open every set that was
 * received and every scan of the store, with Debian's age and tar alone.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { officeIdOf, parseCard } from '../../shared/bundle/format.ts'
import type { KeysExported } from '../../shared/contract/exchange.ts'
import { BEFORE_OPENING, openingSteps } from '../../shared/words/vi.ts'
import {
  addBranch,
  communeAndDistrict,
  exportTo,
  foundCommune,
  foundDistrict,
  HOA,
  importFrom,
  newStick,
  register,
  submittedDossier,
} from '../support/journey.ts'
import { sha256 } from '../support/bundle-kit.ts'
import { pair } from '../support/office.ts'
import { skipLoudly } from '../support/skip-loudly.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const TOOLS = ['age', 'tar', 'sha256sum', 'gzip', 'script']
const missing = TOOLS.filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0)

test.skipIf(skipLoudly(missing.length > 0, `opening an archive by hand needs ${missing.join(', ')}`))(
  'the words of the envelope open every set and scan of a folder with age and tar, and only with the passphrase',
  async () => {
    const root = temporaryFolder()
    const { commune, district } = await communeAndDistrict(root, { partBytes: 1000 })
    const other = await foundCommune(root, 'le-ho', 'Đảng ủy xã Lê Hồ')
    await pair(other, district)
    await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
    await register(other, await addBranch(other))
    // Keys from before a renewal are among them.
    await district.do('keys.renew', { reason: 'Nghi lộ khóa' })
    await district.unlock()
    const archive = newStick(root, 'kho')
    const many = await exportTo(commune, archive, district)
    const single = await exportTo(other, archive, district)
    expect(many.files.length).toBeGreaterThan(3)
    expect(single.files).toHaveLength(2)
    expect((await importFrom(district, archive)).sets).toMatchObject([{ outcome: 'imported' }, { outcome: 'imported' }])
    const foreign = await exportTo(district, archive, other)
    const keys = await district.do<KeysExported>('keys.export', { to: archive, reason: 'Lưu kho' })
    expect(keys.passphrase).toMatch(/^\d{6}(-\d{6}){5}$/)
    expect(readFileSync(keys.file).includes('AGE-SECRET-KEY')).toBe(false)
    cpSync(join(district.paths.data, 'scans'), join(archive, 'scans'), { recursive: true })
    const before = filesBelow(archive)

    const steps = openingSteps(basename(keys.file))
    const [opening] = steps
    expect(() => byHand(opening?.commands ?? [], archive, '000000-000000-000000-000000-000000-000000')).toThrow()
    const printed = byHand(
      steps.slice(0, -1).flatMap(({ commands }) => commands),
      archive,
      keys.passphrase,
    )
    expect(printed).toContain(keys.sha256)
    for (const name of [...many.files, ...single.files])
      if (!name.endsWith('.sha256')) expect(printed).toContain(`${name}: OK`)

    const told = readFileSync(join(archive, 'ban-ghi.txt'), 'utf8').trimEnd().split('\n')
    expect(told).toHaveLength(many.entries + single.entries)
    const sent = readdirSync(join(archive, bagOf(many.files), 'data/att'))
    expect(sent).toHaveLength(2)
    for (const name of sent) expect(sha256(readFileSync(join(archive, bagOf(many.files), 'data/att', name)))).toBe(name)
    expect(filesBelow(join(archive, bagOf(single.files)))).toContain('bundle.json')
    expect(filesBelow(join(archive, bagOf(foreign.files)))).toEqual([])
    const scans = readdirSync(join(archive, 'ban-quet'))
    expect(scans.map((name) => sha256(readFileSync(join(archive, 'ban-quet', name)))).toSorted()).toEqual(
      sent.toSorted(),
    )

    // Whoever has opened the file of keys reads in it what stands on the sheet; the last step leaves nothing of it.
    const opened = readFileSync(join(archive, 'khoa.txt'), 'utf8')
    for (const said of [BEFORE_OPENING, ...steps.flatMap(({ what, commands }) => [what, ...commands])])
      expect(opened).toContain(said)
    byHand(steps.at(-1)?.commands ?? [], archive, '')
    expect(existsSync(join(archive, 'khoa.txt'))).toBe(false)
    expect(filesBelow(archive)).toEqual(expect.arrayContaining([...before]))

    expect(await district.refused('keys.export', { to: join(root, 'no such'), reason: 'Lưu kho' })).toMatchObject({
      code: 'DISK_GONE',
    })
  },
)

const lacksMinisign = spawnSync('sh', ['-c', 'command -v minisign']).status !== 0

test.skipIf(skipLoudly(lacksMinisign, 'verifying a card by hand needs minisign'))(
  'what a card says of renewed keys is verified by minisign, step by step, from the first key to the present one',
  async () => {
    const root = temporaryFolder()
    const office = await foundDistrict(root)
    for (const reason of ['Mất máy tính', 'Nghi lộ khóa']) {
      await office.do('keys.renew', { reason })
      await office.unlock()
    }
    const { card } = await office.do<{ card: string }>('pairing.card')
    const { sign_key: present = '', renewals = [] } = parseCard(card) ?? {}
    const keys = [...renewals.map(({ sign_key: key }) => key), present]
    expect([keys.length, officeIdOf(keys[0] ?? '')]).toEqual([3, office.id])
    const [message, signature] = [join(root, 'next'), join(root, 'next.minisig')]
    for (const [place, renewal] of renewals.entries()) {
      writeFileSync(message, `${keys[place + 1]}\n`)
      writeFileSync(signature, renewal.signature)
      const said = execFileSync('minisign', ['-V', '-P', renewal.sign_key, '-m', message, '-x', signature])
      expect(said.toString()).toContain(`Trusted comment: ket-nap renews ${office.id}`)
    }
  },
)

/** Types commands at a terminal of its own, since age asks for the passphrase there and nowhere else. */
function byHand(commands: readonly string[], folder: string, passphrase: string): string {
  const file = join(temporaryFolder(), 'typed')
  writeFileSync(file, `${commands.join('\n')}\n`)
  return execFileSync('script', ['-qec', `sh ${file}`, '/dev/null'], {
    cwd: folder,
    encoding: 'utf8',
    input: `${passphrase}\n`,
    stdio: 'pipe',
  })
}

/** The folder that a set is opened into. */
function bagOf(files: readonly string[]): string {
  return basename(files.find((file) => file.endsWith('.sha256')) ?? '', '.sha256')
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
}
