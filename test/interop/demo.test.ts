/**
 * The demo from outside: a small one is played by its command line, then every set it left is opened with Debian's tools
 * alone, its names and passphrases are looked for in every byte, and its figures are asked of the offices again. When the
 * same is played once more, its network is watched.
 */
import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { FIRST_DAY, LAST_DAY } from '../../build/demo/days.ts'
import { JANUARY } from '../../build/demo/january.ts'
import { keepList } from '../../build/demo/list.ts'
import { COMMUNE, DISTRICT } from '../../build/demo/places.ts'
import { SPRING } from '../../build/demo/spring.ts'
import { playStory } from '../../build/demo/story.ts'
import { summarise, type Summary } from '../../build/demo/summary.ts'
import { setStage } from '../../build/demo/world.ts'
import type { JournalHealth, MemberRow, SearchPage } from '../../shared/contract/answers.ts'
import { Stage } from '../../shared/model/codes.ts'
import { fixedClock } from '../../electron/clock.ts'
import { createCore, type Core } from '../../electron/core.ts'
import { nodeDisk } from '../../electron/disk/node-disk.ts'
import { pathsOf } from '../../electron/paths.ts'
import { encodings } from '../support/canaries.ts'
import { filesIn } from '../support/files-in.ts'
import { countPackets, hasCountedNetwork, type CountedPackets } from '../support/counted-network.ts'
import { succeed } from '../support/office.ts'
import { openByHand, type OpenedByHand } from '../support/open-by-hand.ts'
import { skipLoudly } from '../support/skip-loudly.ts'
import { temporaryFolder, temporaryFolderOfFile } from '../support/temporary-folder.ts'

const CANDIDATES = 12
const TOOLS = ['age', 'tar', 'minisign', 'sha256sum', 'gzip', 'jq', 'perl', 'bash']
const root = join(import.meta.dirname, '../..')
const folder = temporaryFolderOfFile()
const out = join(folder, 'demo-out')
const temporary = join(folder, 'tmp')
let printed = ''
/** Of the second play. */
let packets: CountedPackets | undefined
let summary: Summary
let again: Summary

beforeAll(async () => {
  mkdirSync(temporary)
  const played = [demo(out, 1), demoWatched(join(folder, 'again'), 1)] as const
  printed = (await Promise.all(played))[0]
  summary = readSummary(out)
  again = readSummary(join(folder, 'again'))
}, 180_000)

/** Plays a demo by its command line. @returns what it printed */
async function demo(to: string, seed: number): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, argumentsOf(to, seed), surroundings())
  return stdout
}

/** The same with its packets counted, where they can be. */
async function demoWatched(to: string, seed: number): Promise<void> {
  if (hasCountedNetwork) packets = await countPackets([process.execPath, ...argumentsOf(to, seed)], surroundings())
  else await demo(to, seed)
}

function argumentsOf(to: string, seed: number): readonly string[] {
  const asked = ['--out', to, '--seed', String(seed), '--candidates', String(CANDIDATES), '--no-screens']
  return ['build/demo/demo.ts', ...asked]
}

function surroundings() {
  return { cwd: root, env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary } }
}

function readSummary(from: string): Summary {
  return JSON.parse(readFileSync(join(from, 'summary.json'), 'utf8')) as Summary
}

