/**
 * Invented people: candidates as form 2-KNĐ knows them, and members of the light register who help them. What somebody
 * does follows from the branch they belong to; all of them meet the criteria of RS-2021 unless the story wants otherwise.
 */
import type { Profile } from '../../shared/model/profile.ts'
import type { Person } from './cast.ts'
import type { Branch } from './places.ts'
import { drawName, type NameStyle } from './names.ts'
import type { Random } from './prng.ts'

type Work = readonly [
  occupation: NonNullable<Profile['occupation']>,
  work: string,
  qualification: NonNullable<Profile['qualification']>,
  source: NonNullable<Profile['source']>,
]

/** What people of a branch do, by its sector. */
const WORK: Readonly<Record<Branch['sector'], readonly Work[]>> = {
  residential: [
    ['farmer', 'Làm ruộng, chăn nuôi tại thôn', 'none', 'farmersUnion'],
    ['farmer', 'Trồng cây ăn quả', 'elementary', 'farmersUnion'],
    ['freelance', 'Thợ xây, làm tự do', 'elementary', 'fatherlandFront'],
    ['freelance', 'Buôn bán tại chợ xã', 'none', 'womenUnion'],
    ['other', 'Chi hội trưởng Chi hội Phụ nữ thôn', 'intermediate', 'womenUnion'],
    ['other', 'Bí thư chi đoàn thôn', 'college', 'youthUnion'],
    ['armedForces', 'Thôn đội trưởng', 'intermediate', 'veterans'],
  ],
  school: [
    ['publicEmployee', 'Giáo viên', 'bachelor', 'tradeUnion'],
    ['publicEmployee', 'Giáo viên, Tổng phụ trách Đội', 'bachelor', 'youthUnion'],
    ['publicEmployee', 'Nhân viên thư viện', 'college', 'tradeUnion'],
  ],
  enterprise: [
    ['worker', 'Công nhân may', 'elementary', 'tradeUnion'],
    ['worker', 'Tổ trưởng tổ cắt', 'intermediate', 'tradeUnion'],
    ['manager', 'Quản đốc phân xưởng', 'college', 'tradeUnion'],
  ],
  agency: [
    ['official', 'Công chức Văn phòng - thống kê', 'bachelor', 'tradeUnion'],
    ['official', 'Công chức Địa chính - nông nghiệp', 'bachelor', 'tradeUnion'],
    ['other', 'Cán bộ không chuyên trách xã', 'intermediate', 'youthUnion'],
  ],
}

/**
 * A candidate's profile.
 * @param serial - unique among the people of this demo; it ends the identity number
 */
export function drawProfile(random: Random, branch: Branch, serial: number, style: NameStyle = 'any'): Profile {
  const { name, sex, ethnicity } = drawName(random, style)
  const [occupation, work, qualification, source] = random.pick(WORK[branch.sector])
  const year = random.weighted([
    [random.between(1994, 2004), 62],
    [random.between(1985, 1993), 30],
    [random.between(1970, 1984), 8],
  ])
  const birth = `${year}-${pad(random.between(1, 12))}-${pad(random.between(1, 28))}`
  const youth = year >= 1994
  const homeVillage = random.pick(['Đông Hà', 'Đồi Cọ', 'Nước Mát', 'Lũng Mây', 'Bến Đá', 'Ao Sen'])
  return {
    name,
    birth,
    sex,
    ethnicity,
    religion: random.chance(0.08) ? random.pick(['Công giáo', 'Phật giáo']) : 'Không',
    birthPlace: 'Xã Bình Minh, huyện Kim Sơn Giang',
    hometown: `Thôn ${homeVillage}, xã Bình Minh, huyện Kim Sơn Giang`,
    residence: `${branch.village}, xã Bình Minh, huyện Kim Sơn Giang`,
    identityNumber: identityNumber(sex, year, serial),
    occupation,
    work,
    education: qualification === 'none' && random.chance(0.3) ? 'lowerSecondary' : 'upperSecondary',
    qualification,
    source,
    ...(youth ? { youthUnionSince: `${year + 16}-03-26` } : {}),
    ...(source === 'tradeUnion' ? { tradeUnionMember: true } : {}),
  }
}

/** The organisation that introduces somebody, by name. */
export function introducerOf({ profile, branch }: Pick<Person, 'profile' | 'branch'>): string {
  return INTRODUCERS[profile.source ?? 'branch']?.(branch) ?? branch.name
}

const INTRODUCERS: Readonly<Partial<Record<NonNullable<Profile['source']>, (branch: Branch) => string>>> = {
  youthUnion: () => 'Ban Chấp hành Đoàn xã Bình Minh',
  tradeUnion: () => 'Ban Chấp hành Công đoàn cơ sở',
  womenUnion: ({ village }) => `Chi hội Phụ nữ ${village}`,
  farmersUnion: ({ village }) => `Chi hội Nông dân ${village}`,
  veterans: ({ village }) => `Chi hội Cựu chiến binh ${village}`,
  fatherlandFront: ({ village }) => `Ban công tác Mặt trận ${village}`,
}

/** Who put somebody on the list, and when. @param on - the day the person came onto it */
export function introduction(person: Person, on: string): Pick<Profile, 'introducedOn' | 'introducedBy'> {
  return { introducedOn: on, introducedBy: introducerOf(person) }
}

/** 12 digits that are nobody's: no province has the code 099. */
function identityNumber(sex: 'male' | 'female', year: number, serial: number): string {
  const century = (year < 2000 ? 0 : 2) + (sex === 'female' ? 1 : 0)
  return `099${century}${pad(year % 100)}${String(serial).padStart(6, '0')}`
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
