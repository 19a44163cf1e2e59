/**
 * The version of this build, as bundles and the about page name it, and the day it was made.
 */
import packageJson from '../package.json' with { type: 'json' }

/** Version of the program. */
export const APP_VERSION: string = packageJson.version

/** The day of this version, set when it is released: a computer with an earlier date has a wrong clock. */
export const BUILT_ON = '2026-11-01'
