/**
 * What has no business on a stick that carries sets: programs, shortcuts, the file that starts them, and, worst, a program
 * or shortcut that wears the name of something else. Malware that goes round by stick hides the real files and leaves such
 * look-alikes in their place.
 */
import type { FolderWarning } from '../../shared/contract/exchange.ts'
import type { FoundFile, Listing } from './list-files.ts'

const PROGRAM = /\.(exe|scr|bat|cmd|com|pif|vbs|vbe|js|jse|wsf|hta|msi|ps1|jar)$/i
const SHORTCUT = /\.(lnk|url)$/i

/** Names of our own on a carrier. */
const OURS = /^(kn1_.*|ketnap.*|phieu-ket-noi.*|phieu-may-moi.*)$/i

/** A document's ending before the last one: 'Danh sách.xlsx.lnk'. */
const DOCUMENT = /\.(pdf|docx?|xlsx?|pptx?|txt|csv|jpe?g|png|zip|rar|sha256|age|\d{3})$/i

/** The foreign files of a carrier, in the order they were seen. */
export function foreignIn({ files, folders }: Pick<Listing, 'files' | 'folders'>): readonly FolderWarning[] {
  const names = new Set([...files, ...folders].map(({ folder, name }) => `${folder}/${name.toLowerCase()}`))
  return files.flatMap((file): readonly FolderWarning[] => {
    const { path, name } = file
    if (name.toLowerCase() === 'autorun.inf') return [{ path, kind: 'autorun' }]
    const isShortcut = SHORTCUT.test(name)
    if (!isShortcut && !PROGRAM.test(name)) return []
    if (wearsName(file, names)) return [{ path, kind: 'lookalike' }]
    return [{ path, kind: isShortcut ? 'shortcut' : 'program' }]
  })
}

/** True if what stands before the ending is the name of a file or folder there, of ours, or of a document. */
function wearsName({ folder, name }: FoundFile, names: ReadonlySet<string>): boolean {
  const bare = name.slice(0, name.lastIndexOf('.'))
  return OURS.test(bare) || DOCUMENT.test(bare) || names.has(`${folder}/${bare.toLowerCase()}`)
}
