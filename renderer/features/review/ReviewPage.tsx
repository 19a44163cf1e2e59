/**
 * Xét hồ sơ: the queue by deadline, the dossier, and beside it the reviewer's own checklist with the acts. j and k go to
 * the next and the one before; after an act the next dossier is there.
 */
import { Button, Group, Kbd, Text } from '@mantine/core'
import { useCallback, useMemo, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { ReviewList } from '../../../shared/contract/answers.ts'
import { queueOf } from '../../../shared/contract/review-queue.ts'
import { showNumber } from '../../../shared/words/vi.ts'
import { DecidingNav } from '../../parts/DecidingNav.tsx'
import { KeptNote } from '../../parts/KeptNote.tsx'
import { useKeys } from '../../parts/keys.ts'
import { ListActions } from '../../parts/ListExportButton.tsx'
import { AwaitedState, EmptyState, PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { Queue } from './Queue.tsx'
import { useReview } from './review-state.ts'
import { ReviewCase } from './ReviewCase.tsx'
import { ScanPane, type OpenScan } from './ScanPane.tsx'
import './review.css'

/** Xét hồ sơ. */
export function ReviewPage() {
  const { data, error, refetch } = useAsk('review.list', {})
  return (
    <>
      {(data === undefined || data.rows.length === 0) && <PageHead title="Xét hồ sơ" />}
      {(data === undefined || data.rows.length === 0) && <DecidingNav />}
      {data !== undefined && <KeptNote waiting={data.waiting} more={data.more} shown={data.rows.length} mb="md" />}
      <AwaitedState isThere={data !== undefined} error={error} onRetry={() => void refetch()} />
      {data?.rows.length === 0 && (
        <EmptyState
          title="Chưa có hồ sơ nào chờ xét"
          text="Hồ sơ các đơn vị gửi đến sẽ ở đây sau khi nhận gói dữ liệu trong phần Trao đổi."
          action={
            <Button component="a" href="#/trao-doi/nhan" variant="light">
              Nhận gói dữ liệu
            </Button>
          }
        />
      )}
      {data !== undefined && data.rows.length > 0 && <Review list={data} />}
    </>
  )
}

function Review({ list }: { readonly list: ReviewList }) {
  const { case: asked } = useParams<{ case?: string }>()
  const [, go] = useLocation()
  const [scan, setScan] = useState<OpenScan | null>(null)
  const { shown, whose, text } = useReview()
  const rows = useMemo(() => queueOf(list.rows, { shown, whose, text }), [list.rows, shown, whose, text])
  // A dossier that another page leads to is shown whatever the filter says.
  const current = list.rows.find((row) => row.case === asked) ?? rows[0]
  const place = rows.findIndex((row) => row.case === current?.case)
  const open = useCallback(
    (row: { readonly case: string } | undefined) => {
      if (row === undefined) return
      setScan(null)
      go(`/xet/${row.case}`, { replace: true })
    },
    [go],
  )
  const next = () => open(rows[place + 1])
  const previous = () => open(rows[place - 1])
  useKeys('review', { next, previous })
  const afterAct = () => {
    const following = rows[place + 1] ?? rows[place - 1]
    setScan(null)
    go(following === undefined ? '/xet' : `/xet/${following.case}`, { replace: true })
  }
  return (
    <>
      <PageHead
        title="Xét hồ sơ"
        actions={
          <>
            <ListActions what="reviewQueue" queue={{ shown, whose, text }} size="xs" />
            <Text size="sm" c="dimmed" role="status">
              {place < 0
                ? `${showNumber(rows.length)} hồ sơ`
                : `Hồ sơ ${showNumber(place + 1)} trên ${showNumber(rows.length)}`}
            </Text>
            <Button variant="default" size="xs" disabled={place <= 0} onClick={previous} rightSection={<Kbd>k</Kbd>}>
              Hồ sơ trước
            </Button>
            <Button
              variant="default"
              size="xs"
              disabled={place >= rows.length - 1}
              onClick={next}
              rightSection={<Kbd>j</Kbd>}
            >
              Hồ sơ sau
            </Button>
          </>
        }
      />
      <DecidingNav />
      <div className={scan === null ? 'review' : 'review review-reading'}>
        {scan === null ? (
          <Queue rows={rows} total={list.rows.length} current={current?.case ?? null} onOpen={open} />
        ) : (
          <ScanPane open={scan} onTurn={(to) => setScan({ ...scan, place: to })} onClose={() => setScan(null)} />
        )}
        {current === undefined ? (
          <Group>
            <EmptyState title="Không có hồ sơ nào như vậy" text="Chọn cách lọc khác, hoặc xóa nội dung tìm." />
          </Group>
        ) : (
          <ReviewCase
            key={current.case}
            row={current}
            list={list}
            isReading={scan !== null}
            onScan={setScan}
            onActed={afterAct}
          />
        )}
      </div>
    </>
  )
}
