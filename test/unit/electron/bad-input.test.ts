/** What a person, a script or a broken program may hand in: every bit of it is judged before anything is written. */
import { expect, test, vi } from 'vitest'
import { API } from '../../../shared/contract/api.ts'
import { addBranch, BRANCH_VOTE, foundCommune, HOA, register } from '../../support/journey.ts'
import type { TestOffice } from '../../support/office.ts'
import { pictureOf } from '../../support/office-picture.ts'
import { temporaryFolder, temporaryFolderOfFile } from '../../support/temporary-folder.ts'

// Whole offices over real files: on a busy machine one of these takes as long as many small tests.
vi.setConfig({ testTimeout: 60_000 })

const office = await foundCommune(temporaryFolderOfFile())
const unit = await addBranch(office)

const problems = (...found: readonly [path: string, problem: string][]) => ({
  code: 'INVALID_INPUT',
  data: { problems: found.map(([path, problem]) => ({ path, problem })) },
})
const refuse = (profile: unknown) => office.refused('candidate.register', { profile, unit })

test('an unknown name is refused, a locked office says so, and a call id must be a UUID', async () => {
  expect(await office.refused('candidate.destroy', {})).toEqual({
    code: 'UNKNOWN_NAME',
    data: { name: 'candidate.destroy' },
  })
  expect(await office.refused('__proto__', {})).toMatchObject({ code: 'UNKNOWN_NAME' })
  expect(await office.core.call('office.get', {}, { id: 'một' })).toEqual({
    ok: false,
    error: problems(['id', 'form']),
  })
  const locked = await foundCommune(temporaryFolder(), 'khac')
  await locked.do('session.lock')
  for (const { name } of API.filter(({ needs }) => needs === 'session')) {
    const answer = await locked.core.call(name, {})
    expect([name, !answer.ok && ['LOCKED', 'INVALID_INPUT'].includes(answer.error.code)]).toEqual([name, true])
  }
})

test('each field that is wrong is named with what is wrong', async () => {
  expect(await office.refused('candidate.register', {})).toEqual(
    problems(['profile', 'required'], ['unit', 'required']),
  )
  expect(await refuse({})).toEqual(problems(['profile.name', 'required']))
  expect(await refuse({ name: 5 })).toEqual(problems(['profile.name', 'type']))
  expect(await refuse({ name: '' })).toEqual(problems(['profile.name', 'empty'], ['profile.name', 'name']))
  expect(await refuse({ name: 'Hòa', tuoi: 30 })).toEqual(problems(['profile', 'unknownField']))
  expect(await refuse({ name: 'Hòa', sex: 'nữ' })).toEqual(problems(['profile.sex', 'option']))
  expect(await refuse({ name: '12345' })).toEqual(problems(['profile.name', 'name']))
  expect(await refuse({ name: ' Hòa ' })).toEqual(problems(['profile.name', 'line']))
  expect(await refuse({ name: 'Hòa\u200b' })).toEqual(problems(['profile.name', 'line']))
  expect(await refuse({ name: 'Hòa\u0000' })).toEqual(problems(['profile.name', 'line']))
  expect(await office.refused('candidate.register', { profile: HOA, unit: 'chi bộ 1' })).toEqual(
    problems(['unit', 'uuid']),
  )
})

test('a birth date that does not exist is refused: 31/02, 29/02 of a common year, a year before 1800', async () => {
  for (const birth of ['1990-02-31', '1990-02-29', '1799-12-31', '31/02/1990', '1990-13', '90'])
    expect(await refuse({ name: 'Hòa', birth })).toEqual(problems(['profile.birth', 'day']))
  const leap = await register(office, unit, { name: 'Nguyễn Văn Nhuận', birth: '1992-02-29' })
  expect(await office.do('case.get', { case: leap })).toMatchObject({ state: { profile: { birth: '1992-02-29' } } })
})

