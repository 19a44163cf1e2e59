/**
 * Slips that go with a carrier: what was written for whom, and what was taken in from whom. They bear no number; both
 * hands sign.
 */
import { showDate, showDateInWords } from '../../text/dates.ts'
import { inFours } from '../../text/fours.ts'
import { BUNDLE_KINDS } from '../../words/labels-journal.ts'
import { IMPORT_COUNTS } from '../../words/exchange.ts'
import { labelOf } from '../../words/labels.ts'
import { showNumber, showSize } from '../../words/show.ts'
import type { Composed, Form } from '../form.ts'
import type { BundleMaterial, Material } from '../material.ts'
import { paragraph, type Block, type DocumentModel } from '../model.ts'
import { officeParty } from '../parties.ts'

/** Composes the slip of an export. */
export function exportSlip(form: Form, material: Material, bundle: BundleMaterial): Composed {
  return slip(form, material, bundle, {
    kind: 'exportSlip',
    type: 'Phiếu giao gói dữ liệu',
    summary: `gửi ${bundle.peerName}`,
    opening: `${material.office.profile.name} giao cho ${bundle.peerName} gói dữ liệu sau:`,
    rows: [
      ['Đơn vị gửi', material.office.profile.name],
      ['Đơn vị nhận', bundle.peerName],
      ['Ngày lập gói', showDate(bundle.day)],
      ['Loại gói', labelOf(BUNDLE_KINDS, bundle.kind)],
      ['Số bản ghi', showNumber(bundle.entries)],
      ['Số bản quét', showNumber(bundle.scans)],
      ['Dung lượng', bundle.bytes === null ? '' : showSize(bundle.bytes)],
      ...bundle.files.map((file, place) => [`Tệp ${place + 1}`, file] as const),
      ['Mã kiểm tra tệp nhãn', bundle.label === null ? '' : inFours(bundle.label)],
    ],
  })
}

/** Composes the receipt of an import. */
export function importReceipt(form: Form, material: Material, bundle: BundleMaterial): Composed {
  const { counts } = bundle
  return slip(form, material, bundle, {
    kind: 'importReceipt',
    type: 'Biên nhận gói dữ liệu',
    summary: `của ${bundle.peerName}`,
    opening: `${material.office.profile.name} đã nhận gói dữ liệu của ${bundle.peerName}:`,
    rows: [
      ['Đơn vị gửi', bundle.peerName],
      ['Đơn vị nhận', material.office.profile.name],
      ['Ngày nhận', showDate(bundle.day)],
      ...(counts === null
        ? []
        : ([
            [IMPORT_COUNTS.fresh, showNumber(counts.fresh)],
            [IMPORT_COUNTS.known, showNumber(counts.known)],
            [IMPORT_COUNTS.held, showNumber(counts.held)],
            [IMPORT_COUNTS.scansMissing, showNumber(counts.scansMissing)],
          ] as const)),
    ],
  })
}

type SlipText = Pick<DocumentModel, 'kind' | 'summary'> & {
  readonly type: string
  readonly opening: string
  readonly rows: readonly (readonly [string, string])[]
}

function slip(form: Form, material: Material, bundle: BundleMaterial, text: SlipText): Composed {
  const party = officeParty(material)
  const superior = form.need('superior', { proposed: party.superior })
  const issuer = form.need('issuer', { proposed: party.name })
  const place = form.need('place', { proposed: material.office.profile.place })
  const day = form.date(bundle.day)
  const rows = text.rows.filter(([, value]) => value !== '')
  const columns = [
    { title: 'Nội dung', width: 35 },
    { title: 'Chi tiết', width: 65 },
  ] as const
  return form.close(() => {
    const body: readonly Block[] = [paragraph(text.opening), { type: 'table', columns, rows }]
    return {
      kind: text.kind,
      superior,
      issuer,
      number: null,
      placeAndDate: `${place}, ${showDateInWords(day)}`,
      type: text.type,
      summary: text.summary,
      to: [],
      body,
      copies: [],
      signatures:
        bundle.direction === 'out'
          ? [signature('Người nhận', ''), signature('Người giao', material.userName)]
          : [signature('Người giao', ''), signature('Người nhận', material.userName)],
      annexes: [],
    }
  })
}

function signature(post: string, name: string) {
  return { authority: [], post, name }
}
