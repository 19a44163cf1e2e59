/**
 * What the checks have seen, gravest first, each with its article and what to do about it.
 */
import { Alert, Badge, Group, Stack, Text } from '@mantine/core'
import type { Finding } from '../../../shared/rules/finding.ts'
import { findingAdvice, findingSentence, LIFT, SEVERITIES, UNCONFIRMED, WHY } from '../../../shared/words/vi.ts'

const RANK = { block: 0, warn: 1, info: 2 } as const
const COLOURS = { block: 'red', warn: 'orange', info: 'blue' } as const

/** The findings of a case. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0)
    return (
      <Alert color="teal" variant="light" role="note">
        Không thấy điểm nào vướng theo bộ quy định đang áp dụng.
      </Alert>
    )
  return (
    <Stack gap="xs" role="list" aria-label="Các điểm cần xem">
      {findings
        .toSorted((a, b) => RANK[a.severity] - RANK[b.severity])
        .map((found) => (
          <div key={found.id} role="listitem">
            <Group gap="xs" align="flex-start" wrap="nowrap">
              <Badge color={COLOURS[found.severity]} style={{ flexShrink: 0 }}>
                {found.lifted === undefined ? SEVERITIES[found.severity] : LIFT}
              </Badge>
              <Text size="sm">{findingSentence(found)}</Text>
            </Group>
            <details>
              <summary>
                <Text span size="xs" c="dimmed">
                  {WHY}
                </Text>
              </summary>
              <Text size="xs">
                {found.article === '' ? '' : `Căn cứ: ${found.article}${found.confirmed ? '' : ` (${UNCONFIRMED})`}. `}
                {findingAdvice(found)}
              </Text>
            </details>
          </div>
        ))}
    </Stack>
  )
}
