/**
 * A report as the sheets of a workbook: its lines, the parts, the branches, every breakdown; each figure a number, so that
 * whoever gets the file can add up for themselves.
 */
import { UNKNOWN_VALUE } from '../reports/breakdown.ts'
import { IDLE_CLASSES } from '../reports/coverage.ts'
import { PIPELINE_STEPS as PIPELINE } from '../reports/standing.ts'
import {
  AGEING_NAMES,
  CLASSES_BEGUN,
  DIMENSION_NAMES,
  IDLE_NAMES,
  LATE_NAMES,
  noteSentence,
  periodName,
  PIPELINE_STEPS,
  REPORT_LINES,
  returnReasonName,
  valueName,
} from '../words/reports.ts'
import { percentOf } from '../reports/ratio.ts'
import type { Report } from '../reports/report.ts'
import type { TargetRow } from '../reports/targets.ts'
import { AREAS, labelOf, ON_PAPER, SECTORS, STAGES, type Labels } from '../words/labels.ts'
import { PLACE_COLUMN, type ListModel } from './lists.ts'
import type { Cell, ListColumn } from './lists/definition.ts'

/**
 * The sheets of a report.
 * @param office - whose report it is, above every sheet
 * @param named - puts the names of bodies in force into a text
 */
export function reportSheets(report: Report, office: string, named: (text: string) => string): readonly ListModel[] {
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
  const { work, pipeline } = report
  return [
    sheet(
      'Kết quả trong kỳ',
      [text('Nội dung', 44), number('Trong kỳ'), number('Cùng kỳ năm trước')],
      report.lines.map((line) => [REPORT_LINES[line.code], line.number, line.before]),
    ),
    sheet('Theo đơn vị', RESULTS, [...parts.map(resultOf), resultOf({ ...whole, name: `Tổng cộng: ${whole.name}` })]),
    ...(report.branches.length === 0 ? [] : [sheet('Từng chi bộ', RESULTS, report.branches.map(resultOf))]),
    sheet(
      'Nguồn, hồ sơ, lớp bồi dưỡng',
      [text('Nội dung', 50), number('Số lượng')],
      [
        ...PIPELINE.map((step): readonly Cell[] => [PIPELINE_STEPS[step], pipeline[step]]),
        ...(['awareness', 'newMember'] as const).map((kind): readonly Cell[] => [
          CLASSES_BEGUN[kind],
          work.classes[kind],
        ]),
        ...(['ceremony', 'recognition'] as const).map((late): readonly Cell[] => [LATE_NAMES[late], work.late[late]]),
        ...work.returns.map(({ reason, count }): readonly Cell[] => [
          `Hồ sơ trả lại vì: ${returnReasonName(reason)}`,
          count,
        ]),
      ],
    ),
    sheet(
      'Thời gian ở mỗi giai đoạn',
      [text('Giai đoạn', 36), ...AGEING_NAMES.map((name) => number(name))],
      work.ageing.map(({ stage, buckets }) => [named(STAGES[stage]), ...buckets]),
    ),
    sheet(
      'Chi bộ chưa có đảng viên mới',
      [text('Chi bộ', 30), number('Số chi bộ'), ...IDLE_CLASSES.map((idle) => number(IDLE_NAMES[idle]))],
      [
        ['Tất cả chi bộ', work.idle.whole] as const,
        ...work.idle.bySector.map((row) => [labelOr(SECTORS, row.value), row] as const),
        ...work.idle.byArea.map((row) => [labelOr(AREAS, row.value), row] as const),
      ].map(([name_, { total, classes }]) => [name_, total, ...IDLE_CLASSES.map((idle) => classes[idle])]),
    ),
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

/** A value of sector or area; one that nobody has recorded is named so, apart from the other list's. */
function labelOr(labels: Labels<string>, value: string): string {
  return value === UNKNOWN_VALUE ? `Chưa ghi ${labels === AREAS ? 'khu vực' : 'lĩnh vực'}` : labelOf(labels, value)
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
