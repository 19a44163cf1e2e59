/**
 * The steps of saving a file that anybody can open: where; a question, where the drive can be carried away or may be; only
 * then the writing. The page brings the dialogs, so that the order stands in one place and can be tested.
 */

/** A file a person has named. */
export type NamedFile = { readonly path: string; readonly carried: 'yes' | 'no' | 'unknown' }

/** The folder that is asked about, and what is known of its drive. */
export type ClearQuestion = { readonly folder: string; readonly carried: 'yes' | 'unknown' }

/** What a person answers: this place, another one, or nothing is to be saved. */
export type ClearAnswer = 'here' | 'elsewhere' | 'not'

/** What the page does at each step. */
export type ClearSteps<Saved> = {
  /** Asks for a file. @returns null where the person cancelled */
  readonly choose: () => Promise<NamedFile | null>
  readonly ask: (question: ClearQuestion) => Promise<ClearAnswer>
  readonly write: (path: string) => Promise<Saved>
  /** Folders of which a person has said, since the window was opened, that files may go there. */
  readonly agreed: Set<string>
}

/**
 * Saves a file in clear. A drive that is known to be carried away is asked about every time, one of which the system does
 * not tell only once for each folder.
 * @returns what `write` returns, or null where nothing was to be saved
 */
export async function saveInClear<Saved>(steps: ClearSteps<Saved>): Promise<Saved | null> {
  for (;;) {
    const file = await steps.choose()
    if (file === null) return null
    const { path, carried } = file
    const folder = folderOf(path)
    if (carried !== 'no' && !(carried === 'unknown' && steps.agreed.has(folder))) {
      const answer = await steps.ask({ folder, carried })
      if (answer === 'not') return null
      if (answer === 'elsewhere') continue
      if (carried === 'unknown') steps.agreed.add(folder)
    }
    return steps.write(path)
  }
}

/** The folder of a file, on any system; a root keeps its slash. */
function folderOf(path: string): string {
  const end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  return end <= 0 || path[end - 1] === ':' ? path.slice(0, end + 1) : path.slice(0, end)
}
