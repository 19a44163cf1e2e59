/**
 * The register of numbers: whatever a body has decided runs through one series.
 */
import { expect, test } from 'vitest'
import { usedNumbers } from '../../../db/queries/register.ts'
import type { Draft } from '../../../shared/commands/command.ts'
import type { Decision } from '../../../shared/model/acts.ts'
import { COMMUNE, openDesk, register } from '../../support/journal-kit.ts'

test('the numbers of decisions on recognition stand in the series of those on admission', () => {
  const desk = openDesk({ office: COMMUNE, capacities: ['proposes', 'decides'] })
  const id = register(desk)
  const decision = (payload: Pick<Decision, 'matter' | 'outcome' | 'number' | 'date'>): Draft => ({
    kind: 'decision.recorded',
    subject: { type: 'case', id },
    payload: { body: 'Ban Thường vụ Huyện ủy', ruleSet: 'RS-2021', ruleSetHash: '0'.repeat(64), ...payload },
  })
  desk.record([
    decision({ outcome: 'admit', number: '12-QĐ/HU', date: '2024-01-05' }),
    decision({ matter: 'recognition', outcome: 'recognise', number: '345-QĐ/HU', date: '2025-01-10' }),
  ])
  const party = { key: 'review', name: 'Huyện ủy', superior: null, symbol: 'HU', signsAs: 'BAN THƯỜNG VỤ' }
  const used = (since: string | null) =>
    desk.ask((db) => usedNumbers(db, 'recognitionDecision', party, COMMUNE, [], since)).map(({ number }) => number)
  expect(used(null)).toEqual(['12-QĐ/HU', '345-QĐ/HU'])
  expect(used('2025-01-01')).toEqual(['345-QĐ/HU'])
})
