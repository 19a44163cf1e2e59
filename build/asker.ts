/**
 * What the stand-in's file dialogs need on Linux: zenity or kdialog. Fetched as the browser is where neither is there, else
 * one sentence at the start says what to install, and not the first click that needs it.
 */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { askersFor } from '../electron/standin/ask-system.ts'
import { canFetchPackages, fetchPackages } from './packages.ts'

/** How a program for dialogs is looked for, and how one is fetched. */
type Ways = { readonly find: () => boolean; readonly fetch: () => void }

/** True when files and folders can be chosen. Other systems bring what is needed with them. */
export function ensureAsker(
  { find, fetch }: Ways = { find: findAsker, fetch: fetchAsker },
  platform: NodeJS.Platform = process.platform,
): boolean {
  if (platform !== 'linux' || find()) return true
  fetch()
  if (find()) return true
  console.error(
    'Máy chưa có zenity hoặc kdialog nên không chọn được thư mục, tệp trong phần mềm: hãy cài một trong hai, rồi mở lại.',
  )
  return false
}

function findAsker(): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const names = askersFor({ kind: 'folder', title: '', name: '' }, 'linux').map(({ command }) => command)
  return names.some((name) => folders.some((folder) => existsSync(join(folder, name))))
}

function fetchAsker(): void {
  if (canFetchPackages()) fetchPackages(['zenity'])
}
