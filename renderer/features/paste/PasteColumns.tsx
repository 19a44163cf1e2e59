/**
 * What each column holds, with samples below, and the questions that only a person can answer: numbers for days, months
 * before days, an old font, zeros a spreadsheet has dropped, the branch of rows that name none.
 */
import { Alert, Checkbox, Group, Radio, ScrollArea, Select, Stack, Table, Text } from '@mantine/core'
import { readDateCell } from '../../../shared/paste/cells.ts'
import { PASTE_COLUMNS, type PasteColumn } from '../../../shared/paste/columns.ts'
import { showDate } from '../../../shared/text/dates.ts'
import { decodeLegacy, type LegacyFont } from '../../../shared/text/legacy-fonts.ts'
import { LEGACY_FONTS, PASTE_LABELS } from '../../../shared/words/vi.ts'
import { Block } from '../../parts/states.tsx'
import { UnitField } from '../../parts/pickers.tsx'
import { bodyOf, dateQuestions, hasLostZeros, type DateQuestion, type Pasted } from './use-paste.ts'

const CHOICES = PASTE_COLUMNS.map((value) => ({ value, label: PASTE_LABELS[value] }))
const FONTS: readonly LegacyFont[] = ['tcvn3', 'tcvn3-capitals', 'vni']

/** The columns and the questions about them. */
export function PasteColumns({
  pasted,
  today,
  onChange,
}: {
  readonly pasted: Pasted
  readonly today: string
  readonly onChange: (change: Partial<Pasted>) => void
}) {
  const samples = bodyOf(pasted).slice(0, 3)
  const setColumn = (place: number, column: PasteColumn) =>
    onChange({ columns: pasted.columns.map((held, at) => (at === place ? column : held)) })
  return (
    <Block title="Các cột">
      <Stack gap="sm">
        <Group align="flex-end" gap="md">
          <UnitField
            label="Chi bộ của các dòng không ghi chi bộ"
            today={today}
            value={pasted.unit}
            onChange={(unit) => onChange({ unit })}
            w={360}
          />
          <Checkbox
            label="Dòng đầu là tiêu đề"
            checked={pasted.titled}
            onChange={(event) => onChange({ titled: event.currentTarget.checked })}
          />
        </Group>
        <ScrollArea type="auto" tabIndex={0}>
          <Table aria-label="Các cột đã dán" withTableBorder withColumnBorders>
            <Table.Thead>
              <Table.Tr>
                {pasted.columns.map((column, place) => (
                  <Table.Th key={place} miw={170}>
                    <Select
                      aria-label={`Cột ${place + 1} là`}
                      data={CHOICES}
                      value={column}
                      onChange={(value) => setColumn(place, PASTE_COLUMNS.find((each) => each === value) ?? 'skip')}
                      allowDeselect={false}
                      searchable
                      size="xs"
                    />
                    {pasted.titled && (
                      <Text size="xs" c="dimmed">
                        {pasted.table[0]?.[place]}
                      </Text>
                    )}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {samples.map((row, place) => (
                <Table.Tr key={place}>
                  {row.map((cell, at) => (
                    <Table.Td key={at}>{pasted.font === null ? cell : decodeLegacy(cell, pasted.font)}</Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea>
        {pasted.suspected !== null && <FontQuestion pasted={pasted} onChange={onChange} />}
        {dateQuestions(pasted).map((question) => (
          <Days
            key={question.place}
            question={question}
            onChange={(reading) => onChange({ dates: { ...pasted.dates, [question.place]: reading } })}
          />
        ))}
        {hasLostZeros(pasted) && (
          <Alert color="yellow" title="Số định danh cá nhân mất chữ số 0 ở đầu">
            <Checkbox
              label="Thêm lại chữ số 0 vào các số thiếu, tôi sẽ đối chiếu với giấy tờ tùy thân"
              checked={pasted.zeros}
              onChange={(event) => onChange({ zeros: event.currentTarget.checked })}
            />
          </Alert>
        )}
      </Stack>
    </Block>
  )
}

function FontQuestion({
  pasted,
  onChange,
}: {
  readonly pasted: Pasted
  readonly onChange: (change: Partial<Pasted>) => void
}) {
  const sample = bodyOf(pasted)
    .flat()
    .filter((cell) => /[\u00A1-\u00FF]/u.test(cell))
    .slice(0, 3)
    .join('; ')
  return (
    <Alert color="yellow" title="Bảng có thể dùng phông chữ cũ">
      <Radio.Group
        label="Chọn cách đọc cho ra đúng tiếng Việt"
        value={pasted.font ?? 'none'}
        onChange={(value) => onChange({ font: FONTS.find((font) => font === value) ?? null })}
      >
        <Stack gap={6} mt={6}>
          <Radio value="none" label={`Để nguyên: ${sample}`} />
          {FONTS.map((font) => (
            <Radio key={font} value={font} label={`${LEGACY_FONTS[font]}: ${decodeLegacy(sample, font)}`} />
          ))}
        </Stack>
      </Radio.Group>
    </Alert>
  )
}

function Days({
  question: { title, reading, doubts },
  onChange,
}: {
  readonly question: DateQuestion
  readonly onChange: (reading: DateQuestion['reading']) => void
}) {
  const shown = (samples: readonly string[], as: DateQuestion['reading']) =>
    samples
      .map((sample) => {
        const read = readDateCell(sample, as)
        return `${sample} là ${read.ok ? showDate(read.value) : 'không đọc được'}`
      })
      .join('; ')
  return (
    <>
      {doubts.map(({ code, samples }) =>
        code === 'serial' ? (
          <Alert key={code} color="yellow" title={`${title}: ngày đang là số của bảng tính`}>
            <Radio.Group
              label="Các số này là ngày nào"
              value={reading.serial ?? ''}
              onChange={(value) => onChange({ ...reading, serial: value === '1904' ? '1904' : '1900' })}
            >
              <Stack gap={6} mt={6}>
                <Radio value="1900" label={shown(samples, { ...reading, serial: '1900' })} />
                <Radio value="1904" label={shown(samples, { ...reading, serial: '1904' })} />
              </Stack>
            </Radio.Group>
          </Alert>
        ) : (
          <Alert key={code} color="yellow" title={`${title}: có ngày viết tháng trước ngày`}>
            <Radio.Group
              label="Cả cột được viết thế nào"
              value={reading.order}
              onChange={(value) => onChange({ ...reading, order: value === 'mdy' ? 'mdy' : 'dmy' })}
            >
              <Stack gap={6} mt={6}>
                <Radio value="dmy" label="Ngày trước, tháng sau; các ô không đọc được sẽ sửa lại" />
                <Radio value="mdy" label={`Tháng trước, ngày sau: ${shown(samples, { ...reading, order: 'mdy' })}`} />
              </Stack>
            </Radio.Group>
          </Alert>
        ),
      )}
    </>
  )
}
