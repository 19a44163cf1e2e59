/** Bundles the page: renderer/ into dist/renderer. */
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { pdfFiles } from './pdf-files.ts'

const root = join(import.meta.dirname, '..')

export default defineConfig({
  root: join(root, 'renderer'),
  base: './',
  plugins: [react(), pdfFiles(root)],
  build: {
    outDir: join(root, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    // What is imported first runs first, also across files: strict-zod.ts before anything that makes a schema.
    rolldownOptions: { output: { strictExecutionOrder: true } },
  },
})
