/** The parts the demo is made of: chance, names, scans, the cast, the calendar of scenes, the folder it may use. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Jimp } from 'jimp'
import { describe, expect, test } from 'vitest'
import { castStory } from '../../../build/demo/cast.ts'
import { FIRST_DAY, LAST_DAY, storyDays, workingDayBefore, workingDays } from '../../../build/demo/days.ts'
import { FolderInUse, MARK, prepareFolder } from '../../../build/demo/folder.ts'
import { JANUARY } from '../../../build/demo/january.ts'
import { drawName } from '../../../build/demo/names.ts'
import { createRandom } from '../../../build/demo/prng.ts'
import { drawResume } from '../../../build/demo/relatives.ts'
import { makePdf, makeScan } from '../../../build/demo/scans.ts'
import { SPRING } from '../../../build/demo/spring.ts'
import { prepare } from '../../../electron/scans/prepare.ts'
import { Profile } from '../../../shared/model/profile.ts'
import { Resume } from '../../../shared/model/resume.ts'
import { impossibleProfile } from '../../../shared/rules/impossible.ts'
import { nameProblem } from '../../../shared/text/names.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

describe('chance', () => {
  const draw = (seed: number, label: string) => {
    const random = createRandom(seed, label)
    return Array.from({ length: 50 }, () => random.next())
  }

  test('is the same for the same seed and label, and another for any other', () => {
    expect(draw(1, 'names')).toEqual(draw(1, 'names'))
    expect(draw(2, 'names')).not.toEqual(draw(1, 'names'))
    expect(draw(1, 'people')).not.toEqual(draw(1, 'names'))
    expect(draw(0, '')[0]).toBe(0.5713724766392261)
  })

  test('stays within its bounds and reaches them', () => {
    const random = createRandom(7, 'bounds')
    const drawn = new Set(Array.from({ length: 500 }, () => random.between(3, 6)))
    expect([...drawn].toSorted((a, b) => a - b)).toEqual([3, 4, 5, 6])
    const picked = Array.from({ length: 1000 }, () => random.weighted([['often', 9] as const, ['never', 0] as const]))
    expect(picked).not.toContain('never')
    expect(random.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(() => random.pick([])).toThrow('nothing to pick from')
  })
})

describe('names', () => {
  const random = createRandom(1, 'many names')
  const drawn = Array.from({ length: 4000 }, () => drawName(random))

  test('are names the program takes, in NFC', () => {
    for (const { name } of drawn) expect([name, nameProblem(name), name.normalize('NFC')]).toEqual([name, null, name])
  })

  test('are as frequent as in life, of several peoples, of one word and of five', () => {
    const share = (test: (name: string) => boolean) => drawn.filter(({ name }) => test(name)).length / drawn.length
    expect(share((name) => name.startsWith('Nguyễn '))).toBeGreaterThan(0.24)
    expect(share((name) => name.startsWith('Nguyễn '))).toBeLessThan(0.36)
    expect(share((name) => /^[ĐƯ]/.test(name))).toBeGreaterThan(0.03)
    expect(share((name) => !name.includes(' '))).toBeGreaterThan(0.002)
    expect(share((name) => name.split(' ').length >= 5)).toBeGreaterThan(0.01)
    expect(new Set(drawn.map(({ ethnicity }) => ethnicity)).size).toBe(8)
    expect(new Set(drawn.map(({ name }) => name)).size).toBeGreaterThan(2500)
  })

  test('are never those of people known to all', () => {
    const names = new Set(drawn.map(({ name }) => name))
    for (const name of ['Võ Thị Sáu', 'Lê Đức Anh', 'Phạm Minh Chính', 'Nguyễn Thị Bình'])
      expect(names).not.toContain(name)
  })
})

describe('a scan', () => {
  const random = createRandom(1, 'scans')

  test.each(['pdf', 'png', 'jpg'] as const)('of kind %s is one the program takes', async (kind) => {
    const [one, other] = [makeScan(kind, random, 'first'), makeScan(kind, random, 'second')]
    expect(Buffer.from(one).equals(other)).toBe(false)
    const prepared = await prepare(one, `1-KND.${kind}`)
    expect(prepared.ok && prepared.value.mediaType).toBe(
      { pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg' }[kind],
    )
  })

  test.each([
    ['png', 11, 15],
    ['jpg', 88, 120],
  ] as const)('of kind %s is a picture that others can read', async (kind, width, height) => {
    const picture = await Jimp.read(Buffer.from(makeScan(kind, random, '')))
    expect([picture.width, picture.height]).toEqual([width, height])
    const greys = new Set(Array.from({ length: width * height }, (_, i) => picture.bitmap.data[i * 4]))
    expect(greys.size).toBeGreaterThan(20)
  })

  test('of kind pdf has its objects where its table says', () => {
    const file = Buffer.from(makePdf('Demo (one) \\ two')).toString('latin1')
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1])
    expect(file.slice(table, table + 5)).toBe('xref\n')
    const offsets = [...file.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset))
    expect(offsets.map((offset) => file.slice(offset, offset + 7))).toEqual(
      [1, 2, 3, 4, 5].map((number) => `${number} 0 obj`),
    )
    const [, length, stream] = /\/Length (\d+) >>\nstream\n([^\n]*)\nendstream/.exec(file) ?? []
    expect(stream).toHaveLength(Number(length))
    expect(file).toContain('(Demo \\(one\\) \\\\ two) Tj')
    expect(() => makePdf('Đảng')).toThrow('ASCII')
  })
})

describe('the cast', () => {
  test.each([1, 2, 12, 28, 60, 2000])('of %i people is whole, and each of them possible', (count) => {
    const cast = castStory(1, count)
    expect(cast.map(({ serial }) => serial)).toEqual(Array.from({ length: count }, (_, i) => i + 1))
    for (const { profile } of cast) {
      expect(Profile.safeParse(profile).error).toBeUndefined()
      expect(impossibleProfile(profile, { today: FIRST_DAY })).toBeNull()
    }
    expect(new Set(cast.map(({ profile }) => profile.identityNumber)).size).toBe(count)
    expect(castStory(1, count)).toEqual(cast)
  })

  test('of sixty plays every part, and begins like the cast of twelve', () => {
    const cast = castStory(1, 60)
    expect(new Set(cast.map(({ part }) => part)).size).toBe(27)
    expect(castStory(1, 12)).toEqual(cast.slice(0, 12))
    expect(castStory(2, 60).map(({ profile }) => profile.name)).not.toEqual(cast.map(({ profile }) => profile.name))
  })

  test('has families as form 2-KNĐ asks for them, the same each time', () => {
    const drawn = castStory(1, 60).map((person) =>
      drawResume(createRandom(1, `family ${person.serial}`), person, FIRST_DAY),
    )
    for (const resume of drawn) {
      expect(Resume.safeParse(resume).error).toBeUndefined()
      expect(resume.relatives.slice(0, 2).map(({ relation }) => relation)).toEqual(['father', 'mother'])
    }
    const ids = drawn.flatMap(({ relatives }) => relatives.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    const members = drawn.filter(({ relatives }) => relatives.some(({ partyMember }) => partyMember)).length
    expect(members).toBeGreaterThan(10)
    expect(members).toBeLessThan(60)
    const [someone] = castStory(1, 1)
    if (someone === undefined) throw new Error('nobody')
    const again = () => drawResume(createRandom(1, 'family 1'), someone, FIRST_DAY)
    expect(again()).toEqual(again())
  })

  test('has the short vote in a branch of ten', () => {
    for (const seed of [1, 2, 3]) {
      const short = castStory(seed, 12).find(({ part }) => part === 'short')
      expect([short?.branch.official, short?.branch.excluded]).toEqual([10, 0])
    }
  })
})

describe('the days', () => {
  test('run from 02/01 to 29/3/2024, and every scene has one of them', () => {
    const days = storyDays()
    expect([days[0], days.at(-1), days.length]).toEqual([FIRST_DAY, LAST_DAY, 88])
    const scenes = [...Object.keys(JANUARY), ...Object.keys(SPRING)]
    expect(new Set(scenes).size).toBe(scenes.length)
    for (const day of scenes) expect(days).toContain(day)
  })

  test('of work leave out Tết; only the ceremonies of 03/02 are held on a Saturday', () => {
    expect(workingDays('2024-02-07', '2024-02-15')).toEqual(['2024-02-07', '2024-02-15'])
    expect(workingDayBefore('2024-01-10', 9)).toBe('2023-12-29')
    const working = workingDays(FIRST_DAY, LAST_DAY)
    const others = [...Object.keys(JANUARY), ...Object.keys(SPRING)].filter((day) => !working.includes(day))
    expect(others).toEqual(['2024-02-03'])
  })
})

describe('the folder', () => {
  test('is made where there is none, and marked before anything else', () => {
    const out = join(temporaryFolder(), 'new', 'demo-out')
    prepareFolder(out)
    expect(readdirSync(out)).toEqual(['summary.json'])
    expect(JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'))).toEqual({ demo: MARK, state: 'unfinished' })
  })

  test('is emptied where an earlier demo lies in it', () => {
    const out = temporaryFolder()
    prepareFolder(out)
    mkdirSync(join(out, 'offices', 'binh-minh'), { recursive: true })
    writeFileSync(join(out, 'offices', 'binh-minh', 'store.db'), 'old')
    prepareFolder(out)
    expect(readdirSync(out)).toEqual(['summary.json'])
  })

  test('is left alone where it holds anything else', () => {
    const out = temporaryFolder()
    const letter = join(out, 'letter.txt')
    writeFileSync(letter, 'mine')
    expect(() => prepareFolder(out)).toThrow(FolderInUse)
    writeFileSync(join(out, 'summary.json'), '{"demo":"another"}')
    expect(() => prepareFolder(out)).toThrow(FolderInUse)
    writeFileSync(join(out, 'summary.json'), JSON.stringify({ demo: MARK }))
    mkdirSync(join(out, 'usb'))
    expect(() => prepareFolder(out)).toThrow('letter.txt')
    expect([existsSync(join(out, 'usb')), readFileSync(letter, 'utf8')]).toEqual([true, 'mine'])
  })
})
