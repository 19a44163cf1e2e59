/**
 * A document as data, before any layout: who issues it, its number, place and day, type and summary, running text,
 * tables, signatures, recipients. The .docx, the preview on screen and the golden texts are all made from this.
 */
import type { DocumentKind } from './codes.ts'

/** A piece of text in one face. */
export type Run = { readonly text: string; readonly bold?: boolean; readonly italic?: boolean }

/** A column of a table; `width` in parts of the whole. */
export type Column = { readonly title: string; readonly width: number; readonly align?: 'left' | 'center' }

/** A part of the text. 'basis' = a ground the document rests on; 'center' = a line of its own in the middle. */
export type Block =
  | {
      readonly type: 'paragraph'
      readonly style: 'body' | 'basis' | 'center' | 'caption'
      readonly runs: readonly Run[]
    }
  | { readonly type: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }

/** Who signs: authority lines (T/M, K/T, T/L), post, name; the name may be written by hand on slips. */
export type Signature = { readonly authority: readonly string[]; readonly post: string; readonly name: string }

/** A list on a page of its own after the signature. */
export type Annex = { readonly title: string; readonly note: string; readonly blocks: readonly Block[] }

/** A whole document. */
export type DocumentModel = {
  readonly kind: DocumentKind
  /** What stands above place and day instead of the Party's name, on a paper of another organisation. */
  readonly heading?: string
  readonly superior: string
  readonly issuer: string
  /** 'Số 12-NQ/CB', or null for a paper that bears no number. */
  readonly number: string | null
  readonly placeAndDate: string
  /** Name of the type ('Nghị quyết'), or null for a letter, whose summary stands under its number. */
  readonly type: string | null
  readonly summary: string
  /** Kính gửi. */
  readonly to: readonly string[]
  readonly body: readonly Block[]
  /** Nơi nhận; empty where the paper has none. */
  readonly copies: readonly string[]
  readonly signatures: readonly Signature[]
  readonly annexes: readonly Annex[]
}

/** A paragraph of running text. */
export function paragraph(text: string, style: 'body' | 'basis' | 'center' | 'caption' = 'body'): Block {
  return { type: 'paragraph', style, runs: [{ text }] }
}

/** A paragraph that opens with words in bold: 'Điều 1.'. */
export function headed(head: string, text: string): Block {
  return { type: 'paragraph', style: 'body', runs: [{ text: head, bold: true }, { text: ` ${text}` }] }
}

/** A line in the middle, bold. */
export function centered(text: string): Block {
  return { type: 'paragraph', style: 'center', runs: [{ text, bold: true }] }
}

/** Sets the end mark './.' after the last word of the text. */
export function withEndMark(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.at(-1)
  const run = last?.type === 'paragraph' ? last.runs.at(-1) : undefined
  if (last?.type !== 'paragraph' || run === undefined) return blocks
  const ended: Run = { ...run, text: `${run.text.replace(/[.;,\s]+$/u, '')}./.` }
  return [...blocks.slice(0, -1), { ...last, runs: [...last.runs.slice(0, -1), ended] }]
}

/** The text of a block's runs. */
export function textOf(block: Extract<Block, { type: 'paragraph' }>): string {
  return block.runs.map(({ text }) => text).join('')
}

/** A document as plain text, top to bottom: for golden files and for search. */
export function modelText(model: DocumentModel): string {
  const lines = [
    model.superior.toUpperCase(),
    model.issuer.toUpperCase(),
    '*',
    model.number,
    model.heading ?? PARTY,
    model.placeAndDate,
    ...(model.type === null ? [model.summary] : [model.type.toUpperCase(), model.summary]),
    ...model.to.map((to) => `Kính gửi: ${to}`),
    ...model.body.flatMap(linesOf),
    ...(model.copies.length === 0 ? [] : ['Nơi nhận:', ...model.copies.map((copy) => `- ${copy}`)]),
    ...model.signatures.flatMap(({ authority, post, name }) => [...authority, post.toUpperCase(), name]),
    ...model.annexes.flatMap(({ title, note, blocks }) => ['', title.toUpperCase(), note, ...blocks.flatMap(linesOf)]),
  ]
  return `${lines.filter((line) => line !== null && (line !== '' || lines.indexOf(line) > 0)).join('\n')}\n`
}

/** The title every Party document bears. */
export const PARTY = 'ĐẢNG CỘNG SẢN VIỆT NAM'

function linesOf(block: Block): readonly string[] {
  if (block.type === 'paragraph') return [textOf(block)]
  return [block.columns.map(({ title }) => title).join(' | '), ...block.rows.map((row) => row.join(' | '))]
}
