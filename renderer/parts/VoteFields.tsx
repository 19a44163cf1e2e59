/**
 * The fields of a vote with its arithmetic beside them: the number needed is counted from the rule set as a person types,
 * and what does not add up is said at once, while everything that happened can be recorded.
 */
import { ActionIcon, Button, Fieldset, Group, Paper, Radio, SimpleGrid, Stack, Text, Tooltip } from '@mantine/core'
import { IconCheck, IconPlus, IconTrash, IconX } from '@tabler/icons-react'
import { showNumber, VOTE_METHODS, VOTE_OUTCOMES } from '../../shared/words/vi.ts'
import type { ReactNode } from 'react'
import type { Matter } from '../../shared/model/acts.ts'
import type { Measured } from '../../shared/rules/votes.ts'
import { AreaField, CountField, DateField, TextField } from './fields.tsx'
import type { Recording } from './recording.ts'
import { countOf } from './values.ts'
import {
  absencesOf,
  measuredBranchVote,
  measuredCommitteeVote,
  type AbsenceValues,
  type BranchVoteValues,
  type CommitteeVoteValues,
} from './vote-values.ts'

/** What the fields of a vote need of a form. */
export type VoteForm<Values extends object> = Pick<Recording<Values>, 'values' | 'patch' | 'bind' | 'errors'>

/** The fields of a branch vote. */
export function BranchVoteFields({
  form,
  today,
  matter,
  doubts,
}: {
  readonly form: VoteForm<BranchVoteValues>
  readonly today: string
  readonly matter: Matter
  /** What is to be said of the number of the resolution. */
  readonly doubts?: ReactNode
}) {
  const { values, bind, patch } = form
  const measured = measuredBranchVote(values, today, matter)
  const present = countOf(values.presentOfficial)
  const votes = (countOf(values.agree) ?? 0) + (countOf(values.disagree) ?? 0) + (countOf(values.blank) ?? 0)
  const doubt =
    present !== undefined && values.agree !== '' && votes !== present
      ? `Tổng số phiếu là ${showNumber(votes)}, số đảng viên chính thức có mặt là ${showNumber(present)}.`
      : null
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <DateField label="Ngày họp" required data-autofocus {...bind('date')} />
        <Radio.Group label="Hình thức biểu quyết" value={values.method} onChange={(method) => patch({ method })}>
          <Group gap="md" mt={6}>
            <Radio value="ballot" label={VOTE_METHODS.ballot} />
            <Radio value="card" label={VOTE_METHODS.card} />
          </Group>
        </Radio.Group>
      </SimpleGrid>
      <Fieldset legend="Đảng viên của chi bộ" p="sm">
        <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="sm" verticalSpacing="xs">
          <CountField label="Chính thức" required {...bind('official')} />
          <CountField label="Dự bị" required {...bind('probationary')} />
          <CountField
            label="Không tính vào tỷ lệ"
            description="Trong số chính thức"
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required
            {...bind('excluded')}
          />
          <CountField label="Chính thức có mặt" required {...bind('presentOfficial')} />
          <CountField label="Dự bị có mặt" required {...bind('presentProbationary')} />
        </SimpleGrid>
        <Absences form={form} />
      </Fieldset>
      <Fieldset legend="Kết quả biểu quyết của đảng viên chính thức" p="sm">
        <SimpleGrid cols={{ base: 2, xs: 3 }} spacing="sm" verticalSpacing="xs">
          <CountField label="Tán thành" required {...bind('agree')} />
          <CountField label="Không tán thành" required {...bind('disagree')} />
          <CountField label="Phiếu trắng, không hợp lệ" required {...bind('blank')} />
        </SimpleGrid>
        <Arithmetic measured={measured} isTyped={values.agree !== ''} of="đảng viên chính thức" doubt={doubt} />
      </Fieldset>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <TextField label="Số nghị quyết" placeholder="12-NQ/CB" {...bind('resolution.number')} />
        <DateField label="Ngày nghị quyết" {...bind('resolution.date')} />
        <TextField label="Người chủ trì" {...bind('chair')} />
        <TextField label="Thư ký" {...bind('secretary')} />
      </SimpleGrid>
      {doubts}
      <AreaField label="Ý kiến trong cuộc họp" {...bind('remarks')} />
    </Stack>
  )
}

