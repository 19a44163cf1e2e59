/**
 * Where an entry goes, and what its author may say it had seen.
 */
import { expect, test } from 'vitest'
import { alsoReceives, audienceOf, type RoutingFacts } from '../../../../shared/journal/routing.ts'
import { COMMUNE, DISTRICT, TOWN } from '../../../support/journal-kit.ts'

const proposing: RoutingFacts = { office: COMMUNE, superior: DISTRICT, keeper: COMMUNE, target: null }
const alone: RoutingFacts = { office: COMMUNE, superior: null, keeper: COMMUNE, target: null }
const deciding: RoutingFacts = { office: DISTRICT, superior: null, keeper: COMMUNE, target: null }

test('what a commune records before submission stays in its own channel', () => {
  for (const kind of ['candidate.registered', 'helper.assigned', 'paper.recorded', 'branchVote.recorded'] as const)
    expect(audienceOf(kind, proposing)).toBe('own')
})

test('a submission goes to the superior; without one that has the program it stays in the own channel', () => {
  expect(audienceOf('dossier.submitted', proposing)).toBe(DISTRICT)
  expect(audienceOf('dossier.submitted', alone)).toBe('own')
})

test('a decision goes to the keeper; of a case kept by the deciding office itself it stays', () => {
  expect(audienceOf('decision.recorded', deciding)).toBe(COMMUNE)
  expect(audienceOf('decision.recorded', { ...deciding, keeper: DISTRICT })).toBe('own')
  expect(audienceOf('decision.recorded', { ...deciding, keeper: null })).toBe('own')
})

test('a retraction goes where its target went', () => {
  expect(audienceOf('entry.retracted', { ...proposing, target: DISTRICT })).toBe(DISTRICT)
  expect(audienceOf('entry.retracted', { ...proposing, target: 'own' })).toBe('own')
  expect(audienceOf('entry.retracted', proposing)).toBe('own')
})

test('an office just paired is named by the command', () => {
  expect(audienceOf('candidate.listed', alone, TOWN)).toBe(TOWN)
})

const channel = (office: string, audience: string) => ({ office, audience })

test('an entry for the superior may name what both have: the channel there, the one back, and those for all', () => {
  const may = (office: string, audience: string) => alsoReceives(DISTRICT, channel(office, audience), COMMUNE)
  expect(may(COMMUNE, DISTRICT)).toBe(true)
  expect(may(DISTRICT, COMMUNE)).toBe(true)
  expect(may(COMMUNE, 'all')).toBe(true)
  expect(may(DISTRICT, 'all')).toBe(true)
  expect(may(COMMUNE, 'own')).toBe(false)
  expect(may(COMMUNE, TOWN)).toBe(false)
  expect(may(TOWN, COMMUNE)).toBe(false)
  expect(may(TOWN, 'all')).toBe(false)
})

test('an entry of the own channel may name anything, one for all only what is for all', () => {
  expect(alsoReceives('own', channel(DISTRICT, COMMUNE), COMMUNE)).toBe(true)
  expect(alsoReceives('all', channel(COMMUNE, 'all'), COMMUNE)).toBe(true)
  expect(alsoReceives('all', channel(DISTRICT, 'all'), COMMUNE)).toBe(false)
  expect(alsoReceives('all', channel(COMMUNE, DISTRICT), COMMUNE)).toBe(false)
})
