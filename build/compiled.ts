/**
 * Where Node keeps what it has compiled of the program and its tools, for tests: what one process has compiled, the next
 * one need not. To compile anew was half of the processor time of a program that tests start.
 */
import { join } from 'node:path'

/** The folder, for NODE_COMPILE_CACHE. */
export const COMPILED = join(import.meta.dirname, '../node_modules/.cache/compiled')
