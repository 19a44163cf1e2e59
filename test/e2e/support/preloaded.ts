/** Modules that a test has loaded into the program under test before anything of its own. */
import { pathToFileURL } from 'node:url'

/** What a program is started with. */
export type Environment = Readonly<Record<string, string>>

/**
 * The environment of a program into which a module is loaded first.
 * @param file - of the module
 * @param says - by which names the module is told what to do
 * @param environment - what it is to have besides; other modules may be among that
 */
export function preloaded(file: string, says: Environment, environment: Environment = {}): Environment {
  const options = environment['NODE_OPTIONS'] ?? process.env['NODE_OPTIONS'] ?? ''
  const preload = `--import=${pathToFileURL(file).href}`
  return { ...environment, ...says, NODE_OPTIONS: `${options} ${preload}`.trim() }
}
