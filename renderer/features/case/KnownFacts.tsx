/**
 * The person's own facts, as far as they are known to our office.
 */
import { Button, DataList, Text } from '@mantine/core'
import { guardedField, guardedName } from '../../../shared/documents/guarded.ts'
import type { Profile } from '../../../shared/model/profile.ts'
import { CAME_BACK_NOTES, fieldLabel, profileText } from '../../../shared/words/vi.ts'
import { guardedMark } from '../../parts/GuardedChoice.tsx'
import { Block } from '../../parts/states.tsx'
import type { CaseForm } from './case-forms.ts'
import type { Situation } from './situation.ts'

/** Shown even while they are not known. */
const ALWAYS = ['birth', 'sex', 'identityNumber', 'hometown', 'residence', 'occupation', 'education', 'source'] as const

const SOMETIMES = [
  'birthName',
  'ethnicity',
  'religion',
  'birthPlace',
  'oldIdentityNumber',
  'work',
  'qualification',
  'politicalTheory',
  'youthUnionSince',
  'tradeUnionMember',
  'specialArea',
  'introducedBy',
  'introducedOn',
  'introductionPaper',
  'circumstances',
  'study',
  'secondment',
  'note',
] as const

/** The person's facts. */
export function KnownFacts({
  situation,
  onOpen,
}: {
  readonly situation: Situation
  readonly onOpen: (form: CaseForm) => void
}) {
  const { profile, known, isLineNewest } = situation.view.state
  const fields =
    known === 'line'
      ? ALWAYS.filter((field) => profile[field] !== undefined)
      : [...ALWAYS, ...SOMETIMES.filter((field) => profile[field] !== undefined)]
  return (
    <Block
      title="Thông tin cá nhân"
      actions={
        situation.mayCorrect && (
          <Button size="compact-sm" variant="default" onClick={() => onOpen({ form: 'profile' })}>
            Sửa
          </Button>
        )
      }
    >
      <DataList size="sm" gap={4} labelWidth={176}>
        {fields.map((field) => (
          <DataList.Item key={field} {...guardedMark(guardedField(field) ?? guardedName(valueOf(profile, field)))}>
            <DataList.ItemLabel>{fieldLabel(field)}</DataList.ItemLabel>
            <DataList.ItemValue style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
              {valueOf(profile, field)}
            </DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
      {known !== 'full' && situation.isOwn && (
        <Text size="sm" mt="xs">
          {CAME_BACK_NOTES[known]}
        </Text>
      )}
      {known === 'line' && !situation.isOwn && (
        <Text size="sm" c="dimmed" mt="xs">
          Trước khi hồ sơ được gửi lên, đơn vị mình chỉ có dòng danh sách.
        </Text>
      )}
      {known === 'snapshot' && isLineNewest && !situation.isOwn && (
        <Text size="sm" c="dimmed" mt="xs">
          Họ tên, chi bộ và giai đoạn ở đây theo dòng danh sách mới nhất; các phần khác theo hồ sơ nhận trước đó.
        </Text>
      )}
    </Block>
  )
}

function valueOf(profile: Profile, field: keyof Profile): string {
  const text = profileText(field, profile[field])
  return text === '' ? 'chưa ghi' : text
}
