/**
 * Where a thread's code lies: beside its caller, as source in tests and the console, bundled in the shipped program.
 */

/** URL of a thread's file. @param caller - `import.meta.url` of the file that starts it */
export function threadFile(name: string, caller: string): URL {
  return new URL(caller.endsWith('.ts') ? `./${name}.ts` : `./${name}.js`, caller)
}
