/**
 * The lists for the office of publicity: examples that may be told, and models with what they came to. Whom they are sent to
 * is asked, since its name differs from place to place and from year to year.
 */
import type { ExampleRow, ModelRow } from '../../contract/follow.ts'
import { showDate } from '../../text/dates.ts'
import { EXAMPLE_AREAS, EXAMPLE_KINDS, MODEL_AREAS } from '../../words/follow.ts'
import { showNumber } from '../../words/show.ts'
import type { Composed, Form } from '../form.ts'
import type { Material } from '../material.ts'
import { paragraph, type Column, type DocumentModel } from '../model.ts'
import { officeParty } from '../parties.ts'
import { headOf, signatureOf } from './head.ts'

/** Composes the list of examples: those with consent, and collectives. */
export function exampleList(form: Form, material: Material, examples: readonly ExampleRow[]): Composed {
  const told = examples.filter(({ tellable }) => tellable)
  if (told.length === 0) form.lack('examples')
  return list(form, material, {
    kind: 'exampleList',
    summary: 'Gương người tốt, việc tốt, đảng viên gương mẫu đề nghị tuyên truyền',
    closing: `Danh sách có ${showNumber(told.length)} gương điển hình; cá nhân có tên đã đồng ý được tuyên truyền.`,
    columns: [
      { title: 'Số thứ tự', width: 7, align: 'center' },
      { title: 'Họ và tên, tập thể', width: 21 },
      { title: 'Đơn vị', width: 20 },
      { title: 'Loại, lĩnh vực', width: 18 },
      { title: 'Nội dung', width: 34 },
    ],
    rows: told.map(({ facts }, place) => [
      String(place + 1),
      facts.post === undefined ? facts.name : `${facts.name}, ${facts.post}`,
      facts.place.name,
      `${EXAMPLE_KINDS[facts.kind]}; ${EXAMPLE_AREAS[facts.area].toLowerCase()}`,
      facts.story,
    ]),
  })
}

/** Composes the list of models. */
export function modelList(form: Form, material: Material, models: readonly ModelRow[]): Composed {
  if (models.length === 0) form.lack('models')
  return list(form, material, {
    kind: 'modelList',
    summary: 'Mô hình mới, cách làm hiệu quả trong công tác phát triển đảng viên',
    closing: `Danh sách có ${showNumber(models.length)} mô hình.`,
    columns: [
      { title: 'Số thứ tự', width: 7, align: 'center' },
      { title: 'Tên mô hình, đơn vị', width: 24 },
      { title: 'Lĩnh vực, thời gian', width: 17 },
      { title: 'Nội dung, cách làm', width: 26 },
      { title: 'Kết quả', width: 18 },
      { title: 'Số nơi áp dụng', width: 8, align: 'center' },
    ],
    rows: models.map(({ facts, results, shared, takenUp }, place) => [
      String(place + 1),
      `${facts.name}; ${facts.place.name}`,
      facts.since === undefined ? MODEL_AREAS[facts.area] : `${MODEL_AREAS[facts.area]}; từ ${showDate(facts.since)}`,
      facts.description,
      results.at(-1)?.results ?? shared?.results ?? '',
      String(takenUp.length),
    ]),
  })
}

type ListText = Pick<DocumentModel, 'kind'> & {
  readonly summary: string
  readonly closing: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
}

function list(form: Form, material: Material, text: ListText): Composed {
  const { day: _day, ...head } = headOf(form, {
    party: officeParty(material),
    place: material.office.profile.place,
    date: undefined,
  })
  const recipient = form.need('recipient', {})
  const signatures = signatureOf(form, {})
  return form.close(() => ({
    ...head,
    kind: text.kind,
    type: 'Danh sách',
    summary: text.summary,
    to: [recipient],
    body: [{ type: 'table', columns: text.columns, rows: text.rows }, paragraph(text.closing)],
    copies: [],
    signatures,
    annexes: [],
  }))
}
