/**
 * A filled-in roster coming back: what it says is shown first, every row that cannot be taken with its reason; then the
 * good rows are recorded, all or nothing.
 */
import { Alert, Button, Group, List, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { ClassView, SheetReading } from '../../../shared/contract/classes.ts'
import { CLASS_OUTCOMES, SHEET_PROBLEMS, showDay, showNumber } from '../../../shared/words/vi.ts'
import { call, chooseFiles } from '../../api.ts'
import { Dialog } from '../../parts/Dialog.tsx'
import { announce } from '../../parts/announce.tsx'
import { Scrolled } from '../../parts/Scrolled.tsx'
import { sentenceOf } from '../../sentences.ts'

/** The dialog. */
export function SheetDialog({ view, onClose }: { readonly view: ClassView; readonly onClose: () => void }) {
  const [reading, setReading] = useState<SheetReading | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const { row, seats, today } = view
  const tried = async (work: () => Promise<void>) => {
    setBusy(true)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  const choose = () =>
    tried(async () => {
      const [file] = await chooseFiles('Chọn bảng kết quả đã điền', 'sheets')
      if (file === undefined) return
      setReading(null)
      setReading(await call<SheetReading>('class.readSheet', { class: row.id, file }))
    })
  const record = (found: SheetReading) =>
    tried(async () => {
      await call('class.complete', { class: row.id, on: today, rows: found.rows })
      announce(`Đã ghi kết quả của ${showNumber(found.rows.length)} học viên theo bảng đã điền.`)
      onClose()
    })
  const nameOf = (id: string) => seats.find((seat) => seat.case === id)?.person.name ?? ''
  return (
    <Dialog onClose={onClose} title="Nhận bảng kết quả đã điền" size="xl" closeOnClickOutside={false}>
      <Stack gap="sm">
        {problem !== null && (
          <Alert color="red" role="alert" title="Chưa nhận được">
            {problem}
          </Alert>
        )}
        {reading === null && (
          <Text size="sm">
            Chọn tệp Excel đã lưu từ lớp này và đã điền. Nội dung được xem trước; chưa ghi gì cho đến khi bấm ghi.
          </Text>
        )}
        {reading !== null && (
          <>
            <Text size="sm" role="status">
              {showNumber(reading.rows.length)} dòng ghi được
              {reading.same > 0 && `, ${showNumber(reading.same)} dòng đã ghi từ trước`}
              {reading.problems.length > 0 &&
                `, ${showNumber(new Set(reading.problems.map(({ row: line }) => line)).size)} dòng phải sửa`}
              {reading.missing.length > 0 && `, ${showNumber(reading.missing.length)} người chưa có kết quả`}.
            </Text>
            {reading.problems.length > 0 && (
              <Alert color="orange" title="Những dòng chưa nhận được" role="alert">
                <Scrolled mah={180}>
                  <List size="sm">
                    {reading.problems.map(({ row: line, name, problem: code }) => (
                      <List.Item key={`${line} ${code}`}>
                        Dòng {line}
                        {name !== '' && ` (${name})`}: {SHEET_PROBLEMS[code]}.
                      </List.Item>
                    ))}
                  </List>
                </Scrolled>
                <Text size="sm" mt={6}>
                  Sửa trong bảng rồi chọn lại tệp; hoặc ghi những dòng đúng trước.
                </Text>
              </Alert>
            )}
            {reading.rows.length > 0 && (
              <Scrolled mah={300}>
                <Table aria-label="Những dòng ghi được">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>Họ và tên</Table.Th>
                      <Table.Th>Buổi có mặt</Table.Th>
                      <Table.Th>Kết quả</Table.Th>
                      <Table.Th>Giấy chứng nhận</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {reading.rows.map(({ case: id, outcome, certificate, sessions }) => (
                      <Table.Tr key={id}>
                        <Table.Td>{nameOf(id)}</Table.Td>
                        <Table.Td>{sessions === undefined ? '' : `${sessions.present}/${sessions.held}`}</Table.Td>
                        <Table.Td>{CLASS_OUTCOMES[outcome]}</Table.Td>
                        <Table.Td>
                          {certificate !== undefined && `${certificate.number}, ${showDay(certificate.date)}`}
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Scrolled>
            )}
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Đóng
          </Button>
          <Button
            variant={reading === null ? 'filled' : 'default'}
            loading={isBusy && reading === null}
            onClick={() => void choose()}
            data-autofocus
          >
            {reading === null ? 'Chọn tệp' : 'Chọn tệp khác'}
          </Button>
          {reading !== null && (
            <Button disabled={reading.rows.length === 0} loading={isBusy} onClick={() => void record(reading)}>
              Ghi {showNumber(reading.rows.length)} kết quả
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  )
}
