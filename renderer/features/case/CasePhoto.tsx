/**
 * The photograph at the head of a case, for our own screen only: dropped or chosen, shrunk, kept like a scan.
 */
import { FileButton, Image, Tooltip, UnstyledButton } from '@mantine/core'
import { IconUser } from '@tabler/icons-react'
import { useState, type DragEvent } from 'react'
import { call } from '../../api.ts'
import { announce, announceTrouble } from '../../parts/announce.tsx'
import type { Recorded } from '../../parts/recording.ts'
import { useRights } from '../../parts/rights.ts'
import { fileProblem, takeIn } from '../../parts/dropped-files.ts'
import type { Situation } from './situation.ts'

const FRAME = {
  width: 66,
  height: 88,
  flexShrink: 0,
  display: 'grid',
  placeItems: 'center',
  overflow: 'hidden',
  border: '1px solid var(--mantine-color-default-border)',
  borderRadius: 'var(--mantine-radius-sm)',
} as const

/** The slot: the photograph, or where it goes. */
export function CasePhoto({ situation }: { readonly situation: Situation }) {
  const { photo, state } = situation.view
  const [isBusy, setBusy] = useState(false)
  const may = useRights()
  const { name } = state.profile
  const keep = async (file: File | null | undefined) => {
    if (!file || isBusy) return
    const problem = /\.pdf$/iu.test(file.name) ? 'Ảnh chân dung là tệp JPEG hoặc PNG.' : fileProblem(file)
    if (problem !== null) {
      announce(problem)
      return
    }
    setBusy(true)
    try {
      const scan = await takeIn(file)
      const { entries } = await call<Recorded>('photo.record', { case: situation.id, scan })
      announce('Đã giữ ảnh chân dung.', entries[0])
    } catch (error) {
      announceTrouble('Chưa giữ được ảnh', error)
    } finally {
      setBusy(false)
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void keep(event.dataTransfer.files[0])
  }
  const picture =
    photo === null ? (
      <IconUser size={34} stroke={1.2} aria-hidden />
    ) : (
      <Image src={`scan/${photo.scan.sha256}`} alt={`Ảnh của ${name}`} w={66} h={88} fit="cover" />
    )
  if (!may('photo.record')) return photo === null ? null : <div style={FRAME}>{picture}</div>
  return (
    <FileButton accept="image/jpeg,image/png" onChange={(file) => void keep(file)}>
      {(props) => (
        <Tooltip label={photo === null ? 'Thêm ảnh: bấm hoặc thả tệp vào đây' : 'Thay ảnh'}>
          <UnstyledButton
            {...props}
            aria-label={photo === null ? `Thêm ảnh của ${name}` : `Thay ảnh của ${name}`}
            style={FRAME}
            onDragOver={(event: DragEvent) => event.preventDefault()}
            onDrop={drop}
          >
            {picture}
          </UnstyledButton>
        </Tooltip>
      )}
    </FileButton>
  )
}
