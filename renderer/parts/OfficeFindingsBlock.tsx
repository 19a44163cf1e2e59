/**
 * What concerns many cases at once, by what it is about: people on record twice, lists and helpers, branches without a new
 * member, the plan. Of the whole office, or of one unit.
 */
import { Anchor, Badge, Button, Group, List, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { OfficeFinding } from '../../shared/rules/assess-office.ts'
import { officeAdvice, officeSentence, showNumber, UNCONFIRMED } from '../../shared/words/vi.ts'
import { useAsk } from '../queries.ts'
import { LeftOff, useMost } from './on-paper.tsx'
import { useRights } from './rights.ts'
import { Block, ErrorState } from './states.tsx'

/** Findings shown of each kind before a person asks for the rest. */
const FIRST = 4

/** `watched`: on the home page these stand among what is watched, with the people they are about. */
const KINDS: readonly { readonly code: OfficeFinding['code']; readonly title: string; readonly watched?: true }[] = [
  { code: 'C39', title: 'Có thể trùng người' },
  { code: 'C41-list', title: 'Danh sách chưa rà soát đúng kỳ', watched: true },
  { code: 'C41-helper', title: 'Người giúp đỡ lâu không có nhận xét', watched: true },
  { code: 'C43-plan', title: 'Dự kiến thiếu so với chỉ tiêu' },
  { code: 'C43-idle', title: 'Chi bộ nhiều năm không có đảng viên mới' },
]

/** The block; nothing where nothing was found. @param unit - only what concerns this unit */
export function OfficeFindingsBlock({ unit }: { readonly unit?: string }) {
  const may = useRights()('office.findings')
  const { data, error, refetch } = useAsk('office.findings', unit === undefined ? {} : { unit }, { enabled: may })
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />
  const kinds = KINDS.filter(({ watched }) => unit !== undefined || watched !== true)
  if (data === undefined || !data.findings.some(({ code }) => kinds.some((kind) => kind.code === code))) return null
  return (
    <Block title="Cần lưu ý">
      <Stack gap="md">
        {kinds.map(({ code, title }) => {
          const found = data.findings.filter((finding) => finding.code === code)
          const count = code === 'C41-helper' ? data.silent : found.length
          return found.length === 0 ? null : <Kind key={code} title={title} found={found} count={count} />
        })}
      </Stack>
    </Block>
  )
}

function Kind({
  title,
  found,
  count,
}: {
  readonly title: string
  readonly found: readonly OfficeFinding[]
  readonly count: number
}) {
  const [isWhole, setWhole] = useState(false)
  const most = useMost(FIRST, isWhole)
  const [first] = found
  if (first === undefined) return null
  const shown = found.slice(0, most)
  return (
    <section aria-label={title}>
      <Group gap="xs" mb={2}>
        <Title order={3}>{title}</Title>
        <Badge color={first.severity === 'warn' ? 'orange' : 'gray'} variant="light">
          {showNumber(count)}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed" mb={4}>
        {officeAdvice(first.code)} Căn cứ: {first.article}
        {first.confirmed ? '' : ` (${UNCONFIRMED})`}.
      </Text>
      <List size="sm" spacing={4}>
        {shown.map((finding, place) => (
          <List.Item key={place}>
            {officeSentence(finding)} <Links finding={finding} />
          </List.Item>
        ))}
      </List>
      {found.length > shown.length && (
        <Button variant="subtle" size="compact-sm" className="no-print" onClick={() => setWhole(true)}>
          Xem thêm {showNumber(found.length - shown.length)}
        </Button>
      )}
      {isWhole && count > found.length && (
        <Text size="sm" c="dimmed">
          Đang hiện {showNumber(found.length)} trong {showNumber(count)}.
        </Text>
      )}
      {!isWhole && <LeftOff count={count - shown.length} of="mục" />}
    </section>
  )
}

function Links({ finding }: { readonly finding: OfficeFinding }) {
  const links = linksOf(finding)
  return (
    <Group component="span" gap={8} display="inline-flex" className="no-print">
      {links.map(({ to, label }) => (
        <Anchor key={to} href={`#${to}`} size="sm">
          {label}
        </Anchor>
      ))}
    </Group>
  )
}

function linksOf(finding: OfficeFinding): readonly { readonly to: string; readonly label: string }[] {
  switch (finding.code) {
    case 'C39':
      return [
        ...finding.data.people.map(({ case: id, name }, place) => ({
          to: `/ho-so/${id}`,
          label: `Mở hồ sơ ${name} (${place + 1})`,
        })),
        { to: '/trung-nguoi', label: 'Ghi kết luận' },
      ]
    case 'C41-helper':
      return [{ to: `/ho-so/${finding.data.case}`, label: 'Mở hồ sơ' }]
    case 'C41-list':
    case 'C43-idle':
      return [{ to: `/don-vi/${finding.data.unit}`, label: 'Mở trang đơn vị' }]
    case 'C43-plan':
      return finding.data.unit === null ? [] : [{ to: `/don-vi/${finding.data.unit}`, label: 'Mở trang đơn vị' }]
  }
}
