/**
 * The pages of the deciding office's work on dossiers, one beside another, with how much waits on each.
 */
import { Anchor, Badge, Group, Text } from '@mantine/core'
import { useLocation } from 'wouter'
import type { ReviewTask } from '../../shared/contract/meetings.ts'
import { showNumber } from '../../shared/words/vi.ts'
import { useAsk } from '../queries.ts'

const PAGES: readonly { readonly to: string; readonly label: string; readonly tasks: readonly ReviewTask['task'][] }[] =
  [
    { to: '/xet', label: 'Xét hồ sơ', tasks: [] },
    { to: '/cuoc-hop', label: 'Cuộc họp', tasks: ['toVote', 'toDecide'] },
    { to: '/so-quyet-dinh', label: 'Sổ quyết định', tasks: ['toCarry'] },
    { to: '/y-kien-cap-tren', label: 'Ý kiến cấp trên', tasks: ['consents'] },
    { to: '/tra-lai', label: 'Các lần trả hồ sơ', tasks: [] },
    { to: '/trung-nguoi', label: 'Người có thể trùng', tasks: ['duplicates'] },
  ]

/** The row of links. */
export function DecidingNav() {
  const [location] = useLocation()
  const tasks = useAsk('review.tasks', {}).data?.tasks ?? []
  return (
    <Group component="nav" aria-label="Việc xét và quyết định" gap="lg" mb="sm" className="no-print">
      {PAGES.map(({ to, label, tasks: of }) => {
        const count = tasks.filter(({ task }) => of.includes(task)).reduce((sum, task) => sum + task.count, 0)
        // The page itself is named and not linked; one of its own pages links back to it.
        if (location === to || (to === '/xet' && location.startsWith('/xet/')))
          return (
            <Text key={to} size="sm" fw={700} aria-current="page">
              {label}
            </Text>
          )
        return (
          <Anchor key={to} href={`#${to}`} size="sm">
            {label}
            {count > 0 && (
              <Badge component="span" size="sm" ml={6} color="orange" variant="light">
                {showNumber(count)}
              </Badge>
            )}
          </Anchor>
        )
      })}
    </Group>
  )
}
