/**
 * A wrong admission (24-QĐ/TW, 4.4): the way to its cancelling as a rule set lays it down, what stands in that way, and
 * what each ground leaves to be done.
 */
import { describe, expect, test } from 'vitest'
import { blocksFor } from '../../../../shared/rules/assess.ts'
import { aDossier, codes, findingOf, type CaseBuilder } from '../../../support/case-builder.ts'

const admitted = (): CaseBuilder =>
  aDossier()
    .withBranchVote('2024-01-15')
    .withCommitteeVote('2024-01-20')
    .withSubmission('2024-01-22')
    .withDecision('2024-02-01')
    .withReceipt('2024-02-05')
const proposed = (): CaseBuilder => admitted().about('cancellation').withBranchVote('2024-03-05')
const step = (built: CaseBuilder, day: string) => built.on(day).next.map((next) => next.step)
const ids = (built: CaseBuilder, day: string, next: Parameters<typeof blocksFor>[1]) =>
  blocksFor(built.on(day), next).map(({ id, data }) => [id, data])

describe('proposed from below', () => {
  test('branch, committee, dossier, decision, receipt, one after the other', () => {
    expect(step(proposed(), '2024-03-06')).toEqual(['cancellationCommittee'])
    const agreed = proposed().withCommitteeVote('2024-03-10')
    expect(step(agreed, '2024-03-11')).toEqual(['cancellationSubmit'])
    const sent = agreed.withSubmission('2024-03-12')
    expect(step(sent, '2024-03-13')).toEqual(['receive'])
    expect(step(sent.withReceived('2024-03-14'), '2024-03-15')).toEqual(['cancellationDecision'])
    expect(step(sent.withReceived('2024-03-14', { date: '2024-03-15' }), '2024-03-16')).toEqual(['answerReturn'])
    const cancelled = sent.withReceived('2024-03-14').withDecision('2024-03-20', { ground: 'criteria' })
    expect(step(cancelled, '2024-03-21')).toEqual(['recordReceipt'])
    expect(step(cancelled.withReceipt('2024-03-22'), '2024-03-23')).toEqual([])
  })

  test('a step left out stops the dossier; a vote that fell short does too', () => {
    expect(ids(proposed(), '2024-03-06', 'cancellationSubmit')).toEqual([['P1', { step: 'cancellationCommittee' }]])
    const agreed = proposed().withCommitteeVote('2024-03-10')
    expect(ids(agreed, '2024-03-11', 'cancellationSubmit')).toEqual([])
    const short = admitted().about('cancellation').withBranchVote('2024-03-05', { agree: 5, disagree: 4 })
    expect(ids(short.withCommitteeVote('2024-03-10'), '2024-03-11', 'cancellationSubmit')).toMatchObject([
      ['C27-share:2024-03-05', { matter: 'cancellation', agree: 5, needed: 6 }],
    ])
    expect(ids(proposed().withCommitteeVote('2024-03-04'), '2024-03-11', 'cancellationSubmit')).toMatchObject([
      ['C27-order:2024-03-04', {}],
    ])
  })

  test('what is missing for admission, ceremony or recognition does not stop it', () => {
    const bare = proposed().withoutPaper('CN-NTVD', '5-KND').withCommitteeVote('2024-03-10')
    expect(ids(bare, '2024-06-11', 'cancellationSubmit')).toEqual([])
    expect(ids(bare.withSubmission('2024-03-12'), '2024-06-11', 'cancellationDecision')).toEqual([])
  })

  test('a base branch has no committee, a set may leave it out, and where one office decides nothing is sent', () => {
    const baseBranch = { unit: { type: 'baseBranch', name: 'Chi bộ cơ sở' } } as const
    expect(proposed().on('2024-03-06', baseBranch).next[0]?.step).toBe('cancellationSubmit')
    expect(proposed().on('2024-03-06', { ...baseBranch, superiorIsSelf: true }).next[0]?.step).toBe(
      'cancellationDecision',
    )
    const late = aDossier().withBranchVote('2026-08-03').withDecision('2026-08-20').about('cancellation')
    expect(late.withBranchVote('2026-09-07').on('2026-09-08').next[0]?.step).toBe('cancellationSubmit')
  })
})

describe('decided', () => {
  const decided = (ground?: 'criteria' | 'procedure') =>
    admitted()
      .about('cancellation')
      .withDecision('2024-03-20', ground === undefined ? {} : { ground })

  test('by the body itself, without anybody asking: no step was left out', () => {
    expect(ids(decided('criteria'), '2024-03-21', 'cancellationDecision')).toEqual([])
    expect(
      admitted()
        .on('2024-02-10')
        .pending.filter((pending) => pending.startsWith('cancellation')),
    ).toEqual([])
  })

  test('its ground says what follows, and a ground nobody wrote down is asked for', () => {
    expect(findingOf(decided('procedure').on('2024-03-21'), 'C18-void')).toMatchObject({
      severity: 'info',
      article: 'Quy định số 24-QĐ/TW, điểm 4.4',
      confirmed: false,
      data: { date: '2024-03-20', ground: 'procedure' },
    })
    expect(findingOf(decided('criteria').on('2024-03-21'), 'C18-void')).toMatchObject({ severity: 'info' })
    expect(findingOf(decided().on('2024-03-21'), 'C18-void')).toMatchObject({
      severity: 'warn',
      data: { ground: null },
    })
    expect(codes(proposed().on('2024-03-06'))).not.toContain('C18-void')
  })

  test('one that was not followed leaves the person admitted, waiting for the ceremony', () => {
    const kept = proposed()
      .withCommitteeVote('2024-03-10')
      .withSubmission('2024-03-12')
      .withDecision('2024-03-20', { outcome: 'refuse' })
    expect(kept.on('2024-03-21').stage).toBe('decisionReceived')
    expect(codes(kept.on('2024-03-21'))).not.toContain('C18-void')
  })
})
