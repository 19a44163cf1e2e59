/**
 * Lines of our own office that its old computer took with it: what is missing and how to get it back; and, once nobody can
 * prove it any more, that it is lost, so that what waits for it counts.
 */
import { Alert, Anchor, Button, Group, List, Stack, Text } from '@mantine/core'
import type { JournalHealth } from '../../../shared/contract/answers.ts'
import {
  GET_BACK_OR_GIVE_UP,
  givenUpSentence,
  LINES_MISSING,
  missingLinesSentence,
  unknownCaseSentence,
  type Names,
} from '../../../shared/words/vi.ts'

/** The boxes, where there is anything to say. @param onGiveUp - null where whoever looks may not */
export function LostLines({
  lost,
  names,
  onGiveUp,
}: {
  readonly lost: JournalHealth['lost']
  readonly names: Names
  readonly onGiveUp: (() => void) | null
}) {
  const known = lost.cases.filter(({ name }) => name !== null)
  const unknown = lost.cases.filter(({ name }) => name === null)
  return (
    <>
      {lost.missing.length > 0 && (
        <Alert color="red" role="note" title={LINES_MISSING}>
          <Stack gap="xs">
            <List size="sm">
              {lost.missing.map((lines) => (
                <List.Item key={lines.channel}>{missingLinesSentence(lines, names)}</List.Item>
              ))}
            </List>
            <Text size="sm">{GET_BACK_OR_GIVE_UP}</Text>
            {onGiveUp !== null && (
              <Group justify="flex-end">
                <Button size="compact-sm" variant="default" onClick={onGiveUp}>
                  Coi là đã mất
                </Button>
              </Group>
            )}
          </Stack>
        </Alert>
      )}
      {lost.givenUp.length > 0 && (
        <Alert color="gray" role="note" title="Bản ghi của đơn vị mình đã coi là mất">
          <List size="sm">
            {lost.givenUp.map((lines) => (
              <List.Item key={`${lines.channel} ${lines.at}`}>{givenUpSentence(lines, names)}</List.Item>
            ))}
          </List>
          {known.length > 0 && (
            <Text size="sm">
              Hồ sơ có bản ghi đến sau các bản ghi đã mất, cần đối chiếu với giấy tờ:{' '}
              {known.map(({ case: id, name }, place) => (
                <span key={id}>
                  {place > 0 && ', '}
                  <Anchor href={`#/ho-so/${id}`} size="sm" underline="always">
                    {name}
                  </Anchor>
                </span>
              ))}
              .
            </Text>
          )}
          {unknown.length > 0 && (
            <List size="sm">
              {unknown.map((one) => (
                <List.Item key={one.case}>{unknownCaseSentence(one, names)}</List.Item>
              ))}
            </List>
          )}
        </Alert>
      )}
    </>
  )
}