describe('the demo', () => {
  test('says of itself that all is well, in print and on a page', () => {
    expect([summary.state, summary.candidates, summary.seed]).toEqual(['whole', CANDIDATES, 1])
    expect(summary.checks.filter(({ holds }) => !holds)).toEqual([])
    expect(printed).not.toContain('KHÔNG ĐẠT')
    const page = readFileSync(join(out, 'summary.md'), 'utf8')
    for (const told of [
      'nghe sai một chữ số thì phần mềm không nhận',
      'được 6/10 phiếu, không đủ hai phần ba',
      'Phần mềm không cho gửi hồ sơ',
      'Phần mềm không lập “Nghị quyết của đảng ủy cơ sở đề nghị kết nạp đảng viên”',
      'rà soát danh sách nguồn tháng 1',
      'không đủ tỷ lệ tán thành',
      'để lại xác minh thêm',
      'chấp thuận ngoại lệ',
      'trả lại hồ sơ',
      'Bổ sung và gửi lại',
      'chưa đồng ý kết nạp',
      'xin rút hồ sơ',
      'Đính chính nơi sinh',
      'Thu hồi dòng ghi nhầm',
      'Tiếp nhận giữa chừng',
      'theo văn bản giấy',
      'lập chương trình cuộc họp Ban Thường vụ ngày 26/01',
      'Ban Thường vụ Huyện ủy họp, quyết định kết nạp',
      'giao chỉ tiêu kết nạp năm 2024',
      'gửi báo cáo quý I',
    ])
      expect([told, page.includes(told), printed.includes(told)]).toEqual([told, true, true])
  })

  test('shows the paper that was not made, with the article it rests on', () => {
    expect(summary.refusedPaper?.articles).toEqual(['Hướng dẫn số 01-HD/TW năm 2021, mục 3'])
    expect(summary.refusedPaper?.sentence).toContain('6 trên 10 đảng viên chính thức tán thành, cần ít nhất 7')
    const page = readFileSync(join(out, 'summary.md'), 'utf8')
    expect(page).toContain('- Căn cứ: Hướng dẫn số 01-HD/TW năm 2021, mục 3')
    expect(page).toContain(summary.refusedPaper?.sentence)
  })

  test('records the way to admission as its keeper knows it, and what goes up of it', () => {
    const [commune, district] = summary.offices
    for (const kind of [
      'list.reviewed',
      'helper.noted',
      'class.resultRecorded',
      'resume.recorded',
      'resume.sealed',
      'verification.requested',
      'verification.answered',
      'verification.waived',
      'opinion.recorded',
      'shortVote.reported',
    ])
      expect([kind, (commune?.entries[kind] ?? 0) > 0]).toEqual([kind, true])
    for (const kind of ['dossier.reviewed', 'refusal.notified'])
      expect([kind, (district?.entries[kind] ?? 0) > 0]).toEqual([kind, true])
  })

  test('leaves exactly what it says, and nothing in the temporary folder', () => {
    const names = readdirSync(out).toSorted()
    expect(names).toEqual(['keys', 'marks', 'offices', 'summary.json', 'summary.md', 'usb'])
    expect(readdirSync(join(out, 'offices')).toSorted()).toEqual(['binh-minh', 'huyen-uy'])
    expect(readdirSync(join(out, 'marks')).toSorted()).toEqual(['binh-minh', 'huyen-uy'])
    const sets = Array.from({ length: 13 }, (_, i) => [`usb/up-${i + 1}`, `usb/down-${i + 1}`]).flat()
    expect(summary.sets.map((set) => set.folder)).toEqual(sets)
    expect(readdirSync(join(out, 'usb'))).toHaveLength(sets.length)
    expect(readdirSync(temporary)).toEqual([])
  })

  test('is the same story for the same seed', () => {
    const story = ({ offices, entries, sets, sampleNames }: Summary) => ({
      offices: offices.map(({ people, stages, entries: own }) => ({ people, stages, own })),
      entries,
      sets: sets.map((set) => [set.folder, set.day, set.entries, set.scans]),
      sampleNames,
    })
    expect(story(again)).toEqual(story(summary))
    expect(again.offices[0]?.office).not.toBe(summary.offices[0]?.office)
  })

  test.skipIf(skipLoudly(!hasCountedNetwork, 'the packets of the demo: needs root, unshare and iproute2'))(
    'sends not one packet',
    () => {
      expect(packets?.after).toBe(packets?.before)
      expect(packets?.deliberate).toBeGreaterThan(packets?.after ?? Infinity)
    },
  )

  test('is another story for another seed, and notices by itself where the two offices do not agree', async () => {
    const where = temporaryFolder()
    const world = await setStage({
      out: where,
      scanFolder: where,
      seed: 2,
      firstDay: FIRST_DAY,
      print: () => undefined,
      plans: { commune: COMMUNE, district: DISTRICT },
    })
    const { [LAST_DAY]: _lastTrip, ...scenes } = { ...JANUARY, ...SPRING }
    const { state, checks, offices, entries, sampleNames } = await summarise(
      await playStory(world, 24, scenes, keepList),
    )
    world.commune.close()
    world.district.close()
    expect(sampleNames).not.toEqual(summary.sampleNames)
    // As many people as this show recognition as far as the card, inside the quarter.
    expect(offices[0]?.stages['cardIssued']).toBe(1)
    expect(entries).toMatchObject({ 'card.issued': 1, 'limit.extended': 1 })
    expect(state).toBe('faulty')
    expect(checks.filter(({ holds }) => !holds).map(({ check }) => check)).toEqual([
      'Hai bên thống nhất số người theo từng giai đoạn',
      'Hai bên thống nhất danh sách chi bộ',
      'Huyện ủy giữ đúng nhật ký của xã',
    ])
  }, 240_000)

  test('refuses a folder that holds anything else, and arguments it does not know', () => {
    const mine = temporaryFolder()
    writeFileSync(join(mine, 'letter.txt'), 'mine')
    const refused = spawnSync(process.execPath, ['build/demo/demo.ts', '--out', mine], { cwd: root, encoding: 'utf8' })
    expect([refused.status, refused.stderr.includes('không trống')]).toEqual([1, true])
    expect(readdirSync(mine)).toEqual(['letter.txt'])
    for (const wrong of [['--candidates', '0'], ['--candidates', '2001'], ['--seed', 'x'], ['--nothing']]) {
      const answer = spawnSync(process.execPath, ['build/demo/demo.ts', ...wrong], { cwd: root, encoding: 'utf8' })
      expect([answer.status, answer.stdout]).toEqual([2, ''])
    }
  })
})

