/**
 * The version of this build, as bundles and the about page name it.
 */
import packageJson from '../package.json' with { type: 'json' }

/** Version of the program. */
export const APP_VERSION: string = packageJson.version
