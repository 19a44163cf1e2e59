/**
 * Looking at a stick without a vault: whoever carries it, or sits at a computer that is locked or has no office, sees
 * whether the sets are whole and the hash to compare by telephone. Nothing inside can be read here, and nothing is kept.
 */
import '../strict-zod.ts'
import { Button, Container, Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Inspection } from '../../shared/contract/exchange.ts'
import { JobBar } from './JobBar.tsx'
import { JobTrouble } from './JobTrouble.tsx'
import { useJob } from './job.ts'
import { CarrierField } from './CarrierField.tsx'
import { FolderWarnings } from './CarrierWarnings.tsx'
import { Inspected } from './Inspected.tsx'

/** Kiểm tra gói dữ liệu, không cần mở khóa. */
export function VerifyPage({ onBack }: { readonly onBack: () => void }) {
  const [folder, setFolder] = useState<string | null>(null)
  const look = useJob<Inspection>('bundle.inspect')
  return (
    <Container component="main" size={820} py="lg">
      <Stack gap="md">
        <Group justify="space-between" align="flex-start">
          <Title order={1}>Kiểm tra gói dữ liệu</Title>
          <Button variant="default" onClick={onBack} disabled={look.isRunning}>
            Quay lại
          </Button>
        </Group>
        <Text size="sm">
          Xem các tệp trên USB có đủ và nguyên vẹn không, không cần mở khóa. Nội dung bên trong chỉ nơi nhận mở được;
          muốn biết chữ ký và nơi gửi có đúng không thì mở khóa rồi kiểm tra ở Trao đổi, mục Nhận về.
        </Text>
        <CarrierField
          label="Kiểm tra ở đâu"
          dialogTitle="Chọn thư mục có gói dữ liệu"
          isShown
          value={folder}
          onChange={(next) => {
            setFolder(next)
            look.clear()
          }}
        />
        <Group>
          <Button disabled={folder === null || look.isRunning} onClick={() => void look.run({ folder })}>
            Kiểm tra
          </Button>
        </Group>
        <JobBar job={look} label="Đang kiểm tra" />
        <JobTrouble jobs={[look]} />
        <FolderWarnings warnings={look.answer?.warnings ?? []} />
        {look.answer !== null && <Inspected inspection={look.answer} names={{}} isNoted={false} />}
      </Stack>
    </Container>
  )
}
