/**
 * The third step: which rules the program checks by, with their period and the regulations they come from, and what must
 * never be put into the program. Its button founds the office.
 */
import { Alert, List, Radio, Stack, Text } from '@mantine/core'
import type { RuleSet } from '../../../shared/rules/rule-set.ts'
import { covers, RULE_SETS, ruleSetOn } from '../../../shared/rules/sets/index.ts'
import { showDay } from '../../../shared/words/vi.ts'
import { SecretBanner } from '../../parts/SecretBanner.tsx'
import { StepForm } from './StepForm.tsx'
import type { Start } from './use-start.ts'

/** The rules and the banner. */
export function RulesStep({ start, today }: { readonly start: Start; readonly today: string }) {
  const { values, patch } = start
  const current = ruleSetOn(today)
  const shown = RULE_SETS.find(({ id }) => id === values.ruleSet) ?? current
  return (
    <StepForm
      start={start}
      title="Bộ quy định"
      text="Phần mềm kiểm tra điều kiện, giấy tờ và thời hạn theo bộ quy định; không tự thay người quyết định."
      nextLabel="Thiết lập đơn vị"
      onNext={() => void start.found()}
    >
      <Radio.Group
        label="Kiểm tra theo bộ quy định nào"
        value={values.ruleSet}
        onChange={(ruleSet) => patch({ ruleSet })}
        error={start.errors.ruleSet}
      >
        <Stack gap="xs" mt="xs">
          <Radio
            value=""
            autoFocus
            label="Theo ngày của từng việc (nên chọn)"
            description={`Việc làm ngày nào thì theo quy định có hiệu lực ngày đó. Hôm nay, ${showDay(today)}: ${current.name}.`}
          />
          {RULE_SETS.map((set) => (
            <Radio key={set.id} value={set.id} label={`Luôn theo ${set.name}`} description={periodOf(set)} />
          ))}
        </Stack>
      </Radio.Group>
      {!covers(shown, today) && (
        <Alert color="yellow" role="note" title="Bộ quy định này không có hiệu lực hôm nay">
          {covers(current, today)
            ? `Ngày ${showDay(today)} đang có hiệu lực: ${current.name}. Chỉ chọn bộ khác khi có văn bản cho phép; nếu không, nên để theo ngày của từng việc.`
            : `Phiên bản này chưa có bộ quy định cho ngày ${showDay(today)}. Phần mềm vẫn ghi được mọi việc; các cảnh báo chỉ để tham khảo cho đến khi cập nhật bộ quy định mới.`}
        </Alert>
      )}
      <div>
        <Text size="sm" fw={600}>
          {periodOf(shown)}, gồm:
        </Text>
        <List size="sm">
          {shown.texts.map((text) => (
            <List.Item key={text.number}>
              {text.number}
              {text.date === undefined ? '' : ` ngày ${showDay(text.date)}`}: {text.name}
              {text.confirmed ? '' : ' (chưa đối chiếu được văn bản gốc)'}
            </List.Item>
          ))}
        </List>
      </div>
      <SecretBanner />
    </StepForm>
  )
}

function periodOf({ from, to }: RuleSet): string {
  return `Hiệu lực từ ${showDay(from)}${to === undefined ? '' : ` đến ${showDay(to)}`}`
}
