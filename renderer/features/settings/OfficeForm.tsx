/**
 * The office's own description. What an office does is ended with a date and never simply taken away: acts of the past
 * rest on it.
 */
import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import { Capacity } from '../../../shared/model/codes.ts'
import type { CapacityGrant } from '../../../shared/model/office.ts'
import { CAPACITIES, CAPACITY_NOTES, fieldLabel, showDay } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { DateField, TextField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingForm } from '../../parts/RecordingForm.tsx'
import { inputOf } from '../../parts/values.ts'

const FIELDS = ['name', 'code', 'place', 'superiorName', 'decidingBody'] as const

/** By the paths the port names them, so that what is wrong stands beside its field. */
type Values = { readonly [Field in (typeof FIELDS)[number] as `profile.${Field}`]: string } & {
  readonly grants: readonly CapacityGrant[]
}

/** The form, or for others than administrators the same facts to read. */
export function OfficeForm({ office }: { readonly office: OfficeView }) {
  const { profile } = office
  if (!office.user.roles.includes('administrator'))
    return (
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {FIELDS.map((field) => (
          <div key={field}>
            <Text size="sm" c="dimmed">
              {labelOf(field)}
            </Text>
            <Text style={{ overflowWrap: 'anywhere' }}>{profile[field] ?? 'Chưa ghi'}</Text>
          </div>
        ))}
        <div>
          <Text size="sm" c="dimmed">
            {labelOf('capacities')}
          </Text>
          {profile.capacities.map((grant) => (
            <Text key={`${grant.capacity}${grant.from}`}>{grantText(grant)}</Text>
          ))}
        </div>
      </SimpleGrid>
    )
  return <Editable office={office} />
}

function Editable({ office: { profile } }: { readonly office: OfficeView }) {
  const recording = useRecording<Values, unknown>({
    command: 'office.change',
    draft: 'thong-tin-don-vi',
    initial: {
      'profile.name': profile.name,
      'profile.code': profile.code,
      'profile.place': profile.place ?? '',
      'profile.superiorName': profile.superiorName ?? '',
      'profile.decidingBody': profile.decidingBody ?? '',
      grants: profile.capacities,
    },
    toInput: ({ grants: capacities, ...values }) => ({
      profile: {
        ...named(values),
        capacities,
        ...(profile.ruleSet === undefined ? {} : { ruleSet: profile.ruleSet }),
      },
    }),
    onDone: () => announce('Đã ghi thông tin đơn vị.'),
  })
  const { bind } = recording
  const { grants } = recording.values
  const change = (changed: readonly CapacityGrant[]) => recording.patch({ grants: changed })
  const replace = (place: number, grant: CapacityGrant) =>
    change(grants.map((held, index) => (index === place ? grant : held)))
  const missing = Capacity.options.filter((capacity) => !grants.some((grant) => grant.capacity === capacity))
  return (
    <RecordingForm recording={recording} submitLabel="Ghi thông tin đơn vị">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextField label={labelOf('name')} required {...bind('profile.name')} />
        <TextField
          label={labelOf('code')}
          description="Đổi mã thì các bản sao lưu mới nằm ở thư mục khác"
          required
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          {...bind('profile.code')}
        />
        <TextField label={labelOf('place')} {...bind('profile.place')} />
        <TextField label={labelOf('superiorName')} {...bind('profile.superiorName')} />
        <TextField label={labelOf('decidingBody')} {...bind('profile.decidingBody')} />
      </SimpleGrid>
      <Stack gap="xs">
        <Text size="sm" fw={600}>
          Đơn vị làm những việc nào
        </Text>
        {grants.map((grant, place) => (
          <GrantRow key={`${grant.capacity}${place}`} grant={grant} onChange={(changed) => replace(place, changed)} />
        ))}
        <Group gap="xs">
          {missing.map((capacity) => (
            <Button
              key={capacity}
              size="compact-sm"
              variant="default"
              onClick={() => change([...grants, { capacity, from: grants[0]?.from ?? '' }])}
            >
              Thêm việc: {CAPACITIES[capacity]}
            </Button>
          ))}
        </Group>
        <Text size="sm" c="dimmed">
          Thôi làm việc nào thì ghi ngày kết thúc; những việc đã ghi trước ngày đó vẫn giữ nguyên.
        </Text>
      </Stack>
    </RecordingForm>
  )
}

function GrantRow({
  grant,
  onChange,
}: {
  readonly grant: CapacityGrant
  readonly onChange: (grant: CapacityGrant) => void
}) {
  const name = CAPACITIES[grant.capacity]
  const { to, ...rest } = grant
  return (
    <Group gap="sm" align="flex-end">
      <div style={{ flex: '1 1 240px' }}>
        <Text size="sm" fw={550}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {CAPACITY_NOTES[grant.capacity]}
        </Text>
      </div>
      <DateField
        label="Từ ngày"
        aria-label={`${name}, từ ngày`}
        w={140}
        required
        data-path={`from-${grant.capacity}`}
        value={grant.from}
        onChange={(from) => onChange({ ...grant, from })}
      />
      <DateField
        label="Đến ngày"
        aria-label={`${name}, đến ngày`}
        w={140}
        data-path={`to-${grant.capacity}`}
        value={to ?? ''}
        onChange={(day) => onChange(day === '' ? rest : { ...rest, to: day })}
      />
    </Group>
  )
}

function grantText({ capacity, from, to }: CapacityGrant): string {
  return `${CAPACITIES[capacity]}, từ ${showDay(from)}${to === undefined ? '' : ` đến ${showDay(to)}`}`
}

function named(values: Omit<Values, 'grants'>): object {
  const { profile } = inputOf(values)
  return typeof profile === 'object' && profile !== null ? profile : {}
}

function labelOf(field: (typeof FIELDS)[number] | 'capacities'): string {
  return fieldLabel(`profile.${field}`, 'office.change')
}
