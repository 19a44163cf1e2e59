/**
 * One dossier of the queue: what was sent, and beside it what the reviewer makes of it; a scan that is looked at stands
 * where the queue was.
 */
import { useEffect } from 'react'
import type { MovingCase, ReviewList } from '../../../shared/contract/answers.ts'
import { ErrorState, LoadingState } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { Dossier } from './Dossier.tsx'
import type { OpenScan } from './ScanPane.tsx'
import { Verdict } from './Verdict.tsx'

/** A dossier and its review. */
export function ReviewCase({
  row,
  list,
  isReading,
  onScan,
  onActed,
}: {
  readonly row: MovingCase
  readonly list: ReviewList
  readonly isReading: boolean
  readonly onScan: (scan: OpenScan) => void
  readonly onActed: () => void
}) {
  const { data: view, error, refetch } = useAsk('case.get', { case: row.case })
  useEffect(() => {
    // Another dossier begins at its top.
    window.scrollTo({ top: 0 })
  }, [row.case])
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (view === undefined) return <LoadingState rows={10} />
  return (
    <>
      <Dossier view={view} row={row} isReading={isReading} onScan={onScan} />
      <Verdict view={view} row={row} list={list} onActed={onActed} />
    </>
  )
}
