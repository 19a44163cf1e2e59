/**
 * What is known of a case taken over half-way: helper, papers, votes, submission, decision, ceremony. Everything may be
 * left empty; what is written counts as having happened before the program was used.
 */
import { Checkbox, Fieldset, SimpleGrid, Stack, Table, Text } from '@mantine/core'
import type { RulePaper } from '../../../shared/rules/rule-set.ts'
import { DECISION_OUTCOMES } from '../../../shared/words/vi.ts'
import { DateField, TextField } from '../../parts/fields.tsx'
import { ChoiceField, choicesOf } from '../../parts/pickers.tsx'
import type { Recording } from '../../parts/recording.ts'
import { BranchVoteFields, CommitteeVoteFields, type VoteForm } from '../../parts/VoteFields.tsx'
import type { KnownPaper, RegisterValues } from './register-values.ts'

type TextName = {
  [Name in keyof RegisterValues]: RegisterValues[Name] extends string ? Name : never
}[keyof RegisterValues]

const NO_PAPER: KnownPaper = { has: false, number: '', date: '' }

/** The fields of a case taken over. */
export function TakeOverFields({
  recording,
  papers,
  today,
}: {
  readonly recording: Recording<RegisterValues>
  readonly papers: readonly RulePaper[]
  readonly today: string
}) {
  const { values, patch, errors, bindTick } = recording
  /** A text of this form that the port expects elsewhere. */
  const at = (field: TextName, path: string) => ({
    'data-path': path,
    value: values[field],
    error: errors[path],
    onChange: (value: string) => {
      patch({ [field]: value })
      recording.clear([path])
    },
  })
  const outcome = at('outcome', 'acts.decision.outcome')
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
          papers={papers}
          held={values.papers}
          onChange={(code, change) =>
            patch({ papers: { ...values.papers, [code]: { ...NO_PAPER, ...values.papers[code], ...change } } })
          }
        />
      </Fieldset>
      <Fieldset legend="Họp và quyết định" p="sm">
        <Stack gap="sm">
          <Checkbox label="Chi bộ đã họp xét" {...bindTick('hasBranchVote')} />
          {values.hasBranchVote && (
            <BranchVoteFields
              today={today}
              form={nested(values.branchVote, 'acts.branchVote', recording, (branchVote) => patch({ branchVote }))}
            />
          )}
          <Checkbox label="Đảng ủy cơ sở đã họp xét" {...bindTick('hasCommitteeVote')} />
          {values.hasCommitteeVote && (
            <CommitteeVoteFields
              today={today}
              form={nested(values.committeeVote, 'acts.committeeVote', recording, (committeeVote) =>
                patch({ committeeVote }),
              )}
            />
          )}
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="xs">
            <DateField label="Ngày gửi hồ sơ" {...at('submittedOn', 'acts.submittedOn')} />
            <ChoiceField
              label="Quyết định"
              data={choicesOf(DECISION_OUTCOMES)}
              {...outcome}
              value={values.outcome === '' ? null : values.outcome}
              onChange={(value) => outcome.onChange(value ?? '')}
            />
            <TextField
              label="Số quyết định"
              required={values.outcome !== ''}
              {...at('decisionNumber', 'acts.decision.number')}
            />
            <DateField
              label="Ngày quyết định"
              required={values.outcome !== ''}
              {...at('decisionDate', 'acts.decision.date')}
            />
            <TextField
              label="Cơ quan ban hành"
              required={values.outcome !== ''}
              {...at('decisionBody', 'acts.decision.body')}
            />
            <DateField label="Ngày nhận quyết định" {...at('decisionReceivedOn', 'acts.decisionReceivedOn')} />
            <DateField label="Ngày tổ chức lễ kết nạp" {...at('ceremonyDate', 'acts.ceremony.date')} />
          </SimpleGrid>
        </Stack>
      </Fieldset>
    </Stack>
  )
}

function KnownPapers({
  papers,
  held,
  onChange,
}: {
  readonly papers: readonly RulePaper[]
  readonly held: Readonly<Record<string, KnownPaper>>
  readonly onChange: (code: string, change: Partial<KnownPaper>) => void
}) {
  return (
    <Table layout="fixed" verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Giấy tờ</Table.Th>
          <Table.Th scope="col" w={130}>
            Số
          </Table.Th>
          <Table.Th scope="col" w={150}>
            Ngày
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {papers.map(({ code, form, name }) => {
          const paper = held[code] ?? NO_PAPER
          return (
            <Table.Tr key={code}>
              <Table.Td>
                <Checkbox
                  label={
                    <>
                      {name.value}
                      {form !== undefined && (
                        <Text span size="xs" c="dimmed">
                          {' '}
                          ({form})
                        </Text>
                      )}
                    </>
                  }
                  checked={paper.has || paper.date !== '' || paper.number !== ''}
                  onChange={(event) =>
                    onChange(code, event.currentTarget.checked ? { has: true } : { has: false, date: '', number: '' })
                  }
                />
              </Table.Td>
              <Table.Td>
                <TextField
                  size="xs"
                  aria-label={`Số của ${name.value}`}
                  value={paper.number}
                  onChange={(number) => onChange(code, { number })}
                />
              </Table.Td>
              <Table.Td>
                <DateField
                  size="xs"
                  aria-label={`Ngày của ${name.value}`}
                  data-path={`papers.${code}`}
                  value={paper.date}
                  onChange={(date) => onChange(code, { date })}
                />
              </Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
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
