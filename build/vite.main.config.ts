/** Bundles the program: main and its two threads into dist/main; only the native module and Electron stay outside. */
import { join } from 'node:path'
import { defineConfig } from 'vite'
import { buildDay } from './build-day.ts'

const root = join(import.meta.dirname, '..')

export default defineConfig({
  root,
  define: { KETNAP_BUILT_ON: JSON.stringify(buildDay(root)) },
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: {
    ssr: true,
    outDir: join(root, 'dist/main'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rollupOptions: {
      input: {
        main: join(root, 'electron/main.ts'),
        'core-worker': join(root, 'electron/threads/core-worker.ts'),
        'reader-worker': join(root, 'electron/threads/reader-worker.ts'),
        'self-check-writer': join(root, 'electron/self-check/self-check-writer.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
})
