/**
 * Files dropped into the window or chosen in it, brought into the scan store by their content: the page knows no path and needs none.
 */
import type { ScanRef } from '../../shared/model/acts.ts'
import { showSize } from '../../shared/words/vi.ts'
import { call } from '../api.ts'
import { shrinkPhoto } from './shrink-photo.ts'

/** The largest file taken in, as the scan store has it. */
const LARGEST = 25 * 1024 * 1024

/** The largest picture that is shrunk before it is taken in. */
const LARGEST_PICTURE = 60 * 1024 * 1024

/** What a page says of a file that cannot be a scan, or null. */
export function fileProblem(file: File): string | null {
  if (!/\.(?:pdf|jpe?g|png)$/iu.test(file.name)) return `“${file.name}” không phải tệp PDF, JPEG hay PNG.`
  if (file.size === 0) return `“${file.name}” là tệp rỗng.`
  const most = /\.pdf$/iu.test(file.name) ? LARGEST : LARGEST_PICTURE
  return file.size > most ? `“${file.name}” nặng ${showSize(file.size)}, mỗi tệp nặng nhất ${showSize(most)}.` : null
}

/** Puts a file into the scan store, a photograph shrunk first. @throws Refused */
export async function takeIn(file: File): Promise<ScanRef> {
  const kept = await shrinkPhoto(file)
  return call<ScanRef>('scan.add', { name: kept.name, base64: await base64Of(kept) })
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
