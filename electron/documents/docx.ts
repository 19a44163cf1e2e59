/**
 * The one layout of documents: from the model to .docx as Hướng dẫn 36-HD/VPTW sets Party papers. A4, Times New Roman;
 * the header is a table without lines, so that Word and LibreOffice hold its two sides apart. Sizes stand here once;
 * margins are a setting, because nobody has yet compared them with the guideline itself. docx is loaded on first use.
 */
import type * as Docx from 'docx'
import { DOCUMENT_MARGINS } from '../../shared/commands/office.ts'
import { PARTY, type Annex, type Block, type DocumentModel, type Signature } from '../../shared/documents/model.ts'
import { DOCUMENT_NAMES } from '../../shared/words/vi.ts'

/** Margins in millimetres. */
export type Margins = {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

const MARGINS = /^(\d{1,2})\/(\d{1,2})\/(\d{1,2})\/(\d{1,2})$/

/** Reads the setting '20/20/30/15' (top, bottom, left, right). */
export function readMargins(setting: unknown): Margins {
  const match = (typeof setting === 'string' ? MARGINS.exec(setting) : null) ?? MARGINS.exec(DOCUMENT_MARGINS)
  const [top = 20, bottom = 20, left = 30, right = 15] = (match ?? []).slice(1).map(Number)
  return { top, bottom, left, right }
}

const FONT = 'Times New Roman'
/** Sizes in half points: title of the Party 15, bodies 14, body text 14, type 16, V/v 12, recipients 12. */
const SIZE = { party: 30, head: 28, text: 28, type: 32, summary: 28, about: 24, copies: 24, table: 24 } as const
const PAGE = { width: 210, height: 297 } as const

/** Writes a document. */
export async function documentToDocx(model: DocumentModel, margins: Margins): Promise<Uint8Array> {
  const docx = await import('docx')
  const layout = createLayout(docx, margins)
  const file = new docx.Document({
    creator: model.issuer,
    title: DOCUMENT_NAMES[model.kind],
    styles: { default: { document: { run: { font: FONT, size: SIZE.text, language: { value: 'vi-VN' } } } } },
    sections: [
      {
        properties: { titlePage: true, page: layout.page },
        headers: { default: layout.pageNumber(), first: new docx.Header({ children: [] }) },
        children: [
          layout.header(model),
          ...layout.titleOf(model),
          ...model.body.flatMap(layout.block),
          layout.gap(120),
          layout.ending(model),
          ...model.annexes.flatMap(layout.annex),
        ],
      },
    ],
  })
  return new Uint8Array(await docx.Packer.toBuffer(file))
}

/** The pieces of the page, bound to the library once it is loaded. */
function createLayout(docx: typeof Docx, margins: Margins) {
  const { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx
  const twips = (mm: number) => docx.convertMillimetersToTwip(mm)
  const width = twips(PAGE.width - margins.left - margins.right)
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const noLines = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }
  const tight = { before: 0, after: 0 }

  const line = (text: string, run: Omit<Docx.IRunOptions, 'text'>, options: Docx.IParagraphOptions = {}) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: tight,
      keepNext: true,
      ...options,
      children: [new TextRun({ text, font: FONT, ...run })],
    })

  /** Two columns without lines; `left` in parts of a hundred. */
  const columns = (left: number, cells: readonly (readonly Docx.Paragraph[])[]) => {
    const widths = [Math.round((width * left) / 100), width - Math.round((width * left) / 100)]
    return new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: docx.TableLayoutType.FIXED,
      borders: noLines,
      rows: [
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, place) =>
              new TableCell({
                width: { size: widths[place] ?? width, type: WidthType.DXA },
                margins: { left: 0, right: 0, top: 0, bottom: 0 },
                children: [...children],
              }),
          ),
        }),
      ],
    })
  }

  const block = (part: Block): readonly (Docx.Paragraph | Docx.Table)[] =>
    part.type === 'table' ? [table(part), gap(60)] : [text(part)]

  const text = (part: Extract<Block, { type: 'paragraph' }>) => {
    const middle = part.style === 'center'
    const flat = part.style === 'caption'
    return new Paragraph({
      alignment: middle ? AlignmentType.CENTER : AlignmentType.BOTH,
      spacing: { before: middle || flat ? 160 : 80, after: middle || flat ? 120 : 80, line: 300 },
      indent: middle || flat ? {} : { firstLine: twips(12) },
      keepNext: middle || flat,
      widowControl: true,
      children: part.runs.map(
        (run) =>
          new TextRun({
            text: run.text,
            font: FONT,
            size: SIZE.text,
            bold: flat || run.bold === true,
            italics: part.style === 'basis' || run.italic === true,
          }),
      ),
    })
  }

  const table = ({ columns: heads, rows }: Extract<Block, { type: 'table' }>) => {
    const whole = heads.reduce((sum, head) => sum + head.width, 0)
    const widths = heads.map((head) => Math.round((width * head.width) / whole))
    const cell = (value: string, place: number, bold: boolean) =>
      new TableCell({
        width: { size: widths[place] ?? 0, type: WidthType.DXA },
        verticalAlign: bold ? docx.VerticalAlignTable.CENTER : docx.VerticalAlignTable.TOP,
        margins: { left: twips(1.5), right: twips(1.5), top: twips(0.8), bottom: twips(0.8) },
        children: [
          new Paragraph({
            alignment: bold || heads[place]?.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
            spacing: tight,
            children: [new TextRun({ text: value, font: FONT, size: SIZE.table, bold })],
          }),
        ],
      })
    return new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: docx.TableLayoutType.FIXED,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: heads.map((head, i) => cell(head.title, i, true)),
        }),
        ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((value, i) => cell(value, i, false)) })),
      ],
    })
  }

  const gap = (after: number) => new Paragraph({ spacing: { before: 0, after, line: 120 }, children: [] })

  const signature = ({ authority, post, name }: Signature): readonly Docx.Paragraph[] => [
    ...authority.map((words) => line(words, { size: SIZE.head, bold: true })),
    line(post.toUpperCase(), { size: SIZE.head, bold: authority.length === 0 }),
    // Room for the signature and the seal.
    ...Array.from({ length: 4 }, () => line('', { size: SIZE.head })),
    line(name, { size: SIZE.head, bold: true }, { keepNext: false }),
  ]

  return {
    gap,
    block,
    page: {
      size: { width: twips(PAGE.width), height: twips(PAGE.height) },
      margin: {
        top: twips(margins.top),
        bottom: twips(margins.bottom),
        left: twips(margins.left),
        right: twips(margins.right),
        header: twips(10),
        footer: twips(10),
      },
    },
    pageNumber: () =>
      new docx.Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ children: [docx.PageNumber.CURRENT], font: FONT, size: SIZE.text })],
          }),
        ],
      }),
    header: (model: DocumentModel) => {
      const under = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 }
      const about = model.type === null ? model.summary : null
      return columns(44, [
        [
          line(model.superior.toUpperCase(), { size: SIZE.head }),
          line(model.issuer.toUpperCase(), { size: SIZE.head, bold: true }),
          line('*', { size: SIZE.head }),
          ...(model.number === null ? [] : [line(model.number, { size: SIZE.head })]),
          ...(about === null
            ? []
            : [line(about, { size: SIZE.about, italics: true }, { spacing: { before: 60, after: 0 } })]),
        ],
        [
          // The line under the title is as long as the title: the paragraph is made as narrow as its words.
          line(
            model.heading ?? PARTY,
            { size: SIZE.party, bold: true },
            { border: { bottom: under }, indent: { left: twips(9), right: twips(9) } },
          ),
          line('', { size: 16 }),
          line(model.placeAndDate, { size: SIZE.head, italics: true }),
        ],
      ])
    },
    titleOf: (model: DocumentModel): readonly Docx.Paragraph[] => {
      const type =
        model.type === null
          ? [gap(120)]
          : [
              line(model.type.toUpperCase(), { size: SIZE.type, bold: true }, { spacing: { before: 320, after: 0 } }),
              line(model.summary, { size: SIZE.summary, bold: true }),
              line('-----', { size: SIZE.summary }, { spacing: { before: 0, after: 120 } }),
            ]
      const to =
        model.to.length === 1
          ? [line(`Kính gửi: ${model.to[0] ?? ''}.`, { size: SIZE.text }, { spacing: { before: 200, after: 160 } })]
          : model.to.map((each, place) =>
              line(
                `${place === 0 ? 'Kính gửi: ' : ''}- ${each}${place === model.to.length - 1 ? '.' : ','}`,
                { size: SIZE.text },
                { spacing: { before: 60, after: 60 } },
              ),
            )
      return [...type, ...to]
    },
    ending: (model: DocumentModel) => {
      const [first, second] = model.signatures
      const right = second ?? first
      const left =
        second === undefined || first === undefined
          ? model.copies.length === 0
            ? [line('', {})]
            : [
                line('Nơi nhận:', { size: SIZE.head, underline: {} }, { alignment: AlignmentType.LEFT }),
                ...model.copies.map((copy, place) =>
                  line(
                    `- ${copy}${place === model.copies.length - 1 ? '.' : ','}`,
                    { size: SIZE.copies },
                    { alignment: AlignmentType.LEFT, keepNext: false },
                  ),
                ),
              ]
          : signature(first)
      return columns(second === undefined ? 45 : 50, [left, right === undefined ? [line('', {})] : signature(right)])
    },
    annex: ({ title, note, blocks }: Annex): readonly (Docx.Paragraph | Docx.Table)[] => [
      line(title.toUpperCase(), { size: SIZE.type, bold: true }, { pageBreakBefore: true }),
      line(`(${note})`, { size: SIZE.text, italics: true }),
      line('-----', { size: SIZE.summary }, { spacing: { before: 0, after: 160 } }),
      ...blocks.flatMap(block),
    ],
  }
}
