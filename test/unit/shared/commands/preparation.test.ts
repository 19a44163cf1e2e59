/**
 * Notes, classes, opinions and a short vote reported, through the commands.
 */
import { expect, test } from 'vitest'
import { searchCases } from '../../../../db/queries/search.ts'
import { read } from '../../../../db/transaction.ts'
import { trusted } from '../../../../shared/base/trust.ts'
import type { CaseState } from '../../../../shared/model/case-state.ts'
import { replacedHelpers, standingHelpers } from '../../../../shared/model/helper.ts'
import { aDossier, codes } from '../../../support/case-builder.ts'
import {
  branchVote,
  COMMUNE,
  communeAndDistrict,
  openDesk,
  register,
  replays,
  submit,
  UNIT,
  valueOf,
  type Desk,
} from '../../../support/journal-kit.ts'
import { exchange } from '../../../support/journal-parcels.ts'

function refused(desk: Desk, name: string, input: object) {
  const answer = desk.call(name, input)
  if (answer.ok) throw new Error(`${name} was recorded`)
  return answer.error
}

test('a note is of the helper assigned last, unless it names another', () => {
  const desk = openDesk({ office: COMMUNE })
  const id = register(desk)
  const note = { case: id, date: '2024-01-10', text: 'Tích cực tham gia việc thôn', standing: 'good' }
  expect(refused(desk, 'helper.note', note)).toEqual({
    code: 'INVALID_INPUT',
    data: { problems: [{ path: 'helper', problem: 'required' }] },
  })
  desk.do('helper.assign', { case: id, name: 'Trần Văn Bình', from: '2023-01-10' })
  desk.do('helper.note', note)
  desk.do('helper.note', { ...note, helper: 'Lê Thị Cúc', standing: 'needsWork' })
  expect(desk.case(id).notes.map(({ helper, standing }) => [helper, standing])).toEqual([
    ['Trần Văn Bình', 'good'],
    ['Lê Thị Cúc', 'needsWork'],
  ])
  expect(refused(desk, 'helper.note', { ...note, date: '2024-02-01' })).toMatchObject({ code: 'IMPOSSIBLE' })
})

test('a helper who is assigned again, to add what was not written, replaces nobody; another one does', () => {
  const desk = openDesk({ office: COMMUNE })
  const id = register(desk)
  const assign = (name: string, more: object = {}) =>
    desk.do('helper.assign', { case: id, name, from: '2023-01-10', ...more })
  assign('Trần Văn Bình')
  assign('trần  văn bình', { acquaintedSince: '2020-01-10' })
  assign('Lê Thị Cúc')
  expect(desk.case(id).helpers.map(({ replaces }) => replaces)).toEqual([undefined, undefined, true])
  const { member } = valueOf(desk.do('member.add', { name: 'Trần Văn Bình', unit: UNIT, officialDate: '2010-02-03' }))
  const { member: namesake } = valueOf(desk.do('member.add', { name: 'Trần Văn Bình', unit: UNIT }))
  const other = register(desk, { name: 'Lê Thị Lan' })
  for (const one of [member, namesake, member])
    desk.do('helper.assign', { case: other, member: one, from: '2023-01-10' })
  expect(desk.case(other).helpers.map(({ replaces }) => replaces)).toEqual([undefined, true, undefined])
})

