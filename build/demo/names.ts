/**
 * Invented people's names, about as frequent as in real lists: some thirty families, middles by sex, names of several
 * peoples of the mountains written as they are, names of one word and of five. Nobody real is meant: a name of someone
 * known to everybody is drawn again.
 */
import { exactKey } from '../../shared/text/fold.ts'
import type { Random } from './prng.ts'

/** A name with what goes with it. */
export type DrawnName = { readonly name: string; readonly sex: 'male' | 'female'; readonly ethnicity: string }

/** What a name looks like. 'any' leaves it to chance. */
export type NameStyle = 'any' | 'minority' | 'long' | 'single'

type Weights = readonly (readonly [choice: string, weight: number])[]

/** Họ: shares of the families among the Kinh, in per mille, rounded. */
const FAMILIES: Weights = [
  ...weights(310, 'Nguyễn'),
  ...weights(109, 'Trần'),
  ...weights(89, 'Lê'),
  ...weights(60, 'Phạm'),
  ...weights(40, 'Hoàng', 'Vũ'),
  ...weights(26, 'Phan', 'Bùi', 'Đỗ'),
  ...weights(20, 'Đặng', 'Trương', 'Ngô'),
  ...weights(14, 'Dương', 'Đinh', 'Đào', 'Hồ', 'Lý'),
  ...weights(9, 'Đoàn', 'Lương', 'Mai', 'Trịnh', 'Tạ', 'Huỳnh', 'Võ'),
  ...weights(4, 'Phùng', 'Lưu', 'Quách', 'Ưng', 'Chử', 'Khuất', 'Nghiêm', 'Ông'),
]

const MIDDLES: Readonly<Record<DrawnName['sex'], Weights>> = {
  female: [
    ...weights(40, 'Thị'),
    ...weights(8, 'Thị Thu', 'Thị Hồng', 'Thị Thanh'),
    ...weights(5, 'Ngọc', 'Thu', 'Phương', 'Thùy', 'Minh', 'Thị Kim', 'Thị Bích'),
    ...weights(2, 'Diễm', 'Hoài', 'Ánh', 'Thị Ngọc', 'Thị Mỹ'),
  ],
  male: [
    ...weights(36, 'Văn'),
    ...weights(8, 'Đức', 'Quang', 'Xuân', 'Hữu'),
    ...weights(5, 'Đình', 'Công', 'Mạnh', 'Ngọc', 'Minh', 'Trung'),
    ...weights(2, 'Bá', 'Duy', 'Thế', 'Khắc', 'Sỹ'),
  ],
}

const GIVEN: Readonly<Record<DrawnName['sex'], readonly string[]>> = {
  female: words(
    'Hương Hằng Hạnh Hiền Hoa Hòa Huệ Huyền Lan Liên Linh Loan Mai Nga Ngân Nhung Oanh Phương Quyên Thảo Thơ Thơm Thúy ' +
      'Thương Trang Trâm Tuyết Uyên Vân Xuân Yến Ánh Đào Điệp Nụ Mận Ước Ơn Ngần Duyên',
  ),
  male: words(
    'An Bình Chiến Cường Dũng Duy Dương Đạt Đông Đức Giang Hải Hiếu Hòa Hoàng Huy Hưng Kiên Khánh Khoa Long Luân Lực Minh ' +
      'Nam Nghĩa Nhật Phong Phước Quân Quý Sơn Tài Tân Thành Thắng Thịnh Tiến Toàn Trí Tú Tùng Tuấn Vinh Vượng Ước Đăng',
  ),
}

/** Names of the mountains: the people, families, the middle word of men and of women, given names of men and of women. */
const MINORITIES: readonly (readonly [
  ethnicity: string,
  families: string,
  middles: string,
  men: string,
  women: string,
])[] = [
  ['Mông', 'Giàng Sùng Vàng Thào Hờ Lầu Mùa Hạng', 'A Thị', 'Câu Lềnh Tủa Páo Chớ Dế Vư', 'Mỷ Dợ Xúa Sua Pàng Chở'],
  ['Thái', 'Lò Quàng Cà Lường Tòng Hoàng', 'Văn Thị', 'Pâng Ơn Hặc Tướng Inh Đôi', 'Đớ Inh Ươi Phượng Bun Ỏn'],
  ['Dao', 'Bàn Triệu Đặng Chảo Tẩn Lý', 'Tài Mùi', 'Lưu Phin Sinh Quyên Vảng', 'Chản Nhậy Ghển Pham Khé'],
  ['Tày', 'Nông Hoàng Ma Hà Lương', 'Văn Thị', 'Tướng Đường Slằng Ước Khải', 'Slảo Ngần Đẹp Thắm Ưởng'],
  ['Mường', 'Bùi Đinh Quách Hà Phạm', 'Văn Thị', 'Ỉn Dựng Đức Hởi Ưng', 'Ỉnh Ển Dậu Nhởi Đượm'],
  ['Ê Đê', 'Y H’', '', 'Brơih Wơn Thịnh Đhăm Tlơi', 'Đươm Bliă Nguôt Ưn Đem'],
  ['Cơ Ho', 'K’ Ka', '', 'Brèo Tiêu Đẳm Sơn', 'Dưỡm Ngơm Rửng Đào'],
]

