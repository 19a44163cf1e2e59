/**
 * Invented families: the CV of an applicant (form 2-KNĐ) with parents, a spouse and the spouse's parents, children and a
 * sibling. Some parents are Party members, so that who belongs to the same side need not be verified again.
 */
import type { Kinship } from '../../shared/model/codes.ts'
import type { Relative, Resume } from '../../shared/model/resume.ts'
import type { Person } from './cast.ts'
import { drawName } from './names.ts'
import type { Random } from './prng.ts'

/**
 * The CV as it was declared, without what the branch and the committee write on it later.
 * @param random - of this person alone, so that the same family comes every time
 * @param date - the day of the declaration
 */
export function drawResume(random: Random, { profile, branch }: Person, date: string): Resume {
  const year = Number(profile.birth?.slice(0, 4))
  const place = `${branch.village}, xã Bình Minh`
  return {
    date,
    relatives: drawFamily(random, profile.name, year, place),
    periods: [
      { from: `${year + 6}`, to: `${year + 18}`, what: 'Học sinh phổ thông', where: 'Xã Bình Minh' },
      { from: `${year + 18}`, what: profile.work ?? 'Lao động tại địa phương', where: place },
    ],
    ...(random.chance(0.3)
      ? { rewards: [{ what: 'Giấy khen của Ủy ban nhân dân xã', date: '2022', by: 'Ủy ban nhân dân xã Bình Minh' }] }
      : {}),
  }
}

type Sex = 'male' | 'female'

function drawFamily(random: Random, own: string, year: number, residence: string): Relative[] {
  const family = own.includes(' ') ? (own.split(' ')[0] ?? null) : null
  const one = (relation: Kinship, sex: Sex, birthYear: number, more: Partial<Relative> = {}): Relative => ({
    id: random.uuid(),
    relation,
    name: nameOf(random, sex, relation === 'father' || relation === 'sibling' ? family : null),
    birthYear,
    living: true,
    residence,
    occupation: birthYear < 1963 ? 'Đã nghỉ, ở nhà' : 'Làm ruộng',
    partyMember: false,
    conduct: 'Chấp hành tốt đường lối của Đảng, chính sách, pháp luật của Nhà nước.',
    ...more,
  })
  const member = (chance: number): Partial<Relative> => (random.chance(chance) ? { partyMember: true } : {})
  const relatives = [
    one('father', 'male', year - 27, member(0.4)),
    one('mother', 'female', year - 24, { living: !random.chance(0.08), ...member(0.1) }),
    one('sibling', 'male', year + 3),
  ]
  if (year > 1996 || !random.chance(0.8)) return relatives
  return [
    ...relatives,
    one('spouse', random.chance(0.5) ? 'female' : 'male', year + 1),
    one('spouseFather', 'male', year - 28, member(0.3)),
    one('spouseMother', 'female', year - 26),
    one('child', 'female', Math.max(year + 25, 2012), { occupation: 'Còn nhỏ' }),
  ]
}

function nameOf(random: Random, sex: Sex, family: string | null): string {
  let drawn = drawName(random, 'any')
  while (drawn.sex !== sex) drawn = drawName(random, 'any')
  const [, ...rest] = drawn.name.split(' ')
  return family === null || rest.length === 0 ? drawn.name : [family, ...rest].join(' ')
}
