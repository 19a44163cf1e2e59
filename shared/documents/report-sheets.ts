/**
 * A report as the sheets of a workbook: its lines, the parts, the branches, every breakdown; each figure a number, so that
 * whoever gets the file can add up for themselves.
 */
import { DIMENSION_NAMES, noteSentence, periodName, REPORT_LINES, valueName } from '../words/reports.ts'
import { percentOf } from '../reports/ratio.ts'
import type { Report } from '../reports/report.ts'
import type { TargetRow } from '../reports/targets.ts'
import { ON_PAPER } from '../words/labels.ts'
import { PLACE_COLUMN, type Cell, type ListColumn, type ListModel } from './lists.ts'

/** The sheets of a report. @param office - whose report it is, above every sheet */
export function reportSheets(report: Report, office: string): readonly ListModel[] {
  const name = periodName(report.period)
  const sheet = (title: string, columns: readonly ListColumn[], rows: readonly (readonly Cell[])[]): ListModel => ({
    title,
    subtitle: `${name}: ${report.place.name}`,
    office,
    day: report.asOf,
    columns: [PLACE_COLUMN, ...columns],
    rows: rows.map((row, n) => [n + 1, ...row]),
  })
  const { parts, whole } = report.year
  return [
    sheet(
      'Kết quả trong kỳ',
      [text('Nội dung', 44), number('Trong kỳ'), number('Cùng kỳ năm trước')],
      report.lines.map((line) => [REPORT_LINES[line.code], line.number, line.before]),
    ),
    sheet('Theo đơn vị', RESULTS, [...parts.map(resultOf), resultOf({ ...whole, name: `Tổng cộng: ${whole.name}` })]),
    ...(report.branches.length === 0 ? [] : [sheet('Từng chi bộ', RESULTS, report.branches.map(resultOf))]),
    sheet(
      'Đảng viên mới theo tiêu chí',
      [text('Tiêu chí', 26), text('Giá trị', 36), number('Số người')],
      report.breakdowns.flatMap(({ dimension, rows }) =>
        rows.map(({ value, count, label }): readonly Cell[] => [
          DIMENSION_NAMES[dimension],
          valueName(dimension, value, label),
          count,
        ]),
      ),
    ),
  ]
}

function text(title: string, width: number): ListColumn {
  return { id: title, title, type: 'text', width }
}

function number(title: string, type: 'number' | 'share' = 'number'): ListColumn {
  return { id: title, title, type, width: 14 }
}

const RESULTS: readonly ListColumn[] = [
  text('Đơn vị', 36),
  number('Chỉ tiêu năm'),
  number('Đã kết nạp'),
  number('So với kế hoạch (%)', 'share'),
  number('Số đảng viên'),
  { id: 'counted', title: 'Ngày đếm', type: 'day', width: 12 },
  number('So với số đảng viên (%)', 'share'),
  text('Ghi chú', 46),
]

function resultOf({ name, onPaper, plan, admitted, ofPlan, members, ofMembers, notes }: TargetRow): readonly Cell[] {
  return [
    name,
    plan.number,
    admitted.number,
    percentOf(ofPlan),
    members.members,
    members.counted,
    percentOf(ofMembers),
    [...(onPaper ? [`${ON_PAPER}.`] : []), ...notes.map((note) => noteSentence(note))].join(' '),
  ]
}
