/**
 * P26: a helper can help no more, and nobody has been assigned instead (24-QĐ/TW, 3.2.2). The register of members tells
 * it: who has died, left, moved, been expelled or suspended. Of helpers known by name alone nothing is known.
 */
import { compareText } from '../../base/compare.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import { helperInProbation, type Helping } from '../../model/helper.ts'
import type { MemberStatus } from '../../model/office.ts'
import { finding, type Finding } from '../finding.ts'
import type { Moment } from '../moment.ts'
import type { View } from '../view.ts'

/** Ways in which a member can help no more. Somebody sent elsewhere for a time stays a member of the branch. */
const GONE: ReadonlySet<MemberStatus> = new Set<MemberStatus>(['left', 'moved', 'expelled', 'suspended', 'died'])

type Gone = { readonly status: MemberStatus; readonly since: PlainDate }

/** A helper who can help no more, with the place in the list of helpers. */
export type GoneHelper = Gone & { readonly person: string; readonly place: number }

/**
 * Helpers of the way to admission who can help no more, where fewer are left than are to introduce.
 * @param view - the case
 */
export function goneHelpers(view: View): readonly GoneHelper[] {
  const { meeting, route, hasGivenWay } = view
  const helpers = view.state.helpers
    .filter(({ from }) => meeting.on === null || from <= meeting.on)
    .map((helper, place) => ({ helper, place }))
    .filter(({ helper }) => !hasGivenWay(helper.name))
  const gone = helpers.flatMap(({ helper, place }): readonly GoneHelper[] => {
    const found = goneSince(view, helper, meeting)
    return found === null ? [] : [{ ...found, person: helper.name, place }]
  })
  return helpers.length - gone.length < Math.min(route.need, helpers.length) ? gone : []
}

/**
 * Whoever should help during probation and can help no more, judged at the branch's meeting on recognition, else now.
 * @param view - the case
 */
export function goneInProbation(view: View): Omit<GoneHelper, 'place'> | null {
  const { recognitionMeeting, state } = view
  const helper = helperInProbation(state, recognitionMeeting.on ?? undefined)
  const found = helper === null ? null : goneSince(view, helper, recognitionMeeting)
  return helper === null || found === null ? null : { ...found, person: helper.name }
}

/**
 * P26: on the way to admission and during probation.
 * @param view - the case
 */
export function checkGoneHelpers(view: View): readonly Finding[] {
  return [...onTheWay(view), ...inProbation(view)]
}

function onTheWay(view: View): readonly Finding[] {
  const source = view.meeting.rules.requirements.helperReplaced
  if (!source.value) return []
  return goneHelpers(view).map(({ person, status, since, place }) =>
    finding(
      'C7-gone',
      { person, status, since },
      { severity: 'warn', before: 'branchVote', source, about: String(place + 1), acts: view.meetingActs },
    ),
  )
}

function inProbation(view: View): readonly Finding[] {
  const { recognition, recognitionMeeting } = view
  const source = recognitionMeeting.rules.requirements.helperReplaced
  if (!source.value || (!view.open && recognition.vote === null)) return []
  const gone = goneInProbation(view)
  if (gone === null) return []
  const acts = recognition.vote === null ? [] : [recognition.vote]
  return [finding('C22-gone', gone, { severity: 'warn', before: 'recognitionVote', source, about: gone.since, acts })]
}

function goneSince({ context }: View, { member }: Helping, { reached }: Pick<Moment, 'reached'>): Gone | null {
  const statuses = (member === undefined ? null : context.memberOf?.(member))?.statuses ?? []
  const now = statuses
    .toSorted((a, b) => compareText(a.from, b.from))
    .filter(({ from }) => reached(from))
    .at(-1)
  return now === undefined || !GONE.has(now.status) ? null : { status: now.status, since: now.from }
}
