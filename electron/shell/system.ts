/**
 * Whether the system is one that Electron is made for. The installer asks for itself (build/resources/installer.nsh); the
 * file that runs without being installed, and a folder that was copied, come here first.
 */

/** The kernel of Windows 10, which is the oldest that Electron is made for. */
const WINDOWS_10 = 10

/**
 * @param platform - as `process.platform` says
 * @param release - of the system, as `os.release()` says: 6.3.9600 is Windows 8.1
 * @returns true for a Windows before 10
 */
export function isTooOld(platform: NodeJS.Platform, release: string): boolean {
  return platform === 'win32' && Number.parseInt(release, 10) < WINDOWS_10
}
