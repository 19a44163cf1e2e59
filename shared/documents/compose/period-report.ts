/**
 * The report of a period in the Party's style: drafted from the figures, each sentence to be edited before it is signed;
 * results, limits, causes and what comes next, with the tables behind them.
 */
import { yearOf } from '../../calendar/period.ts'
import type { CitedDirective } from '../../contract/follow.ts'
import { bandsIn } from '../../reports/age-bands.ts'
import { NO_RELIGION, UNIVERSITY, UNKNOWN_VALUE, type Breakdown } from '../../reports/breakdown.ts'
import { holds } from '../../model/office-state.ts'
import { IDLE_CLASSES, isUneven } from '../../reports/coverage.ts'
import type { LineCode, Report } from '../../reports/report.ts'
import { PIPELINE_STEPS as PIPELINE } from '../../reports/standing.ts'
import { DIRECTIVE_KINDS } from '../../words/follow.ts'
import { withBodies } from '../../words/bodies.ts'
import { STAGES } from '../../words/labels.ts'
import {
  AGEING_NAMES,
  CLASSES_BEGUN,
  DIMENSION_NAMES,
  IDLE_NAMES,
  LATE_NAMES,
  periodName,
  PIPELINE_STEPS,
  REPORT_LINES,
  returnReasonName,
  showRatio,
  unevenSentence,
  valueName,
} from '../../words/reports.ts'
import { lower, showNumber, upper } from '../../words/show.ts'
import type { Composed, Form } from '../form.ts'
import type { Material } from '../material.ts'
import { paragraph, withEndMark, type Annex, type Block } from '../model.ts'
import { officeParty } from '../parties.ts'
import { dayInText, linesOf, people, percent, sentence } from '../phrases.ts'
import { frameOf } from './head.ts'

/** Whom an office reports to: as it is named in the settings, else the level above its own, as the rules call it. */
function recipient({ office, rulesOn, today }: Material): string {
  const { levels } = rulesOn(today).structure
  return (
    office.profile.superiorName ?? (holds(office.profile, 'decides', today) ? levels.province : levels.superior).value
  )
}

/** Composes the report. */
export function periodReport(form: Form, material: Material, report: Report): Composed {
  const party = officeParty(material)
  const period = lower(periodName(report.period))
  const to = form.need('recipient', { proposed: recipient(material) })
  const frame = frameOf(form, {
    type: 'BC',
    party,
    place: material.office.profile.place,
    number: undefined,
    date: undefined,
    copies: ['Như kính gửi', `Lưu ${party.signsAs}`],
  })
  const grounds = linesOf(form.may('grounds', { proposed: material.cited.map(citation).join('\n') }))
  const results = linesOf(form.need('reportResults', { proposed: resultsOf(report).join('\n') }))
  const limits = linesOf(form.may('reportLimits', { proposed: limitsOf(report).join('\n') }))
  const causes = linesOf(form.may('reportCauses'))
  const plans = linesOf(form.may('reportPlans'))
  return form.close(() => {
    const parts: readonly (readonly [string, readonly string[]])[] = [
      ['Kết quả đạt được', results],
      ['Hạn chế', limits],
      ['Nguyên nhân', causes],
      ['Nhiệm vụ thời gian tới', plans],
    ]
    const told = parts.filter(([, lines]) => lines.length > 0)
    const body: readonly Block[] = [
      paragraph(
        `${grounds.length === 0 ? '' : `Thực hiện ${grounds.join('; ')}, `}${grounds.length === 0 ? upper(party.name) : party.name} báo cáo kết quả công tác kết nạp đảng viên ${period}, số liệu đến ngày ${dayInText(report.asOf)}, như sau:`,
      ),
      ...told.flatMap(([title, lines], place): readonly Block[] => [
        paragraph(`${place + 1}. ${title}`, 'caption'),
        ...lines.map((line) => paragraph(sentence(`- ${upper(line)}`))),
      ]),
    ]
    const { day: _day, ...rest } = frame
    const { levels } = material.rulesOn(report.asOf).structure
    const named = (text: string) =>
      withBodies(text, { section: levels.section.value, committee: levels.baseCommittee.value })
    const note = `Kèm theo Báo cáo ${lower(frame.number ?? '')}, ngày ${dayInText(frame.day)}`
    return {
      ...rest,
      kind: 'periodReport',
      type: 'Báo cáo',
      summary: `kết quả công tác kết nạp đảng viên ${period}`,
      to: [to],
      body: withEndMark(body),
      annexes: [figuresAnnex(report, note, named)],
    }
  })
}

