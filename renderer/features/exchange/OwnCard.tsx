/**
 * Our pairing card: the digits to read out, large, and the card as a file or on paper for the other office.
 */
import { Alert, Button, Group, List, Skeleton, Stack, Text } from '@mantine/core'
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import type { Card } from '../../../shared/contract/exchange.ts'
import { call, chooseFolder } from '../../api.ts'
import { Block } from '../../parts/states.tsx'
import { sentenceOf } from '../../sentences.ts'
import { Digits } from '../../parts/Digits.tsx'
import { PaperCard } from './PaperCard.tsx'

/** Phiếu kết nối của đơn vị mình. */
export function OwnCard({ isShown, office }: { readonly isShown: boolean; readonly office: OfficeView }) {
  const [card, setCard] = useState<Card | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isPrinting, setPrinting] = useState(false)
  const asked = useRef(false)
  useEffect(() => {
    if (!isShown || asked.current) return
    asked.current = true
    call<Card>('pairing.card', {}).then(setCard, (error: unknown) => setProblem(sentenceOf(error)))
  }, [isShown])
  const save = async () => {
    setProblem(null)
    try {
      const folder = await chooseFolder('Chọn nơi lưu phiếu kết nối')
      if (folder === null) return
      setSaved((await call<Card>('pairing.card', { to: folder })).file)
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  return (
    <Block title="Phiếu kết nối của đơn vị mình">
      <Stack gap="sm">
        <List size="sm" type="ordered">
          <List.Item>
            Lưu phiếu ra USB hoặc thư mục rồi chuyển tệp đó cho đơn vị kia; không dùng được USB thì in phiếu giấy.
          </List.Item>
          <List.Item>Gọi điện, đọc mã đối chiếu dưới đây để đơn vị kia gõ vào máy của họ.</List.Item>
        </List>
        {card === null ? (
          <Skeleton height={104} />
        ) : (
          <Digits digits={card.digits} label="Mã đối chiếu của đơn vị mình" />
        )}
        <Group>
          <Button
            variant="default"
            leftSection={<IconDeviceFloppy size={16} aria-hidden />}
            onClick={() => void save()}
          >
            Lưu phiếu kết nối
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            disabled={card === null}
            onClick={() => setPrinting(true)}
          >
            In phiếu giấy
          </Button>
        </Group>
        {saved !== null && (
          <Alert color="teal" role="status" style={{ overflowWrap: 'anywhere' }}>
            Đã lưu: {saved}
          </Alert>
        )}
        {problem !== null && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Text size="sm" c="dimmed">
          Vì sao phải đối chiếu: tệp phiếu có thể bị đánh tráo trên đường chuyển. Đọc mã qua số điện thoại đã biết từ
          trước thì chắc chắn phiếu đúng là của nhau; từ đó không ai khác mở được gói dữ liệu hay giả làm nơi gửi.
        </Text>
      </Stack>
      {isPrinting && card !== null && <PaperCard card={card} office={office} onClose={() => setPrinting(false)} />}
    </Block>
  )
}
