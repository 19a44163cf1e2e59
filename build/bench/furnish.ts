/**
 * What the pages of a pair of offices show besides people: a class, two meetings, a model, a directive, inspections and the
 * like, recorded mostly by the office above and carried down as they would be. Nothing here is measured.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Core } from '../../electron/core.ts'
import { must, TODAY, unlocked } from './office.ts'
import type { Samples } from './window-walk.ts'

/** What stands in for the parameters of paths, in the lower office and in the one above it. */
export type PairSamples = { readonly lower: Samples; readonly upper: Samples }

/** Tabs and topics that are in every office. */
const EVERYWHERE = {
  topic: ['sao-luu'],
  tab: ['gui'],
  report: ['chi-tieu'],
  models: ['guong'],
  directives: ['hoi-nghi'],
}

/**
 * Carries up what the lower office has submitted, lets both record, and carries down what concerns the lower one.
 * @param pair - the folder of both, as build/bench/stores makes it
 */
export async function furnishPair(pair: string): Promise<PairSamples> {
  const [a, b] = [await unlocked(join(pair, 'a')), await unlocked(join(pair, 'b'))]
  await carry(a, b, join(pair, 'up'))
  const unit = await firstUnit(a)
  const [first, second, third] = await someCases(b)
  const held = await furnishUpper(b, await firstUnit(b), [first, second, third])
  await carry(b, a, join(pair, 'down'))
  const { case: fresh } = await must<{ case: string }>(
    a.call('candidate.register', {
      profile: { name: 'Đặng Thị Mới', birth: '1996-02-03', sex: 'female' },
      unit,
      on: '2024-05-02',
    }),
  )
  const inspection = await inspect(a, unit)
  a.close()
  b.close()
  const tabs = ['xep-loai', 'khen-thuong']
  return {
    lower: {
      ...EVERYWHERE,
      case: [first, fresh],
      unit: [unit],
      class: [held.class],
      inspection: [inspection, ...tabs],
    },
    upper: {
      ...EVERYWHERE,
      case: [first],
      unit: [held.unit],
      class: [held.class],
      meeting: held.meetings,
      inspection: [held.inspection, ...tabs],
    },
  }
}

type Three = readonly [string, string, string]

async function furnishUpper(core: Core, unit: string, [first, second, third]: Three) {
  const { class: opened } = await must<{ class: string }>(
    core.call('class.open', {
      kind: 'awareness',
      name: 'Lớp nhận thức về Đảng khóa 1',
      from: '2024-05-06',
      to: '2024-05-10',
      places: 40,
    }),
  )
  await must(core.call('class.enroll', { class: opened, cases: [first, second, third], on: '2024-05-03' }))
  const called = await meet(core, first)
  const held = await meet(core, second)
  await must(core.call('meeting.hold', { meeting: held, date: TODAY, present: 11 }))
  const branch = {
    name: 'Chi bộ Cơ quan Huyện ủy',
    type: 'branch',
    sector: 'agency',
    area: 'urban',
    from: '2020-01-01',
  }
  const { unit: own } = await must<{ unit: string }>(core.call('unit.add', branch))
  await must(core.call('target.set', { unit: own, year: 2024, number: 4 }))
  const { model } = await must<{ model: string }>(
    core.call('model.register', {
      name: 'Câu lạc bộ thanh niên phấn đấu vào Đảng',
      area: 'residential',
      place: own,
      since: '2023-03-01',
      description: 'Mỗi quý một buổi gặp gỡ đảng viên trẻ tại nhà văn hóa thôn.',
    }),
  )
  await must(core.call('model.report', { model, on: TODAY, results: 'Kết nạp 3 đoàn viên ưu tú', admitted: 3 }))
  const { directive } = await must<{ directive: string }>(
    core.call('directive.issue', {
      kind: 'guidance',
      number: '1-HD/BTC',
      date: TODAY,
      issuer: 'Ban Tổ chức',
      title: 'Hướng dẫn công tác phát triển đảng viên',
      cited: true,
    }),
  )
  const conference = { kind: 'study', title: 'Hội nghị quán triệt', date: TODAY, place: own, directive, attended: 45 }
  await must(core.call('conference.record', conference))
  return { class: opened, meetings: [called, held], inspection: await inspect(core, unit), unit }
}

async function meet(core: Core, id: string): Promise<string> {
  const cases = [{ case: id, matter: 'admission' }]
  const call = { date: TODAY, body: 'Ban Thường vụ Huyện ủy', members: 11, cases }
  return (await must<{ meeting: string }>(core.call('meeting.call', call))).meeting
}

/** An inspection of a unit that has found something. */
async function inspect(core: Core, unit: string): Promise<string> {
  const plan = {
    kind: 'inspection',
    topic: 'Kiểm tra việc lập danh sách nguồn',
    place: unit,
    from: '2024-05-06',
    to: '2024-05-08',
  }
  const { inspection } = await must<{ inspection: string }>(
    core.call('inspection.plan', { ...plan, lead: 'Lê Quang Vinh' }),
  )
  const finding = { kind: 'shortcoming', what: 'Chưa rà soát danh sách', demand: 'Rà soát, bổ sung', due: '2024-06-28' }
  await must(core.call('inspection.find', { inspection, ...finding }))
  return inspection
}

async function carry(from: Core, to: Core, folder: string): Promise<void> {
  mkdirSync(folder)
  await must(from.call('bundle.export', { folder }))
  await must(to.call('bundle.import', { folder }))
}

async function firstUnit(core: Core): Promise<string> {
  const { units } = await must<{ units: readonly { id: string }[] }>(core.call('unit.list', {}))
  return known(units[0]).id
}

async function someCases(core: Core): Promise<Three> {
  const { rows } = await must<{ rows: readonly { case: string }[] }>(core.call('candidate.search', {}))
  return [known(rows[0]).case, known(rows[1]).case, known(rows[2]).case]
}

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a store without people or units')
  return value
}