/** 'Chỉ thị số 19-CT/TU ngày 20/02/2023 của Ban Thường vụ Tỉnh ủy về ...'. */
function citation({ kind, number, date, issuer, title }: CitedDirective): string {
  const about = /^về\s/iu.test(title) ? lower(title) : `về ${lower(title)}`
  const type = kind === 'other' ? 'Văn bản' : DIRECTIVE_KINDS[kind]
  return `${type}${number === null ? '' : ` số ${number}`} ngày ${dayInText(date)} của ${issuer} ${about}`
}

/** What was reached, sentence by sentence. */
function resultsOf(report: Report): readonly string[] {
  const { year, admitting, pipeline } = report
  const { plan, ofPlan, ofMembers, members } = year.whole
  const admitted = numberOf(report, 'admitted')
  const inSource = pipeline.listed + pipeline.helped + pipeline.trained
  const before = report.lines.find(({ code }) => code === 'admitted')?.before ?? null
  const isYear = report.period.kind === 'year' && yearOf(report.period.from) === year.year
  const sinceNewYear = isYear ? '' : `; từ đầu năm kết nạp ${countText(year.whole.admitted.number)} đảng viên`
  const ofPlanText =
    ofPlan.tenths === null ? '' : `, đạt ${showRatio(ofPlan)} kế hoạch năm (chỉ tiêu ${countText(plan.number ?? 0)})`
  const ofMembersText =
    ofMembers.tenths === null
      ? ''
      : `, bằng ${showRatio(ofMembers)} tổng số đảng viên (${countText(members.members ?? 0)} đảng viên tính đến ngày ${dayInText(year.membersOn)})`
  return [
    `Đã kết nạp ${countText(admitted)} đảng viên mới${sinceNewYear}${ofPlanText}${ofMembersText}${before === null ? '' : `; cùng kỳ năm trước kết nạp ${countText(before)} đảng viên`}`,
    ...(admitted === 0 ? [] : [`Trong số đảng viên mới: ${sharesOf(report, admitted).join('; ')}`]),
    `Có ${countText(admitting.branches)} trên ${countText(admitting.ofBranches)} chi bộ kết nạp được đảng viên, trong đó khu dân cư có ${countText(admitting.residential)} trên ${countText(admitting.ofResidential)} chi bộ`,
    `Tổ chức lễ kết nạp cho ${countText(numberOf(report, 'ceremony'))} người; công nhận ${countText(numberOf(report, 'recognised'))} đảng viên chính thức; xóa tên ${countText(numberOf(report, 'struckOff'))} đảng viên dự bị`,
    ...workedOn(report),
    `Đang theo dõi ${countText(inSource)} quần chúng trong nguồn${inSource === 0 ? '' : ` (chưa phân công giúp đỡ ${countText(pipeline.listed)}, đã phân công giúp đỡ ${countText(pipeline.helped)}, đã học lớp nhận thức về Đảng ${countText(pipeline.trained)})`}, ${countText(pipeline.preparing + pipeline.voted)} hồ sơ đang lập hoặc đã họp xét, ${countText(pipeline.waiting)} hồ sơ chờ quyết định`,
  ]
}

/** What was done for it in the period: the list, the classes, the dossiers that came back. */
function workedOn(report: Report): readonly string[] {
  const { classes, returns } = report.work
  const [listed, ended, returned] = [
    numberOf(report, 'listed'),
    numberOf(report, 'ended'),
    numberOf(report, 'returned'),
  ]
  const certified = [
    [classes.awareness, 'bồi dưỡng nhận thức về Đảng', numberOf(report, 'certified')],
    [classes.newMember, 'bồi dưỡng đảng viên mới', numberOf(report, 'newMemberCertified')],
  ] as const
  const lines = certified
    .filter(([begun, , given]) => begun + given > 0)
    .map(
      ([begun, name, given]) => `${countText(begun)} lớp ${name}, ${countText(given)} người được cấp giấy chứng nhận`,
    )
  const reasons = returns.slice(0, 3).map(({ reason, count }) => `${returnReasonName(reason)} (${countText(count)})`)
  return [
    ...(listed + ended === 0
      ? []
      : [`Đưa ${countText(listed)} quần chúng vào danh sách nguồn, đưa ra khỏi danh sách ${countText(ended)}`]),
    ...(lines.length === 0 ? [] : [`Mở, cử người dự ${lines.join('; ')}`]),
    ...(returned === 0
      ? []
      : [
          `Có ${countText(returned)} hồ sơ được trả lại để bổ sung${reasons.length === 0 ? '' : `, vì: ${reasons.join('; ')}`}`,
        ]),
  ]
}

