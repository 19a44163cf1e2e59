/**
 * What the checks have seen, gravest first. Each opens 'Căn cứ và cách xử lý': the article, what it stands in the way of,
 * what to do, and for a block the way to have it allowed.
 */
import { Accordion, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { guardedFinding, guardedName } from '../../../shared/documents/guarded.ts'
import type { Finding, FindingOf, Severity } from '../../../shared/rules/finding.ts'
import {
  findingAdvice,
  findingSentence,
  LIFT,
  LIFT_CONFIRM,
  LIFT_WAITS,
  lower,
  PROVISIONAL_FINDING,
  SEVERITIES,
  showDay,
  showNumber,
  showRuleValue,
  STEPS,
  withBodies,
  TAKEN_OVER,
  UNCONFIRMED,
  WHY,
} from '../../../shared/words/vi.ts'
import { guardedMark } from '../../parts/GuardedChoice.tsx'
import { useMost } from '../../parts/on-paper.tsx'
import { Block } from '../../parts/states.tsx'
import type { CaseForm } from './case-forms.ts'
import type { Situation } from './situation.ts'

const ORDER: readonly Severity[] = ['block', 'warn', 'info']
const COLORS: Readonly<Record<Severity, string>> = { block: 'red', warn: 'orange', info: 'gray' }

/** Findings shown before the rest is asked for. */
const FIRST = 6

/** The findings of a case. */
export function Findings({
  situation,
  onOpen,
}: {
  readonly situation: Situation
  readonly onOpen: (form: CaseForm) => void
}) {
  const [isAllShown, setAllShown] = useState(false)
  const most = useMost(FIRST, isAllShown)
  const { state, assessment } = situation.view
  if (state.known === 'line') return null
  const findings = assessment.findings.toSorted((a, b) => rank(a) - rank(b))
  const blocks = findings.filter(({ severity, lifted }) => severity === 'block' && lifted === undefined).length
  const shown = findings.slice(0, most)
  return (
    <Block
      title="Điểm cần xử lý"
      actions={
        blocks > 0 ? (
          <Badge color="red">{showNumber(blocks)} điểm phải xử lý trước</Badge>
        ) : (
          <Badge color="teal">Không có điểm phải xử lý trước</Badge>
        )
      }
    >
      {findings.length === 0 ? (
        <Text size="sm" c="dimmed">
          Phần mềm chưa thấy điểm nào cần kiểm tra.
        </Text>
      ) : (
        <Stack gap={6}>
          <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
            {shown.map((finding) => (
              <Line key={finding.id} finding={finding} situation={situation} onOpen={onOpen} />
            ))}
          </Stack>
          {findings.length > FIRST && (
            <Group>
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                aria-expanded={isAllShown}
                onClick={() => setAllShown(!isAllShown)}
              >
                {isAllShown ? 'Thu gọn' : `Xem thêm ${showNumber(findings.length - FIRST)} điểm`}
              </Button>
            </Group>
          )}
        </Stack>
      )}
    </Block>
  )
}

function Line({
  finding,
  situation,
  onOpen,
}: {
  readonly finding: Finding
  readonly situation: Situation
  readonly onOpen: (form: CaseForm) => void
}) {
  const { severity, lifted, takenOver, article, confirmed, before, since, provisional } = finding
  const { bodies } = situation.view.assessment
  const lift = situation.view.state.lifts.find(({ entry }) => entry === lifted)
  const mayConfirm = finding.code === 'P2' && mayConfirmLift(finding, situation)
  const mayLift = situation.mayLift && severity === 'block' && lifted === undefined && finding.code !== 'P1'
  const sentence = withBodies(findingSentence(finding), bodies)
  return (
    <li aria-label={sentence} {...guardedMark(guardedFinding(finding) ?? guardedName(sentence))}>
      <Group gap={6} align="flex-start" wrap="nowrap">
        <Badge color={lifted === undefined ? COLORS[severity] : 'teal'} style={{ flexShrink: 0 }} mt={1}>
          {lifted === undefined ? SEVERITIES[severity] : LIFT}
        </Badge>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {sentence}
          {provisional === true && (
            <Text span inherit c="dimmed">
              {' '}
              ({lower(PROVISIONAL_FINDING)})
            </Text>
          )}
        </Text>
      </Group>
      <Accordion variant="default" chevronPosition="left" chevronSize={14} order={3} styles={FLAT}>
        <Accordion.Item value="why">
          <Accordion.Control>{WHY}</Accordion.Control>
          <Accordion.Panel>
            <Stack gap={4}>
              {article !== '' && (
                <Text size="sm">
                  <b>Căn cứ:</b> {article}
                  {!confirmed && ` (${UNCONFIRMED})`}
                </Text>
              )}
              {since !== undefined && (
                <Text size="sm">
                  <b>Khi đó:</b> {showRuleValue(since.address, since.was)}. <b>Nay:</b>{' '}
                  {showRuleValue(since.address, since.now)} ({since.article}).
                </Text>
              )}
              <Text size="sm">
                <b>Cách xử lý:</b> {withBodies(findingAdvice(finding), bodies)}
              </Text>
              {severity === 'block' && lifted === undefined && (
                <Text size="sm" c="dimmed">
                  Chưa xử lý thì phần mềm chưa cho {withBodies(lower(STEPS[before]), bodies)}; việc đã làm vẫn ghi được.
                </Text>
              )}
              {takenOver === true && (
                <Text size="sm" c="dimmed">
                  {TAKEN_OVER}.
                </Text>
              )}
              {lift !== undefined && (
                <Text size="sm">
                  <b>{LIFT}:</b> {lift.reason}
                  {lift.allowedBy !== undefined && ` Người cho phép: ${lift.allowedBy}.`}
                  {lift.paper !== undefined &&
                    ` Văn bản cho phép: số ${lift.paper.number} ngày ${showDay(lift.paper.date)}.`}
                  {lift.unconfirmed === true && ` ${LIFT_WAITS}.`}
                </Text>
              )}
              {mayConfirm && (
                <Group>
                  <Button size="compact-sm" variant="default" onClick={() => onOpen({ form: 'confirmLift', finding })}>
                    {LIFT_CONFIRM}
                  </Button>
                </Group>
              )}
              {mayLift && (
                <Group>
                  <Button size="compact-sm" variant="default" onClick={() => onOpen({ form: 'lift', finding })}>
                    {LIFT}
                  </Button>
                </Group>
              )}
            </Stack>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </li>
  )
}

const FLAT = {
  item: { borderBottom: 'none' },
  control: { paddingBlock: 0, paddingInline: 0, fontSize: 13, color: 'var(--mantine-color-anchor)' },
  label: { paddingBlock: 3 },
  content: { paddingBlock: 4, paddingInline: 22 },
} as const

/** What is confirmed at the office that keeps the case, or that recorded the exception. */
function mayConfirmLift({ data }: FindingOf<'P2'>, { mayAllow, isOwn, view, office }: Situation): boolean {
  const lift = view.state.lifts.find(({ entry, code }) => entry === data.lift && code === data.finding)
  return mayAllow && (isOwn || lift?.office === office.office)
}

/** Unlifted blocks first, then warnings, what was lifted, information. */
function rank({ severity, lifted }: Finding): number {
  return lifted === undefined ? ORDER.indexOf(severity) * 2 : 3
}
