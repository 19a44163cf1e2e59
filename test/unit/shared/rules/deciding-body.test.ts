import { expect, test } from 'vitest'
import { otherBody } from '../../../../shared/rules/deciding-body.ts'
import { ruleSetOn } from '../../../../shared/rules/sets/index.ts'

const rules = ruleSetOn('2024-02-26')

test.each([
  ['Ban Thường vụ Huyện ủy', undefined],
  ['Ban Thường vụ Huyện uỷ Kim Bảng', undefined],
  ['Thường trực Huyện ủy', 'Thường trực Huyện ủy'],
  ['Đảng ủy cơ sở được ủy quyền xã Thi Sơn', undefined],
])('%s decides', (body, own) => {
  expect(otherBody(body, own, rules, false)).toBeNull()
})

test('another body is told, with who decides and the article', () => {
  expect(otherBody('Ban Chấp hành Đoàn xã', undefined, rules, false)).toEqual({
    name: 'Ban Thường vụ Huyện ủy',
    article: rules.structure.decidingBody.article,
  })
})

test('where the decision is delegated, the committee below decides under its own name', () => {
  expect(otherBody('Đảng ủy Công ty Cổ phần Bút Sơn', undefined, rules, true)).toBeNull()
})
