/**
 * The form of the page 'Thêm người', with the people who may be the same beside it. Its draft survives a crash, a lock
 * and leaving the page.
 */
import { Button, Collapse, Grid, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import { nameProblem } from '../../../shared/text/names.ts'
import { rulesOn } from '../../rules-in-force.ts'
import { NAME_PROBLEMS, upper } from '../../../shared/words/vi.ts'
import { announce } from '../../parts/announce.tsx'
import { DateField, TextField } from '../../parts/fields.tsx'
import { UnitField } from '../../parts/pickers.tsx'
import { bindProfile, ProfileFields, type ProfileForm } from '../../parts/ProfileFields.tsx'
import { useRecording, type Recorded } from '../../parts/recording.ts'
import { RecordingForm } from '../../parts/RecordingForm.tsx'
import { SharedNumber } from '../../parts/SharedNumber.tsx'
import { registerInput, takeOverInput, type RegisterValues } from './register-values.ts'
import { SimilarPeople } from './SimilarPeople.tsx'
import { useSimilar } from './similar-state.ts'
import { TakeOverFields } from './TakeOverFields.tsx'

/** The draft of this page. */
const DRAFT = 'nguon/moi'

/** The form that registers a person or takes a case over. */
export function RegisterForm({ office, initial }: { readonly office: OfficeView; readonly initial: RegisterValues }) {
  const [, go] = useLocation()
  const [isOpen, setOpen] = useState(false)
  const [round, setRound] = useState(0)
  const addsAnother = useRef(false)
  const name = useRef<HTMLInputElement>(null)
  const { papers } = rulesOn(office.today)
  const recording = useRecording<RegisterValues, Recorded>({
    command: ({ mode }) => (mode === 'new' ? 'candidate.register' : 'case.takeOver'),
    initial,
    draft: DRAFT,
    toInput: (values) => (values.mode === 'new' ? registerInput(values) : takeOverInput(values, papers)),
    check: ({ profile, mode, hasCancellation, cancellation }) => {
      const problem = nameProblem(profile.name)
      const isGroundLess =
        mode !== 'new' && hasCancellation && cancellation.outcome === 'cancel' && cancellation.ground === ''
      return {
        ...(problem === null ? {} : { 'profile.name': upper(NAME_PROBLEMS[problem]) }),
        ...(isGroundLess ? { 'acts.cancellation.decision.ground': 'Chọn lý do hủy' } : {}),
      }
    },
    onDone: (answer, values) => {
      const done = values.mode === 'new' ? 'Đã đưa vào danh sách' : 'Đã tiếp nhận hồ sơ'
      announce(`${done}: ${values.profile.name}.`, answer.entries[0], () => go('/nguon'))
      const isAnother = addsAnother.current
      addsAnother.current = false
      if (!isAnother) {
        go(`/ho-so/${answer.case ?? ''}`)
        return
      }
      recording.reset({ ...initial, unit: values.unit, mode: values.mode })
      setRound(round + 1)
      setTimeout(() => name.current?.focus())
    },
  })
  const { values, patch, errors, bind, bindChoice } = recording
  const profile: ProfileForm = {
    values: values.profile,
    patch: (change) => {
      patch({ profile: { ...values.profile, ...change } })
      recording.clear(Object.keys(change).map((field) => `profile.${field}`))
    },
    errors,
    at: 'profile',
  }
  const similar = useSimilar(values.profile.name, values.profile.birth, values.profile.identityNumber)
  const hasHiddenError = Object.keys(errors).some((path) => path === 'on' || /^profile\.(?!name$)/.test(path))
  const isMoreShown = isOpen || hasHiddenError
  const addAnother = () => {
    addsAnother.current = true
    recording.form.current?.requestSubmit()
  }
  useEffect(() => name.current?.focus(), [])
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, md: 8 }}>
        <RecordingForm
          key={round}
          recording={recording}
          submitLabel="Lưu"
          actions={
            <Button variant="default" disabled={recording.isBusy} onClick={addAnother}>
              Lưu và thêm người nữa
            </Button>
          }
        >
          <SegmentedControl
            aria-label="Cách bắt đầu"
            value={values.mode}
            onChange={(mode) => patch({ mode })}
            data={[
              { value: 'new', label: 'Người mới' },
              { value: 'takeOver', label: 'Tiếp nhận hồ sơ đang làm dở' },
            ]}
            style={{ alignSelf: 'flex-start' }}
          />
          <Text size="sm" c="dimmed">
            {values.mode === 'new'
              ? 'Đưa một người vào danh sách nguồn của chi bộ.'
              : 'Ghi những ngày và giấy tờ đã biết. Việc đã làm trước khi dùng phần mềm chỉ để biết, việc làm sau được kiểm tra đầy đủ.'}
          </Text>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
            <TextField ref={name} label="Họ và tên" required {...bindProfile(profile, 'name')} />
            <UnitField label="Chi bộ" required today={office.today} {...bindChoice('unit')} />
          </SimpleGrid>
          <div>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={isMoreShown}
              leftSection={
                isMoreShown ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />
              }
              onClick={() => setOpen(!isMoreShown)}
            >
              Thêm thông tin
            </Button>
            <Collapse expanded={isMoreShown} transitionDuration={0}>
              <Stack gap="sm" pt="xs">
                {values.mode === 'new' && (
                  <DateField
                    w={{ base: '100%', xs: '50%' }}
                    label="Ngày đưa vào danh sách"
                    description="Để trống là hôm nay"
                    {...bind('on')}
                  />
                )}
                <ProfileFields form={profile} />
                <SharedNumber
                  refusal={recording.refusal}
                  number={values.profile.identityNumber}
                  value={values.compared}
                  onChange={(compared) => patch({ compared })}
                />
              </Stack>
            </Collapse>
          </div>
          {values.mode === 'takeOver' && <TakeOverFields recording={recording} papers={papers} today={office.today} />}
        </RecordingForm>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 4 }}>
        <SimilarPeople
          rows={similar}
          previously={values.previously}
          onPreviously={(previously) => patch({ previously })}
        />
      </Grid.Col>
    </Grid>
  )
}
