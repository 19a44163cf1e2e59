/**
 * The frame in which a scan is read: as wide as there is room, larger and smaller by letters or buttons, and leafed through
 * without a hand on the mouse, wherever the focus is. What is in it is drawn by whoever uses it.
 */
import { ActionIcon, Box, Button, Center, Group, Loader, Text, Tooltip } from '@mantine/core'
import { useElementSize, useMergedRef } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useKeys } from './keys.ts'
import { isAllSeen, pageAt, pageBefore, placeAfter, type SheetView } from './sheet-place.ts'
import './sheet-frame.css'

/** Said where a scan cannot be had. */
export const NOT_OPENED =
  'Chưa mở được bản quét này. Hãy khóa rồi mở lại phần mềm; nếu vẫn không được thì quét lại bản giấy.'

/** How large against the width of the frame. */
const SIZES = [0.4, 0.6, 0.8, 1, 1.25, 1.5, 2, 3] as const
const WHOLE_WIDTH = SIZES.indexOf(1)

/** As much of the frame as a key turns on by: a line or two stays to be found again. */
const TURN = 0.9

const NO_TOPS: readonly number[] = []

/**
 * The frame.
 * @param pages - how many pages it holds; more than one can be gone through
 * @param widest - as many pixels across as it has itself: it is shown no wider before somebody enlarges it
 * @param children - draws what is in it, `width` pixels wide; each page carries `data-page`
 */
export function SheetFrame({
  label,
  pages = 1,
  widest = Infinity,
  children,
}: {
  readonly label: string
  readonly pages?: number
  readonly widest?: number | undefined
  readonly children: (width: number) => ReactNode
}) {
  const frame = useRef<HTMLDivElement>(null)
  const measured = useElementSize<HTMLDivElement>()
  const ref = useMergedRef(frame, measured.ref)
  const [size, setSize] = useState<number>(WHOLE_WIDTH)
  const [at, setAt] = useState(1)
  const [isStill, setStill] = useState(false)
  const zoom = SIZES[size] ?? 1
  const width = Math.floor(Math.min(measured.width, widest) * zoom)
  const before = useRef({ zoom, width, top: 0, left: 0, tops: NO_TOPS })
  const look = (sheet: HTMLDivElement) => {
    before.current.top = sheet.scrollTop
    before.current.left = sheet.scrollLeft
    before.current.tops = topsOf(sheet)
    setAt(pageAt(before.current.tops, viewOf(sheet)))
    setStill(isAllSeen(viewOf(sheet)))
  }
  // What is read stays in view: what was in the middle when the sheet is made larger or smaller, what was at the upper edge
  // when the frame becomes wider or narrower. Where that was is kept while scrolling: a sheet that has become shorter has
  // lost it. Which page is read changes without a scroll too, also by the height of the frame.
  useLayoutEffect(() => {
    const sheet = frame.current
    if (sheet === null || width === 0) return
    const was = { ...before.current }
    Object.assign(before.current, { zoom, width })
    if (was.width !== 0 && was.width !== width) {
      const by = width / was.width
      const still = (zoom === was.zoom ? 0 : 0.5) * sheet.clientHeight
      const aside = (zoom === was.zoom ? 0 : 0.5) * sheet.clientWidth
      sheet.scrollTo({
        top: placeAfter(was.top, { tops: was.tops, now: topsOf(sheet), by, still }),
        left: (was.left + aside) * by - aside,
      })
    }
    look(sheet)
  }, [zoom, width, measured.height, pages])
  const resize = (by: number) => setSize((now) => Math.min(Math.max(now + by, 0), SIZES.length - 1))
  const turn = (by: number) => frame.current?.scrollBy({ top: by * TURN * frame.current.clientHeight })
  const goBack = () => {
    if (frame.current !== null) goTo(pageBefore(topsOf(frame.current), viewOf(frame.current)))
  }
  // The frame alone is moved: what stands round it stays where the eye has it.
  const goTo = (page: number) =>
    frame.current?.scrollTo({ top: frame.current.querySelector<HTMLElement>(`[data-page="${page}"]`)?.offsetTop ?? 0 })
  useKeys(
    'sheet',
    {
      larger: () => resize(1),
      smaller: () => resize(-1),
      wholeWidth: () => setSize(WHOLE_WIDTH),
      down: () => turn(1),
      up: () => turn(-1),
    },
    { isAbove: true },
  )
  return (
    <>
      <Group justify="space-between" wrap="nowrap" mb={6} gap="xs">
        {pages > 1 ? (
          <Group gap={4} wrap="nowrap">
            <Tool label="Trang trước" isOff={at === 1} onClick={goBack} icon={IconChevronUp} />
            <Tool
              label="Trang sau"
              isOff={at === pages || isStill}
              onClick={() => goTo(at + 1)}
              icon={IconChevronDown}
            />
            <Text size="sm" role="status" style={{ whiteSpace: 'nowrap' }}>
              Trang {at}/{pages}
            </Text>
          </Group>
        ) : (
          <span />
        )}
        <Group gap={4} wrap="nowrap">
          <Tool label="Thu nhỏ (-)" isOff={size === 0} onClick={() => resize(-1)} icon={IconZoomOut} />
          <Tool label="Phóng to (+)" isOff={size === SIZES.length - 1} onClick={() => resize(1)} icon={IconZoomIn} />
          <Button
            size="compact-xs"
            variant="default"
            disabled={size === WHOLE_WIDTH}
            onClick={() => setSize(WHOLE_WIDTH)}
          >
            Vừa chiều ngang
          </Button>
        </Group>
      </Group>
      <Box
        ref={ref}
        data-sheet
        className="sheet-frame mantine-focus-auto"
        role="group"
        aria-label={label}
        tabIndex={0}
        onScroll={({ currentTarget }) => look(currentTarget)}
      >
        {children(width)}
      </Box>
    </>
  )
}

/** What stands in the place of a sheet until it is there. */
export function SheetWaiting() {
  return (
    <Center className="sheet-frame">
      <Loader aria-label="Đang mở bản quét" />
    </Center>
  )
}

function Tool({
  label,
  isOff,
  onClick,
  icon: Icon,
}: {
  readonly label: string
  readonly isOff: boolean
  readonly onClick: () => void
  readonly icon: typeof IconZoomIn
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="sm" aria-label={label} disabled={isOff} onClick={onClick}>
        <Icon size={15} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}

function topsOf(frame: HTMLDivElement): readonly number[] {
  return [...frame.querySelectorAll<HTMLElement>('[data-page]')].map((page) => page.offsetTop)
}

function viewOf({ scrollTop, clientHeight, scrollHeight }: HTMLDivElement): SheetView {
  return { top: scrollTop, height: clientHeight, whole: scrollHeight }
}
