/**
 * What there is to do, from the cases that move: each case once, under the most urgent heading it belongs to. Pure; the
 * page only shows it.
 */
import type { HomeView, MovingCase } from '../../../shared/contract/answers.ts'
import type { RunningLimit } from '../../../shared/contract/running-limit.ts'
import { lower, MATTERS, NEXT_STEPS, quote } from '../../../shared/words/vi.ts'
import { NEAR } from '../../parts/LimitBadge.tsx'

/** One thing to do. */
export type Work = {
  readonly case: string
  readonly name: string
  readonly unitName: string | null
  readonly text: string
  readonly note: string | null
  readonly to: string
  /** What it is about, whatever heading its deadline puts it under. */
  readonly about: GroupKey
  /** Findings that stop the next paper. */
  readonly blocks: number
  readonly limit: RunningLimit | null
}

/** Things to do under one heading. */
export type WorkGroup = { readonly key: GroupKey; readonly title: string; readonly rows: readonly Work[] }

const TITLES = {
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
} as const

type GroupKey = keyof typeof TITLES
/** Numbers of the day. */
export type Glance = 'today' | 'late' | 'missing' | 'answered' | 'toDecide'

/** Which rows a number counts. */
export const counted: { readonly [Name in Glance]: (row: Work) => boolean } = {
  today: ({ limit }) => limit?.left === 0,
  late: ({ limit }) => limit !== null && limit.left < 0,
  missing: ({ about, blocks }) => about === 'returned' || (blocks > 0 && MISSING.has(about)),
  answered: ({ about }) => about === 'returned' || about === 'receipt',
  toDecide: ({ about }) => about === 'fresh' || about === 'decide',
}

/** Where a blocking finding is for our office to mend. */
const MISSING: ReadonlySet<GroupKey> = new Set(['blocked', 'preparing', 'next'])

/** Steps that our own deciding body takes. */
const DECIDES: ReadonlySet<NonNullable<MovingCase['next']>> = new Set<NonNullable<MovingCase['next']>>([
  'recognitionDecision',
  'removalDecision',
  'cancellationDecision',
])

type Found = { readonly group: GroupKey; readonly text: string; readonly note?: string; readonly to?: string }

/** What the office has to do as the one that proposes. */
export function proposingWork({ cases }: Pick<HomeView, 'cases'>): readonly WorkGroup[] {
  return grouped(cases.filter(({ own }) => own).flatMap((held) => placed(held, proposing(held))))
}

/** What the office has to do as the one that decides. */
export function decidingWork({ cases }: Pick<HomeView, 'cases'>): readonly WorkGroup[] {
  return grouped(cases.filter(({ decidesHere }) => decidesHere).flatMap((held) => placed(held, deciding(held))))
}

function proposing(held: MovingCase): Found | null {
  const { stage, decision, returned, blocks, next, decidesHere } = held
  switch (stage) {
    case 'returned':
      return {
        group: 'returned',
        text: 'Bổ sung hồ sơ được trả lại',
        ...(returned === null ? {} : { note: remarksText(returned) }),
      }
    case 'admitted':
    case 'refused':
      return {
        group: 'receipt',
        text: decision === null ? NEXT_STEPS.recordReceipt : `Ghi ngày nhận quyết định số ${decision.number}`,
        ...(decision?.outcome === 'refuse' ? { note: 'Không đồng ý kết nạp' } : {}),
      }
    case 'decisionReceived':
      return { group: 'ceremony', text: NEXT_STEPS.ceremony }
    case 'branchVoted':
    case 'committeeVoted':
      if (decidesHere && next === 'decision') return null
      if (blocks > 0) return { group: 'blocked', text: `Xử lý ${blocks} điểm còn vướng`, note: nextText(next) }
      return next === null ? null : { group: 'next', text: NEXT_STEPS[next] }
    case 'preparing':
      return {
        group: 'preparing',
        text: next === null ? 'Hoàn thiện hồ sơ để chi bộ họp xét' : NEXT_STEPS[next],
        ...(blocks > 0 ? { note: `Còn ${blocks} điểm phải xử lý trước khi chi bộ họp xét` } : {}),
      }
    case 'probation':
    case 'recognitionVoted':
    case 'recognitionCommitteeVoted':
    case 'removalProposed':
    case 'cancellationProposed':
      if (next === null || (decidesHere && DECIDES.has(next))) return null
      if (blocks > 0 && stage !== 'probation')
        return { group: 'blocked', text: `Xử lý ${blocks} điểm còn vướng`, note: nextText(next) }
      return { group: 'recognition', text: NEXT_STEPS[next] }
    case 'recognised':
      return next === null || (next === 'card' && !decidesHere)
        ? null
        : { group: 'recognition', text: NEXT_STEPS[next] }
    case 'recognitionRefused':
      return next === null ? null : { group: 'receipt', text: NEXT_STEPS[next], note: 'Không đồng ý công nhận' }
    case 'recognitionReturned':
    case 'removalReturned':
    case 'cancellationReturned':
      return {
        group: 'returned',
        text: `Bổ sung hồ sơ ${lower(MATTERS[held.matter])} được trả lại`,
        ...(returned === null ? {} : { note: remarksText(returned) }),
      }
    case 'recognitionSubmitted':
    case 'recognitionReceived':
    case 'removalSubmitted':
    case 'cancellationSubmitted':
    case 'submitted':
    case 'received':
      return decidesHere ? null : { group: 'waiting', text: 'Cấp ủy có thẩm quyền chưa quyết định' }
    default:
      return null
  }
}