/** The fields of a committee vote. */
export function CommitteeVoteFields({
  form,
  today,
  matter,
  doubts,
}: {
  readonly form: VoteForm<CommitteeVoteValues>
  readonly today: string
  readonly matter: Matter
  /** What is to be said of the number of the resolution. */
  readonly doubts?: ReactNode
}) {
  const { values, bind } = form
  const present = countOf(values.present)
  const votes = (countOf(values.agree) ?? 0) + (countOf(values.disagree) ?? 0) + (countOf(values.blank) ?? 0)
  const doubt =
    present !== undefined && values.agree !== '' && votes !== present
      ? `Tổng số phiếu là ${showNumber(votes)}, số cấp ủy viên có mặt là ${showNumber(present)}.`
      : null
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
        <DateField label="Ngày họp" required data-autofocus {...bind('date')} />
        <CountField label="Tổng số cấp ủy viên" required {...bind('members')} />
        <CountField label="Có mặt" required {...bind('present')} />
        <CountField label="Tán thành" required {...bind('agree')} />
        <CountField label="Không tán thành" required {...bind('disagree')} />
        <CountField label="Phiếu trắng, không hợp lệ" required {...bind('blank')} />
      </SimpleGrid>
      <Arithmetic
        measured={measuredCommitteeVote(values, today, matter)}
        isTyped={values.agree !== ''}
        of="cấp ủy viên"
        doubt={doubt}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <TextField label="Số nghị quyết" placeholder="15-NQ/ĐU" {...bind('resolution.number')} />
        <DateField label="Ngày nghị quyết" {...bind('resolution.date')} />
      </SimpleGrid>
      {doubts}
      <AreaField label="Ý kiến trong cuộc họp" {...bind('remarks')} />
    </Stack>
  )
}

function Arithmetic({
  measured,
  isTyped,
  of,
  doubt,
}: {
  readonly measured: Measured | null
  readonly isTyped: boolean
  readonly of: string
  readonly doubt: string | null
}) {
  const needed =
    measured === null
      ? 'Ghi tổng số để phần mềm tính số phiếu cần đạt.'
      : `Cần ít nhất ${showNumber(measured.needed)} trên ${showNumber(measured.of)} ${of} tán thành.`
  const isDecided = measured !== null && isTyped
  const color = !isDecided ? 'gray' : measured.passed ? 'teal' : 'orange'
  const Icon = measured?.passed === true ? IconCheck : IconX
  return (
    <Paper
      component="output"
      display="block"
      aria-label="Kết quả tính"
      mt="sm"
      px="sm"
      py={8}
      bg={`var(--mantine-color-${color}-light)`}
    >
      <Group gap="xs" wrap="nowrap" align="flex-start">
        {isDecided && (
          <Icon size={20} color={`var(--mantine-color-${color}-7)`} aria-hidden style={{ flexShrink: 0 }} />
        )}
        <div>
          <Text size="sm" fw={isDecided ? 650 : 400}>
            {isDecided &&
              `${VOTE_OUTCOMES[measured.passed ? 'passed' : 'short']}: ${showNumber(measured.agree)} tán thành. `}
            {needed}
          </Text>
          {doubt !== null && <Text size="sm">{doubt} Đối chiếu lại với biên bản.</Text>}
        </div>
      </Group>
    </Paper>
  )
}

function Absences({ form }: { readonly form: VoteForm<BranchVoteValues> }) {
  const { values, patch, errors } = form
  const { absent, listed } = absencesOf(values)
  const replace = (at: number, change: Partial<AbsenceValues>) =>
    patch({ absences: values.absences.map((absence, index) => (index === at ? { ...absence, ...change } : absence)) })
  return (
    <Stack gap={6} mt="sm">
      <Group justify="space-between" gap="xs">
        <Text component="output" size="sm" aria-label="Số vắng mặt">
          {absent === 0
            ? 'Không có đảng viên vắng mặt.'
            : `Vắng mặt ${showNumber(absent)}, đã ghi lý do của ${showNumber(listed)}.`}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => patch({ absences: [...values.absences, { name: '', count: '', reason: '' }] })}
        >
          Thêm người vắng
        </Button>
      </Group>
      {values.absences.map((absence, index) => (
        <Group key={index} gap="xs" wrap="nowrap" align="flex-start">
          <TextField
            flex={3}
            aria-label={`Họ tên người vắng mặt ${index + 1}`}
            placeholder="Họ tên"
            data-path={`absences.${index}.name`}
            error={errors[`absences.${index}.name`]}
            value={absence.name}
            onChange={(name) => replace(index, { name })}
          />
          <CountField
            w={84}
            aria-label={`Số người vắng mặt ${index + 1}`}
            placeholder="Số người"
            data-path={`absences.${index}.count`}
            error={errors[`absences.${index}.count`]}
            value={absence.count}
            onChange={(count) => replace(index, { count })}
          />
          <TextField
            flex={4}
            aria-label={`Lý do vắng mặt ${index + 1}`}
            placeholder="Lý do"
            data-path={`absences.${index}.reason`}
            error={errors[`absences.${index}.reason`]}
            value={absence.reason}
            onChange={(reason) => replace(index, { reason })}
          />
          <Tooltip label="Bỏ dòng này">
            <ActionIcon
              variant="subtle"
              color="gray"
              mt={4}
              aria-label={`Bỏ dòng vắng mặt ${index + 1}`}
              onClick={() => patch({ absences: values.absences.filter((_, at) => at !== index) })}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Group>
      ))}
    </Stack>
  )
}
