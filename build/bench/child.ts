/**
 * A measuring process: `child.ts <figure> <arguments as JSON>` prints what that figure's `measure` found as its last
 * line. `noNativeCipher` makes the process as Electron is, whose crypto lacks ChaCha20-Poly1305.
 */
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import type { Arguments } from './figure.ts'
import { figureNamed } from './figures/index.ts'

const [name = '', given = '{}'] = process.argv.slice(2)
const input = JSON.parse(given) as Arguments
if (input['noNativeCipher'] === true) {
  crypto.getCiphers = () => []
  syncBuiltinESMExports()
}
const { measure } = await figureNamed(name)
console.log(JSON.stringify(await measure(input)))
process.exit(0)
