/**
 * The first step: what the office does, and how it is called. The short code is proposed from the name and may be changed.
 */
import { Checkbox, SimpleGrid, Stack } from '@mantine/core'
import { Capacity } from '../../../shared/model/codes.ts'
import { CAPACITIES, CAPACITY_NOTES, fieldLabel } from '../../../shared/words/vi.ts'
import { DateField, TextField } from '../../parts/fields.tsx'
import { codeFor } from './start-values.ts'
import { StepForm } from './StepForm.tsx'
import type { Start } from './use-start.ts'

const label = (path: string) => fieldLabel(path, 'office.setUp')

/** What the office is and does. */
export function OfficeStep({ start, onNext }: { readonly start: Start; readonly onNext: () => void }) {
  const { values, errors, patch, bind } = start
  const name = bind('name')
  return (
    <StepForm
      start={start}
      title="Đơn vị làm gì, tên là gì"
      text="Các thông tin này sửa lại được sau, ở trang Cài đặt."
      onNext={onNext}
    >
      <Checkbox.Group
        label="Đơn vị làm những việc nào (một hoặc nhiều)"
        error={errors.capacities}
        required
        value={[...values.capacities]}
        onChange={(chosen) => patch({ capacities: Capacity.options.filter((each) => chosen.includes(each)) })}
      >
        <Stack gap={6} my={6}>
          {Capacity.options.map((capacity, index) => (
            <Checkbox
              key={capacity}
              value={capacity}
              label={CAPACITIES[capacity]}
              description={CAPACITY_NOTES[capacity]}
              autoFocus={index === 0}
              aria-invalid={errors.capacities !== undefined}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
        <TextField
          label={label('profile.name')}
          description="Ghi đầy đủ như trên văn bản, ví dụ Đảng ủy xã Bình Minh"
          required
          {...name}
          onBlur={(event) => {
            const tidy = event.currentTarget.value.normalize('NFC').trim()
            patch({ name: tidy, ...(values.code === '' ? { code: codeFor(tidy) } : {}) })
          }}
        />
        <TextField
          label={label('profile.code')}
          description="Để đặt tên tệp: chữ thường không dấu, số, gạch nối"
          required
          {...bind('code')}
        />
        <TextField
          label={label('profile.place')}
          description="Ghi trước ngày, tháng trên văn bản, ví dụ Bình Minh"
          {...bind('place')}
        />
        <DateField
          label="Làm các việc này từ ngày"
          description="Chọn ngày sớm hơn nếu còn hồ sơ cũ đang làm dở"
          required
          {...bind('from')}
        />
        <TextField
          label={label('profile.superiorName')}
          description="Nơi đơn vị gửi hồ sơ hoặc báo cáo lên"
          {...bind('superiorName')}
        />
        <TextField
          label={label('profile.decidingBody')}
          description="Ghi trên quyết định kết nạp; để trống nếu theo bộ quy định"
          {...bind('decidingBody')}
        />
      </SimpleGrid>
    </StepForm>
  )
}
