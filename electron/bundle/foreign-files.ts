/**
 * What has no business on a stick that carries sets: programs, shortcuts, the file that starts them, and, worst, a program
 * or shortcut that wears the name of something else. Malware that goes round by stick hides the real files and leaves such
 * look-alikes in their place.
 */
import { join } from 'node:path'
import type { FolderWarning } from '../../shared/contract/exchange.ts'
import type { FoundFile, Listing } from './list-files.ts'

// What a double click runs or installs; also on systems beside Windows, for a stick goes from one to another.
const PROGRAMS = [
  'exe scr bat cmd com pif cpl msc msi msp msix appx appinstaller application xll jar jnlp gadget',
  'vbs vbe js jse ws wsf wsc sct hta chm hlp ps1 psm1 reg diagcab',
  'app command tool scpt workflow pkg mpkg dmg',
  'sh bash csh ksh zsh run appimage deb rpm flatpakref',
]

// What opens something else; some ask a server on the network for it as soon as the folder is shown.
const SHORTCUTS =
  'lnk url scf website webloc desktop library-ms search-ms searchconnector-ms appref-ms settingcontent-ms'

const PROGRAM = endingIn(PROGRAMS.join(' '))
const SHORTCUT = endingIn(SHORTCUTS)

/** What systems look for on a stick to start it. */
const AUTORUN = /^(autorun\.inf|\.?autorun|autorun\.sh)$/i

const FOLDER_PROGRAM = endingIn('app workflow pkg mpkg')

/** Names of our own on a carrier. */
const OURS = /^(kn1_.*|ketnap.*|phieu-ket-noi.*|phieu-may-moi.*)$/i

/** A document's ending before the last one: 'Danh sách.xlsx.lnk'. */
const DOCUMENT = /\.(pdf|docx?|xlsx?|pptx?|txt|csv|jpe?g|png|zip|rar|sha256|age|\d{3})$/i

/** The foreign files of a carrier, in the order they were seen; a program of macOS is a folder. */
export function foreignIn({ files, folders }: Pick<Listing, 'files' | 'folders'>): readonly FolderWarning[] {
  const names = new Set([...files, ...folders].map(({ folder, name }) => `${folder}/${name.toLowerCase()}`))
  const programs = folders.filter(({ name }) => FOLDER_PROGRAM.test(name))
  const found = [...files, ...programs.map(({ folder, name }) => ({ path: join(folder, name), folder, name }))]
  return found.flatMap((file): readonly FolderWarning[] => {
    const { path, name } = file
    if (AUTORUN.test(name)) return [{ path, kind: 'autorun' }]
    const isShortcut = SHORTCUT.test(name)
    if (!isShortcut && !PROGRAM.test(name)) return []
    if (wearsName(file, names)) return [{ path, kind: 'lookalike' }]
    return [{ path, kind: isShortcut ? 'shortcut' : 'program' }]
  })
}

/** True if what stands before the ending is the name of a file or folder there, of ours, or of a document. */
function wearsName({ folder, name }: Pick<FoundFile, 'folder' | 'name'>, names: ReadonlySet<string>): boolean {
  const bare = name.slice(0, name.lastIndexOf('.'))
  return OURS.test(bare) || DOCUMENT.test(bare) || names.has(`${folder}/${bare.toLowerCase()}`)
}

function endingIn(endings: string): RegExp {
  return new RegExp(`\\.(${endings.replaceAll(' ', '|')})$`, 'i')
}
