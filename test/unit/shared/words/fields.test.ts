import { expect, test } from 'vitest'
import { z } from 'zod'
import { COMMANDS } from '../../../../shared/commands/index.ts'
import { API } from '../../../../shared/contract/api.ts'
import { ACT_FIELDS } from '../../../../shared/model/case/settlement.ts'
import { Profile } from '../../../../shared/model/profile.ts'
import { actionText, fieldLabel, hasFieldLabel, problemText, waitsSentence } from '../../../../shared/words/vi.ts'
import { expectPlainWords, expectSentence } from './plain-words.ts'

const Node = z.object({
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
})

/** Every path of an input, places in lists as 0. */
function pathsIn(schema: unknown, path = ''): readonly string[] {
  const node = Node.safeParse(schema)
  if (!node.success) return [path]
  const { properties = {}, items, anyOf = [], oneOf = [] } = node.data
  const below = (part: string): string => (path === '' ? part : `${path}.${part}`)
  return [
    path,
    ...Object.entries(properties).flatMap(([name, value]) => pathsIn(value, below(name))),
    ...(items === undefined ? [] : pathsIn(items, below('0'))),
    ...[...anyOf, ...oneOf].flatMap((option) => pathsIn(option, path)),
  ]
}

function pathsOf(input: z.ZodType): readonly string[] {
  return [...new Set(pathsIn(z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' })))].filter(Boolean)
}

test('the walk finds fields, also nested ones', () => {
  const paths = API.flatMap(({ input }) => pathsOf(input))
  expect(paths).toContain('profile.identityNumber')
  expect(paths).toContain('acts.branchVote.absences.0.reason')
  expect(paths).toContain('key')
})

test.each(API.map(({ name, input }) => [name, input] as const))('every field of %s has a label', (name, input) => {
  const unknown = pathsOf(input).filter((path) => !hasFieldLabel(path))
  expect(unknown).toEqual([])
  for (const path of pathsOf(input)) {
    expectPlainWords(fieldLabel(path))
    expectPlainWords(fieldLabel(path, name))
  }
})

test.each(COMMANDS.map(({ name, input }) => [name, input] as const))(
  'every field of command %s has one',
  (_name, input) => {
    expect(pathsOf(input).filter((path) => !hasFieldLabel(path))).toEqual([])
  },
)

test.each([
  ['profile.birth', undefined, 'Ngày sinh'],
  ['change.set.name', undefined, 'Họ và tên'],
  ['change.clear.2', undefined, 'Các mục cần xóa, dòng 3'],
  ['acts.branchVote.absences.0.reason', undefined, 'Cuộc họp chi bộ: đảng viên vắng mặt, dòng 1: lý do vắng mặt'],
  ['lateConsent.number', undefined, 'Văn bản đồng ý tổ chức lễ quá hạn: số văn bản'],
  ['profile.name', 'office.setUp', 'Tên đơn vị'],
  ['profile.name', 'candidate.register', 'Họ và tên'],
  ['to', 'bundle.export', 'Nơi nhận'],
  ['', undefined, 'Dữ liệu gửi vào'],
  ['constructor', undefined, 'Mục “constructor”'],
])('%s of %s is called %s', (path, call, label) => {
  expect(fieldLabel(path, call)).toBe(label)
})

test.each([
  'required',
  'type',
  'unknownField',
  'empty',
  'tooLong',
  'tooSmall',
  'tooBig',
  'option',
  'form',
  'json',
  'day',
  'line',
  'text',
  'name',
  'uuid',
  'sha256',
  'office id',
  'office code',
  'paper code',
  'rule set id',
  'something new',
  'constructor',
])('the problem %s is told', (problem) => {
  expectPlainWords(problemText(problem))
})

test.each(API.map(({ name }) => name))('%s says what it does', (name) => {
  expectPlainWords(actionText(name))
  expect(actionText(name)).not.toBe('một việc khác')
})

test.each([...ACT_FIELDS, ...Profile.keyof().options, 'unit', 'resume'])(
  'a conflict over %s says what it is about',
  (field) => {
    expect(hasFieldLabel(field)).toBe(true)
    expectPlainWords(fieldLabel(field))
  },
)

test('what waits for a set being read through is not told that the set is recorded', () => {
  const taken = waitsSentence('bundle.import')
  const shown = waitsSentence('bundle.preview')
  for (const sentence of [taken, shown, waitsSentence('backup.create')]) expectSentence(sentence)
  expect(taken).toContain('Phần mềm đang nhận gói dữ liệu, mọi bản ghi trong gói được ghi cùng một lần.')
  expect(shown).toContain('Phần mềm đang xem trước gói dữ liệu, chưa ghi gì từ gói.')
})
