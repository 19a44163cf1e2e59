/**
 * In twenty years, without this program: the file of keys and the words of the sealed envelope open every set that was
 * received and every scan of the store, with Debian's age and tar alone.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { officeIdOf, parseCard } from '../../shared/bundle/format.ts'
import type { KeysExported } from '../../shared/contract/exchange.ts'
import {
  addBranch,
  communeAndDistrict,
  exportTo,
  foundDistrict,
  HOA,
  newStick,
  submittedDossier,
} from '../support/journey.ts'
import { sha256 } from '../support/bundle-kit.ts'
import { skipLoudly } from '../support/skip-loudly.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const missing = ['age', 'tar', 'script'].filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0)

test.skipIf(skipLoudly(missing.length > 0, `opening an archive by hand needs ${missing.join(', ')}`))(
  'the exported keys open sets and scans with age and tar, and only with their words',
  async () => {
    const root = temporaryFolder()
    const { commune, district } = await communeAndDistrict(root)
    await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
    // Keys from before a renewal are among them.
    await district.do('keys.renew', { reason: 'Nghi lộ khóa' })
    await district.unlock()
    const stick = newStick(root, 'usb')
    await exportTo(commune, stick, district)
    const archive = newStick(root, 'kho')
    const theirs = await district.do<KeysExported>('keys.export', { to: archive, reason: 'Lưu kho' })
    const ours = await commune.do<KeysExported>('keys.export', { to: archive, reason: 'Lưu kho' })
    expect(theirs.passphrase).toMatch(/^\d{6}(-\d{6}){5}$/)
    expect(sha256(readFileSync(theirs.file))).toBe(theirs.sha256)
    expect(readFileSync(theirs.file).includes('AGE-SECRET-KEY')).toBe(false)

    mkdirSync(join(root, 'bag'))
    const [part = ''] = readdirSync(stick).filter((name) => name.endsWith('.001'))
    byHand(`age -d -i ${theirs.file} -o ${join(root, 'bag.tar')} ${join(stick, part)}`, theirs.passphrase)
    execFileSync('tar', ['-xf', join(root, 'bag.tar'), '-C', join(root, 'bag')])
    const scans = readdirSync(join(root, 'bag/data/att'))
    expect(scans).toHaveLength(2)
    for (const name of scans) expect(sha256(readFileSync(join(root, 'bag/data/att', name)))).toBe(name)

    const sealed = readdirSync(join(commune.paths.data, 'scans'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
    const opened = sealed.map((file, i) => {
      byHand(`age -d -i ${ours.file} -o ${join(root, `scan-${i}`)} ${file}`, ours.passphrase)
      return createHash('sha256')
        .update(readFileSync(join(root, `scan-${i}`)))
        .digest('hex')
    })
    expect(opened.toSorted()).toEqual(scans.toSorted())

    expect(() =>
      byHand(`age -d -i ${theirs.file} -o ${join(root, 'no.tar')} ${join(stick, part)}`, ours.passphrase),
    ).toThrow()
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

/** Runs a command on a terminal of its own, since age asks for words there and nowhere else. */
function byHand(command: string, words: string): void {
  execFileSync('script', ['-qec', command, '/dev/null'], { input: `${words}\n`, stdio: ['pipe', 'pipe', 'pipe'] })
}
