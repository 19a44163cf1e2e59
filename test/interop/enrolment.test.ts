/**
 * An enrolment opened without this program: with the identity of the new computer's card, Debian's tools read the office's
 * keys and everything it holds, and with any other identity nothing.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { utf8 } from '../../shared/base/canonical.ts'
import { printDeviceCard } from '../../shared/bundle/device-card.ts'
import { cardDigits } from '../../shared/bundle/format.ts'
import { publicKeyFile } from '../../electron/bundle/minisign.ts'
import { addBranch, foundCommune, HOA, newStick, submittedDossier } from '../support/journey.ts'
import { keysOf } from '../support/office-picture.ts'
import { skipLoudly } from '../support/skip-loudly.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const TOOLS = ['age', 'age-keygen', 'tar', 'minisign', 'sha256sum', 'gzip', 'jq']
const missing = TOOLS.filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0)

test.skipIf(skipLoudly(missing.length > 0, `opening an enrolment by hand needs ${missing.join(', ')}`))(
  'age, tar, minisign and jq open the keys and the set of an enrolment, for its card alone',
  async () => {
    const root = temporaryFolder()
    const commune = await foundCommune(root)
    await submittedDossier(commune, await addBranch(commune), HOA, join(root, 'scans'))
    const sh = (command: string) => execFileSync('sh', ['-e', '-c', command], { cwd: root, encoding: 'utf8' })
    sh('age-keygen -o new.agekey 2>/dev/null; age-keygen -o other.agekey 2>/dev/null')
    const recipient = sh('age-keygen -y new.agekey').trim()
    const card = printDeviceCard({
      format: 'kn-device',
      version: 1,
      device: 'abcdefghijklmnop',
      name: 'Máy hai',
      age_recipient: recipient,
    })
    const stick = newStick(root, 'usb')
    const told = await commune.do<{ digits: string }>('device.enrol', {
      card,
      digits: cardDigits(utf8(card)),
      folder: stick,
    })
    const keys = readdirSync(stick).find((name) => name.endsWith('.keys.age')) ?? ''
    const text = sh(`age -d -i new.agekey usb/${keys}`)
    expect(sh(`age -d -i new.agekey usb/${keys} | jq -r .device`).trim()).toBe('abcdefghijklmnop')
    const office = await keysOf(commune)
    expect(text).toContain(office.identity)
    const own = (JSON.parse(text) as { card: string }).card
    expect(cardDigits(utf8(own))).toBe(told.digits.replaceAll(' ', ''))

    mkdirSync(join(root, 'bag'))
    writeFileSync(join(root, 'office.pub'), publicKeyFile(office.signKey))
    const listed = sh(
      `cd usb && sha256sum -c KN1_*.sha256 && cat KN1_*.tar.age.* | age -d -i ../new.agekey | tar -x -C ../bag -f -
       cd ../bag && minisign -V -p ../office.pub -m tagmanifest-sha256.txt
       sha256sum -c tagmanifest-sha256.txt && sha256sum -c manifest-sha256.txt && jq -r .kind bundle.json`,
    )
    expect(listed.trim().split('\n').at(-1)).toBe('enrol')
    // Its private channel is in it, and both scans.
    expect(sh('gzip -dc bag/data/journal/*.own.jsonl.gz | jq -r .kind')).toContain('candidate.registered')
    expect(readdirSync(join(root, 'bag/data/att'))).toHaveLength(2)

    for (const identity of ['other.agekey', 'office.agekey']) {
      writeFileSync(join(root, 'office.agekey'), office.identity)
      const refused = spawnSync('sh', ['-c', `age -d -i ${identity} usb/${keys}`], { cwd: root })
      expect([identity, refused.status === 0, refused.stdout.length]).toEqual([identity, false, 0])
    }
    expect(readFileSync(join(stick, keys)).includes('AGE-SECRET-KEY')).toBe(false)
  },
)
