/**
 * Files dropped into the window, brought into the scan store by their content: the page knows no path and needs none.
 */
import type { ScanRef } from '../../../shared/model/acts.ts'
import { showSize } from '../../../shared/words/vi.ts'
import { call } from '../../api.ts'

/** The largest file taken in, as the scan store has it. */
const LARGEST = 25 * 1024 * 1024

/** What a page says of a file that cannot be a scan, or null. */
export function fileProblem(file: File): string | null {
  if (!/\.(?:pdf|jpe?g|png)$/iu.test(file.name)) return `“${file.name}” không phải tệp PDF, JPEG hay PNG.`
  if (file.size === 0) return `“${file.name}” là tệp rỗng.`
  return file.size > LARGEST
    ? `“${file.name}” nặng ${showSize(file.size)}, mỗi tệp nặng nhất ${showSize(LARGEST)}.`
    : null
}

/** Puts a dropped file into the scan store. @throws Refused */
export async function takeIn(file: File): Promise<ScanRef> {
  return call<ScanRef>('scan.add', { name: file.name, base64: await base64Of(file) })
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable file')))
    reader.addEventListener('load', () => {
      const address = typeof reader.result === 'string' ? reader.result : ''
      resolve(address.slice(address.indexOf(',') + 1))
    })
    reader.readAsDataURL(file)
  })
}
