/**
 * How a year will end: by the dossiers on their way, and by the pace of the years before. Two estimates that know different
 * things; together they give a range, never one number that pretends to be sure.
 */
import { addDays, addMonths, type PlainDate } from '../calendar/plain-date.ts'
import type { Admission, StandingFact } from './facts.ts'
import { PIPELINE_STEPS, stepOf, type PipelineStep } from './standing.ts'

/**
 * People by how near they are to a decision: on the list, helped by a member, with the certificate of the class, with a
 * dossier in the making, agreed to by the branch and not sent yet or returned, with the deciding office.
 */
export type Pipeline = Readonly<Record<PipelineStep, number>>

/** From, most likely, to. */
export type Range = { readonly low: number; readonly likely: number; readonly high: number }

/** What a year may come to. */
export type Forecast = {
  readonly admitted: number
  readonly pipeline: Pipeline
  readonly byPipeline: Range
  /** Null where no year before is on record. */
  readonly byPace: (Range & { readonly years: readonly number[] }) | null
  readonly whole: Range
  readonly verdict: Verdict | null
  /** Why it may be missed. */
  readonly reasons: readonly ShortReason[]
}

/** How the year stands against its plan: reached, on its way, in danger, out of reach; missed once the year is over. */
export type Verdict = 'reached' | 'likely' | 'atRisk' | 'outOfReach' | 'missed'

/** Why a plan may be missed. */
export type ShortReason = 'noSource' | 'noDossier' | 'tooFewDossiers' | 'tooLate' | 'paceTooSlow'

/** What a forecast is made from. */
export type ForecastAsked = {
  readonly year: number
  readonly today: PlainDate
  readonly plan: number | null
  readonly admitted: number
  /** The day on which a dossier whose branch votes today is decided on at the latest. */
  readonly decidedBy: PlainDate
}

/** Years before that the pace is taken from. */
export const PACE_YEARS = 3

/** Counts people by how near they are. */
export function pipelineOf(standings: readonly Pick<StandingFact, 'stage' | 'isEnded' | 'count'>[]): Pipeline {
  const counts = { listed: 0, helped: 0, trained: 0, preparing: 0, voted: 0, waiting: 0 }
  for (const standing of standings) {
    const step = stepOf(standing)
    if (step !== null) counts[step] += standing.count
  }
  return counts
}

/** Everybody on the way to a decision. */
export function sourceTotal(pipeline: Pipeline): number {
  return PIPELINE_STEPS.reduce((sum, step) => sum + pipeline[step], 0)
}

/**
 * Forecasts a year.
 * @param admissions - of the same part of the house, all years
 */
export function forecastOf(
  admissions: readonly Pick<Admission, 'day'>[],
  pipeline: Pipeline,
  { year, today, plan, admitted, decidedBy }: ForecastAsked,
): Forecast {
  const isOver = today > `${year}-12-31`
  const inTime = decidedBy <= `${year}-12-31`
  const byPipeline: Range = isOver
    ? flat(admitted)
    : {
        low: admitted + pipeline.waiting,
        likely: admitted + pipeline.waiting + pipeline.voted,
        high: admitted + pipeline.waiting + pipeline.voted + (inTime ? pipeline.preparing : 0),
      }
  const byPace = isOver ? null : paceOf(admissions, admitted, today, year)
  const whole: Range =
    byPace === null
      ? byPipeline
      : {
          low: Math.min(byPipeline.low, byPace.low),
          likely: Math.round((byPipeline.likely + byPace.likely) / 2),
          high: Math.max(byPipeline.high, byPace.high),
        }
  const verdict = plan === null ? null : verdictOf(plan, admitted, whole, isOver)
  return {
    admitted,
    pipeline,
    byPipeline,
    byPace,
    whole,
    verdict,
    reasons:
      verdict === 'atRisk' || verdict === 'outOfReach'
        ? reasonsOf(plan ?? 0, admitted, pipeline, inTime, byPipeline, byPace)
        : [],
  }
}

/** Admissions in the rest of each of the last years, on top of those of this one. */
function paceOf(
  admissions: readonly Pick<Admission, 'day'>[],
  admitted: number,
  today: PlainDate,
  year: number,
): Forecast['byPace'] {
  // A year without admissions counts like any other, but for those before the first on record.
  const first = admissions.reduce((least, { day }) => (day < least ? day : least), `${year}`).slice(0, 4)
  const rests: { readonly year: number; readonly rest: number }[] = []
  for (let back = 1; back <= PACE_YEARS; back += 1) {
    const earlier = year - back
    if (String(earlier) < first) continue
    const ofYear = admissions.filter(({ day }) => day.startsWith(`${earlier}-`))
    const same = addMonths(today, -12 * back)
    rests.push({ year: earlier, rest: ofYear.filter(({ day }) => day >= addDays(same, 1)).length })
  }
  if (rests.length === 0) return null
  const numbers = rests.map(({ rest }) => rest)
  return {
    low: admitted + Math.min(...numbers),
    likely: admitted + Math.round(numbers.reduce((sum, rest) => sum + rest, 0) / numbers.length),
    high: admitted + Math.max(...numbers),
    years: rests.map((rest) => rest.year).toSorted((a, b) => a - b),
  }
}

function verdictOf(plan: number, admitted: number, { likely, high }: Range, isOver: boolean): Verdict {
  if (admitted >= plan) return 'reached'
  if (isOver) return 'missed'
  if (likely >= plan) return 'likely'
  return high >= plan ? 'atRisk' : 'outOfReach'
}

function reasonsOf(
  plan: number,
  admitted: number,
  pipeline: Pipeline,
  inTime: boolean,
  byPipeline: Range,
  byPace: Forecast['byPace'],
): readonly ShortReason[] {
  const dossiers = pipeline.preparing + pipeline.voted + pipeline.waiting
  const reasons: ShortReason[] = []
  if (sourceTotal(pipeline) === 0) reasons.push('noSource')
  else if (dossiers === 0) reasons.push('noDossier')
  else if (admitted + dossiers < plan) reasons.push('tooFewDossiers')
  if (!inTime && pipeline.preparing > 0 && byPipeline.high < plan) reasons.push('tooLate')
  if (byPace !== null && byPace.high < plan) reasons.push('paceTooSlow')
  return reasons
}

function flat(number: number): Range {
  return { low: number, likely: number, high: number }
}