test('what cannot be is refused with its numbers and days', async () => {
  const id = await register(office, unit, { name: 'Nguyễn Thị Không Thể', birth: '1985-06-15' })
  office.at('2024-01-20')
  const vote = (more: object) => office.refused('dossier.recordBranchVote', { case: id, ...BRANCH_VOTE, ...more })
  const impossible = (what: string, data: object) => ({ code: 'IMPOSSIBLE', data: { what, data } })
  expect(await vote({ agree: 10 })).toEqual(impossible('votesOverPresent', { votes: 10, present: 9 }))
  expect(await vote({ date: '2024-01-21' })).toEqual(
    impossible('dateAfterToday', { field: 'date', date: '2024-01-21', today: '2024-01-20' }),
  )
  expect(await vote({ date: '1985-06-14' })).toEqual(
    impossible('dateBeforeBirth', { field: 'date', date: '1985-06-14', birth: '1985-06-15' }),
  )
  expect(await vote({ official: -1 })).toEqual(problems(['official', 'tooSmall']))
  expect(await vote({ official: 1.5 })).toEqual(problems(['official', 'type']))
  expect(await refuse({ name: 'Hòa', birth: '2024-01-21' })).toEqual(
    impossible('dateAfterToday', { field: 'birth', date: '2024-01-21', today: '2024-01-20' }),
  )
})

test('a name typed in decomposed letters is stored composed and found with and without marks', async () => {
  const typed = 'Phạm Thị Quỳnh Hương'.normalize('NFD')
  const id = await register(office, unit, { name: typed })
  expect(await office.do('case.get', { case: id })).toMatchObject({
    state: { profile: { name: 'Phạm Thị Quỳnh Hương'.normalize('NFC') } },
  })
  for (const text of ['quynh huong', 'Quỳnh Hương', typed, 'phạm', 'PHAM THI QU'])
    expect(await found(office, text)).toEqual(['Phạm Thị Quỳnh Hương'])
})

test('a name of 1 and of 200 characters is kept whole and found, one of 201 is refused', async () => {
  const longest = `Ộ${'ă'.repeat(199)}`
  await register(office, unit, { name: 'Ỷ' })
  await register(office, unit, { name: longest.normalize('NFD') })
  expect(await found(office, 'Ỷ')).toEqual(['Ỷ'])
  expect(await found(office, longest)).toEqual([longest])
  expect(await refuse({ name: `${longest}n` })).toEqual(problems(['profile.name', 'tooLong']))
})

test('searching takes whatever is typed', async () => {
  const texts = [
    '"',
    "'",
    '*',
    '%',
    '_',
    '(',
    ')',
    ':',
    'a"b',
    'folded:x',
    'NEAR(a b)',
    'a OR b',
    '-',
    '\\',
    '😀',
    '^a',
    '{}',
  ]
  for (const text of [...texts, 'x'.repeat(200), 'đ ư'.normalize('NFD'), 'Hòa"', 'Hòà*', 'ạ:b', 'ạ"(']) {
    const [cases, members] = [
      await office.core.call('candidate.search', { text }),
      await office.core.call('member.search', { text }),
    ]
    expect([text, cases.ok, members.ok]).toEqual([text, true, true])
    expect([text, (await office.core.call('candidate.similar', { name: text })).ok]).toEqual([text, true])
  }
})

test('people of the same name or number are shown while typing, those of another year last', async () => {
  const own = await foundCommune(temporaryFolder(), 'trung-ten')
  const branch = await addBranch(own)
  const older = await register(own, branch, {
    name: 'Bùi Văn Trùng',
    birth: '1980-01-01',
    identityNumber: '035080000001',
  })
  const younger = await register(own, branch, { name: 'Bùi Văn Trung', birth: '1999' })
  const similar = async (input: object) => {
    const { rows } = await own.do<{ rows: { case: string; sameNumber: boolean }[] }>('candidate.similar', input)
    return rows.map((row) => [row.case, row.sameNumber])
  }
  expect(await similar({ name: 'bui van trung', birth: '1999-05-05' })).toEqual([
    [younger, false],
    [older, false],
  ])
  expect(await similar({ name: 'Ai đó', identityNumber: '035080000001' })).toEqual([[older, true]])
})

