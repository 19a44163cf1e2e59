/**
 * The forms of a model: registering, reporting, passing on, taking up.
 */
import { Alert, Stack, Text } from '@mantine/core'
import type { ModelRow } from '../../../shared/contract/follow.ts'
import { MODEL_AREAS, showNumber } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { FactsDialog, type FactField } from '../../parts/FactsDialog.tsx'
import { AreaField, DateField } from '../../parts/fields.tsx'
import { choicesOf } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import { usePlaces } from '../../parts/WhereField.tsx'
import { CheckList } from '../../parts/CheckList.tsx'

/** A model is told without anybody's consent, and so names nobody. */
const DESCRIPTION: FactField = {
  kind: 'text',
  path: 'description',
  label: 'Nội dung, cách làm',
  required: true,
  description:
    'Không nêu tên người. Muốn nêu gương một người thì ghi ở mục gương điển hình, kèm sự đồng ý của người đó.',
}

const FIELDS: readonly FactField[] = [
  { kind: 'line', path: 'name', label: 'Tên mô hình', required: true },
  { kind: 'choice', path: 'area', label: 'Lĩnh vực', required: true, data: choicesOf(MODEL_AREAS) },
  { kind: 'place', path: 'place', label: 'Đơn vị thực hiện', required: true, where: 'ours' },
  { kind: 'day', path: 'since', label: 'Thực hiện từ ngày' },
  { kind: 'day', path: 'until', label: 'Kết thúc ngày', description: 'Để trống nếu đang thực hiện.' },
  DESCRIPTION,
]

/** Registers a model, or changes one. */
export function RegisterModel({ row, onClose }: { readonly row?: ModelRow; readonly onClose: () => void }) {
  const facts = row?.facts
  return (
    <FactsDialog
      title={row === undefined ? 'Ghi mô hình, cách làm hay' : 'Sửa mô hình'}
      command="model.register"
      submitLabel="Ghi mô hình"
      draft={`mo-hinh/${row?.id ?? 'moi'}`}
      fields={FIELDS}
      withScans
      initial={
        facts === undefined
          ? {}
          : {
              name: facts.name,
              area: facts.area,
              place: facts.place.id,
              since: facts.since ?? '',
              until: facts.until ?? '',
              description: facts.description,
              scans: facts.scans ?? [],
            }
      }
      fixed={row === undefined ? {} : { model: row.id }}
      said={(text) => `Đã ghi mô hình ${text('name')}.`}
      onClose={onClose}
    />
  )
}

/** Reports what a model has come to. */
export function ReportModel({
  row,
  today,
  onClose,
}: {
  readonly row: ModelRow
  readonly today: string
  readonly onClose: () => void
}) {
  return (
    <FactsDialog
      title="Báo kết quả của mô hình"
      command="model.report"
      submitLabel="Ghi kết quả"
      draft={`mo-hinh/${row.id}/ket-qua`}
      withScans
      fields={[
        { kind: 'text', path: 'results', label: 'Kết quả', required: true },
        { kind: 'count', path: 'listed', label: 'Số người đưa vào nguồn' },
        { kind: 'count', path: 'admitted', label: 'Số người được kết nạp' },
        { kind: 'day', path: 'on', label: 'Ngày báo kết quả', required: true },
      ]}
      initial={{ on: today }}
      fixed={{ model: row.id }}
      said={() => `Đã ghi kết quả của ${row.facts.name}.`}
      onClose={onClose}
    />
  )
}

/** Tells everybody of a model. */
export function ShareModel({ row, onClose }: { readonly row: ModelRow; readonly onClose: () => void }) {
  return (
    <FactsDialog
      title="Phổ biến mô hình để nhân rộng"
      command="model.share"
      submitLabel="Phổ biến"
      draft={`mo-hinh/${row.id}/pho-bien`}
      fields={[DESCRIPTION, { kind: 'text', path: 'results', label: 'Kết quả nổi bật' }]}
      initial={{
        description: row.shared?.description ?? row.facts.description,
        results: row.shared?.results ?? row.results.at(-1)?.results ?? '',
      }}
      fixed={{ model: row.id }}
      note={
        <Alert color="blue" py={6}>
          Nội dung này gửi đến mọi đơn vị đã kết nối, không kèm bản quét. Không ghi họ tên, thông tin của cá nhân.
        </Alert>
      }
      said={() => `Đã phổ biến ${row.facts.name}; các đơn vị nhận được trong gói dữ liệu tới.`}
      onClose={onClose}
    />
  )
}

/** Records which of our units work by a model. */
export function TakeUpModel({
  row,
  today,
  onClose,
}: {
  readonly row: ModelRow
  readonly today: string
  readonly onClose: () => void
}) {
  const held = new Set(row.takenUp.map(({ place }) => place.id))
  const places = usePlaces('ours').filter(({ value }) => value !== row.facts.place.id && !held.has(value))
  const recording = useRecording<{ readonly on: string; readonly note: string; readonly places: readonly string[] }>({
    command: 'model.takeUp',
    draft: `mo-hinh/${row.id}/ap-dung`,
    initial: { on: today, note: '', places: [] },
    check: ({ places: chosen }) => (chosen.length === 0 ? { places: 'Chưa chọn đơn vị nào' } : {}),
    toInput: (values) => ({ ...inputOf(values), places: values.places, model: row.id }),
    onDone: ({ entries }, { places: chosen }) => {
      announce(
        `Đã ghi ${showNumber(chosen.length)} đơn vị áp dụng mô hình.`,
        entries.length === 1 ? entries[0] : undefined,
      )
      onClose()
    },
  })
  const { values, patch, bind, errors } = recording
  return (
    <RecordingDialog title="Đơn vị áp dụng mô hình" recording={recording} submitLabel="Ghi đơn vị" onClose={onClose}>
      <Stack gap={6} role="group" aria-label="Các đơn vị áp dụng">
        <Text size="sm" fw={500}>
          Các đơn vị áp dụng
        </Text>
        {places.length === 0 && (
          <Text size="sm" c="dimmed">
            Không còn đơn vị nào để chọn: mọi đơn vị đã được ghi là áp dụng mô hình này.
          </Text>
        )}
        {errors['places'] !== undefined && (
          <Text size="sm" c="red" role="alert">
            {errors['places']}.
          </Text>
        )}
        <CheckList choices={places} chosen={values.places} onChange={(chosen) => patch({ places: chosen })} />
      </Stack>
      <DateField label="Áp dụng từ ngày" required {...bind('on')} />
      <AreaField label="Ghi chú" {...bind('note')} />
    </RecordingDialog>
  )
}
