/**
 * Hướng dẫn: how to do each thing, in the order of the work; found by words, and opened by F1 at the page one stands on.
 */
import { Anchor, Grid, List, NavLink, Paper, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { Link, useParams } from 'wouter'
import { GUIDE, guideTopics, type GuideTopic } from '../../../shared/words/guide/guide.ts'
import { EmptyState, PageHead } from '../../parts/states.tsx'
import './guide.css'

/** Hướng dẫn. */
export function GuidePage() {
  const { topic: chosen } = useParams<{ topic?: string }>()
  const [text, setText] = useState('')
  const found = new Set(guideTopics(text).map(({ id }) => id))
  const chapters = GUIDE.flatMap(({ title, topics }) => {
    const shown = topics.filter(({ id }) => found.has(id))
    return shown.length === 0 ? [] : [{ title, topics: shown }]
  })
  return (
    <>
      <PageHead
        title="Hướng dẫn"
        text="Từng việc theo từng bước. Ở trang nào bấm phím F1 thì hiện hướng dẫn của trang đó."
      />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 4 }} className="no-print">
          <Stack gap="xs" className="guide-contents">
            <TextInput
              aria-label="Tìm trong hướng dẫn"
              placeholder="Tìm trong hướng dẫn, có dấu hoặc không dấu"
              leftSection={<IconSearch size={16} aria-hidden />}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <nav aria-label="Mục lục hướng dẫn">
              {chapters.map(({ title, topics }) => (
                <div key={title}>
                  <Text size="xs" fw={600} c="dimmed" mt="xs">
                    {title}
                  </Text>
                  {topics.map((topic) => (
                    <NavLink
                      key={topic.id}
                      component={Link}
                      href={`/huong-dan/${topic.id}`}
                      label={topic.title}
                      active={topic.id === chosen}
                      py={4}
                    />
                  ))}
                </div>
              ))}
            </nav>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }}>
          {chapters.length === 0 ? (
            <EmptyState title="Không tìm thấy" text="Thử gõ ít chữ hơn, hoặc gõ không dấu." />
          ) : (
            <Stack gap="md">
              {chapters.map(({ title, topics }) => (
                <Stack key={title} gap="sm" component="section" aria-label={title}>
                  <Title order={2}>{title}</Title>
                  {topics.map((topic) => (
                    <Topic key={topic.id} topic={topic} isChosen={topic.id === chosen} />
                  ))}
                </Stack>
              ))}
            </Stack>
          )}
        </Grid.Col>
      </Grid>
    </>
  )
}

function Topic({ topic, isChosen }: { readonly topic: GuideTopic; readonly isChosen: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isChosen) return
    heading.current?.scrollIntoView({ block: 'start' })
    heading.current?.focus({ preventScroll: true })
  }, [isChosen])
  return (
    <Paper
      withBorder
      p="md"
      component="article"
      aria-labelledby={`guide-${topic.id}`}
      bg={isChosen ? 'var(--mantine-color-default-hover)' : 'var(--mantine-color-body)'}
    >
      <Title order={3} id={`guide-${topic.id}`} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
        {topic.title}
      </Title>
      <List type="ordered" mt="xs" spacing={4} maw={720}>
        {topic.steps.map((step) => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
      {topic.notes?.map((note) => (
        <Text key={note} size="sm" mt="xs" maw={720}>
          <Text span inherit fw={600}>
            Lưu ý:
          </Text>{' '}
          {note}
        </Text>
      ))}
      {topic.page !== undefined && (
        <Anchor component={Link} href={topic.page} size="sm" mt="xs" display="inline-block" className="no-print">
          Mở trang này
        </Anchor>
      )}
    </Paper>
  )
}