test('text is kept as text, whatever it looks like', async () => {
  const note = `'; DROP TABLE cases; --\n<script>alert(1)</script>\t{"a":1} ⟪Đảng⟫ 𡨸喃`
  const id = await register(office, unit, { name: "O'Hara <b>Hòa</b>", note })
  expect(await office.do('case.get', { case: id })).toMatchObject({
    state: { profile: { name: "O'Hara <b>Hòa</b>", note } },
  })
})

test('the same call twice is recorded once, and answers the same', async () => {
  const id = '01990000-0000-7000-8000-0000000000aa'
  const input = { profile: { name: 'Nguyễn Văn Hai' }, unit }
  const first = await office.do<object>('candidate.register', input, id)
  const second = await office.do('candidate.register', input, id)
  expect(second).toEqual({ ...first, repeated: true })
  expect(await found(office, 'nguyen van hai')).toEqual(['Nguyễn Văn Hai'])
  const other = await office.core.call('candidate.register', { ...input, profile: { name: 'Nguyễn Văn Ba' } }, { id })
  expect(other).toEqual({ ok: false, error: { code: 'CALL_REUSED', data: { name: 'candidate.register' } } })
})

test('one identity number belongs to one person, and the refusal names them', async () => {
  const id = await register(office, unit, { name: 'Đỗ Văn Số', identityNumber: '035099000111' })
  const taken = { code: 'IDENTITY_NUMBER_TAKEN', data: { number: '035099000111', name: 'Đỗ Văn Số', case: id } }
  expect(await refuse({ name: 'Đỗ Văn Số', identityNumber: '035099000111' })).toEqual(taken)
  const other = await register(office, unit, { name: 'Đỗ Văn Khác' })
  const change = { set: { identityNumber: '035099000111' } }
  expect(await office.refused('candidate.correct', { case: other, change })).toEqual(taken)
  // Compared and recorded all the same: both are named as possible duplicates until one is put right.
  await office.do('candidate.correct', { case: other, change, sharesNumber: true })
  const third = { name: 'Đỗ Văn Ba', identityNumber: '035099000111' }
  await office.do('candidate.register', { profile: third, unit, sharesNumber: true })
  const { findings } = await office.do<{ findings: readonly { code: string; data: { key?: string } }[] }>(
    'office.findings',
    {},
  )
  expect(findings.filter(({ code, data }) => code === 'C39' && data.key === '035099000111')).toHaveLength(1)
})

test('values that are no JSON, too deep or too many end in a refusal and leave no trace', async () => {
  const before = await pictureOf(office)
  const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown
  const inputs = [
    null,
    5,
    'x',
    [],
    [[]],
    { profile: deep, unit },
    { profile: { name: 5n }, unit },
    () => 1,
    Symbol('x'),
  ]
  for (const input of inputs) {
    const answer = await office.core.call('candidate.register', input)
    expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  }
  const many = { profile: HOA, unit, ...Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`k${i}`, 1])) }
  expect(await office.refused('candidate.register', many)).toEqual(problems(['', 'unknownField']))
  expect(await refuse({ name: 'Hòa \ud800' })).toEqual(problems(['profile.name', 'line']))
  const absences = Array.from({ length: 201 }, () => ({ reason: 'Ốm' }))
  expect(await office.refused('dossier.recordBranchVote', { case: unit, ...BRANCH_VOTE, absences })).toEqual(
    problems(['absences', 'tooBig']),
  )
  expect(await pictureOf(office)).toEqual(before)
})

async function found(at: TestOffice, text: string): Promise<readonly string[]> {
  const { rows } = await at.do<{ rows: { name: string }[] }>('candidate.search', { text })
  return rows.map(({ name }) => name)
}
