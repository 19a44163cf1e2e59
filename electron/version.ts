/**
 * The version of this build, as bundles and the about page name it, and the day it was made.
 */
import packageJson from '../package.json' with { type: 'json' }

/** Put in its place by the build (build/build-day.ts); run from its source the program has none. */
declare const KETNAP_BUILT_ON: string

/** Version of the program. */
export const APP_VERSION: string = packageJson.version

/** The day before which no office can have had this program, where the build does not say: when it was first written. */
const FIRST_WRITTEN = '2026-11-01'

/** The day this build was made, YYYY-MM-DD: a computer with an earlier date has a wrong clock. */
export const BUILT_ON: string = typeof KETNAP_BUILT_ON === 'string' ? KETNAP_BUILT_ON : FIRST_WRITTEN
