/**
 * Scans that go with what is recorded: chosen here, taken in at once, dropped again before it is recorded.
 */
import { Alert, Button, CloseButton, FileButton, Group, Stack, Text } from '@mantine/core'
import { IconFile, IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import type { ScanRef } from '../../shared/model/acts.ts'
import { showSize } from '../../shared/words/vi.ts'
import { sentenceOf } from '../queries.ts'
import { fileProblem, takeIn } from './dropped-files.ts'

/** The field. */
export function ScansField({
  scans,
  onChange,
}: {
  readonly scans: readonly ScanRef[]
  readonly onChange: (scans: readonly ScanRef[]) => void
}) {
  const [isTaking, setTaking] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const choose = async (chosen: readonly File[]) => {
    const problem = chosen.map(fileProblem).find((found) => found !== null)
    setTrouble(problem ?? null)
    if (problem !== undefined) return
    setTaking(true)
    try {
      let held = scans
      for (const file of chosen) {
        const taken = await takeIn(file)
        held = [...held.filter(({ sha256 }) => sha256 !== taken.sha256), taken]
        onChange(held)
      }
    } catch (error) {
      setTrouble(sentenceOf(error))
    } finally {
      setTaking(false)
    }
  }
  return (
    <Stack component="section" gap={4} aria-label="Bản quét">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500}>
          Bản quét, ảnh chụp
        </Text>
        <FileButton multiple accept=".pdf,.jpg,.jpeg,.png" onChange={(files) => void choose(files)}>
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
      {trouble !== null && (
        <Alert color="red" py={6} role="alert">
          {trouble}
        </Alert>
      )}
      {scans.map((scan) => {
        const name = `${scan.name} (${showSize(scan.bytes)})`
        return (
          <Group key={scan.sha256} gap={6} wrap="nowrap">
            <IconFile size={16} aria-hidden style={{ flexShrink: 0 }} />
            <Text size="sm" style={{ overflowWrap: 'anywhere', flex: 1 }}>
              {name}
            </Text>
            <CloseButton
              size="sm"
              aria-label={`Bỏ ${name}`}
              onClick={() => onChange(scans.filter(({ sha256 }) => sha256 !== scan.sha256))}
            />
          </Group>
        )
      })}
    </Stack>
  )
}
