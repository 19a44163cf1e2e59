/**
 * Scans looked at in a dialog of the window. One can be taken out to a file, which is logged; that such a file is not
 * locked is said.
 */
import { Button, Center, Group, Pagination, Stack, Text } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useState } from 'react'
import type { ScanRef } from '../../shared/model/acts.ts'
import { showSize } from '../../shared/words/vi.ts'
import { ClearResult } from './ClearResult.tsx'
import { Dialog } from './Dialog.tsx'
import { ScanSheet } from './ScanSheet.tsx'
import { useClearSave } from './save-clear.ts'
import { WhyField } from './WhyField.tsx'

const ENDINGS: Readonly<Record<ScanRef['type'], string>> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpg',
  'image/png': '.png',
}

/** A dialog with a scan. @param more - all scans of the paper, to turn over */
export function ScanPreview({
  scan,
  more = [scan],
  title,
  onClose,
}: {
  readonly scan: ScanRef
  readonly more?: readonly ScanRef[]
  readonly title: string
  readonly onClose: () => void
}) {
  const [shown, setShown] = useState(scan)
  const [isSaving, setSaving] = useState(false)
  // Another scan is first of all to be read: a form left open would take the keys.
  const turnTo = (scan: ScanRef) => {
    setShown(scan)
    setSaving(false)
  }
  return (
    <Dialog onClose={onClose} title={title} size="80%">
      <ScanSheet key={shown.sha256} scan={shown} title={title} />
      <Group justify="space-between" mt="sm">
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {shown.name}, {showSize(shown.bytes)}
        </Text>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDeviceFloppy size={15} aria-hidden />}
          aria-expanded={isSaving}
          onClick={() => setSaving(true)}
        >
          Lưu ra tệp
        </Button>
      </Group>
      {isSaving && <TakeOut key={`out${shown.sha256}`} scan={shown} />}
      {more.length > 1 && (
        <Center mt="sm">
          <Pagination
            total={more.length}
            value={more.indexOf(shown) + 1}
            onChange={(page) => turnTo(more[page - 1] ?? scan)}
            getControlProps={(control) => ({ 'aria-label': control === 'next' ? 'Bản sau' : 'Bản trước' })}
            getItemProps={(page) => ({ 'aria-label': `Bản ${page}` })}
          />
        </Center>
      )}
    </Dialog>
  )
}

/** Takes the scan out to a file in clear: why, then where. */
function TakeOut({ scan }: { readonly scan: ScanRef }) {
  const [why, setWhy] = useState('')
  const saving = useClearSave('scan.read')
  const save = () => saving.save('Lưu bản quét', fileName(scan), { sha256: scan.sha256, why: why.trim() })
  return (
    <Stack gap="xs" mt="sm" ref={bringIntoView} style={{ scrollMarginBottom: 16 }}>
      <WhyField
        of="scan"
        description="Tệp lưu ra không mã hóa; mục đích được ghi vào nhật ký của đơn vị."
        why={why}
        onChange={setWhy}
        autoFocus
      />
      <ClearResult saving={saving} />
      <Group justify="flex-end">
        <Button disabled={why.trim() === ''} loading={saving.isSaving} onClick={() => void save()}>
          Chọn nơi lưu
        </Button>
      </Group>
    </Stack>
  )
}

/** The scan fills the window: what comes up below it would be asked where nobody sees it. */
function bringIntoView(place: HTMLElement | null): void {
  place?.scrollIntoView({ block: 'nearest' })
}

/** The name proposed for the file: pictures are stored anew and may have another type than they came with. */
function fileName(scan: ScanRef): string {
  return scan.name.replace(/\.[a-z0-9]{1,5}$/iu, '') + ENDINGS[scan.type]
}
