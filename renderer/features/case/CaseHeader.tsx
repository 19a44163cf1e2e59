/**
 * The head of a case: who, where, how old, who keeps it and who helps; the rarer things to do in one menu.
 */
import { Badge, Button, Group, Menu, Text, Title } from '@mantine/core'
import { IconArrowLeft, IconChevronDown } from '@tabler/icons-react'
import { Link } from 'wouter'
import { helpersNow } from '../../../shared/model/helper.ts'
import { actsOf, currentMatter, isEnded } from '../../../shared/model/stage.ts'
import {
  CONFLICT,
  KNOWN,
  listOf,
  ON_PAPER,
  SEXES,
  showDayWithWord,
  STAGES,
  TAKEN_OVER,
  withBodies,
} from '../../../shared/words/vi.ts'
import { DocumentButton } from '../../parts/DocumentButton.tsx'
import { PrintButton } from '../../parts/PrintButton.tsx'
import { CasePhoto } from './CasePhoto.tsx'
import type { CaseForm } from './case-forms.ts'
import { mayFill } from './form-commands.ts'
import type { Situation } from './situation.ts'

/** The head of the page. */
export function CaseHeader({
  situation,
  onOpen,
}: {
  readonly situation: Situation
  readonly onOpen: (form: CaseForm) => void
}) {
  const { view, isOwn } = situation
  const { profile, onPaper, takenOver, conflicts, known, line } = view.state
  const helping = helpersNow(view.state).map(({ name }) => name)
  const helper = helping.length > 0 ? listOf(helping) : line?.helper
  const facts = [
    view.unit?.name,
    profile.birth === undefined ? undefined : `sinh ${showDayWithWord(profile.birth)}`,
    profile.sex === undefined ? undefined : SEXES[profile.sex],
    helper === undefined ? undefined : `người giúp đỡ: ${helper}`,
    isOwn ? undefined : `hồ sơ do ${view.keeperName} quản lý`,
  ].filter((fact) => fact !== undefined)
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <CasePhoto situation={situation} />
      <div style={{ flex: '1 1 420px', minWidth: 0 }}>
        <Group gap="xs" align="center">
          <Title order={1} style={{ overflowWrap: 'anywhere' }}>
            {profile.name}
          </Title>
          <Badge size="lg">{withBodies(STAGES[view.stage], view.assessment.bodies)}</Badge>
          {conflicts.length > 0 && (
            <Badge size="lg" color="orange">
              {CONFLICT}
            </Badge>
          )}
          {onPaper && (
            <Badge size="lg" color="gray">
              {ON_PAPER}
            </Badge>
          )}
          {takenOver !== null && (
            <Badge size="lg" color="gray">
              {TAKEN_OVER}
            </Badge>
          )}
          {known !== 'full' && (
            <Badge size="lg" color="gray">
              {KNOWN[known]}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {facts.join(' · ')}
        </Text>
      </div>
      <Group gap="xs" className="no-print">
        <Button component={Link} href="/nguon" variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />}>
          Danh sách
        </Button>
        <DocumentButton view={view} />
        <PrintButton
          what="case"
          caseId={view.state.id}
          relatives={(view.state.resume?.relatives ?? []).map(({ name }) => name)}
          name={`Hồ sơ ${profile.name}`}
        />
        <OtherActs situation={situation} onOpen={onOpen} />
      </Group>
    </Group>
  )
}

/** What is done here about a case that another office keeps: by its deciding office beside the review, or by who gave it away. */
function ActsFromAside({
  situation,
  onOpen,
}: {
  readonly situation: Situation
  readonly onOpen: (form: CaseForm) => void
}) {
  const { may, decidesHere, hasGivenAway } = situation
  const { decision, refusalNotices, recognition, card, cancellation } = situation.view.state
  const isTold = refusalNotices.some((notice) => notice.decision === decision?.entry)
  const acts: readonly (readonly [label: string, form: CaseForm, isOpen: boolean])[] = [
    [
      'Ghi thông báo không kết nạp',
      { form: 'way', way: { of: 'refusalNotice' } },
      decidesHere && decision?.outcome === 'refuse' && !isTold,
    ],
    [
      'Ghi thẻ đảng viên',
      { form: 'card' },
      decidesHere && recognition.decision?.outcome === 'recognise' && (card === null || card.onPaper),
    ],
    [
      'Hủy quyết định kết nạp',
      { form: 'decision', matter: 'cancellation' },
      decidesHere && decision?.outcome === 'admit' && cancellation.decision === null,
    ],
    ['Xóa dữ liệu cá nhân', { form: 'erase' }, hasGivenAway && decision?.outcome !== 'admit'],
  ]
  return acts
    .filter(([, form, isOpen]) => isOpen && mayFill(form, may))
    .map(([label, form]) => (
      <Button key={label} variant="default" onClick={() => onOpen(form)}>
        {label}
      </Button>
    ))
}

