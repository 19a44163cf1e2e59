/**
 * The invented commune and its district: offices, branches with their members, the bodies and people who sign. No such
 * places exist in this combination; whoever looks for a real one here looks in vain.
 */
import type { Capacity, Role, Sector } from '../../shared/model/codes.ts'

/** An office of the demo. The passphrases are fixed and invented: they stand in summary.json and nowhere else. */
export type OfficePlan = {
  readonly code: string
  readonly name: string
  readonly place: string
  readonly superiorName: string
  readonly decidingBody: string
  readonly capacities: readonly Capacity[]
  readonly user: {
    readonly login: string
    readonly name: string
    readonly post: string
    readonly roles: readonly Role[]
  }
  readonly passphrase: string
}

/** The committee whose standing body decides. */
export const DECIDING_BODY = 'Ban Thường vụ Huyện ủy'

/** Đảng ủy xã: keeps the candidates of twelve branches and proposes. */
export const COMMUNE: OfficePlan = {
  code: 'binh-minh',
  name: 'Đảng ủy xã Bình Minh',
  place: 'Bình Minh',
  superiorName: 'Huyện ủy Kim Sơn Giang',
  decidingBody: DECIDING_BODY,
  capacities: ['proposes'],
  user: {
    login: 'vanphong',
    name: 'Đỗ Thị Ngọc Ước',
    post: 'Cán bộ Văn phòng Đảng ủy',
    roles: ['administrator', 'clerk', 'secretary'],
  },
  passphrase: 'lúa chín vàng cánh đồng Bình Minh',
}

/** Huyện ủy: reviews and decides; keeps what it knows of a base branch that works on paper. */
export const DISTRICT: OfficePlan = {
  code: 'huyen-uy',
  name: 'Huyện ủy Kim Sơn Giang',
  place: 'Kim Sơn Giang',
  superiorName: 'Tỉnh ủy',
  decidingBody: DECIDING_BODY,
  capacities: ['decides'],
  user: {
    login: 'bantochuc',
    name: 'Trịnh Khắc Đăng',
    post: 'Chuyên viên Ban Tổ chức Huyện ủy',
    // The district also records what the base branch without the program sends on paper: a clerk's work.
    roles: ['administrator', 'reviewer', 'decider', 'organiser', 'clerk'],
  },
  passphrase: 'mưa nguồn đổ về sông Kim Giang',
}

/** Who signs what; invented. */
export const SIGNERS = {
  decision: 'Phó Bí thư Thường trực Ưng Đình Thịnh',
  review: 'Trưởng Ban Tổ chức Chử Thị Hoài Ân',
  allows: 'Chử Thị Hoài Ân',
} as const

/** A branch with its members as of 31/12/2023. `village`: where its people live, as an address begins. */
export type Branch = {
  readonly code: string
  readonly name: string
  readonly village: string
  readonly sector: Extract<Sector, 'residential' | 'school' | 'enterprise' | 'agency'>
  readonly official: number
  readonly probationary: number
  readonly excluded: number
}

/** The branches of the commune: nine of villages, a school, a company, an agency. */
export const BRANCHES: readonly Branch[] = [
  village('01', 'Đông Hà', 24, 1, 1),
  village('02', 'Đồi Cọ', 19, 0, 0),
  village('03', 'Nước Mát', 10, 0, 0),
  village('04', 'Lũng Mây', 16, 1, 0),
  village('05', 'Bến Đá', 27, 2, 1),
  village('06', 'Ao Sen', 13, 0, 0),
  village('07', 'Gò Thị', 21, 1, 0),
  village('08', 'Làng Mới', 15, 0, 1),
  village('09', 'Đầm Vạc', 12, 0, 0),
  { ...village('10', 'Đông Hà', 22, 2, 0), name: 'Chi bộ Trường Trung học cơ sở Bình Minh', sector: 'school' },
  { ...village('11', 'Gò Thị', 9, 1, 0), name: 'Chi bộ Công ty TNHH May Sông Giang', sector: 'enterprise' },
  { ...village('12', 'Đông Hà', 26, 1, 0), name: 'Chi bộ Cơ quan xã Bình Minh', sector: 'agency' },
]

/** The branch with ten official members, where a vote of six is short of two thirds. */
export const BRANCH_OF_TEN = 2

/** A base branch under the district that has no program: the district keeps its facts from paper. */
export const PAPER_BRANCH: Branch = {
  code: 'CS-07',
  name: 'Chi bộ cơ sở Hợp tác xã Vận tải Đèo Gió',
  village: 'Phố Đèo Gió',
  sector: 'enterprise',
  official: 11,
  probationary: 0,
  excluded: 0,
}

function village(code: string, name: string, official: number, probationary: number, excluded: number): Branch {
  return {
    code: `CB-${code}`,
    name: `Chi bộ thôn ${name}`,
    village: `Thôn ${name}`,
    sector: 'residential',
    official,
    probationary,
    excluded,
  }
}
