/**
 * What draws PDF pages beside the page's own bundle (renderer/parts/pdf-document.ts): the worker that reads a file, the
 * decoders of scanners' pictures in plain JavaScript, because our content policy lets no WebAssembly run, the two fonts of
 * signs that no system has alike (for letters a file does not bring, those of the system serve), and the licences under
 * which all of it is passed on.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

/** Where they stand beside the page. */
const FOLDER = 'pdf'

/** Names within the package, by the names under which they are served. */
function filesIn(source: string): ReadonlyMap<string, string> {
  const files = new Map([
    ['worker.js', 'legacy/build/pdf.worker.min.mjs'],
    ['jbig2_nowasm_fallback.js', 'wasm/jbig2_nowasm_fallback.js'],
    ['openjpeg_nowasm_fallback.js', 'wasm/openjpeg_nowasm_fallback.js'],
    ['LICENSE', 'LICENSE'],
    ['FoxitSymbol.pfb', 'standard_fonts/FoxitSymbol.pfb'],
    ['FoxitDingbats.pfb', 'standard_fonts/FoxitDingbats.pfb'],
    ['LICENSE_FOXIT', 'standard_fonts/LICENSE_FOXIT'],
  ])
  for (const name of readdirSync(join(source, 'wasm')))
    if (/^LICENSE.*(JBIG2|OPENJPEG)$/u.test(name)) files.set(name, `wasm/${name}`)
  return files
}

/** Puts the files into the built page. @param root - the project's folder */
export function pdfFiles(root: string): Plugin {
  const source = dirname(createRequire(join(root, 'package.json')).resolve('pdfjs-dist/package.json'))
  return {
    name: 'pdf-files',
    generateBundle() {
      for (const [name, path] of filesIn(source))
        this.emitFile({ type: 'asset', fileName: `${FOLDER}/${name}`, source: readFileSync(join(source, path)) })
    },
  }
}
