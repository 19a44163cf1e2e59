/**
 * Settings that hold a list, one thing a line, as a person types it.
 */

/** The lines of a setting without blanks around them; none where it was never set. @param setting - as it was set */
export function settingLines(setting: unknown): readonly string[] {
  if (typeof setting !== 'string') return []
  return setting
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
