/**
 * What there is to do under its headings, as the tables show it: the words for what shared/contract/home-work.ts places.
 * Pure; the page only shows it.
 */
import type { MovingCase } from '../../../shared/contract/answers.ts'
import {
  placedOn,
  WORK_GROUPS,
  type PlacedCase,
  type WorkCounts,
  type WorkKey,
  type WorkSide,
} from '../../../shared/contract/home-work.ts'
import type { RunningLimit } from '../../../shared/contract/running-limit.ts'
import type { Stage } from '../../../shared/model/codes.ts'
import { lower, MATTERS, NEXT_STEPS, quote } from '../../../shared/words/vi.ts'

/** One thing to do. */
export type Work = {
  readonly case: string
  readonly name: string
  readonly unitName: string | null
  readonly text: string
  readonly note: string | null
  readonly to: string
  readonly limit: RunningLimit | null
}

/** Things to do under one heading. `count`: of all, where only the first of them are known yet. */
export type WorkGroup = {
  readonly key: WorkKey
  readonly title: string
  readonly count: number
  readonly rows: readonly Work[]
}

const TITLES: { readonly [Key in WorkKey]: string } = {
  late: 'Quá hạn',
  soon: 'Sắp đến hạn',
  returned: 'Được trả lại để bổ sung',
  receipt: 'Có quyết định, cần ghi ngày nhận',
  ceremony: 'Chờ tổ chức lễ kết nạp',
  blocked: 'Hồ sơ còn vướng',
  next: 'Bước tiếp theo',
  preparing: 'Đang lập hồ sơ',
  recognition: 'Đảng viên dự bị, công nhận chính thức',
  fresh: 'Mới gửi đến, chờ tiếp nhận',
  decide: 'Đã tiếp nhận, chờ quyết định',
  supplement: 'Đã trả lại, chờ bổ sung',
  decided: 'Đã quyết định, chờ lễ kết nạp hoặc phát thẻ',
  waiting: 'Đang chờ cấp ủy có thẩm quyền',
}

/**
 * What the office has to do on one side, by heading.
 * @param cases - those that move, the nearest deadline first
 * @param is - which of them are shown
 * @param counts - how many there are, where the cases may be only the first of each heading
 */
export function workOn(
  side: WorkSide,
  cases: readonly MovingCase[],
  is: (placed: PlacedCase) => boolean,
  counts?: WorkCounts,
): readonly WorkGroup[] {
  const placed = placedOn(side, cases).filter(is)
  return WORK_GROUPS.flatMap((key) => {
    const rows = placed.filter(({ group }) => group === key).map((one) => work(side, one))
    const count = counts?.groups[side][key] ?? rows.length
    return rows.length === 0 ? [] : [{ key, title: TITLES[key], count, rows }]
  })
}

function work(side: WorkSide, { held, about }: PlacedCase): Work {
  const { text, note } = side === 'proposing' ? proposing(held, about) : deciding(held, about)
  return {
    case: held.case,
    name: held.name,
    unitName: held.unitName,
    text,
    note: note ?? null,
    // What has been decided is seen to on the page of the person.
    to: side === 'deciding' && about !== 'decided' ? `/xet/${held.case}` : `/ho-so/${held.case}`,
    limit: held.limits[0] ?? null,
  }
}

/** Matters after the admission that our own house has proposed, and those that were sent to it. */
const LATER_PROPOSED: ReadonlySet<Stage> = new Set<Stage>([
  'recognitionVoted',
  'recognitionCommitteeVoted',
  'removalProposed',
  'cancellationProposed',
])
const LATER_SENT: ReadonlySet<Stage> = new Set<Stage>([
  'recognitionSubmitted',
  'recognitionReceived',
  'removalSubmitted',
  'cancellationSubmitted',
])

type Said = { readonly text: string; readonly note?: string | undefined }

function proposing(held: MovingCase, about: WorkKey): Said {
  const { stage, decision, returned, blocks, next, matter } = held
  switch (about) {
    case 'returned':
      return {
        text:
          stage === 'returned' ? 'Bổ sung hồ sơ được trả lại' : `Bổ sung hồ sơ ${lower(MATTERS[matter])} được trả lại`,
        note: remarksText(returned),
      }
    case 'receipt':
      if (stage === 'recognitionRefused') return { text: stepText(next), note: 'Không đồng ý công nhận' }
      return {
        text: decision === null ? NEXT_STEPS.recordReceipt : `Ghi ngày nhận quyết định số ${decision.number}`,
        note: decision?.outcome === 'refuse' ? 'Không đồng ý kết nạp' : undefined,
      }
    case 'ceremony':
      return { text: NEXT_STEPS.ceremony }
    case 'blocked':
      return {
        text: `Xử lý ${blocks} điểm còn vướng`,
        note: next === null ? undefined : `để ${lower(NEXT_STEPS[next])}`,
      }
    case 'preparing':
      return {
        text: next === null ? 'Hoàn thiện hồ sơ để chi bộ họp xét' : NEXT_STEPS[next],
        note: blocks > 0 ? `Còn ${blocks} điểm phải xử lý trước khi chi bộ họp xét` : undefined,
      }
    case 'waiting':
      return { text: 'Cấp ủy có thẩm quyền chưa quyết định' }
    default:
      return { text: stepText(next) }
  }
}

function deciding({ stage, submissions, next, returned, matter }: MovingCase, about: WorkKey): Said {
  switch (about) {
    case 'fresh':
      if (stage !== 'submitted') return { text: NEXT_STEPS.receive, note: MATTERS[matter] }
      return {
        text: NEXT_STEPS.receive,
        note: submissions > 1 ? `Gửi lần ${submissions}, sau khi bổ sung` : undefined,
      }
    case 'decide':
      if (LATER_PROPOSED.has(stage)) return { text: stepText(next) }
      return { text: 'Xét và ra quyết định', note: LATER_SENT.has(stage) ? MATTERS[matter] : undefined }
    case 'supplement':
      return { text: 'Chờ đơn vị bổ sung', note: remarksText(returned) }
    default:
      return { text: stage === 'recognised' ? NEXT_STEPS.card : 'Theo dõi việc tổ chức lễ kết nạp' }
  }
}

function remarksText(returned: MovingCase['returned']): string | undefined {
  if (returned === null) return undefined
  const { remarks, first } = returned
  return remarks === 1 ? first : `${remarks} ý kiến, trước hết: ${quote(first)}`
}

function stepText(next: MovingCase['next']): string {
  return next === null ? '' : NEXT_STEPS[next]
}
