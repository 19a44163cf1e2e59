/**
 * The papers of the dossier by phase, each a place to drop its scan on. Papers not needed now are folded away, so that
 * what is missing stands out.
 */
import { Alert, Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { PHASES, showNumber } from '../../../shared/words/vi.ts'
import { ScanPreview } from '../../parts/ScanPreview.tsx'
import { Block } from '../../parts/states.tsx'
import type { CaseForm } from './case-forms.ts'
import { PaperRow, type ShownScans } from './PaperRow.tsx'
import type { Situation } from './situation.ts'

/** The checklist of papers. */
export function Checklist({
  situation,
  onOpen,
}: {
  readonly situation: Situation
  readonly onOpen: (form: CaseForm) => void
}) {
  const [isAllShown, setAllShown] = useState(false)
  const [shown, setShown] = useState<ShownScans | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { assessment, sameCertificate } = situation.view
  const { checklist } = assessment
  const missing = checklist.filter(({ status }) => status === 'missing' || status === 'expired').length
  const hidden = checklist.filter(({ status }) => status === 'notNeeded').length
  const phases = [...new Set(checklist.map(({ phase }) => phase))]
  return (
    <Block
      title="Giấy tờ"
      actions={
        missing > 0 ? (
          <Badge color="orange">Còn thiếu {showNumber(missing)}</Badge>
        ) : (
          <Badge color="teal">Đủ giấy tờ cho bước này</Badge>
        )
      }
    >
      <Stack gap="sm">
        {situation.mayRecord && (
          <Text size="sm" c="dimmed" className="no-print">
            Kéo tệp PDF, JPEG, PNG thả vào đúng dòng giấy tờ, hoặc bấm “Ghi”.
          </Text>
        )}
        {problem !== null && (
          <Alert color="red" role="alert" withCloseButton closeButtonLabel="Đóng" onClose={() => setProblem(null)}>
            {problem}
          </Alert>
        )}
        {sameCertificate !== null && (
          <Alert color="orange" role="note">
            Giấy chứng nhận lớp bồi dưỡng nhận thức về Đảng số {sameCertificate.number} cũng đã ghi cho{' '}
            <Anchor href={`#/ho-so/${sameCertificate.case}`} size="sm" underline="always">
              {sameCertificate.name}
            </Anchor>
            . Đối chiếu lại hai giấy chứng nhận rồi sửa số ghi nhầm.
          </Alert>
        )}
        {phases.map((phase) => {
          const lines = checklist.filter((line) => line.phase === phase && (isAllShown || line.status !== 'notNeeded'))
          return (
            lines.length > 0 && (
              <div key={phase}>
                <Text size="sm" fw={650} c="dimmed" mb={2}>
                  {PHASES[phase]}
                </Text>
                <ul className="paper-list" aria-label={PHASES[phase]}>
                  {lines.map((line) => (
                    <PaperRow
                      key={line.paper}
                      line={line}
                      situation={situation}
                      onOpen={onOpen}
                      onShow={setShown}
                      onTrouble={setProblem}
                    />
                  ))}
                </ul>
              </div>
            )
          )
        })}
        {hidden > 0 && (
          <Group>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-expanded={isAllShown}
              onClick={() => setAllShown(!isAllShown)}
            >
              {isAllShown ? 'Ẩn giấy tờ chưa cần' : `Xem ${showNumber(hidden)} giấy tờ chưa cần`}
            </Button>
          </Group>
        )}
      </Stack>
      {shown !== null && <ScanPreview {...shown} onClose={() => setShown(null)} />}
    </Block>
  )
}
