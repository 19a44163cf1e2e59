/**
 * What a person chooses with the system's own dialogs, and printing. Whatever is chosen is granted for this session.
 * Printing goes through the system's print dialog to paper and leaves no file; a PDF is only made in memory, and the core
 * writes it where a person has said where and why.
 */
import { basename } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import { fail, ok, type Result } from '../../shared/base/result.ts'
import { refusal, type Refusal } from '../../shared/contract/refusals.ts'
import type {
  ChosenFile,
  ChosenFiles,
  ChosenPath,
  PagePdf,
  Printed,
  ShellDrive,
  ShellInfo,
} from '../../shared/contract/shell.ts'
import type { Disk } from '../disk/disk.ts'
import { watchDrives } from '../disk/drive-watch.ts'
import { isCarried } from '../disk/removable.ts'
import { APP_VERSION, BUILT_ON } from '../version.ts'
import type { Grants } from './grants.ts'
import type { ShellHandlers } from './ipc.ts'

const FILTERS = {
  scans: [{ name: 'Bản quét', extensions: ['pdf', 'jpg', 'jpeg', 'png'] }],
  sheets: [{ name: 'Bảng tính', extensions: ['xlsx'] }],
  any: [{ name: 'Tất cả', extensions: ['*'] }],
}

/** Everything the shell answers itself. */
export function createShell(
  window: BrowserWindow,
  disk: Disk,
  grants: Grants,
  info: Pick<ShellInfo, 'host' | 'nonce'>,
): ShellHandlers {
  const chosen = (path: string | undefined): Result<ChosenPath, Refusal> => {
    if (path === undefined) return ok({ path: null })
    grants.grant(path)
    return ok({ path })
  }
  const pdf = (landscape: boolean): Promise<Uint8Array> =>
    window.webContents.printToPDF({
      pageSize: 'A4',
      landscape,
      printBackground: true,
      margins: { top: 0.8, bottom: 0.8, left: 1.2, right: 0.6 },
    })
  const listDrives = watchDrives(disk)
  return {
    'shell.info': async () =>
      ok<ShellInfo>({ ...info, version: APP_VERSION, builtOn: BUILT_ON, platform: process.platform }),
    'shell.drives': async () => {
      const drives = await listDrives()
      for (const drive of drives) if (drive.removal !== 'fixed') grants.grant(drive.path)
      return ok(
        drives.map((drive): ShellDrive => ({
          path: drive.path,
          device: drive.device,
          ...(drive.plugging === undefined ? {} : { plugging: drive.plugging }),
          label: drive.label,
          removal: drive.removal === 'usb' ? 'removable' : drive.removal,
          free: drive.space.free,
        })),
      )
    },
    'shell.chooseFolder': async ({ title }: { title: string }) => {
      const answer = await dialog.showOpenDialog(window, { title, properties: ['openDirectory', 'createDirectory'] })
      return chosen(answer.canceled ? undefined : answer.filePaths[0])
    },
    'shell.chooseFiles': async ({ title, kind }: { title: string; kind: keyof typeof FILTERS }) => {
      const answer = await dialog.showOpenDialog(window, {
        title,
        properties: ['openFile', 'multiSelections'],
        filters: FILTERS[kind],
      })
      const paths = answer.canceled ? [] : answer.filePaths
      for (const path of paths) grants.grant(path)
      return ok<ChosenFiles>({ paths })
    },
    'shell.saveAs': async ({ title, name }: { title: string; name: string }) => {
      const answer = await dialog.showSaveDialog(window, { title, defaultPath: basename(name) })
      if (answer.canceled || answer.filePath === '') return ok<ChosenFile>({ path: null, carried: 'no' })
      grants.grant(answer.filePath)
      // Told before anything is written: the page asks whether the file is really to go there.
      return ok<ChosenFile>({ path: answer.filePath, carried: await isCarried(disk, answer.filePath) })
    },
    'shell.print': async ({ landscape = false }: { landscape?: boolean }) => {
      const { webContents } = window
      if ((await webContents.getPrintersAsync()).length === 0) return fail(refusal('NO_PRINTER', {}))
      return new Promise<Result<Printed, Refusal>>((resolve) => {
        webContents.print({ silent: false, printBackground: true, pageSize: 'A4', landscape }, (printed, reason) => {
          // Electron tells a person's 'cancel' from a failure only by these words; a browser tells nothing at all.
          if (printed) resolve(ok({ printed: info.host === 'browser' ? null : true }))
          else resolve(/cancel/i.test(reason) ? ok({ printed }) : fail(refusal('PRINT_FAILED', { reason })))
        })
      })
    },
    'shell.pdf': async ({ landscape = false }: { landscape?: boolean }) =>
      ok<PagePdf>({ base64: Buffer.from(await pdf(landscape)).toString('base64') }),
  }
}
