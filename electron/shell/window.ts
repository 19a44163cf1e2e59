/**
 * The one window, hardened: no Node, isolated, sandboxed, no navigation, no further windows, no permissions, no devices, no
 * downloads. The list is Electron's security checklist; test/unit/electron/shell holds each point.
 */
import { join } from 'node:path'
import { BrowserWindow, session } from 'electron'
import { PRODUCT } from '../../shared/words/locked.ts'
import { PAGE_ORIGIN } from './protocol.ts'

const PRELOAD = join(import.meta.dirname, '../preload/preload.cjs')

/** Opens the window and loads the page from our own scheme. */
export function openWindow(preload: string = PRELOAD): BrowserWindow {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
  // Files leave by our own dialogs only, which ask why and write it down.
  defaultSession.on('will-download', (event) => event.preventDefault())
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#ffffff',
    title: PRODUCT,
    webPreferences: hardened(preload),
  })
  const { webContents } = window
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  webContents.on('will-navigate', (event) => event.preventDefault())
  webContents.on('will-redirect', (event) => event.preventDefault())
  webContents.on('will-attach-webview', (event) => event.preventDefault())
  webContents.on('will-frame-navigate', (event) => event.preventDefault())
  window.removeMenu()
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${PAGE_ORIGIN}/index.html`)
  return window
}

/** What a page of ours may be: nothing but a page, of any window. @param preload - its one bridge to the program */
export function hardened(preload: string = PRELOAD) {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    safeDialogs: true,
    devTools: false,
  }
}