describe('the figures', () => {
  test.each([
    ['the commune', 0],
    ['the district', 1],
  ] as const)('of %s are what its office answers', async (_name, index) => {
    const office = summary.offices[index]
    const { core, close } = await openOffice(office?.code ?? '')
    const count = async (filter: object) =>
      (await succeed<SearchPage>(core.call('candidate.search', { ...filter, limit: 1 }))).total
    expect(await count({})).toBe(office?.people)
    for (const stage of Stage.options)
      expect([stage, await count({ stage })]).toEqual([stage, office?.stages[stage] ?? 0])
    const health = await succeed<JournalHealth>(core.call('journal.health', { deep: true }))
    expect([health.tables, new Set(health.channels.map(({ chain }) => chain))]).toEqual(['equal', new Set(['whole'])])
    const own = health.channels.filter((channel) => channel.own).reduce((sum, { entries }) => sum + entries, 0)
    expect(Object.values(office?.entries ?? {}).reduce((sum, n) => sum + n, 0)).toBe(own)
    close()
  })

  test('agree: whoever the commune keeps stands at the same stage at the district', async () => {
    const commune = await openOffice('binh-minh')
    const district = await openOffice('huyen-uy')
    const keeper = summary.offices[0]?.office
    const rows = async (core: Core) => {
      const page = await succeed<SearchPage>(core.call('candidate.search', { keeper, limit: 200 }))
      return page.rows.map(({ case: id, name, stage, unit }) => [id, name, stage, unit])
    }
    expect(await rows(district.core)).toEqual(await rows(commune.core))
    commune.close()
    district.close()
  })

  test.skipIf(skipLoudly(...lack(...TOOLS)))('count every entry of a shared kind that travelled, once', () => {
    const kinds: Record<string, number> = {}
    for (const { lines } of opened()) for (const { kind } of lines) kinds[kind] = (kinds[kind] ?? 0) + 1
    const [commune, district] = summary.offices
    for (const kind of ['candidate.listed', 'dossier.submitted', 'candidate.withdrawn', 'entry.retracted'])
      expect([kind, kinds[kind]]).toEqual([kind, commune?.entries[kind]])
    for (const kind of ['dossier.received', 'dossier.returned'])
      expect([kind, kinds[kind]]).toEqual([kind, district?.entries[kind]])
    // The decision on the unit kept on paper stays with the district.
    expect((kinds['decision.recorded'] ?? 0) + 1).toBe(district?.entries['decision.recorded'])
    for (const kind of ['paper.recorded', 'candidate.registered', 'helper.assigned', 'member.added'])
      expect([kind, kinds[kind]]).toEqual([kind, undefined])
  })

  test('hold the five sample names, by the search of candidates or of members', async () => {
    const { core, close } = await openOffice('binh-minh')
    expect(new Set(summary.sampleNames).size).toBe(5)
    for (const name of summary.sampleNames) {
      const people = await succeed<SearchPage>(core.call('candidate.search', { text: name }))
      const members = await succeed<{ readonly members: readonly MemberRow[] }>(
        core.call('member.search', { text: name }),
      )
      const names = [...people.rows.map((row) => row.name), ...members.members.map(({ member }) => member.name)]
      const there = names.includes(name) || (await nameAtDistrict(name))
      expect([name, there]).toEqual([name, true])
    }
    close()
  })

  test('can be asked by the console', async () => {
    const { core, close } = await openOffice('huyen-uy')
    const page = await succeed<SearchPage>(core.call('candidate.search', { stage: 'refused' }))
    close()
    const file = join(temporaryFolder(), 'passphrase')
    writeFileSync(file, `${DISTRICT.passphrase}\n`)
    const place = ['--data', join(out, 'offices/huyen-uy'), '--marks', join(out, 'marks/huyen-uy')]
    const call = ['case.get', JSON.stringify({ case: page.rows[0]?.case })]
    const answer = execFileSync(
      process.execPath,
      ['electron/console.ts', ...place, '--passphrase-file', file, '--today', '2024-03-29', ...call],
      { cwd: root, encoding: 'utf8' },
    )
    expect(JSON.parse(answer)).toMatchObject({ stage: 'refused', state: { decision: { outcome: 'refuse' } } })
  })
})

