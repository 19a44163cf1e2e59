/**
 * Opinions of organisations and of the cell of the place of residence, one after the other.
 */
import { List } from '@mantine/core'
import type { CaseState } from '../../shared/model/case-state.ts'
import { OPINION_SOURCES, showDay, showNumber } from '../../shared/words/vi.ts'

/** The opinions of a case. */
export function OpinionFacts({ opinions }: Pick<CaseState, 'opinions'>) {
  return (
    <List size="sm" spacing={4} aria-label="Ý kiến nhận xét">
      {opinions.map(({ organisation, name, date, agree, disagree, summary }, place) => (
        <List.Item key={place} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          <b>{name}</b> ({OPINION_SOURCES[organisation]}, ngày {showDay(date)}
          {agree !== undefined && `, tán thành ${showNumber(agree)}`}
          {disagree !== undefined && `, không tán thành ${showNumber(disagree)}`}): {summary}
        </List.Item>
      ))}
    </List>
  )
}