test('a helper takes the place of the one who is named, of nobody, or of whoever was assigned last', () => {
  const desk = openDesk({ office: COMMUNE })
  const id = register(desk)
  const assign = (name: string, more: object = {}) => ({ case: id, name, from: '2023-01-10', ...more })
  const standing = () => standingHelpers(desk.case(id).helpers).map(({ name }) => name)
  const listed = () => read(desk.store, (db) => searchCases(db, {})).rows[0]?.helper
  desk.do('helper.assign', assign('Trần Văn Bình'))
  desk.do('helper.assign', assign('Lê Thị Cúc', { inPlaceOf: null }))
  expect(standing()).toEqual(['Trần Văn Bình', 'Lê Thị Cúc'])
  expect(listed(), 'a list names both').toBe('Trần Văn Bình, Lê Thị Cúc')
  desk.do('helper.assign', assign('Phạm Văn Dũng', { inPlaceOf: 'trần văn  bình' }))
  expect(desk.case(id).helpers.at(-1)).toMatchObject({ replaces: true, inPlaceOf: 'Trần Văn Bình' })
  expect(standing()).toEqual(['Lê Thị Cúc', 'Phạm Văn Dũng'])
  expect(refused(desk, 'helper.assign', assign('Ngô Thị Hà', { inPlaceOf: 'Trần Văn Bình' }))).toMatchObject({
    code: 'IMPOSSIBLE',
    data: { what: 'replacesNoHelper', data: { name: 'Trần Văn Bình' } },
  })
  expect(refused(desk, 'helper.assign', assign('lê thị cúc', { inPlaceOf: 'Lê Thị Cúc' }))).toMatchObject({
    data: { what: 'replacesOneself' },
  })
  desk.do('helper.assign', assign('Ngô Thị Hà'))
  expect(standing()).toEqual(['Lê Thị Cúc', 'Ngô Thị Hà'])
  expect(listed()).toBe('Lê Thị Cúc, Ngô Thị Hà')
  // Whoever comes back stands again, and takes nobody's place by that.
  desk.do('helper.assign', assign('Trần Văn Bình'))
  expect(standing()).toEqual(['Lê Thị Cúc', 'Ngô Thị Hà', 'Trần Văn Bình'])
  expect(replays(desk)).toBe(true)
})

test('of two namesakes in the register one gives way, not both', () => {
  const desk = openDesk({ office: COMMUNE })
  const id = register(desk)
  const name = 'Trần Văn Bình'
  const member = () => valueOf(desk.do('member.add', { name, unit: UNIT })).member
  const [first, second] = [member(), member()]
  const assign = (more: object) => desk.do('helper.assign', { case: id, from: '2023-01-10', ...more })
  assign({ member: first })
  assign({ member: second, inPlaceOf: null })
  assign({ name: 'Lê Thị Cúc', inPlaceOf: name })
  const standing = () => standingHelpers(desk.case(id).helpers).map((one) => one.member ?? one.name)
  expect(standing()).toEqual([first, 'Lê Thị Cúc'])
  expect(replacedHelpers(desk.case(id).helpers)(name)).toBe(false)
  // One may come in the place of the other, and nobody in the own.
  assign({ member: second, inPlaceOf: name })
  expect(standing()).toEqual(['Lê Thị Cúc', second])
  const again = { case: id, from: '2023-01-10', member: second, inPlaceOf: name }
  expect(refused(desk, 'helper.assign', again)).toMatchObject({ data: { what: 'replacesOneself' } })
})

test('who comes in the place of another need not have known the candidate for long, at the office above either', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  commune.do('helper.assign', { case: id, name: 'Trần Văn Bình', from: '2022-06-01' })
  const lately = { from: '2023-07-01', acquaintedSince: '2023-07-01' }
  commune.do('helper.assign', { case: id, name: 'Lê Thị Cúc', ...lately })
  submit(commune, id)
  exchange(commune, district)
  const judged = (helpers: readonly object[]) =>
    codes(
      aDossier()
        .patch({ helpers: trusted<CaseState['helpers']>(helpers) })
        .withBranchVote('2024-01-15')
        .on('2024-02-01'),
    )
  const { helpers } = district.case(id)
  expect(helpers[1]).toMatchObject({ replaces: true, inPlaceOf: 'Trần Văn Bình' })
  expect(judged(commune.case(id).helpers)).not.toContain('C7-months')
  expect(judged(helpers)).not.toContain('C7-months')
  // As cases were sent before the mark went along, and as somebody stands who came in nobody's place.
  expect(judged(helpers.map((one) => ({ ...one, replaces: undefined })))).not.toContain('C7-months')
  expect(judged(helpers.map((one) => ({ ...one, replaces: undefined, inPlaceOf: undefined })))).toContain('C7-months')
})

