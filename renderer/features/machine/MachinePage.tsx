/**
 * Is this computer good enough: everything the program needs of it is tried once, for real. The report can be saved for
 * whoever helps; it holds nothing of a person.
 */
import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core'
import { IconDeviceDesktopCheck, IconFileText, IconFolder } from '@tabler/icons-react'
import { useState } from 'react'
import { CheckId, type CheckState, type MachineAnswer, type MachineCheck } from '../../../shared/contract/machine.ts'
import type { PagePdf } from '../../../shared/contract/shell.ts'
import {
  labelOf,
  MACHINE_CHECKS,
  MACHINE_STATES,
  machineSentence,
  machineVerdict,
  refusalSentence,
} from '../../../shared/words/vi.ts'
import { call, chooseFolder } from '../../api.ts'
import { announce } from '../../parts/announce.tsx'
import { useJob } from '../../parts/job.ts'
import { JobBar } from '../../parts/JobBar.tsx'
import { JobTrouble } from '../../parts/JobTrouble.tsx'
import { useNames } from '../../parts/names.ts'
import { Block, EmptyState, PageHead } from '../../parts/states.tsx'
import { useAct } from '../../queries.ts'

const COLOURS: { readonly [State in CheckState]: string } = {
  good: 'teal',
  warning: 'yellow',
  bad: 'red',
  skipped: 'gray',
}

/** Kiểm tra máy. */
export function MachinePage() {
  const job = useJob<MachineAnswer>('machine.check')
  const names = useNames()
  const [folder, setFolder] = useState<string | null>(null)
  const [answer, setAnswer] = useState<MachineAnswer | null>(null)
  const save = useAct<{ readonly path: string }>('machine.saveReport', ({ path }) =>
    announce(`Đã lưu báo cáo: ${path}`),
  )
  const run = async () => {
    setAnswer(null)
    const found = await job.run(folder === null ? {} : { folder })
    if (found === null) return
    const pdf = await tryPrint()
    setAnswer({ ...found, report: { ...found.report, checks: [...found.report.checks, pdf] } })
  }
  const choose = async () => setFolder((await chooseFolder('Chọn USB hoặc thư mục để ghi thử')) ?? folder)
  const saveReport = async () => {
    const input = { title: 'Lưu báo cáo kiểm tra máy', name: 'kiem-tra-may.txt' }
    const { path } = await call<{ path: string | null }>('shell.saveAs', input)
    if (path !== null && answer !== null) save.mutate({ to: path, report: answer.report })
  }
  return (
    <>
      <PageHead
        title="Kiểm tra máy"
        text="Thử lần lượt những gì phần mềm cần ở máy này, bằng dữ liệu giả, mất khoảng nửa phút. Không đụng đến hồ sơ."
        actions={
          <Button
            leftSection={<IconDeviceDesktopCheck size={16} aria-hidden />}
            disabled={job.isRunning}
            onClick={() => void run()}
          >
            Kiểm tra
          </Button>
        }
      />
      <Stack gap="md">
        <Block title="Nơi ghi thử gói dữ liệu">
          <Group justify="space-between" gap="sm">
            <Text size="sm" flex="1 1 260px" style={{ overflowWrap: 'anywhere' }}>
              {folder ?? 'Chưa chọn. Chọn USB hay dùng để thử ghi rồi đọc lại; tệp thử được xóa ngay.'}
            </Text>
            <Button
              variant="default"
              leftSection={<IconFolder size={16} aria-hidden />}
              disabled={job.isRunning}
              onClick={() => void choose()}
            >
              Chọn nơi ghi thử
            </Button>
          </Group>
        </Block>
        <JobBar job={job} label="Đang kiểm tra máy" describe={({ phase }) => labelOf(MACHINE_CHECKS, phase)} />
        <JobTrouble jobs={[job]} names={names} />
        {answer === null && !job.isRunning && job.refusal === null && job.failure === null && (
          <EmptyState
            title="Chưa kiểm tra"
            text="Nên kiểm tra khi mới cài, khi đổi máy, đổi USB, hoặc khi phần mềm chạy khác thường."
          />
        )}
        {answer !== null && (
          <Block
            title="Kết quả"
            actions={
              <Button
                variant="default"
                leftSection={<IconFileText size={16} aria-hidden />}
                loading={save.isPending}
                onClick={() => void saveReport()}
              >
                Lưu báo cáo
              </Button>
            }
          >
            <Result answer={answer} />
          </Block>
        )}
      </Stack>
    </>
  )
}

function Result({ answer: { report, troubles } }: { readonly answer: MachineAnswer }) {
  return (
    <Stack gap="sm">
      <Text fw={600} role="status">
        {machineVerdict(report.checks)}
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Mục kiểm tra</Table.Th>
            <Table.Th>Kết quả</Table.Th>
            <Table.Th>Chi tiết</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.checks.map((check) => {
            const trouble = troubles[check.id]
            return (
              <Table.Tr key={check.id}>
                <Table.Td>{MACHINE_CHECKS[check.id]}</Table.Td>
                <Table.Td>
                  <Badge color={COLOURS[check.state]} miw="max-content">
                    {MACHINE_STATES[check.state]}
                  </Badge>
                </Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  {machineSentence(check)}
                  {trouble !== undefined && ` ${refusalSentence(trouble)}`}
                </Table.Td>
              </Table.Tr>
            )
          })}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed">
        Báo cáo lưu ra không có họ tên, hồ sơ hay tên thư mục; có thể gửi cho người hỗ trợ.
      </Text>
    </Stack>
  )
}

/** The window's own check: a page made into a PDF in memory, written nowhere. */
async function tryPrint(): Promise<MachineCheck> {
  const id = CheckId.enum.pdf
  try {
    const bytes = atob((await call<PagePdf>('shell.pdf', {})).base64).length
    return { id, state: bytes > 0 ? 'good' : 'bad', facts: { bytes } }
  } catch {
    return { id, state: 'bad', facts: {} }
  }
}
