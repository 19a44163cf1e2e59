/**
 * The preload as a script that the browser runs before every document.
 */

/** The function through which the page's script reaches us; taken away before a line of the page runs. */
export const BINDING = '__ketNapPipe'

/**
 * The preload bundle with a small `electron` of its own, for the top frame of our origin only.
 * @param preload text of the built preload
 * @param origin where our page lies
 */
export function preloadScript(preload: string, origin: string): string {
  return `(() => {
    const pipe = window[${JSON.stringify(BINDING)}]
    delete window[${JSON.stringify(BINDING)}]
    if (window !== window.top || location.origin !== ${JSON.stringify(origin)}) return
    const waiting = new Map()
    const listeners = new Map()
    let last = 0
    Object.defineProperty(window, '__deliver', {
      value: (to, text, isAnswer) => {
        if (typeof to === 'string') {
          for (const listener of listeners.get(to) ?? []) listener(JSON.parse(text))
          return
        }
        const one = waiting.get(to)
        waiting.delete(to)
        if (isAnswer) one?.resolve(JSON.parse(text))
        else one?.reject(new Error(text))
      },
    })
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name, api) => Object.defineProperty(window, name, { value: Object.freeze({ ...api }) }),
      },
      ipcRenderer: {
        invoke: (channel, ...args) =>
          new Promise((resolve, reject) => {
            waiting.set(++last, { resolve, reject })
            pipe(JSON.stringify([last, channel, args]))
          }),
        on: (channel, listener) => {
          listeners.set(channel, [...(listeners.get(channel) ?? []), (message) => listener({}, message)])
        },
      },
    }
    let touched = 0
    const touch = ({ timeStamp }) => {
      if (timeStamp - touched < 1000) return
      touched = timeStamp
      pipe('')
    }
    for (const name of ['keydown', 'pointerdown', 'pointermove', 'wheel'])
      window.addEventListener(name, touch, { capture: true, passive: true })
    ;(function (require, module, exports) {
${preload}
    })((name) => { if (name === 'electron') return electron; throw new Error(name) }, { exports: {} }, {})
  })()`
}
