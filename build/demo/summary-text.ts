/**
 * The summary as a page to read, in Vietnamese: what was played day by day, the figures, and how to look further.
 */
import { STAGES } from '../../shared/words/labels.ts'
import { Stage } from '../../shared/model/codes.ts'
import { showNumber } from '../../shared/words/show.ts'
import type { Summary } from './summary.ts'
import { showDay, type DiaryLine } from './world.ts'

/** The figures, as printed at the end of a run. */
export function figures({ candidates, seed, offices, entries, sets, checks }: Summary): string {
  const all = Object.values(entries).reduce((sum, n) => sum + n, 0)
  const bytes = sets.reduce((sum, set) => sum + set.bytes, 0)
  const scans = sets.reduce((sum, set) => sum + set.scans, 0)
  return [
    `${candidates} người, ${showNumber(all)} dòng nhật ký, ${sets.length} gói dữ liệu (${scans} bản chụp, ${showNumber(bytes)} byte); hạt giống ${seed}.`,
    '',
    table(offices),
    '',
    'Dòng nhật ký theo loại, hai đơn vị cộng lại:',
    ...Object.entries(entries).map(([kind, n]) => `- ${kind}: ${n}`),
    '',
    'Tự kiểm tra:',
    ...checks.map(({ check, holds }) => `- ${holds ? 'đạt' : 'KHÔNG ĐẠT'}: ${check}`),
  ].join('\n')
}

/** summary.md. */
export function page(summary: Summary, diary: readonly DiaryLine[]): string {
  const { offices, sets } = summary
  const [, district] = offices
  return [
    '# Một xã và Huyện ủy của mình, 02/01 - 29/3/2024',
    '',
    'Mọi tên người, tên đất ở đây đều do máy đặt ra. Mật khẩu của hai đơn vị nằm trong `summary.json`.',
    '',
    '## Nhật ký',
    '',
    ...diary.map(({ day, text }) => `- ${showDay(day)}: ${text}`),
    '',
    ...refused(summary),
    '## Số liệu',
    '',
    figures(summary),
    '',
    '## Các gói dữ liệu',
    '',
    ...sets.map(
      ({ day, folder, entries, scans, id }) =>
        `- ${showDay(day)} \`${folder}\`: ${entries} dòng, ${scans} bản chụp, mã ${id}`,
    ),
    '',
    '## Xem tiếp',
    '',
    '```sh',
    `npm run api -- --data ${district?.data} --marks ${district?.marks} --passphrase-file F candidate.search '{}'`,
    `cat usb/up-1/*.tar.age.* | age -d -i ${district?.ageKey} | tar -tf -`,
    '```',
    '',
  ].join('\n')
}

/** The paper that was not made, and what that rests on. */
function refused({ refusedPaper }: Summary): readonly string[] {
  if (refusedPaper === null) return []
  const { paper, sentence, articles } = refusedPaper
  return [
    '## Một văn bản không được lập',
    '',
    `${paper}: ${sentence}`,
    '',
    ...articles.map((each) => `- Căn cứ: ${each}`),
    '',
  ]
}

function table(offices: Summary['offices']): string {
  const stages = Stage.options.filter((stage) => offices.some((office) => (office.stages[stage] ?? 0) > 0))
  const rows = [
    ['Giai đoạn', ...offices.map(({ name }) => name)],
    ...stages.map((stage) => [STAGES[stage], ...offices.map((office) => String(office.stages[stage] ?? 0))]),
    ['Cộng', ...offices.map(({ people }) => String(people))],
  ]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  const lines = rows.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
  const [head = '', ...rest] = lines
  return [head, `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rest].join('\n')
}
