/**
 * A system's own dialog for files, for the stand-in, which has none of its own: a small program that comes with the
 * system, given the title and the name as arguments or in the environment, never as part of a command.
 */
import { execFile } from 'node:child_process'

/** What is asked for. */
export type Wanted = {
  readonly kind: 'folder' | 'files' | 'save'
  readonly title: string
  /** For `save`: the name that is proposed. */
  readonly name: string
}

/** A program that can ask. */
export type Asker = {
  readonly command: string
  readonly args: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** Runs a program. @returns what it printed, '' where the person cancelled, null where there is no such program */
export type RunAsker = (asker: Asker) => Promise<string | null>

/** No program that can ask is installed. */
export class NoDialog extends Error {
  constructor() {
    super('no program for dialogs')
    this.name = 'NoDialog'
  }
}

/** The programs of a system that can ask, the likeliest first. @param platform - as in `process.platform` */
export function askersFor({ kind, title, name }: Wanted, platform: NodeJS.Platform): readonly Asker[] {
  if (platform === 'win32') {
    const environment = { KETNAP_TITLE: title, KETNAP_NAME: name }
    const args = ['-NoProfile', '-NonInteractive', '-STA', '-Command', `${WINDOWS_HEAD} ${WINDOWS[kind]}`]
    return [{ command: 'powershell.exe', args, environment }]
  }
  if (platform === 'darwin') {
    const lines = ['on run argv', ...MACOS[kind], 'end run']
    return [{ command: 'osascript', args: [...lines.flatMap((line) => ['-e', line]), title, name] }]
  }
  const zenity = {
    folder: ['--directory'],
    files: ['--multiple', '--separator=\n'],
    save: ['--save', `--filename=${name}`],
  }
  const kdialog = {
    folder: ['--getexistingdirectory', '.'],
    files: ['--multiple', '--separate-output', '--getopenfilename', '.'],
    save: ['--getsavefilename', name],
  }
  return [
    { command: 'zenity', args: ['--file-selection', `--title=${title}`, ...zenity[kind]] },
    { command: 'kdialog', args: ['--title', title, ...kdialog[kind]] },
  ]
}

/**
 * Asks a person by the first program there is.
 * @returns the chosen paths; none where the person cancelled
 * @throws NoDialog
 */
export async function askSystem(
  wanted: Wanted,
  platform: NodeJS.Platform = process.platform,
  run: RunAsker = runAsker,
): Promise<readonly string[]> {
  for (const asker of askersFor(wanted, platform)) {
    const printed = await run(asker)
    if (printed !== null) return printed.split(/\r?\n/).filter((path) => path !== '')
  }
  throw new NoDialog()
}

/** Text comes back as UTF-8 whatever the console's code page is. */
const WINDOWS_HEAD =
  'Add-Type -AssemblyName System.Windows.Forms; [Console]::OutputEncoding = [Text.UTF8Encoding]::new($false);'

const WINDOWS: Readonly<Record<Wanted['kind'], string>> = {
  folder:
    "$d = New-Object System.Windows.Forms.FolderBrowserDialog; $d.Description = $env:KETNAP_TITLE; if ($d.ShowDialog() -eq 'OK') { $d.SelectedPath }",
  files:
    "$d = New-Object System.Windows.Forms.OpenFileDialog; $d.Title = $env:KETNAP_TITLE; $d.Multiselect = $true; if ($d.ShowDialog() -eq 'OK') { $d.FileNames }",
  save: "$d = New-Object System.Windows.Forms.SaveFileDialog; $d.Title = $env:KETNAP_TITLE; $d.FileName = $env:KETNAP_NAME; if ($d.ShowDialog() -eq 'OK') { $d.FileName }",
}

const MACOS: Readonly<Record<Wanted['kind'], readonly string[]>> = {
  folder: ['return POSIX path of (choose folder with prompt (item 1 of argv))'],
  files: [
    'set chosen to ""',
    'repeat with each in (choose file with prompt (item 1 of argv) with multiple selections allowed)',
    'set chosen to chosen & POSIX path of each & linefeed',
    'end repeat',
    'return chosen',
  ],
  save: ['return POSIX path of (choose file name with prompt (item 1 of argv) default name (item 2 of argv))'],
}

function runAsker({ command, args, environment }: Asker): Promise<string | null> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...environment }, windowsHide: false }
    execFile(command, [...args], options, (error, stdout) => {
      if (error !== null && 'code' in error && error.code === 'ENOENT') resolve(null)
      else resolve(error === null ? stdout : '')
    })
  })
}
