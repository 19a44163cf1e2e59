/** Files that were harmed behind the program's back: a disk that rots, a stick that wears out, somebody who tidies up. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesOf } from './office-picture.ts'
import type { TestOffice } from './office.ts'

/** Turns one bit of a file. @param at - the place of its byte, from the end where it is negative; by default the middle */
export function turnBit(file: string, at?: number): void {
  const bytes = readFileSync(file)
  const place = at ?? bytes.length >> 1
  writeFileSync(file, bytes.with(place, (bytes.at(place) ?? 0) ^ 1))
}

/** The files of all scans of an office. */
export function scanFilesOf({ paths }: TestOffice): readonly string[] {
  return Object.keys(filesOf(paths.data)).map((name) => join(paths.data, name))
}

/** Takes the files of all its scans from an office. */
export function loseScans(office: TestOffice): void {
  for (const file of scanFilesOf(office)) rmSync(file)
}
