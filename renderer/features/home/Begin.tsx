/**
 * Where a new office begins: three steps, each one click, ticked off once done.
 */
import { Anchor, Group, List, Text, ThemeIcon } from '@mantine/core'
import { IconCheck, IconCircle } from '@tabler/icons-react'
import type { HomeView } from '../../../shared/contract/answers.ts'
import { Block } from '../../parts/states.tsx'

/** True while the first steps are not all taken. */
export function isBeginning({ units, people, peers }: HomeView): boolean {
  return units === 0 || people === 0 || peers.length === 0
}

/** The first steps. */
export function Begin({ home }: { readonly home: HomeView }) {
  const { proposes, decides, units, people, peers } = home
  const connect = decides && !proposes ? 'các đơn vị đề nghị' : 'cấp trên'
  const steps = [
    {
      title: 'Thêm đơn vị',
      text: 'Chi bộ, đảng bộ trực thuộc mà đơn vị mình theo dõi.',
      to: '/don-vi',
      isDone: units > 0,
    },
    {
      title: `Kết nối với ${connect}`,
      text: 'Trao đổi phiếu kết nối và đối chiếu mã qua điện thoại, một lần cho mỗi nơi.',
      to: '/trao-doi/ket-noi',
      isDone: peers.length > 0,
    },
    proposes || !decides
      ? {
          title: 'Thêm người',
          text: 'Chỉ cần họ tên và chi bộ; các thông tin khác ghi sau.',
          to: '/nguon/moi',
          isDone: people > 0,
        }
      : {
          title: 'Nhận gói dữ liệu đầu tiên',
          text: 'Cắm USB của đơn vị đề nghị, xem trước rồi nhận.',
          to: '/trao-doi/nhan',
          isDone: people > 0,
        },
  ]
  return (
    <Block title="Bắt đầu từ đâu">
      <List spacing="sm" listStyleType="none" withPadding={false}>
        {steps.map(({ title, text, to, isDone }) => (
          <List.Item
            key={to}
            icon={
              <ThemeIcon variant="light" color={isDone ? 'teal' : 'gray'} radius="xl" size={26}>
                {isDone ? <IconCheck size={16} aria-hidden /> : <IconCircle size={12} aria-hidden />}
              </ThemeIcon>
            }
          >
            <Group gap={6}>
              <Anchor href={`#${to}`} fw={600}>
                {title}
              </Anchor>
              {isDone && (
                <Text span size="sm" c="dimmed">
                  đã xong
                </Text>
              )}
            </Group>
            <Text size="sm" c="dimmed">
              {text}
            </Text>
          </List.Item>
        ))}
      </List>
    </Block>
  )
}