/** Names of five words and more: compound families, names by generation. */
const LONG: readonly (readonly [male: string, female: string])[] = [
  ['Nguyễn Đình Hoàng Bảo Long', 'Nguyễn Hoàng Thị Bảo Trâm'],
  ['Trần Lê Quốc Đăng Khôi', 'Đặng Vũ Ngọc Ánh Dương'],
  ['Phạm Đỗ Nhật Đông Quân', 'Tôn Nữ Thị Hương Ơn'],
]

/** Names of one word, as some peoples write them. */
const SINGLE: readonly (readonly [male: string, female: string])[] = [
  ['Đẳm', 'Ngơm'],
  ['K’Tiêu', 'Ơn'],
]

/** Known to everybody: never drawn. */
const KNOWN_TO_ALL: ReadonlySet<string> = new Set(
  [
    'Võ Văn Kiệt,Võ Thị Sáu,Phạm Văn Đồng,Phạm Minh Chính,Nguyễn Văn Linh,Nguyễn Văn Trỗi,Nguyễn Xuân Phúc',
    'Lê Đức Thọ,Lê Đức Anh,Lê Hồng Phong,Nguyễn Thị Minh Khai,Nguyễn Thị Bình,Nguyễn Thị Định,Trần Đức Lương',
    'Trần Hưng Đạo,Lý Thái Tổ,Hoàng Văn Thụ,Nguyễn Đức Cảnh,Trương Thị Mai,Đỗ Mười,Võ Văn Thưởng,Lương Cường',
  ]
    .join(',')
    .split(',')
    .map(exactKey),
)

/** Draws one name. */
export function drawName(random: Random, style: NameStyle = 'any'): DrawnName {
  const sex = random.chance(0.52) ? 'female' : 'male'
  const drawn = style === 'any' ? random.weighted(STYLES) : style
  if (drawn === 'minority') {
    return minorityName(random, sex)
  }
  if (drawn === 'long' || drawn === 'single') {
    const [male, female] = random.pick(drawn === 'long' ? LONG : SINGLE)
    return { name: sex === 'male' ? male : female, sex, ethnicity: drawn === 'single' ? 'Cơ Ho' : 'Kinh' }
  }
  return { name: ordinaryName(random, sex), sex, ethnicity: 'Kinh' }
}

const STYLES: readonly (readonly [Exclude<NameStyle, 'any'> | 'ordinary', number])[] = [
  ['ordinary', 91],
  ['minority', 6],
  ['long', 2],
  ['single', 1],
]

function minorityName(random: Random, sex: DrawnName['sex']): DrawnName {
  const [ethnicity, families, middles, men, women] = random.pick(MINORITIES)
  const given = random.pick(words(sex === 'male' ? men : women))
  const side = sex === 'male' ? 0 : 1
  if (middles !== '')
    return { name: `${random.pick(words(families))} ${words(middles)[side]} ${given}`, sex, ethnicity }
  // No family but a prefix: Y Brơih, H’Đươm, K’Brèo, Ka Ngơm; the Ê Đê put their clan last.
  const prefix = words(families)[side] ?? ''
  const own = prefix.endsWith('’') ? `${prefix}${given}` : `${prefix} ${given}`
  return { name: ethnicity === 'Ê Đê' ? `${own} ${random.pick(CLANS)}` : own, sex, ethnicity }
}

const CLANS = words('Niê Mlô Kbuôr Êban Ayŭn')

function ordinaryName(random: Random, sex: DrawnName['sex']): string {
  for (;;) {
    const family = random.weighted(FAMILIES)
    const middle = random.chance(0.03) ? '' : random.weighted(MIDDLES[sex])
    const given = random.pick(GIVEN[sex])
    const name = [family, middle, given].filter((part) => part !== '').join(' ')
    if (!middle.endsWith(given) && !KNOWN_TO_ALL.has(exactKey(name))) return name
  }
}

function weights(weight: number, ...choices: readonly string[]): Weights {
  return choices.map((choice) => [choice, weight] as const)
}

function words(text: string): readonly string[] {
  return text.split(' ')
}