/** Shares that reports of new members give; what is not known of anybody is left out. */
function sharesOf({ breakdowns, ageBands }: Report, admitted: number): readonly string[] {
  const count = (dimension: Breakdown['dimension'], test: (value: string) => boolean) =>
    breakdowns
      .find((breakdown) => breakdown.dimension === dimension)
      ?.rows.reduce((sum, row) => sum + (test(row.value) ? row.count : 0), 0) ?? 0
  const youngest = bandsIn(ageBands).find((band) => !band.startsWith('0-')) ?? UNKNOWN_VALUE
  const shares: readonly (readonly [string, number])[] = [
    ['nữ', count('sex', (value) => value === 'female')],
    ['dân tộc thiểu số', count('ethnicity', (value) => value !== 'kinh' && value !== UNKNOWN_VALUE)],
    ['theo tôn giáo', count('religion', (value) => value !== NO_RELIGION && value !== UNKNOWN_VALUE)],
    ['đoàn viên', count('youthUnion', (value) => value === 'yes')],
    [`${lower(valueName('age', youngest))} tuổi`, count('age', (value) => value === youngest)],
    ['trình độ trung học phổ thông', count('education', (value) => value === 'upperSecondary')],
    ['trình độ đại học trở lên', count('qualification', (value) => UNIVERSITY.has(value))],
    ['thuộc chi bộ doanh nghiệp', count('sector', (value) => value === 'enterprise')],
    ['thuộc chi bộ trường học', count('sector', (value) => value === 'school')],
  ]
  return shares
    .filter(([, number]) => number > 0)
    .map(([name, number]) => `${name} ${countText(number)} (${percent(number, admitted)})`)
}

/** What the figures themselves show as short of the plan. */
function limitsOf(report: Report): readonly string[] {
  const { parts } = report.year
  const rows = parts.length > 0 ? parts : report.branches
  const short = rows.filter(({ plan, admitted }) => plan.number !== null && admitted.number < plan.number)
  const { late, idle: idleBranches } = report.work
  const { one, three, five } = idleBranches.whole.classes
  const uneven = isUneven(idleBranches.whole) ? unevenSentence(idleBranches) : null
  const idle = report.admitting.ofBranches - report.admitting.branches
  return [
    ...(short.length === 0
      ? []
      : [
          `Còn ${countText(short.length)} đơn vị chưa đạt chỉ tiêu năm: ${short
            .slice(0, 12)
            .map(({ name, plan, admitted }) => `${name} (${admitted.number}/${plan.number ?? 0})`)
            .join(', ')}${short.length > 12 ? ' và các đơn vị khác' : ''}`,
        ]),
    ...(idle > 0 ? [`Còn ${countText(idle)} chi bộ không kết nạp được đảng viên trong kỳ`] : []),
    ...(uneven === null ? [] : [uneven.replace(/\.$/, '')]),
    ...(one + three + five === 0
      ? []
      : [
          `Còn ${countText(one + three + five)} chi bộ từ 1 năm trở lên chưa có đảng viên mới, trong đó trên 3 năm ${countText(three + five)}, trên 5 năm ${countText(five)}`,
        ]),
    ...(late.ceremony === 0 ? [] : [`Còn ${countText(late.ceremony)} người quá hạn tổ chức lễ kết nạp`]),
    ...(late.recognition === 0
      ? []
      : [`Còn ${countText(late.recognition)} đảng viên dự bị quá hạn xét, công nhận đảng viên chính thức`]),
  ]
}