function deciding(held: MovingCase): Found | null {
  const { stage, submissions, own, next, returned } = held
  const to = `/xet/${held.case}`
  switch (stage) {
    case 'submitted':
      return {
        group: 'fresh',
        text: NEXT_STEPS.receive,
        to,
        ...(submissions > 1 ? { note: `Gửi lần ${submissions}, sau khi bổ sung` } : {}),
      }
    case 'received':
      return { group: 'decide', text: 'Xét và ra quyết định', to }
    case 'returned':
      return {
        group: 'supplement',
        text: 'Chờ đơn vị bổ sung',
        to,
        ...(returned === null ? {} : { note: remarksText(returned) }),
      }
    case 'recognitionSubmitted':
    case 'recognitionReceived':
    case 'removalSubmitted':
    case 'cancellationSubmitted':
      return held.receivedOn === null
        ? { group: 'fresh', text: NEXT_STEPS.receive, note: MATTERS[held.matter], to }
        : { group: 'decide', text: 'Xét và ra quyết định', note: MATTERS[held.matter], to }
    case 'recognitionReturned':
    case 'removalReturned':
    case 'cancellationReturned':
      return {
        group: 'supplement',
        text: 'Chờ đơn vị bổ sung',
        to,
        ...(returned === null ? {} : { note: remarksText(returned) }),
      }
    case 'recognised':
      return next === 'card' ? { group: 'decided', text: NEXT_STEPS.card } : null
    case 'recognitionVoted':
    case 'recognitionCommitteeVoted':
    case 'removalProposed':
    case 'cancellationProposed':
      return own && next !== null && DECIDES.has(next) ? { group: 'decide', text: NEXT_STEPS[next], to } : null
    case 'branchVoted':
    case 'committeeVoted':
      return own && next === 'decision' ? { group: 'decide', text: 'Xét và ra quyết định', to } : null
    case 'admitted':
    case 'decisionReceived':
      return own ? null : { group: 'decided', text: 'Theo dõi việc tổ chức lễ kết nạp' }
    default:
      return null
  }
}

function placed(held: MovingCase, found: Found | null): readonly (Work & { readonly group: GroupKey })[] {
  if (found === null) return []
  const limit = held.limits[0] ?? null
  const group = limit === null || limit.left > NEAR ? found.group : limit.left < 0 ? 'late' : 'soon'
  return [
    {
      group,
      case: held.case,
      name: held.name,
      unitName: held.unitName,
      text: found.text,
      note: found.note ?? null,
      to: found.to ?? `/ho-so/${held.case}`,
      about: found.group,
      blocks: held.blocks,
      limit,
    },
  ]
}

function grouped(rows: readonly (Work & { readonly group: GroupKey })[]): readonly WorkGroup[] {
  const keys = Object.keys(TITLES).filter((key): key is GroupKey => key in TITLES)
  return keys.flatMap((key) => {
    const found = rows.filter(({ group }) => group === key).toSorted(byLimit)
    return found.length === 0 ? [] : [{ key, title: TITLES[key], rows: found }]
  })
}

function byLimit(a: Work, b: Work): number {
  return (a.limit?.due ?? '9999') < (b.limit?.due ?? '9999') ? -1 : 1
}

function remarksText({ remarks, first }: NonNullable<MovingCase['returned']>): string {
  return remarks === 1 ? first : `${remarks} ý kiến, trước hết: ${quote(first)}`
}

function nextText(next: MovingCase['next']): string {
  return next === null ? '' : `để ${lower(NEXT_STEPS[next])}`
}
