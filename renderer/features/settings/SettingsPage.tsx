/**
 * The office's own description, its settings, the look of the window, the health of the journal, what has left in clear, and
 * what the program is and is not. An administrator changes; everybody may look.
 */
import { Alert, SegmentedControl, Stack, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { DATA_JOURNAL } from '../../../shared/words/vi.ts'
import { BackupPlace } from '../../parts/BackupPlace.tsx'
import { Block, ErrorState, LoadingState, PageHead } from '../../parts/states.tsx'
import { SheetNote } from '../../parts/SheetNote.tsx'
import { useRights } from '../../parts/rights.ts'
import { useAsk } from '../../queries.ts'
import { About } from './About.tsx'
import { ClearFiles } from './ClearFiles.tsx'
import { DecidingSettings } from './DecidingSettings.tsx'
import { DocumentSettings } from './DocumentSettings.tsx'
import { JournalBlock } from './JournalBlock.tsx'
import { LockMinutes } from './LockMinutes.tsx'
import { OfficeForm } from './OfficeForm.tsx'
import { VerificationPapers } from './VerificationPapers.tsx'

/** Cài đặt. */
export function SettingsPage() {
  const office = useAsk('office.get', {})
  const may = useRights()
  const { data } = office
  return (
    <>
      <PageHead title="Cài đặt" />
      <SheetNote />
      {office.isError && <ErrorState error={office.error} onRetry={() => void office.refetch()} />}
      {data === undefined && !office.isError && <LoadingState rows={10} />}
      {data !== undefined && (
        <Stack gap="md" maw={960}>
          {!data.user.roles.includes('administrator') && (
            <Alert color="blue" role="note">
              Chỉ quản trị viên thay đổi được thông tin đơn vị và thiết lập. Giao diện thì ai cũng đổi được.
            </Alert>
          )}
          <Block title="Đơn vị">
            <OfficeForm office={data} key={JSON.stringify(data.profile)} />
          </Block>
          <Block title="Hồ sơ và khóa máy">
            <Stack gap="md">
              <VerificationPapers office={data} />
              <LockMinutes office={data} key={String(data.settings['lockAfterMinutes'])} />
            </Stack>
          </Block>
          <Block title="Xét hồ sơ, sổ văn bản">
            <DecidingSettings office={data} key={JSON.stringify([data.settings, data.profile.capacities])} />
          </Block>
          <Block title="Lề văn bản">
            <DocumentSettings office={data} />
          </Block>
          <Block title="Sao lưu">
            <BackupPlace />
          </Block>
          <Block title="Giao diện">
            <Look />
          </Block>
          <Block title={DATA_JOURNAL}>
            <JournalBlock office={data} />
          </Block>
          {may('clear.list') && (
            <Block title="Tệp và bản in không mã hóa">
              <ClearFiles />
            </Block>
          )}
          <Block title="Về phần mềm">
            <About />
          </Block>
        </Stack>
      )}
    </>
  )
}

const LOOKS: readonly { readonly value: MantineColorScheme; readonly label: string }[] = [
  { value: 'light', label: 'Nền sáng' },
  { value: 'dark', label: 'Nền tối' },
  { value: 'auto', label: 'Theo máy' },
]

function Look() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <SegmentedControl
      aria-label="Màu nền"
      data={[...LOOKS]}
      value={colorScheme}
      onChange={(value) => setColorScheme(LOOKS.find((look) => look.value === value)?.value ?? 'light')}
    />
  )
}