test('one nomination a class stands at a time; after its result the person may be put forward again', () => {
  const desk = openDesk({ office: COMMUNE })
  const id = register(desk)
  const nominate = { case: id, class: 'awareness', date: '2023-03-01' }
  desk.do('class.nominate', nominate)
  expect(refused(desk, 'class.nominate', nominate)).toEqual({
    code: 'ALREADY_RECORDED',
    data: { what: 'class.nominated', date: '2023-03-01' },
  })
  const result = { case: id, class: 'awareness', from: '2023-04-10', to: '2023-04-14', outcome: 'absent' }
  expect(refused(desk, 'class.recordResult', { ...result, to: '2023-04-09' })).toMatchObject({
    data: { what: 'endsBeforeStart' },
  })
  desk.do('class.recordResult', result)
  desk.do('class.nominate', { ...nominate, date: '2023-08-01' })
  expect(desk.case(id)).toMatchObject({ nominations: [{}, {}], classResults: [{ outcome: 'absent' }] })
})

test('a nomination shows in the list line that the superior receives, and nothing else of it', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  commune.do('class.nominate', { case: id, class: 'awareness', date: '2023-03-01', note: 'Đợt tháng tư' })
  exchange(commune, district)
  expect(district.case(id)).toMatchObject({ line: { nominated: true, nominatedFor: 'awareness' }, nominations: [] })
})

test('a vote that fell short goes up by its counts; one that did not is not reported', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  const report = { case: id, body: 'branch', date: '2024-01-10', letter: { number: '03-BC/CB' } }
  expect(refused(commune, 'vote.reportShort', report)).toMatchObject({ code: 'VOTE_NOT_SHORT' })
  commune.do('dossier.recordBranchVote', { case: id, ...branchVote, agree: 6, disagree: 3 })
  expect(refused(commune, 'vote.reportShort', report)).toMatchObject({ code: 'VOTE_NOT_SHORT' })
  commune.do('dossier.recordBranchVote', { case: id, ...branchVote, date: '2024-01-08', agree: 5, disagree: 4 })
  expect(refused(commune, 'vote.reportShort', { ...report, body: 'committee' })).toMatchObject({
    code: 'VOTE_NOT_SHORT',
  })
  expect(refused(commune, 'vote.reportShort', { ...report, date: '2024-01-07' })).toMatchObject({
    data: { what: 'reportedBeforeMeeting' },
  })
  commune.do('vote.reportShort', report)
  expect(refused(commune, 'vote.reportShort', report)).toMatchObject({ code: 'ALREADY_RECORDED' })
  exchange(commune, district)
  expect(district.case(id)).toMatchObject({
    known: 'line',
    branchVotes: [],
    shortVotes: [{ body: 'branch', meeting: '2024-01-08', agree: 5, of: 9, letter: { number: '03-BC/CB' } }],
  })
})

test('a dossier takes no more papers than can be sent up: one may replace another, or one recorded twice is taken back', () => {
  const { commune, district } = communeAndDistrict()
  const id = register(commune)
  const paper = { case: id, paper: '3-KND', date: '2024-01-05' }
  const { paper: first } = valueOf(commune.do('paper.record', paper))
  for (let count = 1; count < 300; count += 1) commune.do('paper.record', paper)
  expect(refused(commune, 'paper.record', paper)).toEqual({
    code: 'TOO_MANY_PAPERS',
    data: { name: commune.case(id).profile.name, most: 300 },
  })
  const { paper: better } = valueOf(commune.do('paper.record', { ...paper, replaces: first }))
  commune.do('entry.retract', { entry: better })
  // What the retracted one had replaced stands again.
  expect(commune.case(id).papers).toHaveLength(300)
  commune.do('entry.retract', { entry: first })
  commune.do('paper.record', paper)
  submit(commune, id)
  exchange(commune, district)
  expect(district.case(id).submissions.at(-1)?.snapshot?.papers).toHaveLength(300)
})
