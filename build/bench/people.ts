/**
 * Invented people, the same in every run. Family names come as often as they do in Viet Nam, so that `nguyen` matches
 * more than a third of a list, as it does in an office.
 */
import type { Profile } from '../../shared/model/profile.ts'

const FAMILIES: readonly (readonly [string, number])[] = [
  ['Nguyễn', 38],
  ['Trần', 12],
  ['Lê', 10],
  ['Phạm', 7],
  ['Hoàng', 5],
  ['Phan', 5],
  ['Vũ', 4],
  ['Đặng', 4],
  ['Bùi', 3],
  ['Đỗ', 3],
  ['Hồ', 2],
  ['Ngô', 2],
  ['Dương', 2],
  ['Lý', 1],
  ['Nông', 1],
  ['Tôn Thất', 1],
]
const MIDDLES = 'Văn Thị Đức Hữu Minh Ngọc Quang Thanh Xuân Thị_Thu Thị_Hồng Công Đình Bá Thị_Ngọc Hoàng'.split(' ')
const GIVENS =
  `An Anh Bình Chi Cường Dũng Đạt Đức Giang Hà Hải Hạnh Hiền Hiếu Hoa Hòa Hoàng Hùng Huệ Hương Khánh Khoa Lan Linh Loan
  Long Mai Mạnh Minh My Nam Nga Ngân Nghĩa Ngọc Nguyên Nhàn Nhung Oanh Phong Phúc Phương Quân Quang Quỳnh Sơn Tâm Thảo
  Thắng Thành Thủy Thúy Tiến Toàn Trang Trung Tuấn Tùng Uyên Vân Việt Vinh Xuân Yến`.split(/\s+/)

/** A person; `n` makes the identity number, so that no two have the same. */
export function person(n: number, random: () => number): Profile {
  const pick = (list: readonly string[]): string => (list[Math.floor(random() * list.length)] ?? '').replace('_', ' ')
  let share = random() * 100
  const family = FAMILIES.find(([, weight]) => (share -= weight) < 0)?.[0] ?? 'Nguyễn'
  const year = 1970 + Math.floor(random() * 36)
  return {
    name: `${family} ${pick(MIDDLES)} ${pick(GIVENS)}`,
    birth: `${year}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`,
    sex: random() < 0.5 ? 'male' : 'female',
    ethnicity: 'Kinh',
    hometown: `Thôn ${1 + Math.floor(random() * 14)}, xã Kim Bảng, tỉnh Ninh Bình`,
    identityNumber: String(37_000_000_000 + n).padStart(12, '0'),
    education: 'upperSecondary',
    occupation: random() < 0.4 ? 'farmer' : 'worker',
    source: random() < 0.7 ? 'youthUnion' : 'tradeUnion',
    introducedOn: '2023-05-19',
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