describe('nothing can be read without the keys', () => {
  const people = () => [...summary.sampleNames, COMMUNE.user.name, DISTRICT.user.name]
  const passphrases = () => summary.offices.map(({ passphrase }) => passphrase)

  test('of names and passphrases in offices/ and usb/, in any encoding', () => {
    const needles = [...people(), ...passphrases()].flatMap(encodings)
    const files = filesIn(join(out, 'offices')).concat(filesIn(join(out, 'usb')))
    expect(files.length).toBeGreaterThan(60)
    const found = files.flatMap((file) => {
      const bytes = readFileSync(file)
      return needles.filter(({ needle }) => bytes.includes(needle)).map(({ what }) => `${what} in ${file}`)
    })
    expect(found).toEqual([])
  })

  test('but the search would find them: they are in summary.json', () => {
    const bytes = readFileSync(join(out, 'summary.json'))
    for (const name of summary.sampleNames)
      expect(encodings(name).some(({ needle }) => bytes.includes(needle))).toBe(true)
    const hidden = Buffer.concat([Buffer.from('xx'), Buffer.from(`y${people()[0]}z`)]).toString('base64')
    expect(encodings(people()[0] ?? '').some(({ needle }) => Buffer.from(hidden).includes(needle))).toBe(true)
  })
})

describe("every set opens with Debian's tools alone", () => {
  test.skipIf(skipLoudly(...lack(...TOOLS)))(
    'and is signed, whole, addressed and chained from its first line to its last',
    () => {
      const heads = new Map<string, { readonly seq: number; readonly head: string }>()
      for (const { set, output, bundle, lines, heads: recomputed, scans } of opened()) {
        expect(output).toContain('tar.age.001: OK')
        expect(output).toContain('Signature and comment signature verified')
        expect(output).toContain('bundle.json: OK')
        expect(bundle.id).toBe(set.id)
        expect([bundle.from.code, bundle.to.code]).toEqual([set.from, set.to])
        expect([lines.length, scans]).toEqual([set.entries, set.scans])
        for (const channel of bundle.channels) {
          const before = heads.get(channel.channel) ?? { seq: 0, head: '0'.repeat(64) }
          // Each set goes on where the last one ended: everything is acknowledged by the set that came back.
          expect([channel.from, channel.requires]).toEqual([before.seq + 1, before.head])
          expect(channel.channel.endsWith(`.${bundle.to.office}`)).toBe(true)
          expect(recomputed.get(channel.channel)).toBe(channel.head)
          heads.set(channel.channel, { seq: channel.to, head: channel.head })
        }
      }
      expect(heads.size).toBe(2)
    },
    120_000,
  )
})

let openedOnce: readonly OpenedByHand[] | undefined

/** Every set, opened by hand; once for all tests. */
function opened(): readonly OpenedByHand[] {
  openedOnce ??= summary.sets.map((set, i) => openByHand(out, set, join(folder, `bag-${i}`)))
  return openedOnce
}

/** For `skipLoudly`: are any of these tools missing, and what to say then. */
function lack(...tools: readonly string[]): readonly [isMissing: boolean, reason: string] {
  const missing = tools.filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0).join(', ')
  return [missing !== '', `the demo's sets opened with ${missing}: not installed`]
}

async function openOffice(code: string): Promise<{ readonly core: Core; readonly close: () => void }> {
  const office = summary.offices.find((candidate) => candidate.code === code)
  if (office === undefined) throw new Error(`no office ${code}`)
  const core = createCore({
    disk: nodeDisk,
    paths: pathsOf(join(out, office.data), join(out, office.marks)),
    clock: fixedClock('2024-03-29'),
  })
  await succeed(core.call('session.unlock', { passphrase: office.passphrase }))
  return { core, close: () => core.close() }
}

/** One sample may be of the unit that the district keeps. */
async function nameAtDistrict(name: string): Promise<boolean> {
  const { core, close } = await openOffice('huyen-uy')
  const page = await succeed<SearchPage>(core.call('candidate.search', { text: name }))
  close()
  return page.rows.some((row) => row.name === name)
}
