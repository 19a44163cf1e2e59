/** Far too much in any field of any call is refused for that field, whatever else the call says, and the core goes on. */
import { expect, test, vi } from 'vitest'
import { admit, problemsOf } from '../../../electron/router.ts'
import { API, type ApiEntry } from '../../../shared/contract/api.ts'
import type { FieldProblem } from '../../../shared/contract/refusals.ts'
import type { RulesView } from '../../../shared/contract/rules.ts'
import { foundCommune } from '../../support/journey.ts'
import { swellingFields } from '../../support/schema-fields.ts'
import { SMALLEST } from '../../support/smallest-inputs.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// More than a thousand fields, and ten megabytes for every call.
vi.setConfig({ testTimeout: 60_000 })

const TEXT = 'a'.repeat(10 * 1024 * 1024)
const ITEM = 'a'.repeat(360)
/** More than any text has, in those that are tried field by field. */
const LONG = TEXT.slice(0, 1024 * 1024)
const MANY = Math.ceil(TEXT.length / ITEM.length)
const LIST = Array.from({ length: MANY }, () => ITEM)
const RECORD = Object.fromEntries(LIST.map((item, place) => [`${place}${item}`, 1]))

/** Fields that are judged where they are used: files of up to eighty megabytes, and a value of whatever shape a rule has. */
const JUDGED_LATER: readonly string[] = ['print.save base64', 'rules.changeValue value', 'scan.add base64']

test('a megabyte of text, or ten of a list or a record, in any field are refused for that field', () => {
  const fields = API.flatMap((entry) => swellingFields(entry.input).map((field) => ({ entry, field })))
  expect(fields.length).toBeGreaterThan(1000)
  const taken = fields.filter(({ entry, field: { kind, path, input } }) => {
    const problems =
      kind === 'text' ? judged(entry, input(LONG)) : refused(entry, input(kind === 'list' ? LIST : RECORD))
    return !problems.some((problem) => `${path}.`.startsWith(`${problem.path}.`))
  })
  const names = taken.map(({ entry: { name }, field: { path } }) => `${name} ${path.split('.')[0]}`)
  expect([...new Set(names)].toSorted()).toEqual(JUDGED_LATER)
})

/** What the schema finds wrong: as the router asks it, but without the normal form of so much text. */
function judged({ input: schema }: ApiEntry, input: unknown): readonly FieldProblem[] {
  const parsed = schema.safeParse(input, { reportInput: true })
  return parsed.success ? [] : problemsOf(parsed.error)
}

/** What the router finds wrong. */
function refused({ name }: ApiEntry, input: unknown): readonly FieldProblem[] {
  const answer = admit(name, input, null)
  return !answer.ok && answer.error.code === 'INVALID_INPUT' ? answer.error.data.problems : []
}

test('of every call ten megabytes in a text, a list or a record are refused by the running core, which goes on', async () => {
  const office = await foundCommune(temporaryFolder())
  const said: string[] = []
  for (const { name, input: schema } of API)
    for (const [kind, swollen] of [
      ['text', TEXT],
      ['list', LIST],
      ['record', RECORD],
    ] as const) {
      const [first] = swellingFields(schema).filter((field) => field.kind === kind)
      if (first === undefined) continue
      const answer = await office.core.call(name, first.input(swollen))
      said.push(`${name}, ${kind}: ${answer.ok ? 'accepted' : answer.error.code}`)
    }
  expect(said.length).toBeGreaterThan(200)
  expect(said.filter((each) => !each.endsWith(': INVALID_INPUT'))).toEqual([])
  expect(await office.do('office.get')).toMatchObject({ office: office.id })
})

test('what no schema judges is refused where it is used', async () => {
  const office = await foundCommune(temporaryFolder())
  const { inUse } = await office.do<RulesView>('rules.get', {})
  const set = { v: 1, id: 'RS-1930', name: 'Quy định', from: '2024-01-01' }
  const name = { address: 'structure.levels.section', confirmed: true, note: 'Đổi tên' }
  for (const [call, input, code] of [
    ['rules.changeValue', { ruleSet: inUse, ...name, value: TEXT }, 'RULE_VALUE_UNFIT'],
    ['rules.issueSet', { set: { ...set, more: TEXT }, note: 'Bộ mới' }, 'RULE_SET_UNREADABLE'],
    ['scan.add', { name: 'don.pdf', base64: TEXT }, 'SCAN_UNKNOWN_TYPE'],
    ['print.save', { ...SMALLEST['print.save'], base64: TEXT }, 'NOT_A_PDF'],
  ] as const)
    expect([call, (await office.refused(call, input)).code]).toEqual([call, code])
  expect(await office.do('office.get')).toMatchObject({ office: office.id })
})
