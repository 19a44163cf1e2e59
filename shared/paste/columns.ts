/**
 * What a pasted column holds: guessed from its title, written with or without marks, in full or as offices shorten it;
 * where there are no titles, from the look of its cells. A person can always say otherwise.
 */
import { fold } from '../text/fold.ts'
import type { Table } from './table.ts'

/** What a column may hold. 'skip' = not taken in; 'male' and 'female' = the two columns of 'Nam' and 'Nữ'. */
export const PASTE_COLUMNS = [
  'skip',
  'name',
  'familyMiddle',
  'given',
  'birth',
  'sex',
  'male',
  'female',
  'ethnicity',
  'religion',
  'birthPlace',
  'hometown',
  'residence',
  'identityNumber',
  'oldIdentityNumber',
  'occupation',
  'work',
  'education',
  'qualification',
  'politicalTheory',
  'youthUnionSince',
  'source',
  'unit',
  'introducedOn',
  'note',
] as const

/** What a column may hold. */
export type PasteColumn = (typeof PASTE_COLUMNS)[number]

/** Columns of days. */
export const DATE_COLUMNS: ReadonlySet<PasteColumn> = new Set([
  'birth',
  'male',
  'female',
  'youthUnionSince',
  'introducedOn',
])

/** Titles by what they mean, folded; the longest that a title holds as whole words decides. */
const TITLES: { readonly [Column in PasteColumn]: readonly string[] } = {
  skip: ['stt', 'tt', 'so tt', 'so thu tu'],
  name: ['ho va ten', 'ho ten', 'h ten', 'ho va ten quan chung', 'ten quan chung', 'quan chung', 'ho va ten khai sinh'],
  familyMiddle: ['ho va ten dem', 'ho va dem', 'ho dem', 'ho va chu dem', 'ho'],
  given: ['ten'],
  birth: ['ngay sinh', 'ngay thang nam sinh', 'nam sinh', 'sinh ngay', 'ngay thang sinh', 'ntns', 'ns', 'ngay thang'],
  sex: ['gioi tinh', 'nam nu', 'gt', 'phai', 'gioi'],
  male: ['nam'],
  female: ['nu'],
  ethnicity: ['dan toc', 'dt'],
  religion: ['ton giao', 'tg'],
  birthPlace: ['noi sinh'],
  hometown: ['que quan', 'que', 'nguyen quan'],
  residence: ['noi cu tru', 'cho o', 'noi o', 'dia chi', 'ho khau', 'thuong tru', 'cho o hien nay', 'dctt'],
  identityNumber: [
    'cccd',
    'so cccd',
    'can cuoc',
    'so can cuoc',
    'can cuoc cong dan',
    'so dinh danh',
    'dinh danh',
    'cmnd cccd',
    'cccd cmnd',
    'cmt cccd',
  ],
  oldIdentityNumber: ['cmnd', 'so cmnd', 'chung minh', 'chung minh nhan dan', 'cmt'],
  occupation: ['nghe nghiep', 'nghe', 'nn'],
  work: ['noi lam viec', 'don vi cong tac', 'noi cong tac', 'co quan', 'truong', 'lop', 'cong tac'],
  education: ['trinh do hoc van', 'hoc van', 'tdhv', 'van hoa', 'trinh do van hoa', 'tdvh', 'giao duc pho thong'],
  qualification: ['trinh do chuyen mon', 'chuyen mon', 'tdcm', 'cm', 'chuyen mon nghiep vu'],
  politicalTheory: ['ly luan chinh tri', 'llct', 'ly luan'],
  youthUnionSince: ['ngay vao doan', 'vao doan'],
  source: ['nguon', 'gioi thieu', 'to chuc gioi thieu', 'doan the', 'nguon gioi thieu'],
  unit: ['chi bo', 'don vi', 'to chuc dang', 'cb', 'noi sinh hoat', 'chi bo gioi thieu'],
  introducedOn: ['ngay gioi thieu', 'ngay duoc gioi thieu'],
  note: ['ghi chu', 'gc'],
}

/** True if the first row holds titles: two of them are known, or one that says 'họ và tên'. */
export function hasTitles(table: Table): boolean {
  const meant = (table[0] ?? []).map(columnOfTitle)
  const known = meant.filter((column) => column !== null)
  return known.length >= 2 || meant.includes('name')
}

/** What each column holds, as far as can be guessed; no meaning is given twice. */
export function guessColumns(table: Table, titled: boolean): readonly PasteColumn[] {
  const taken = new Set<PasteColumn>()
  const first = table[0] ?? []
  return first.map((title, place) => {
    const cells = table.slice(titled ? 1 : 0).map((row) => row[place] ?? '')
    const guess = titled ? columnOfTitle(title) : columnOfCells(cells, taken)
    if (guess === null || guess === 'skip' || taken.has(guess)) return 'skip'
    taken.add(guess)
    return guess
  })
}

function columnOfTitle(title: string): PasteColumn | null {
  const words = ` ${fold(title)} `
  if (words.trim() === '') return null
  let best: { readonly column: PasteColumn; readonly length: number } | null = null
  for (const column of PASTE_COLUMNS) {
    for (const known of TITLES[column]) {
      const isWhole = words.trim() === known
      // A short title stands for itself only: 'Tên' is a given name, 'Tên lớp' is not.
      if (!isWhole && (known.length < 5 || !words.includes(` ${known} `))) continue
      const length = isWhole ? 1000 + known.length : known.length
      if (best === null || length > best.length) best = { column, length }
    }
  }
  return best?.column ?? null
}

function columnOfCells(cells: readonly string[], taken: ReadonlySet<PasteColumn>): PasteColumn | null {
  const full = cells.filter((cell) => cell !== '')
  const most = (test: RegExp) =>
    full.length > 0 && full.filter((cell) => test.test(cell)).length * 10 >= full.length * 7
  if (most(/^[\d\s.]{9,16}$/u)) return 'identityNumber'
  if (most(/^(?:\d{1,2}[/.-]){0,2}(?:19|20)\d\d$/u)) return 'birth'
  if (most(/^(?:nam|nữ|nu)$/iu)) return 'sex'
  if (!taken.has('name') && most(/^\p{L}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*)+$/u)) return 'name'
  return null
}
