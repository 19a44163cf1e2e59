/**
 * Erasing: a line is replaced by its stub, so that the chain of its channel still holds, and what else the store had kept
 * of it goes too. The bytes are overwritten (`secure_delete`); the caller checkpoints when its transaction has ended, and
 * until that is done the store says that it is not.
 */
import { isStub, stubOf } from '../shared/bundle/chain.ts'
import type { Place, Subject } from '../shared/journal/entry.ts'
import type { Draft } from '../shared/commands/command.ts'
import { rebuildWords } from './apply/cases.ts'
import { heirs } from './heirs.ts'
import { channelRow, lineAt, replaceByStub } from './journal.ts'
import { erasedPlace } from './queries/erasures.ts'
import { markTraces } from './private/traces.ts'
import { prepared, type WriteDb } from './transaction.ts'

/**
 * Carries out what a draft just recorded says: our own erasure, of a line of ours or of an office that has become ours, or
 * our consent to another office's. Of any other office's line our word is a request.
 */
export function eraseBy(db: WriteDb, self: string, draft: Draft): void {
  if (draft.kind === 'entry.erased') {
    const { channel, seq } = draft.payload
    const office = channelRow(db, channel)?.office
    if (office !== undefined && (office === self || heirs(db)(office, self)))
      eraseLine(db, { channel, seq }, draft.subject)
  }
  if (draft.kind !== 'erasure.answered' || draft.payload.outcome !== 'done') return
  const place = erasedPlace(db, draft.payload.erasure)
  if (place !== null) eraseLine(db, place, draft.subject)
}

/** Cleans what is not journal: the search index, drafts, kept answers, lines set aside that name the person. */
export function forgetErased(db: WriteDb, drafts: readonly Draft[]): void {
  const erasing = drafts.filter(({ kind }) => kind === 'entry.erased' || kind === 'erasure.answered')
  if (erasing.length === 0) return
  rebuildWords(db)
  for (const id of new Set(erasing.map(({ subject }) => subject.id))) forgetCase(db, id)
}

/**
 * Replaces a line by its stub. What has come to stand in its place with another history is about somebody else, and stays.
 */
function eraseLine(db: WriteDb, { channel, seq }: Place, about: Subject): void {
  const row = channelRow(db, channel)
  const held = row === null ? null : lineAt(db, row.id, seq)
  if (held === null || isStub(held.line)) return
  const { entry, subject } = prepared<{ entry: string | null; subject: string | null }>(
    db,
    'SELECT entry_id AS entry, subject_id AS subject FROM journal WHERE id = ?',
  ).get(held.id) ?? { entry: null, subject: null }
  if (subject !== null && subject !== about.id) return
  replaceByStub(db, held, stubOf(held.line, seq))
  markTraces(db)
  // The hash of a call's input has no salt: what it was could be guessed.
  if (entry !== null) prepared(db, 'DELETE FROM calls WHERE id = ?').run(entry)
}

function forgetCase(db: WriteDb, id: string): void {
  forgetSetAside(db, id)
  // Of whatever call: one about many people has answered with the names of some.
  prepared(db, 'DELETE FROM calls WHERE instr(result, ?) > 0').run(id)
  prepared(db, 'DELETE FROM drafts WHERE instr(page, :id) > 0 OR instr(value, :id) > 0').run({ id })
}

/** Lines set aside keep their place by their stubs: with the others they prove how far the channel had come. */
function forgetSetAside(db: WriteDb, id: string): void {
  const naming = prepared<{ number: number; seq: number; line: string }>(
    db,
    'SELECT number, seq, line FROM set_aside WHERE instr(line, ?) > 0',
  ).all(id)
  const replace = prepared(db, 'UPDATE set_aside SET line = ? WHERE number = ?')
  for (const { number, seq, line } of naming) replace.run(stubOf(line, seq), number)
}
