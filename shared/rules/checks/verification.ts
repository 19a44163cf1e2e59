/**
 * C8 by its papers: the CV has been verified (01-HD/TW 2021, 3.4). Where requests are recorded by relative, relatives.ts
 * says who is still open; where the papers are kept outside, the program knows number, day and keeper of the answers.
 */
import { finding, type Finding } from '../finding.ts'
import { OPINIONS, RESUME, VERIFICATION } from '../paper-codes.ts'
import { daysOf, papersOf, type View } from '../view.ts'
import { isVerificationRecorded } from './relatives.ts'

/**
 * Checks that answers are there, in the program or outside, and not older than the CV they verify.
 * @param view - the case
 */
export function checkVerification(view: View): readonly Finding[] {
  const { verification, verificationAfterResume } = view.meeting.rules.requirements
  if (!view.begun) return []
  const answers = papersOf(view, VERIFICATION)
  if (answers.length === 0) {
    if (!verification.value || isVerificationRecorded(view)) return []
    const name = view.meeting.rules.papers.find(({ code }) => code === VERIFICATION)?.name.value ?? VERIFICATION
    const spec = { severity: 'block', before: 'branchVote', source: verification, acts: view.meetingActs } as const
    return [finding('C8', { paper: VERIFICATION, name }, spec)]
  }
  const resume = daysOf(papersOf(view, RESUME)).at(0)
  const answer = daysOf(answers).at(0)
  if (!verificationAfterResume.value || resume === undefined || answer === undefined || resume <= answer) return []
  const spec = { severity: 'warn', before: 'branchVote', source: verificationAfterResume, acts: answers } as const
  return [finding('C8-date', { resume, answer }, spec)]
}

/**
 * C8, P22: the opinions are summed up (5-KNĐ) once the answers are in, be they recorded one by one or as papers.
 * @param view - the case
 */
export function checkOpinionsLast(view: View): readonly Finding[] {
  const source = view.meeting.rules.requirements.remarksAfterVerification
  const papers = papersOf(view, OPINIONS)
  const opinions = daysOf(papers).at(-1)
  const recorded = view.state.verifications.flatMap(({ answer }) => (answer === null ? [] : [answer.date]))
  const answer = [...recorded, ...daysOf(papersOf(view, VERIFICATION))].toSorted().at(-1)
  if (!source.value || opinions === undefined || answer === undefined || opinions >= answer) return []
  return [
    finding('C8-opinions', { opinions, answer }, { severity: 'warn', before: 'branchVote', source, acts: papers }),
  ]
}
