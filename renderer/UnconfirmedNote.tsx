/**
 * How many values of the rules nobody has compared with the text yet, at the head of every page: of the set of today, on the
 * pages of a case, its own and that of its review, of the set that judges that case. In a narrow window only the number is
 * left.
 */
import { Anchor, Box } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { showNumber } from '../shared/words/vi.ts'
import { useRights } from './parts/rights.ts'
import { useAsk } from './queries.ts'

/**
 * The note; nothing where every value was compared, or that is not known yet.
 * @param count - how many values of a set are unconfirmed: of today's where no id is given
 */
export function UnconfirmedNote({ count }: { readonly count: (ruleSet?: string) => number | null }) {
  const [location] = useLocation()
  const may = useRights()
  const id = /^\/(?:ho-so|xet)\/([0-9a-f-]{36})$/.exec(location)?.[1]
  const assessed = useAsk('case.get', { case: id ?? '' }, { enabled: id !== undefined && may('case.get') }).data
    ?.assessment
  const own = id === undefined ? undefined : assessed?.ruleSet
  // Until the case is there, what holds for it is not known.
  const unconfirmed = id !== undefined && own === undefined ? null : count(own)
  if (unconfirmed === null || unconfirmed === 0) return null
  const number = showNumber(unconfirmed)
  const sentence = `Quy định ${own === undefined ? 'hôm nay' : 'xét hồ sơ này'} có ${number} giá trị chưa kiểm chứng`
  return (
    <Anchor
      href="#/quy-dinh"
      size="sm"
      c="dimmed"
      underline="always"
      aria-label={sentence}
      title={sentence}
      style={{ whiteSpace: 'nowrap' }}
    >
      <Box component="span" visibleFrom="lg">
        {sentence}
      </Box>
      <Box component="span" hiddenFrom="lg">
        <IconScale size={15} aria-hidden style={{ verticalAlign: '-2px' }} /> {number}
      </Box>
    </Anchor>
  )
}
