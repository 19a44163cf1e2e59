/** Bundles the preload as one CommonJS file, since it runs sandboxed. */
import { join } from 'node:path'
import { defineConfig } from 'vite'

const root = join(import.meta.dirname, '..')

export default defineConfig({
  root,
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: join(root, 'electron/preload.ts'),
    outDir: join(root, 'dist/preload'),
    emptyOutDir: true,
    minify: false,
    rollupOptions: { output: { format: 'cjs', entryFileNames: 'preload.cjs' } },
  },
})
