/**
 * What is known of a case taken over at whatever stage: helper, papers, meetings, decision, ceremony; then probation,
 * recognition, the card; moves, striking off, cancelling, departure. Everything may be left empty; what is written counts
 * as having happened before the program was used.
 */
import { Checkbox, Fieldset, SimpleGrid, Stack, Text } from '@mantine/core'
import type { RulePaper } from '../../../shared/rules/rule-set.ts'
import { STAGES } from '../../../shared/words/vi.ts'
import { DateField, TextField } from '../../parts/fields.tsx'
import { ChoiceField } from '../../parts/pickers.tsx'
import type { Recording } from '../../parts/recording.ts'
import { KnownPapers } from './KnownPapers.tsx'
import { MatterFields } from './MatterFields.tsx'
import type { RegisterValues } from './register-values.ts'

type TextName = {
  [Name in keyof RegisterValues]: RegisterValues[Name] extends string ? Name : never
}[keyof RegisterValues]

type Props = { readonly recording: Recording<RegisterValues>; readonly today: string }

/** A text of this form that the port expects elsewhere. */
function fieldsOf({ values, errors, patch, clear }: Recording<RegisterValues>) {
  return (field: TextName, path: string) => ({
    'data-path': path,
    value: values[field],
    error: errors[path],
    onChange: (value: string) => {
      patch({ [field]: value })
      clear([path])
    },
  })
}

/** The fields of a case taken over. */
export function TakeOverFields({
  papers,
  ...props
}: Props & {
  /** Every paper of the set in force; those of recognition are asked for once there was a ceremony. */
  readonly papers: readonly RulePaper[]
}) {
  const { recording, today } = props
  const { values, patch, bindTick } = recording
  const at = fieldsOf(recording)
  const isMember = values.ceremonyDate !== ''
  return (
    <Stack gap="sm">
      <Fieldset legend="Đảng viên giúp đỡ" p="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
          <TextField label="Họ tên người giúp đỡ" {...at('helperName', 'acts.helpers.0.name')} />
          <DateField label="Giúp đỡ từ ngày" {...at('helperFrom', 'acts.helpers.0.from')} />
        </SimpleGrid>
      </Fieldset>
      <Fieldset legend="Giấy tờ đã có" p="sm">
        <KnownPapers
          papers={papers.filter(({ phase }) => phase !== 'c')}
          held={values.papers}
          onChange={(held) => patch({ papers: held })}
        />
      </Fieldset>
      <Fieldset legend="Họp và quyết định kết nạp" p="sm">
        <MatterFields matter="admission" recording={recording} today={today} />
      </Fieldset>
      <Fieldset legend="Lễ kết nạp" p="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
          <DateField label="Ngày tổ chức lễ kết nạp" {...at('ceremonyDate', 'acts.ceremony.date')} />
          {isMember && (
            <TextField
              label="Đảng viên giúp đỡ trong thời gian dự bị"
              {...at('probationHelper', 'acts.ceremony.helper.name')}
            />
          )}
        </SimpleGrid>
        {!isMember && (
          <Text size="sm" c="dimmed" mt="xs">
            Nếu người này đã là đảng viên dự bị hoặc chính thức, ghi ngày lễ kết nạp để ghi tiếp việc công nhận, phát
            thẻ.
          </Text>
        )}
      </Fieldset>
      {isMember && (
        <Fieldset legend="Công nhận đảng viên chính thức" p="sm">
          <Stack gap="sm">
            <KnownPapers
              papers={papers.filter(({ phase }) => phase === 'c')}
              held={values.papers}
              onChange={(held) => patch({ papers: held })}
            />
            <MatterFields matter="recognition" recording={recording} today={today} />
            <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
              <TextField
                label="Số thẻ đảng viên"
                required={values.cardDate !== ''}
                {...at('cardNumber', 'acts.card.number')}
              />
              <DateField
                label="Ngày phát thẻ"
                required={values.cardNumber !== ''}
                {...at('cardDate', 'acts.card.date')}
              />
            </SimpleGrid>
          </Stack>
        </Fieldset>
      )}
      <Fieldset legend="Chuyển nơi theo dõi, sinh hoạt đảng" p="sm">
        <Moves {...props} />
      </Fieldset>
      <Fieldset legend="Xóa tên, hủy quyết định, ra khỏi Đảng" p="sm">
        <Stack gap="sm">
          {isMember && <Checkbox label="Đã xét xóa tên khỏi danh sách đảng viên dự bị" {...bindTick('hasRemoval')} />}
          {isMember && values.hasRemoval && <MatterFields matter="removal" recording={recording} today={today} />}
          <Checkbox label="Đã xét hủy quyết định kết nạp" {...bindTick('hasCancellation')} />
          {values.hasCancellation && <MatterFields matter="cancellation" recording={recording} today={today} />}
          {isMember && <Departure {...props} />}
        </Stack>
      </Fieldset>
    </Stack>
  )
}

function Moves({ recording }: Props) {
  const { values } = recording
  const at = fieldsOf(recording)
  const direction = at('moveDirection', 'acts.transfers.0.direction')
  const hasMove = values.moveDirection !== ''
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
      <ChoiceField
        label="Đã chuyển"
        placeholder="Không chuyển"
        data={[
          { value: 'in', label: 'Từ nơi khác đến' },
          { value: 'out', label: 'Đi nơi khác' },
        ]}
        {...direction}
        value={hasMove ? values.moveDirection : null}
        onChange={(value) => direction.onChange(value ?? '')}
      />
      {hasMove && (
        <>
          <TextField label="Nơi kia" required {...at('moveOtherOffice', 'acts.transfers.0.otherOffice')} />
          <TextField label="Số giấy giới thiệu" {...at('moveNumber', 'acts.transfers.0.paper.number')} />
          <DateField label="Ngày giấy giới thiệu" required {...at('moveDate', 'acts.transfers.0.date')} />
          <DateField label="Ngày trình giấy" {...at('movePresentedOn', 'acts.transfers.0.presentedOn')} />
          <DateField label="Ngày hoàn thành chuyển" {...at('moveCompletedOn', 'acts.transfers.0.completedOn')} />
        </>
      )}
    </SimpleGrid>
  )
}

function Departure({ recording }: Props) {
  const { values } = recording
  const at = fieldsOf(recording)
  const reason = at('departureReason', 'acts.departure.reason')
  const hasLeft = values.departureReason !== ''
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
      <ChoiceField
        label="Từ trần, ra khỏi Đảng"
        placeholder="Không"
        data={[
          { value: 'died', label: STAGES.died },
          { value: 'left', label: STAGES.left },
        ]}
        {...reason}
        value={hasLeft ? values.departureReason : null}
        onChange={(value) => reason.onChange(value ?? '')}
      />
      {hasLeft && (
        <>
          <DateField label="Từ ngày" required {...at('departureOn', 'acts.departure.on')} />
          <DateField label="Ngày báo lên cấp trên" required {...at('departureDate', 'acts.departure.date')} />
        </>
      )}
    </SimpleGrid>
  )
}
