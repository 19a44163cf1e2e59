import { expect, test } from 'vitest'
import { API, apiEntry } from '../../../shared/contract/api.ts'
import { areaOf, rightsByArea } from '../../../shared/contract/work-areas.ts'
import { Role } from '../../../shared/model/codes.ts'
import { WORK_AREAS } from '../../../shared/words/vi.ts'
import { expectPlainWords } from './words/plain-words.ts'

/** Who may do what of the deciding office's work. */
const RIGHTS: Readonly<Record<string, readonly Role[]>> = {
  'dossier.assign': ['administrator', 'clerk', 'decider', 'reviewer', 'secretary'],
  'dossier.check': ['administrator', 'clerk', 'decider', 'reviewer', 'secretary'],
  'dossier.review': ['administrator', 'clerk', 'decider', 'reviewer', 'secretary'],
  'dossier.return': ['administrator', 'clerk', 'decider', 'reviewer', 'secretary'],
  'consent.request': ['administrator', 'clerk', 'decider', 'reviewer', 'secretary'],
  'consent.record': ['administrator', 'clerk', 'decider', 'reviewer', 'secretary'],
  'duplicates.judge': ['administrator', 'clerk', 'decider', 'reviewer', 'secretary'],
  'meeting.call': ['administrator', 'clerk', 'decider', 'reviewer', 'secretary'],
  'meeting.vote': ['administrator', 'clerk', 'decider', 'secretary'],
  'meeting.decide': ['administrator', 'clerk', 'decider', 'secretary'],
  'decision.record': ['administrator', 'clerk', 'decider', 'secretary'],
  'case.handOver': ['administrator', 'decider', 'reviewer'],
  'user.add': ['administrator'],
  'setting.change': ['administrator'],
}

test.each(Object.entries(RIGHTS))('%s is for those who answer for it', (name, roles) => {
  expect(apiEntry(name)?.roles.toSorted()).toEqual(roles)
})

test('whoever only looks records nothing', () => {
  const open = API.filter(({ kind, roles }) => kind === 'command' && roles.includes('viewer'))
  expect(open.map(({ name }) => name)).toEqual([])
})

test('a name is put where its own area says, or its subject, or among the rest', () => {
  expect(['meeting.call', 'meeting.vote', 'dossier.return', 'paper.record', 'weather.record'].map(areaOf)).toEqual([
    'meetings',
    'decisions',
    'review',
    'dossiers',
    'other',
  ])
  for (const label of Object.values(WORK_AREAS)) expectPlainWords(label)
})

test('the table says of each role what the commands say', () => {
  const table = rightsByArea(Role.options)
  const right = (area: string, role: Role) => table.find((row) => row.area === area)?.rights.get(role)
  expect(right('decisions', 'decider')).toBe('all')
  expect(right('decisions', 'reviewer')).toBe('none')
  expect(right('meetings', 'organiser')).toBe('none')
  expect(right('office', 'administrator')).toBe('all')
  expect(right('office', 'clerk')).toBe('none')
  for (const { rights } of table) expect(rights.get('viewer')).toBe('none')
  // Everything that not all may do has an area with a name of its own.
  expect(table.flatMap(({ area, entries }) => (area === 'other' ? entries.map(({ name }) => name) : []))).toEqual([])
  expect(
    ['inspection.plan', 'commendation.record', 'device.remove', 'device.export', 'list.write'].map(areaOf),
  ).toEqual(['follow', 'follow', 'office', 'exchange', 'exchange'])
})
