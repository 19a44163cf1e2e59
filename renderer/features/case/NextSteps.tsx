/**
 * The next step as the one big button; what else can be done in the same stage stands smaller beside it.
 */
import { Button, Group, Paper, Text } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { NextStep } from '../../../shared/rules/next-steps.ts'
import { actorName, NEXT_STEPS, withBodies } from '../../../shared/words/vi.ts'
import { formOf, type CaseForm } from './case-forms.ts'
import { mayFill } from './form-commands.ts'
import type { Situation } from './situation.ts'

/** What is to be done next. */
export function NextSteps({
  situation,
  onOpen,
}: {
  readonly situation: Situation
  readonly onOpen: (form: CaseForm) => void
}) {
  const { view, isOwn, goesOn, may } = situation
  const [first, ...others] = view.assessment.next
  const { bodies } = view.assessment
  if (first === undefined) return null
  // What an end still asks for is recorded although the case has ended.
  const formFor = (next: NextStep) => {
    if (!goesOn && !(isOwn && AFTER_THE_END.has(next.step))) return null
    const found = formOf(next, situation)
    return found !== null && mayFill(found, may) ? found : null
  }
  const form = formFor(first)
  const beside = (goesOn ? others : []).flatMap((next) => {
    const other = formFor(next)
    return other === null ? [] : [{ next, form: other }]
  })
  return (
    <Paper withBorder p="sm" component="section" aria-label="Việc tiếp theo" bg="var(--mantine-color-default-hover)">
      <Group justify="space-between" gap="sm">
        <div style={{ flex: '1 1 300px', minWidth: 0 }}>
          <Text size="xs" c="dimmed" fw={600}>
            Việc tiếp theo – {actorName(first.who, bodies)}
          </Text>
          <Text fw={650} size="md">
            {withBodies(NEXT_STEPS[first.step], bodies)}
          </Text>
          {noteOf(first, situation) !== null && <Text size="sm">{noteOf(first, situation)}</Text>}
        </div>
        {form !== null && (
          <Button
            size="md"
            className="no-print"
            rightSection={<IconArrowRight size={18} aria-hidden />}
            onClick={() => onOpen(form)}
          >
            {labelOf(first, situation)}
          </Button>
        )}
        {!situation.isOwn && situation.decidesHere && first.who === 'deciding' && (
          <Button size="md" component={Link} href="/xet" className="no-print">
            Mở trang Xét hồ sơ
          </Button>
        )}
      </Group>
      {beside.length > 0 && (
        <Group gap={6} mt="xs" className="no-print">
          <Text size="sm" c="dimmed">
            Có thể làm song song:
          </Text>
          {beside.map(({ next, form: other }) => (
            <Button key={next.step} size="compact-sm" variant="default" onClick={() => onOpen(other)}>
              {withBodies(NEXT_STEPS[next.step], bodies)}
            </Button>
          ))}
        </Group>
      )}
    </Paper>
  )
}

function labelOf(next: NextStep, situation: Situation): string {
  const { step } = next
  const { decidesHere } = situation
  switch (step) {
    case 'verification':
      return verificationLabel(situation)
    case 'assignHelper':
      return 'Phân công'
    case 'submit':
    case 'recognitionSubmit':
    case 'removalSubmit':
    case 'cancellationSubmit':
      return 'Gửi hồ sơ'
    case 'answerReturn':
      return 'Gửi hồ sơ bổ sung'
    case 'receive':
      return 'Ghi theo văn bản giấy'
    case 'decision':
    case 'recognitionDecision':
    case 'removalDecision':
    case 'cancellationDecision':
      return decidesHere ? 'Ghi quyết định' : 'Ghi theo văn bản giấy'
    case 'reportShortVote':
      return 'Ghi báo cáo'
    case 'recordReceipt':
      return 'Ghi ngày nhận'
    case 'branchVote':
    case 'committeeVote':
    case 'recognitionVote':
    case 'recognitionCommittee':
    case 'removalVote':
    case 'removalCommittee':
    case 'cancellationVote':
    case 'cancellationCommittee':
      return 'Ghi cuộc họp'
    case 'ceremony':
      return 'Ghi lễ kết nạp'
    case 'card':
      return decidesHere ? 'Ghi thẻ đảng viên' : 'Ghi theo văn bản giấy'
    case 'completeTransfer':
      return 'Ghi tiếp việc chuyển'
    case 'reportDeparture':
      return 'Ghi phiếu báo'
    case 'newMemberClass':
    case 'attendClass':
      return 'Ghi giấy chứng nhận'
    case 'application':
    case 'resume':
    case 'introductions':
    case 'opinions':
    case 'sectionReport':
    case 'selfReview':
    case 'helperReview':
    case 'probationOpinions':
    case 'recognitionReport':
      return 'Ghi giấy tờ'
  }
}

function verificationLabel({ view }: Situation): string {
  const { verifications } = view.state
  if (verifications.length === 0) return 'Đề nghị thẩm tra'
  const isOpen = verifications.some(({ answer }) => answer === null || answer.result === 'unclear')
  return isOpen ? 'Ghi trả lời thẩm tra' : 'Ghi giấy tờ'
}

const AFTER_THE_END: ReadonlySet<NextStep['step']> = new Set<NextStep['step']>(['recordReceipt', 'reportDeparture'])

/** Steps of the superior, whose answer comes by bundle. */
const ANSWERS: ReadonlySet<NextStep['step']> = new Set<NextStep['step']>([
  'receive',
  'decision',
  'recognitionDecision',
  'removalDecision',
  'cancellationDecision',
  'card',
])

function noteOf({ step }: NextStep, { decidesHere, hasSuperior, isOwn }: Situation): string | null {
  if (step === 'reportShortVote')
    return 'Báo cáo kết quả lên cấp ủy có thẩm quyền; nếu họp xét lại thì ghi cuộc họp mới ở Việc khác.'
  if (!isOwn || decidesHere || !ANSWERS.has(step)) return null
  return hasSuperior
    ? 'Kết quả sẽ đến bằng gói dữ liệu của cấp trên. Chỉ ghi theo văn bản giấy khi chưa nhận được gói.'
    : 'Khi nhận được văn bản trả lời của cấp trên thì ghi vào đây.'
}
