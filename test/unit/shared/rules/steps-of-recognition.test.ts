/** From probation to the card: what comes next, and what the checklist asks for. */
import { describe, expect, test } from 'vitest'
import { blocksFor } from '../../../../shared/rules/assess.ts'
import { aCase, aDossier, type CaseBuilder } from '../../../support/case-builder.ts'
import { AFTER, END, inProbation, ready } from '../../../support/probation.ts'

describe('what comes next', () => {
  test('from probation to the card, one step at a time', () => {
    const step = (built: CaseBuilder, day: string) => built.on(day).next.map((next) => next.step)
    expect(step(inProbation(), '2024-06-01')).toEqual(['newMemberClass'])
    expect(step(inProbation(), '2024-12-21')).toEqual([
      'newMemberClass',
      'selfReview',
      'helperReview',
      'probationOpinions',
    ])
    expect(step(ready(), '2025-02-18')).toEqual([])
    expect(step(ready(), END)).toEqual(['recognitionVote'])
    const voted = ready().withBranchVote(AFTER)
    expect(step(voted, '2025-02-21')).toEqual(['recognitionCommittee'])
    const agreed = voted.withCommitteeVote('2025-02-24')
    expect(step(agreed, '2025-02-25')).toEqual(['recognitionSubmit'])
    const sent = agreed.withSubmission('2025-02-25')
    expect(step(sent, '2025-02-26')).toEqual(['receive'])
    expect(step(sent.withReceived('2025-02-26'), '2025-02-27')).toEqual(['recognitionDecision'])
    expect(step(sent.withReceived('2025-02-26', { date: '2025-02-27' }), '2025-02-28')).toEqual(['answerReturn'])
    const recognised = sent.withDecision('2025-03-10')
    expect(step(recognised, '2025-03-11')).toEqual(['recordReceipt', 'card'])
    expect(step(recognised.withReceipt('2025-03-12'), '2025-03-13')).toEqual(['card'])
    expect(step(recognised.withReceipt('2025-03-12').withCard('2025-05-19'), '2025-05-20')).toEqual([])
  })

  test('where one office proposes and decides, nothing is sent', () => {
    const agreed = ready().withBranchVote(AFTER).withCommitteeVote('2025-02-24')
    expect(agreed.on('2025-02-25', { superiorIsSelf: true }).next[0]?.step).toBe('recognitionDecision')
  })

  test('a removal goes its own way, and what is missing for recognition does not stop it', () => {
    const removal = inProbation().about('removal').withBranchVote('2024-09-10')
    expect(removal.on('2024-09-11').next[0]).toEqual({ step: 'removalCommittee', who: 'committee' })
    const agreed = removal.withCommitteeVote('2024-09-12')
    expect(blocksFor(agreed.on('2024-09-13'), 'removalSubmit')).toEqual([])
    expect(agreed.on('2024-09-13').next[0]?.step).toBe('removalSubmit')
    const sent = agreed.withSubmission('2024-09-13')
    expect(sent.on('2024-09-14').next[0]?.step).toBe('receive')
    expect(sent.withReceived('2024-09-14').on('2024-09-15').next[0]?.step).toBe('removalDecision')
    expect(sent.withDecision('2024-09-20').on('2024-09-21').next).toEqual([{ step: 'recordReceipt', who: 'submitter' }])
  })

  test('the checklist of recognition appears with the ceremony', () => {
    const phases = (built: CaseBuilder, day: string) =>
      built
        .on(day)
        .checklist.filter(({ phase }) => phase === 'c')
        .map(({ paper, status }) => `${paper} ${status}`)
    expect(phases(aDossier(), '2024-01-10')).toEqual([])
    expect(phases(inProbation(), '2024-03-01')).toEqual([
      'CN-DVM missing',
      '10-KND missing',
      '11-KND missing',
      '12-KND missing',
      '13-KND notNeeded',
      '14-KND notNeeded',
      '15-KND notNeeded',
      '16-KND notNeeded',
    ])
    const done = ready().withBranchVote(AFTER).withCommitteeVote('2025-02-24').withDecision('2025-03-10')
    expect(phases(done, '2025-03-12').slice(4)).toEqual([
      '13-KND present',
      '14-KND notNeeded',
      '15-KND present',
      '16-KND present',
    ])
  })

  test('a case that is only a name is asked for nothing of all this', () => {
    expect(aCase().on('2024-03-01')).toMatchObject({ membership: null })
  })
})