function OtherActs({
  situation,
  onOpen,
}: {
  readonly situation: Situation
  readonly onOpen: (form: CaseForm) => void
}) {
  const { isOwn, goesOn, may, decidesHere, hasSuperior, view } = situation
  const { moveProposed } = view.state
  const { decision: admitted, ceremony, helpers, card, recognition, departure, ending, refusalNotices } = view.state
  if (!isOwn) return <ActsFromAside situation={situation} onOpen={onOpen} />
  const matter = currentMatter(view.state)
  const { submissions, decision, receipt } = actsOf(view.state, matter)
  const isOpen = submissions.length > 0 && !submissions.at(-1)?.returned && decision === null
  const isMember = ceremony !== null
  const acts: readonly (readonly [string, CaseForm, boolean])[] = [
    ['Sửa thông tin cá nhân', { form: 'profile' }, true],
    [helpers.length === 0 ? 'Phân công người giúp đỡ' : 'Thay hoặc thêm người giúp đỡ', { form: 'helper' }, goesOn],
    ['Ghi giấy tờ', { form: 'paper', paper: '' }, goesOn],
    ['Ghi cuộc họp chi bộ', { form: 'branchVote', matter }, goesOn],
    [withBodies('Ghi cuộc họp đảng ủy cơ sở', view.assessment.bodies), { form: 'committeeVote', matter }, goesOn],
    [isOpen ? 'Gửi hồ sơ bổ sung' : 'Gửi hồ sơ', { form: 'submit', matter }, goesOn && decision === null],
    ['Ghi trả lời theo văn bản giấy', { form: 'answer', answer: null, matter }, goesOn && isOpen && !decidesHere],
    ['Ghi quyết định', { form: 'decision', matter }, goesOn && decidesHere && decision === null],
    ['Ghi ngày nhận quyết định', { form: 'receipt', matter }, decision !== null && receipt === null],
    [
      'Ghi thông báo không kết nạp',
      { form: 'way', way: { of: 'refusalNotice' } },
      decision?.outcome === 'refuse' && !refusalNotices.some((notice) => notice.decision === decision.entry),
    ],
    ['Ghi lễ kết nạp', { form: 'ceremony' }, goesOn && admitted?.outcome === 'admit' && !isMember],
    [
      'Đề nghị xóa tên đảng viên dự bị',
      { form: 'branchVote', matter: 'removal' },
      goesOn && isMember && recognition.decision?.outcome !== 'recognise' && matter !== 'removal',
    ],
    [
      'Đề nghị hủy quyết định kết nạp',
      { form: 'branchVote', matter: 'cancellation' },
      goesOn && admitted?.outcome === 'admit' && matter !== 'cancellation',
    ],
    [
      'Hủy quyết định kết nạp',
      decidesHere
        ? { form: 'decision', matter: 'cancellation' }
        : { form: 'answer', answer: 'decide', matter: 'cancellation' },
      goesOn && admitted?.outcome === 'admit',
    ],
    ['Ghi thẻ đảng viên', { form: 'card' }, goesOn && recognition.decision?.outcome === 'recognise' && card === null],
    [isMember ? 'Chuyển sinh hoạt đảng' : 'Chuyển đi nơi khác', { form: 'transfer', isUpdate: false }, goesOn],
    [
      moveProposed === null ? 'Đề nghị cấp trên chuyển hồ sơ' : 'Đề nghị lại việc chuyển hồ sơ',
      { form: 'proposeMove' },
      goesOn && hasSuperior && !decidesHere,
    ],
    ['Giao hồ sơ cho đơn vị khác', { form: 'handOver' }, goesOn && decidesHere],
    [view.state.pinned === null ? 'Chọn bộ quy định cho hồ sơ' : 'Đổi bộ quy định của hồ sơ', { form: 'pin' }, goesOn],
    ['Từ trần, ra khỏi Đảng', { form: 'ending' }, goesOn && isMember],
    [
      'Ghi phiếu báo gửi cấp trên',
      { form: 'departure' },
      isMember && departure === null && (ending === null || ending.reason === 'died' || ending.reason === 'left'),
    ],
    ['Kết thúc theo dõi, xin rút hồ sơ', { form: 'ending' }, goesOn && admitted?.outcome !== 'admit'],
    ['Xóa dữ liệu cá nhân', { form: 'erase' }, isEnded(view.stage) && admitted?.outcome !== 'admit'],
  ]
  const offered = acts.filter(([, form, isOpen]) => isOpen && mayFill(form, may))
  if (offered.length === 0) return null
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
          Việc khác
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map(([label, form]) => (
          <Menu.Item key={label} onClick={() => onOpen(form)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