/** A count in running text: small ones bear a zero, as letters write them. */
function countText(count: number): string {
  return count < 10 ? people(count) : showNumber(count)
}

function figuresAnnex(report: Report, note: string, named: (text: string) => string): Annex {
  const { parts, whole, year } = report.year
  const rows = parts.length > 0 ? parts : report.branches
  const figures = [...rows, { ...whole, name: 'Tổng cộng' }].map(
    ({ name, plan, admitted, ofPlan, members, ofMembers }, place) => [
      place < rows.length ? String(place + 1) : '',
      name,
      plan.number === null ? '' : showNumber(plan.number),
      showNumber(admitted.number),
      showRatio(ofPlan),
      members.members === null ? '' : showNumber(members.members),
      showRatio(ofMembers),
    ],
  )
  return {
    title: `Số liệu kết nạp đảng viên năm ${year}`,
    note,
    blocks: [
      {
        type: 'table',
        columns: [
          { title: 'Số TT', width: 7, align: 'center' },
          { title: 'Đơn vị', width: 35 },
          { title: 'Chỉ tiêu năm', width: 11, align: 'center' },
          { title: 'Đã kết nạp', width: 11, align: 'center' },
          { title: 'So với kế hoạch', width: 12, align: 'center' },
          { title: 'Số đảng viên', width: 12, align: 'center' },
          { title: 'So với số đảng viên', width: 12, align: 'center' },
        ],
        rows: figures,
      },
      ...workTables(report, named),
      ...report.breakdowns.flatMap(({ dimension, rows: values }): readonly Block[] =>
        values.length === 0
          ? []
          : [
              paragraph(`Đảng viên mới trong kỳ theo ${lower(DIMENSION_NAMES[dimension])}`, 'caption'),
              {
                type: 'table',
                columns: [
                  { title: DIMENSION_NAMES[dimension], width: 70 },
                  { title: 'Số người', width: 30, align: 'center' },
                ],
                rows: values.map(({ value, count, label }) => [valueName(dimension, value, label), showNumber(count)]),
              },
            ],
      ),
    ],
  }
}

/** The lines, the source and the work of the period, ageing, and branches without a new member. */
function workTables({ lines, pipeline, work }: Report, named: (text: string) => string): readonly Block[] {
  const counted = (title: string, rows: readonly (readonly [string, number])[]): readonly Block[] =>
    rows.length === 0
      ? []
      : [
          paragraph(title, 'caption'),
          {
            type: 'table',
            columns: [
              { title: 'Nội dung', width: 75 },
              { title: 'Số lượng', width: 25, align: 'center' },
            ],
            rows: rows.map(([name, count]) => [name, showNumber(count)]),
          },
        ]
  return [
    ...counted(
      'Kết quả trong kỳ',
      lines.map(({ code, number }) => [REPORT_LINES[code], number]),
    ),
    ...counted('Nguồn, hồ sơ, lớp bồi dưỡng', [
      ...PIPELINE.map((step) => [PIPELINE_STEPS[step], pipeline[step]] as const),
      ...(['awareness', 'newMember'] as const).map((kind) => [CLASSES_BEGUN[kind], work.classes[kind]] as const),
      ...(['ceremony', 'recognition'] as const).map((late) => [LATE_NAMES[late], work.late[late]] as const),
    ]),
    ...counted(
      'Lý do trả lại hồ sơ',
      work.returns.map(({ reason, count }) => [returnReasonName(reason), count]),
    ),
    ...counted(
      'Chi bộ theo thời gian chưa có đảng viên mới',
      IDLE_CLASSES.map((idle) => [IDLE_NAMES[idle], work.idle.whole.classes[idle]]),
    ),
    ...(work.ageing.length === 0
      ? []
      : [
          paragraph('Số người theo thời gian ở mỗi giai đoạn', 'caption'),
          {
            type: 'table' as const,
            columns: [
              { title: 'Giai đoạn', width: 30 },
              ...AGEING_NAMES.map((title) => ({ title, width: 14, align: 'center' as const })),
            ],
            rows: work.ageing.map(({ stage, buckets }) => [named(STAGES[stage]), ...buckets.map(showNumber)]),
          },
        ]),
  ]
}

function numberOf({ lines }: Report, code: LineCode): number {
  return lines.find((line) => line.code === code)?.number ?? 0
}
