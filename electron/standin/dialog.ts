/**
 * Dialogs of the stand-in: the system's own file dialogs, asked for by a small program (ask-system.ts). A test queues its
 * answers in a folder named by KETNAP_DIALOGS, one JSON file each, taken in the order of their names.
 */
import { join } from 'node:path'
import { unlessMissing } from '../disk/attempt.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { readWhole } from '../disk/streams.ts'
import { trusted } from '../../shared/base/trust.ts'
import { askSystem, type Wanted } from './ask-system.ts'

type Answer = { readonly path: string | null; readonly paths?: readonly string[] }

/** The parts of Electron's dialog module that main uses. */
export function createDialog() {
  return {
    showOpenDialog: async (
      _window: unknown,
      options: { readonly title?: string; readonly properties?: readonly string[] },
    ) => {
      const kind = options.properties?.includes('openDirectory') === true ? 'folder' : 'files'
      const answer = await ask({ kind, title: options.title ?? '', name: '' })
      const filePaths = answer.paths ?? (answer.path === null ? [] : [answer.path])
      return { canceled: filePaths.length === 0, filePaths: [...filePaths] }
    },
    showSaveDialog: async (_window: unknown, options: { readonly title?: string; readonly defaultPath?: string }) => {
      const answer = await ask({ kind: 'save', title: options.title ?? '', name: options.defaultPath ?? '' })
      return { canceled: answer.path === null, filePath: answer.path ?? '' }
    },
    showMessageBoxSync: (_window: unknown, _options: unknown) => 1,
    showErrorBox: (title: string, content: string) => void process.stderr.write(`${title}\n${content}\n`),
  }
}

async function ask(wanted: Wanted): Promise<Answer> {
  const queue = process.env['KETNAP_DIALOGS']
  if (queue !== undefined) return queued(queue)
  const paths = await askSystem(wanted)
  return { path: paths[0] ?? null, paths }
}

async function queued(folder: string): Promise<Answer> {
  const entries = (await unlessMissing(() => nodeDisk.readdir(folder))) ?? []
  const name = entries.map((entry) => entry.name).sort()[0]
  if (name === undefined) return { path: null }
  const file = join(folder, name)
  const bytes = await readWhole(nodeDisk, file, 64 * 1024)
  await nodeDisk.unlink(file)
  const answer: unknown = JSON.parse(Buffer.from(bytes ?? new Uint8Array()).toString('utf8'))
  return typeof answer === 'string' ? { path: answer } : trusted<Answer>(answer)
}
