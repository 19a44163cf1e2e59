/**
 * Imported before anything that makes a schema: without this zod tries to compile code at run time, which our content
 * policy forbids.
 */
import { z } from 'zod'

z.config({ jitless: true })
