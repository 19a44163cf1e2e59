/**
 * The pages of a PDF, one under the other. Only those in view or next to it are drawn and held: a file may have hundreds,
 * and a page of a scanner takes tens of megabytes once it is unpacked.
 */
import { Alert, Text } from '@mantine/core'
import type { RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState } from 'react'
import { openPdf, type Opened, type OpenPdf, type PdfProblem } from './pdf-document.ts'
import { NOT_OPENED, SheetFrame, SheetWaiting } from './SheetFrame.tsx'

const NOT_SHOWN: Readonly<Record<PdfProblem, string>> = {
  password:
    'Tệp PDF có mật khẩu nên phần mềm không mở được. Đề nghị người giữ tệp bỏ mật khẩu, hoặc quét lại bản giấy, rồi đính kèm tệp mới.',
  damaged:
    'Tệp PDF bị hỏng, không đọc được trang nào. Hãy quét lại bản giấy rồi đính kèm tệp mới; nếu hồ sơ do nơi khác gửi thì đề nghị nơi gửi bổ sung.',
  unreadable: NOT_OPENED,
  stopped:
    'Phần mềm đang đọc tệp PDF này thì dừng giữa chừng, có thể do máy thiếu bộ nhớ. Hãy đóng bớt phần mềm khác trên máy rồi mở lại bản quét; nếu vẫn không được thì quét lại bản giấy với độ nét thấp hơn rồi đính kèm tệp mới.',
}

/** No page is drawn with more points than this: a picture of four times 4K, which an old computer still bears. */
const MOST_POINTS = 16_000_000

/** What an opening came to, once its worker has broken down. What is still being opened is told by the opening itself. */
function afterBreak(opened: Opened | null): Opened | null {
  return opened !== null && 'pdf' in opened ? { problem: 'stopped' } : opened
}

/** A PDF scan. @param address - where its bytes come from. @param label - what it is, for those who hear the page */
export function PdfSheet({ address, label }: { readonly address: string; readonly label: string }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  useEffect(() => {
    const opening = openPdf(address)
    let isHere = true
    void opening.opened.then((result) => isHere && setOpened(result))
    void opening.broken.then(() => isHere && setOpened(afterBreak))
    return () => {
      isHere = false
      opening.close()
    }
  }, [address])
  if (opened === null) return <SheetWaiting />
  if ('problem' in opened) return <Alert color="red">{NOT_SHOWN[opened.problem]}</Alert>
  const { pdf } = opened
  return (
    <SheetFrame label={label} pages={pdf.file.numPages}>
      {(width) =>
        Array.from({ length: pdf.file.numPages }, (_, index) => (
          <Page key={index} pdf={pdf} number={index + 1} width={width} label={label} />
        ))
      }
    </SheetFrame>
  )
}

function Page({
  pdf: { file, shape },
  number,
  width,
  label,
}: {
  readonly pdf: OpenPdf
  readonly number: number
  /** Across, in pixels of the page. */
  readonly width: number
  readonly label: string
}) {
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(false)
  const [own, setOwn] = useState(shape)
  const [isDrawn, setDrawn] = useState(false)
  const [isBroken, setBroken] = useState(false)
  useEffect(() => {
    if (place.current === null) return undefined
    // Come near and gone again may be told at once; only the last of it still holds.
    const watch = new IntersectionObserver((seen) => setNear(seen.at(-1)?.isIntersecting === true), {
      root: place.current.closest('[data-sheet]'),
      rootMargin: '60% 0px',
    })
    watch.observe(place.current)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    if (!isNear || width === 0 || place.current === null) return undefined
    const canvas = document.createElement('canvas')
    place.current.replaceChildren(canvas)
    const drawing = draw(file, number, canvas, width)
    drawing.done.then(
      (drawn) => {
        setOwn(drawn)
        setDrawn(!drawing.isStopped())
      },
      () => drawing.isStopped() || setBroken(true),
    )
    return () => {
      drawing.stop()
      canvas.remove()
      setDrawn(false)
    }
  }, [file, number, isNear, width])
  return (
    <div data-page={number} className="scan-page" style={{ width, aspectRatio: 1 / own }}>
      {isBroken ? (
        <Text c="red.9" p="md">
          Trang {number} của tệp PDF bị hỏng, không vẽ được. Hãy quét lại trang này rồi đính kèm tệp mới.
        </Text>
      ) : (
        <div ref={place} role="img" aria-label={`${label}, trang ${number} trên ${file.numPages}`} />
      )}
      {isNear && !isDrawn && !isBroken && (
        <Text size="sm" c="gray.7" className="sheet-drawing">
          Đang vẽ trang {number}…
        </Text>
      )}
    </div>
  )
}

/** Draws one page. @returns its shape once it stands there, and what stops it and gives back what it holds */
function draw(file: OpenPdf['file'], number: number, canvas: HTMLCanvasElement, width: number) {
  let task: RenderTask | null = null
  let isStopped = false
  let letGo = () => undefined
  const go = async () => {
    const page = await file.getPage(number)
    letGo = () => void page.cleanup()
    const whole = page.getViewport({ scale: 1 })
    const shape = whole.height / whole.width
    if (isStopped) return shape
    const sharp = Math.min(width * window.devicePixelRatio, Math.sqrt(MOST_POINTS / shape))
    const viewport = page.getViewport({ scale: sharp / whole.width })
    canvas.width = Math.floor(viewport.width)
    canvas.height = Math.floor(viewport.height)
    task = page.render({ canvas, viewport })
    await task.promise
    canvas.dataset['drawn'] = ''
    return shape
  }
  return {
    done: go(),
    isStopped: () => isStopped,
    stop: () => {
      isStopped = true
      task?.cancel()
      letGo()
      canvas.width = 0
      canvas.height = 0
    },
  }
}
