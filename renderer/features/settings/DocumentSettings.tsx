/**
 * The margins of papers. Shown to everybody, changed by an administrator.
 */
import { Button, Group, Text } from '@mantine/core'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import { DOCUMENT_MARGINS, isMargin, MARGIN_MM } from '../../../shared/commands/office.ts'
import { announce } from '../../parts/announce.tsx'
import { CountField } from '../../parts/fields.tsx'
import { useRecording } from '../../parts/recording.ts'
import { SettingForm } from './SettingForm.tsx'

const SIDES = [
  ['top', 'Lề trên'],
  ['bottom', 'Lề dưới'],
  ['left', 'Lề trái'],
  ['right', 'Lề phải'],
] as const

type Side = (typeof SIDES)[number][0]
type Margins = { readonly [Each in Side]: string }

/** Lề văn bản. */
export function DocumentSettings({ office }: { readonly office: OfficeView }) {
  const { documentMargins } = office.settings
  const margins = marginsOf(typeof documentMargins === 'string' ? documentMargins : DOCUMENT_MARGINS)
  const said = SIDES.map(([side, label]) => `${label} ${margins[side]}`).join(', ')
  if (!office.user.roles.includes('administrator')) return <Text size="sm">{said} (mi-li-mét).</Text>
  return <MarginsForm key={said} margins={margins} />
}

function MarginsForm({ margins }: { readonly margins: Margins }) {
  const recording = useRecording<Margins, unknown>({
    command: 'setting.change',
    draft: 'le-van-ban',
    initial: margins,
    toInput: (typed) => ({ key: 'documentMargins', value: SIDES.map(([side]) => typed[side].trim()).join('/') }),
    check: (typed) =>
      Object.fromEntries(
        SIDES.filter(([side]) => !isTypedMargin(typed[side])).map(([side]) => [
          side,
          `Ghi từ ${MARGIN_MM.least} đến ${MARGIN_MM.most}`,
        ]),
      ),
    onDone: () => announce('Đã ghi lề văn bản. Văn bản lập từ bây giờ theo lề mới.'),
  })
  return (
    <SettingForm recording={recording} label="Lề văn bản">
      <Text size="sm" mb={4}>
        Lề của văn bản khổ A4, tính bằng mi-li-mét.
      </Text>
      <Group gap="sm" align="flex-start">
        {SIDES.map(([side, label]) => (
          <CountField key={side} label={label} w={110} required {...recording.bind(side)} />
        ))}
        <Button type="submit" variant="default" mt={24} loading={recording.isBusy}>
          Ghi lề văn bản
        </Button>
      </Group>
      {recording.problem !== null && (
        <Text size="sm" c="red" role="alert">
          {recording.problem}
        </Text>
      )}
    </SettingForm>
  )
}

function isTypedMargin(text: string): boolean {
  return /^\d{1,2}$/.test(text.trim()) && isMargin(Number(text))
}

function marginsOf(setting: string): Margins {
  const [top = '', bottom = '', left = '', right = ''] = setting.split('/')
  return { top, bottom, left, right }
}
