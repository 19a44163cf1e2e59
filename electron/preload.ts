/**
 * The page's only door: two functions. Runs sandboxed; it knows one channel each way and checks nothing, since every
 * check belongs to the other side.
 */
import { contextBridge, ipcRenderer } from 'electron'

contextBridge.exposeInMainWorld('ketNap', {
  call: (name: string, input: unknown, id: string): Promise<unknown> => ipcRenderer.invoke('call', name, input, id),
  on: (listener: (event: unknown) => void): void => {
    ipcRenderer.on('event', (_event, message: unknown) => listener(message))
  },
})
