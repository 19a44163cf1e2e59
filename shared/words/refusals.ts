/**
 * The sentence of every refusal: what, where, and what to do next, in the words of an office. A total map, so that a code
 * without a sentence does not compile. Sentences are grouped by room in refusals-*.ts; no code name, hash or path of our
 * own code is ever shown.
 */
import type { Refusal, RefusalCode, RefusalData } from '../contract/refusals.ts'
import { BUNDLE_SENTENCES } from './refusals-bundle.ts'
import { CLASS_SENTENCES } from './refusals-classes.ts'
import { FOLLOW_SENTENCES } from './refusals-follow.ts'
import { FAILURE_SENTENCES } from './refusals-store.ts'
import { VAULT_SENTENCES } from './refusals-vault.ts'
import { WORK_SENTENCES } from './refusals-work.ts'
import type { Names } from './show.ts'

/** A sentence for each of some refusals. */
export type SentencesFor<Code extends RefusalCode> = {
  readonly [C in Code]: (data: RefusalData[C], names: Names) => string
}

const SENTENCES: SentencesFor<RefusalCode> = {
  ROW_REFUSED: ({ row, name, reason }, names) =>
    `Dòng ${row} (${name}): ${refusalSentence(reason, names)} Không dòng nào được nhập.`,
  ...WORK_SENTENCES,
  ...CLASS_SENTENCES,
  ...FOLLOW_SENTENCES,
  ...VAULT_SENTENCES,
  ...FAILURE_SENTENCES,
  ...BUNDLE_SENTENCES,
}

/**
 * The sentence of a refusal.
 * @param refusal - as it crossed the port
 * @param names - names of paired offices, where the caller knows them; without it ids are told apart by a short form
 */
export function refusalSentence(refusal: Refusal, names: Names = {}): string {
  return sentenceOf(refusal.code, refusal.data, names).normalize('NFC')
}

function sentenceOf<Code extends RefusalCode>(code: Code, data: RefusalData[Code], names: Names): string {
  return SENTENCES[code](data, names)
}
