/**
 * Scans that go with what is recorded: chosen here, taken in at once, dropped again before it is recorded.
 */
import { Alert, Button, CloseButton, FileButton, Group, Stack, Text } from '@mantine/core'
import { IconFile, IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import type { ScanRef } from '../../shared/model/acts.ts'
import { showSize } from '../../shared/words/vi.ts'
import { sentenceOf } from '../sentences.ts'
import { fileProblem, takeIn } from './dropped-files.ts'
import { SecretLine } from './SecretBanner.tsx'

/** The field. */
export function ScansField({
  scans,
  onChange,
}: {
  readonly scans: readonly ScanRef[]
  readonly onChange: (scans: readonly ScanRef[]) => void
}) {
  const { isTaking, trouble, take } = useTaking()
  const choose = (chosen: readonly File[]) => {
    let held = scans
    return take(chosen, (taken) => {
      held = [...held.filter(({ sha256 }) => sha256 !== taken.sha256), taken]
      onChange(held)
    })
  }
  return (
    <ScansView
      label="Bản quét, ảnh chụp"
      scans={scans}
      isTaking={isTaking}
      trouble={trouble}
      onChoose={(chosen) => void choose(chosen)}
      onDropScan={(sha256) => onChange(scans.filter((scan) => scan.sha256 !== sha256))}
    />
  )
}

/** Takes chosen files into the scan store, one after the other; a file that cannot be a scan keeps all of them out. */
export function useTaking() {
  const [isTaking, setTaking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const take = async (files: readonly File[], onTaken: (scan: ScanRef) => void) => {
    const problem = files.map(fileProblem).find((found) => found !== null)
    setTrouble(problem ?? null)
    if (problem !== undefined) return
    setTaking(true)
    try {
      for (const file of files) onTaken(await takeIn(file))
    } catch (error) {
      setTrouble(sentenceOf(error))
    } finally {
      setTaking(false)
    }
  }
  return { isTaking, trouble, take }
}

/** What is seen of scans that go with something. `none`: said while there are none. */
export function ScansView({
  label,
  none,
  scans,
  isTaking,
  trouble,
  onChoose,
  onDropScan,
}: {
  readonly label: string
  readonly none?: string
  readonly scans: readonly ScanRef[]
  readonly isTaking: boolean
  readonly trouble: string | null
  readonly onChoose: (files: readonly File[]) => void
  readonly onDropScan: (sha256: string) => void
}) {
  return (
    <Stack component="section" gap={4} aria-label="Bản quét">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <FileButton multiple accept=".pdf,.jpg,.jpeg,.png" onChange={onChoose}>
          {(props) => (
            <Button
              {...props}
              size="compact-sm"
              variant="default"
              loading={isTaking}
              leftSection={<IconPaperclip size={14} aria-hidden />}
            >
              Chọn tệp
            </Button>
          )}
        </FileButton>
      </Group>
      <SecretLine />
      {trouble !== null && (
        <Alert color="red" py={6} role="alert">
          {trouble}
        </Alert>
      )}
      {none !== undefined && scans.length === 0 && (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      )}
      {scans.map((scan) => {
        const name = `${scan.name} (${showSize(scan.bytes)})`
        return (
          <Group key={scan.sha256} gap={6} wrap="nowrap">
            <IconFile size={16} aria-hidden style={{ flexShrink: 0 }} />
            <Text size="sm" style={{ overflowWrap: 'anywhere', flex: 1 }}>
              {name}
            </Text>
            <CloseButton size="sm" aria-label={`Bỏ ${name}`} onClick={() => onDropScan(scan.sha256)} />
          </Group>
        )
      })}
    </Stack>
  )
}
