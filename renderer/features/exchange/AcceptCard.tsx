/**
 * Another office's card: opened from a file or pasted, then counted only with the digits heard by telephone.
 */
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import type { Accepted, CardRead } from '../../../shared/contract/exchange.ts'
import { handOverAgainSentence, pairedSentence, RELATIONS } from '../../../shared/words/vi.ts'
import { call, chooseFiles } from '../../api.ts'
import { AreaField, TextField } from '../../parts/fields.tsx'
import { ChoiceField, choicesOf, UnitField } from '../../parts/pickers.tsx'
import { useRecording } from '../../parts/recording.ts'
import { RecordingForm } from '../../parts/RecordingForm.tsx'
import { Block } from '../../parts/states.tsx'
import { sentenceOf } from '../../sentences.ts'

/** Kết nối với đơn vị khác. */
export function AcceptCard({ office }: { readonly office: OfficeView }) {
  const [read, setRead] = useState<CardRead | null>(null)
  const [done, setDone] = useState<Accepted | null>(null)
  const isAbove = office.peers.some(({ id, peer }) => id === done?.office && peer.relation === 'superior')
  const heir = office.peers.find(({ peer, revoked }) => !revoked && peer.relation === 'successor')
  return (
    <Block title="Kết nối với đơn vị khác">
      <Stack gap="sm">
        {done !== null && (
          <Alert color="teal" role="status">
            {pairedSentence(done.name, done.listedUnits, done.listedCases)}
          </Alert>
        )}
        {done !== null && isAbove && heir !== undefined && (
          <Alert color="yellow" role="note">
            {handOverAgainSentence(done.name, heir.peer.name)}
          </Alert>
        )}
        {read === null ? (
          <OpenCard
            onRead={(card) => {
              setDone(null)
              setRead(card)
            }}
          />
        ) : (
          <Compare
            key={read.card}
            read={read}
            office={office}
            onDone={(accepted) => {
              setDone(accepted)
              setRead(null)
            }}
            onCancel={() => setRead(null)}
          />
        )}
      </Stack>
    </Block>
  )
}

function OpenCard({ onRead }: { readonly onRead: (card: CardRead) => void }) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const read = async (input: { card?: string; file?: string }) => {
    setProblem(null)
    try {
      onRead(await call<CardRead>('pairing.readCard', input))
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  const open = async () => {
    const [file] = await chooseFiles('Chọn tệp phiếu kết nối', 'any')
    if (file !== undefined) await read({ file })
  }
  return (
    <Stack gap="sm">
      <Text size="sm">
        Mở tệp phiếu kết nối mà đơn vị kia gửi, hoặc dán nội dung của tệp vào ô dưới. Phiếu giấy: bấm vào ô rồi quét mã
        QR bằng máy quét cầm tay, hoặc quét bằng điện thoại rồi dán dãy số vào ô.
      </Text>
      <Group>
        <Button leftSection={<IconFileImport size={16} aria-hidden />} onClick={() => void open()}>
          Mở tệp phiếu
        </Button>
      </Group>
      <AreaField
        label="Nội dung phiếu kết nối"
        value={text}
        onChange={setText}
        minRows={2}
        maxRows={4}
        error={problem}
        spellCheck={false}
      />
      <Group>
        <Button variant="default" disabled={text.trim() === ''} onClick={() => void read({ card: text })}>
          Dùng nội dung trong ô
        </Button>
      </Group>
    </Stack>
  )
}

function Compare({
  read,
  office,
  onDone,
  onCancel,
}: {
  readonly read: CardRead
  readonly office: OfficeView
  readonly onDone: (accepted: Accepted) => void
  readonly onCancel: () => void
}) {
  const proposes = office.profile.capacities.some(({ capacity }) => capacity === 'proposes')
  const decides = office.profile.capacities.some(({ capacity }) => capacity === 'decides')
  const recording = useRecording<{ digits: string; relation: string; unit: string }, Accepted>({
    command: 'pairing.accept',
    draft: null,
    initial: {
      digits: '',
      relation: proposes && !decides ? 'superior' : decides && !proposes ? 'subordinate' : '',
      unit: '',
    },
    toInput: ({ digits, relation, unit }) => ({
      card: read.card,
      digits,
      relation,
      ...(unit === '' ? {} : { unit }),
    }),
    onDone,
  })
  const { relation, digits } = recording.values
  const typed = digits.replace(/\D/g, '').length
  return (
    <RecordingForm recording={recording} submitLabel="Kết nối" onCancel={onCancel}>
      <Text>
        Phiếu ghi là của: <strong>{read.name}</strong> (mã {read.code}).
      </Text>
      {read.renews !== null && (
        <Alert color="orange" role="note">
          Đơn vị này đã kết nối từ trước. Phiếu mới chỉ thay phiếu cũ sau khi đối chiếu lại qua điện thoại.
        </Alert>
      )}
      <TextField
        {...recording.bind('digits')}
        label="Mã đối chiếu nghe qua điện thoại"
        description={`Gọi số đã biết từ trước, nhờ đọc 6 nhóm 4 chữ số. Đã gõ ${typed} trên 24 chữ số.`}
        inputMode="numeric"
        required
        autoFocus
      />
      <ChoiceField {...recording.bindChoice('relation')} label="Đơn vị đó là" data={choicesOf(RELATIONS)} required />
      {relation === 'subordinate' && (
        <UnitField
          {...recording.bindChoice('unit')}
          label="Trong danh sách đơn vị của mình là"
          description="Để trống nếu chưa có trong danh sách."
          today=""
          all
        />
      )}
    </RecordingForm>
  )
}
