/** Who records what our office keeps: what happens to its people, its units, its plans. */
import type { Role } from '../model/codes.ts'

/** A reviewer too: the deciding office keeps units without the program on paper. */
export const CLERKS = ['clerk', 'secretary', 'reviewer', 'administrator'] as const satisfies readonly Role[]
