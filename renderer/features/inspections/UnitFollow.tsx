/**
 * The part of a unit's page about follow-up: its models, inspections with what is due, ratings over the years, commendations
 * and corrections.
 */
import { Anchor, List, Text } from '@mantine/core'
import { Link } from 'wouter'
import { RATED_AS, showDay } from '../../../shared/words/vi.ts'
import { MoreRows } from '../../parts/MoreRows.tsx'
import { useMost } from '../../parts/on-paper.tsx'
import { Block } from '../../parts/states.tsx'
import type { UnitSectionProps } from '../../parts/unit-section.ts'
import { useAsk } from '../../queries.ts'

/** How many of each are shown; on paper all. */
const SHOWN = 5

/** The section; not there where nothing is on record. */
export function UnitFollow({ row }: UnitSectionProps) {
  const { data } = useAsk('unit.follow', { unit: row.id })
  const most = useMost(SHOWN)
  if (data === undefined) return null
  const { models, inspections, ratings } = data
  // That a proposal is not followed is said where it was made.
  const measures = data.measures.filter((measure) => measure.what !== 'dismissal')
  if (models.length + inspections.length + ratings.length + measures.length === 0) return null
  return (
    <Block title="Mô hình, kiểm tra, xếp loại">
      <List size="sm" spacing={4}>
        {inspections.slice(0, most).map(({ id, plan, due, end }) => (
          <List.Item key={id}>
            <Anchor component={Link} href={`/kiem-tra/${id}`} size="sm" underline="always">
              {plan.topic}
            </Anchor>
            {`, ${showDay(plan.from)} – ${showDay(plan.to)}`}
            {due === null ? (end === null ? ', chưa kết luận' : '') : `, hạn khắc phục ${showDay(due)}`}
          </List.Item>
        ))}
        {ratings.slice(0, most).map((rating) => (
          <List.Item key={rating.id}>
            Năm {rating.year}: {rating.level}
            {rating.as === 'committee' || rating.as === 'branch' ? '' : ` (${rating.name ?? RATED_AS[rating.as]})`}
          </List.Item>
        ))}
        {measures.slice(0, most).map((measure) => (
          <List.Item key={measure.id}>
            {measure.facts.form}, ngày {showDay(measure.facts.on)}
            {measure.facts.name === undefined ? '' : `, ${measure.facts.name}`}
          </List.Item>
        ))}
        {models.slice(0, most).map((model) => (
          <List.Item key={model.id}>
            <Anchor component={Link} href="/mo-hinh" size="sm" underline="always">
              {model.facts.name}
            </Anchor>
            {model.facts.place.id === row.id ? '' : ' (áp dụng)'}
          </List.Item>
        ))}
      </List>
      <MoreRows
        shown={[inspections, ratings, measures, models].reduce((sum, rows) => sum + Math.min(rows.length, most), 0)}
        total={inspections.length + ratings.length + measures.length + models.length}
      />
      {inspections.length === 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          Chưa có cuộc kiểm tra, giám sát nào.
        </Text>
      )}
    </Block>
  )
}
