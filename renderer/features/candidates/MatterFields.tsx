/**
 * What is known of one matter of a case taken over: the branch's and the committee's meeting, what was sent, the decision.
 */
import { Checkbox, SimpleGrid, Stack } from '@mantine/core'
import type { Decision, Matter } from '../../../shared/model/acts.ts'
import { DECISION_OUTCOMES, lower, MATTERS } from '../../../shared/words/vi.ts'
import { CancelGroundField } from '../../parts/CancelGroundField.tsx'
import { DateField, TextField } from '../../parts/fields.tsx'
import { ChoiceField } from '../../parts/pickers.tsx'
import type { Recording } from '../../parts/recording.ts'
import { BranchVoteFields, CommitteeVoteFields, type VoteForm } from '../../parts/VoteFields.tsx'
import { named } from '../../rules-in-force.ts'
import type { KnownMatter, RegisterValues } from './register-values.ts'

const OUTCOMES: Readonly<Record<Matter, readonly Decision['outcome'][]>> = {
  admission: ['admit', 'refuse'],
  recognition: ['recognise', 'refuse'],
  removal: ['remove', 'refuse'],
  cancellation: ['cancel', 'refuse'],
}

/** The texts of a matter, by the name the form has for them. */
type MatterText = {
  [Name in keyof KnownMatter]: KnownMatter[Name] extends string ? Name : never
}[keyof KnownMatter]

/** Where the port expects what a matter's fields hold, beneath the matter itself. */
const PATHS: Readonly<Record<MatterText, string>> = {
  submittedOn: 'submittedOn',
  receivedOn: 'receivedOn',
  outcome: 'decision.outcome',
  number: 'decision.number',
  date: 'decision.date',
  body: 'decision.body',
  officialFrom: 'decision.officialFrom',
  ground: 'decision.ground',
  decisionReceivedOn: 'decisionReceivedOn',
}

/** The fields of a matter. */
export function MatterFields({
  matter,
  recording,
  today,
}: {
  readonly matter: Matter
  readonly recording: Recording<RegisterValues>
  readonly today: string
}) {
  const values = recording.values[matter]
  const base = matter === 'admission' ? 'acts' : `acts.${matter}`
  const patch = (change: Partial<KnownMatter>) => recording.patch({ [matter]: { ...values, ...change } })
  const at = (field: MatterText) => {
    const path = `${base}.${PATHS[field]}`
    return {
      'data-path': path,
      value: values[field],
      error: recording.errors[path],
      onChange: (value: string) => {
        patch({ [field]: value })
        recording.clear([path])
      },
    }
  }
  const about = matter === 'admission' ? '' : ` ${lower(MATTERS[matter])}`
  const outcome = at('outcome')
  const isDecided = values.outcome !== ''
  return (
    <Stack gap="sm">
      <Checkbox
        label={`Chi bộ đã họp xét${about}`}
        checked={values.hasBranchVote}
        onChange={(event) => patch({ hasBranchVote: event.currentTarget.checked })}
      />
      {values.hasBranchVote && (
        <BranchVoteFields
          today={today}
          matter={matter}
          form={nested(values.branchVote, `${base}.branchVote`, recording, (branchVote) => patch({ branchVote }))}
        />
      )}
      <Checkbox
        label={named(`Đảng ủy cơ sở đã họp xét${about}`)}
        checked={values.hasCommitteeVote}
        onChange={(event) => patch({ hasCommitteeVote: event.currentTarget.checked })}
      />
      {values.hasCommitteeVote && (
        <CommitteeVoteFields
          today={today}
          matter={matter}
          form={nested(values.committeeVote, `${base}.committeeVote`, recording, (committeeVote) =>
            patch({ committeeVote }),
          )}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
        <DateField label="Ngày gửi hồ sơ" {...at('submittedOn')} />
        <DateField label="Ngày cấp trên tiếp nhận" {...at('receivedOn')} />
        <ChoiceField
          label="Quyết định"
          data={OUTCOMES[matter].map((value) => ({ value, label: DECISION_OUTCOMES[value] }))}
          {...outcome}
          value={values.outcome === '' ? null : values.outcome}
          onChange={(value) => outcome.onChange(value ?? '')}
        />
        <TextField label="Số quyết định" required={isDecided} {...at('number')} />
        <DateField label="Ngày quyết định" required={isDecided} {...at('date')} />
        <TextField label="Cơ quan ban hành" required={isDecided} {...at('body')} />
        <DateField label="Ngày nhận quyết định" {...at('decisionReceivedOn')} />
        {values.outcome === 'recognise' && (
          <DateField label="Là đảng viên chính thức từ ngày" {...at('officialFrom')} />
        )}
      </SimpleGrid>
      {values.outcome === 'cancel' && (
        <CancelGroundField
          value={values.ground}
          error={recording.errors[`${base}.decision.ground`]}
          onChange={(ground) => patch({ ground })}
        />
      )}
    </Stack>
  )
}

/** The form of a vote inside this form; `at` is where the port expects it. */
function nested<Values extends object>(
  values: Values,
  at: string,
  { errors, clear }: Pick<Recording<RegisterValues>, 'errors' | 'clear'>,
  onChange: (values: Values) => void,
): VoteForm<Values> {
  const prefix = `${at}.`
  const own = Object.entries(errors).flatMap(([path, error]) =>
    path.startsWith(prefix) ? [[path.slice(prefix.length), error] as const] : [],
  )
  return {
    values,
    errors: Object.fromEntries(own),
    patch: (change) => {
      onChange({ ...values, ...change })
      clear(Object.keys(change).map((path) => prefix + path))
    },
    bind: (path) => {
      const value: unknown = values[path]
      return {
        'data-path': prefix + path,
        value: typeof value === 'string' ? value : '',
        onChange: (text) => {
          onChange({ ...values, [path]: text })
          clear([prefix + path])
        },
        error: errors[prefix + path],
      }
    },
  }
}
