/**
 * What a person should know of a drive before anything is written to it: foreign files that lie there, a lock, little
 * room, a disk that cannot be carried away. It is said as soon as the place is chosen, and forbids nothing.
 */
import { Alert, List } from '@mantine/core'
import type { FolderWarning } from '../../shared/contract/exchange.ts'
import { carrierWords, FOLDER_WARNINGS } from '../../shared/words/vi.ts'
import { useAsk } from '../queries.ts'

/** Files of one kind that are named; of more only that they are there. */
const NAMED = 5

/** Warnings about a place. @param folder - where it lies; null: the place of backups, which nobody chose in this session */
export function CarrierWarnings({ folder, use }: { readonly folder: string | null; readonly use: 'sets' | 'backup' }) {
  // The place of backups is only looked at: nobody has chosen it now to write there.
  const look = useAsk('carrier.look', folder === null ? {} : { folder, writes: true }).data
  if (look === undefined) return null
  return (
    <>
      <FolderWarnings warnings={look.warnings} />
      {carrierWords(look, use).map(({ text, isGrave }) => (
        <Alert key={text} color={isGrave ? 'orange' : 'gray'} role="note" py={6}>
          {text}
        </Alert>
      ))}
    </>
  )
}

/** Foreign files on a carrier, by kind. */
export function FolderWarnings({ warnings }: { readonly warnings: readonly FolderWarning[] }) {
  const kinds = [...new Set(warnings.map(({ kind }) => kind))]
  return kinds.map((kind) => (
    <Alert key={kind} color="orange" role="alert" title="Cẩn thận với USB này">
      {FOLDER_WARNINGS[kind]}
      <List size="sm" mt={4}>
        {warnings
          .filter((warning) => warning.kind === kind)
          .slice(0, NAMED)
          .map(({ path }) => (
            <List.Item key={path} style={{ overflowWrap: 'anywhere' }}>
              {path}
            </List.Item>
          ))}
      </List>
    </Alert>
  ))
}
