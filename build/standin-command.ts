/**
 * The words that start the built program over the stand-in, for Node. What is imported first is named by a URL: Node takes
 * the drive of a bare Windows path for a scheme it does not know. Never through a shell, which would part a path at a blank.
 */
import { posix, win32 } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Node's arguments, before those of the program itself.
 * @param root - the project's folder, absolute
 * @param platform - as in `process.platform`
 */
export function standinWords(root: string, platform: NodeJS.Platform = process.platform): readonly string[] {
  const isWindows = platform === 'win32'
  const paths = isWindows ? win32 : posix
  const first = pathToFileURL(paths.join(root, 'electron/standin/register.ts'), { windows: isWindows }).href
  return ['--import', first, paths.join(root, 'dist/main/main.js')]
}
