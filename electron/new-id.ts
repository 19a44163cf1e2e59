/** New ids for what this computer does. */
import { randomBytes } from 'node:crypto'
import { uuid7 } from '../shared/base/uuid7.ts'

/** A UUID that nobody has had before, after those made earlier. */
export function newId(): string {
  return uuid7(Date.now(), randomBytes(10))
}
