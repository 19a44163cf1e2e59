/**
 * The fields of a person beyond name and branch, in the order of form 2-KNĐ. Everything is optional; doubts about an
 * identity number are said when the field is left and stop nobody.
 */
import { Checkbox, SimpleGrid, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import {
  CIRCUMSTANCES,
  EDUCATIONS,
  fieldLabel,
  OCCUPATIONS,
  QUALIFICATIONS,
  SEXES,
  SOURCES,
} from '../../shared/words/vi.ts'
import { AfterFrame } from './AfterFrame.tsx'
import { AreaField, CountField, DateField, TextField } from './fields.tsx'
import { ChoiceField, choicesOf } from './pickers.tsx'
import { identityNote, type ProfileValues } from './profile-values.ts'

/** A profile's fields in a form. `at` is where the port expects the profile: '' or 'profile'. */
export type ProfileForm = {
  readonly values: ProfileValues
  readonly patch: (change: Partial<ProfileValues>) => void
  readonly errors: Readonly<Record<string, string>>
  readonly at: string
}

type TextName = {
  [Name in keyof ProfileValues]: ProfileValues[Name] extends string ? Name : never
}[keyof ProfileValues]

/** Properties of a text field of a profile. */
export function bindProfile({ values, patch, errors, at }: ProfileForm, name: TextName) {
  const path = at === '' ? name : `${at}.${name}`
  return {
    'data-path': path,
    value: values[name],
    onChange: (value: string) => patch({ [name]: value }),
    error: errors[path],
  }
}

/** What a text field and a choice of a profile are given. */
function binders(form: ProfileForm) {
  const { values, patch } = form
  const text = (name: TextName) => ({ label: fieldLabel(name), ...bindProfile(form, name) })
  const choice = (name: TextName, labels: Readonly<Record<string, string>>) => ({
    ...text(name),
    value: values[name] === '' ? null : values[name],
    onChange: (value: string | null) => patch({ [name]: value ?? '' }),
    data: choicesOf(labels),
  })
  return { text, choice }
}

/** Every field but the name. */
export function ProfileFields({ form }: { readonly form: ProfileForm }) {
  const [noteOf, setNoteOf] = useState('')
  const { values } = form
  const { text, choice } = binders(form)
  const note = noteOf === values.identityNumber ? identityNote(values) : null
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" verticalSpacing="xs">
        <DateField partial {...text('birth')} />
        <ChoiceField {...choice('sex', SEXES)} />
        <div onBlur={() => setNoteOf(values.identityNumber)}>
          <TextField {...text('identityNumber')} inputMode="numeric" />
          <Text component="output" display="block" size="xs" fw={600} mih={36} aria-label="Lưu ý về số định danh">
            {note}
          </Text>
        </div>
        <TextField {...text('birthName')} />
        <TextField {...text('ethnicity')} />
        <TextField {...text('religion')} />
      </SimpleGrid>
      <AfterFrame place={720}>
        <Further form={form} />
      </AfterFrame>
    </Stack>
  )
}

/** Those below the first six, which are what a person reads first. */
function Further({ form }: { readonly form: ProfileForm }) {
  const { values, patch } = form
  const { text, choice } = binders(form)
  const isLearning = values.occupation === 'pupil' || values.occupation === 'student' || values['study.school'] !== ''
  const isSeconded = values.circumstances.includes('seconded') || values['secondment.sender'] !== ''
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" verticalSpacing="xs">
        <TextField {...text('hometown')} />
        <TextField {...text('residence')} />
        <TextField {...text('birthPlace')} />
        <ChoiceField {...choice('occupation', OCCUPATIONS)} />
        <TextField {...text('work')} />
        <ChoiceField {...choice('education', EDUCATIONS)} />
        <ChoiceField {...choice('qualification', QUALIFICATIONS)} />
        <TextField {...text('politicalTheory')} />
        <DateField partial {...text('youthUnionSince')} />
        <ChoiceField {...choice('source', SOURCES)} />
        <TextField {...text('introducedBy')} />
        <DateField {...text('introducedOn')} />
        <TextField {...text('oldIdentityNumber')} inputMode="numeric" />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" verticalSpacing="xs">
        <TextField {...text('introductionPaper.number')} label="Số văn bản giới thiệu nguồn" />
        <DateField {...text('introductionPaper.date')} label="Ngày văn bản giới thiệu nguồn" />
        {isLearning && (
          <>
            <TextField {...text('study.school')} label="Nơi học tập" />
            <DateField partial {...text('study.from')} label="Học từ" />
            <CountField {...text('study.months')} label="Thời gian học (tháng)" />
          </>
        )}
      </SimpleGrid>
      <Checkbox.Group
        label={fieldLabel('circumstances')}
        description="Mỗi trường hợp cần thêm văn bản trong hồ sơ."
        value={[...values.circumstances]}
        onChange={(circumstances) => patch({ circumstances })}
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={6} mt={4}>
          {Object.entries(CIRCUMSTANCES).map(([code, label]) => (
            <Checkbox key={code} value={code} label={label} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      {isSeconded && (
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" verticalSpacing="xs">
          <TextField {...text('secondment.sender')} label="Đơn vị cử đi biệt phái" />
          <DateField partial {...text('secondment.from')} label="Biệt phái từ" />
          <CountField {...text('secondment.months')} label="Thời gian biệt phái (tháng)" />
        </SimpleGrid>
      )}
      <Checkbox
        label={fieldLabel('tradeUnionMember')}
        checked={values.tradeUnionMember}
        onChange={(event) => patch({ tradeUnionMember: event.currentTarget.checked })}
      />
      <Checkbox
        label="Sinh sống ở địa bàn miền núi, biên giới, hải đảo, vùng đồng bào dân tộc thiểu số hoặc đặc biệt khó khăn"
        checked={values.specialArea}
        onChange={(event) => patch({ specialArea: event.currentTarget.checked })}
      />
      <AreaField {...text('note')} />
    </Stack>
  )
}
