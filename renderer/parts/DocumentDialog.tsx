/**
 * Making a document: which one, its number and day, what nobody has recorded yet, the text as it will read, and the file
 * for Word. What is typed here stays on this paper; the record of the case is changed on its own page.
 */
import { Alert, Button, Checkbox, Grid, Group, List, MultiSelect, Select, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { Period } from '../../shared/calendar/period.ts'
import type { DocumentPreview } from '../../shared/contract/documents.ts'
import type { DocumentInput, DocumentKind } from '../../shared/documents/codes.ts'
import { DOCUMENT_NAMES, findingWithArticle, numberWarningSentence } from '../../shared/words/vi.ts'
import { trusted } from '../../shared/base/trust.ts'
import { useAsk } from '../queries.ts'
import { named } from '../rules-in-force.ts'
import { Dialog } from './Dialog.tsx'
import { ClearResult } from './ClearResult.tsx'
import { useDocumentTyped } from './document-draft.ts'
import { DocumentFields } from './DocumentFields.tsx'
import { DocumentView } from './DocumentView.tsx'
import { DateField, TextField } from './fields.tsx'
import { RestoredNote } from './RestoredNote.tsx'
import { useClearSave } from './save-clear.ts'
import { ErrorState, LoadingState } from './states.tsx'
import { WhyField } from './WhyField.tsx'

/** What a document is about. */
export type DocumentSubject =
  | { readonly case: string }
  | { readonly class: string }
  | { readonly bundle: string }
  | { readonly period: Period; readonly membersOn?: string }
  | { readonly meeting: string }
  | { readonly office: true }

/** The dialog. @param kinds - what may be made, the likeliest first */
export function DocumentDialog({
  subject,
  kinds,
  onClose,
}: {
  readonly subject: DocumentSubject
  readonly kinds: readonly DocumentKind[]
  readonly onClose: () => void
}) {
  const [kind, setKind] = useState(kinds[0])
  return (
    <Dialog onClose={onClose} title="Lập văn bản" size={1240} closeOnClickOutside={false}>
      <Stack gap="sm">
        {kinds.length > 1 && (
          <Select
            label="Loại văn bản"
            data={kinds.map((value) => ({ value, label: named(DOCUMENT_NAMES[value]) }))}
            value={kind ?? null}
            onChange={(value) => setKind(kinds.find((each) => each === value))}
            allowDeselect={false}
          />
        )}
        {kind === undefined ? (
          <Text>Chưa có văn bản nào phù hợp với tình trạng hồ sơ này.</Text>
        ) : (
          <DocumentForm key={kind} kind={kind} subject={subject} onClose={onClose} />
        )}
      </Stack>
    </Dialog>
  )
}

function DocumentForm({
  kind,
  subject,
  onClose,
}: {
  readonly kind: DocumentKind
  readonly subject: DocumentSubject
  readonly onClose: () => void
}) {
  const { typed, patch, isRestored, settle, drop } = useDocumentTyped(kind, subject)
  const { isLater, facts } = typed
  const isShared = kind === 'submissionLetter' && 'case' in subject
  const others = useOthers(isShared ? subject.case : null)
  // A draft may name people who have left this step since: they are in no letter that nobody can see them in.
  const together = typed.together.filter((id) => others.some(({ value }) => value === id))
  const { number, date } = typed.own
  const setNumber = (next: string) => patch(({ own }) => ({ own: { ...own, number: next } }))
  const [why, setWhy] = useState('')
  const saving = useClearSave('document.make')
  const input: DocumentInput = {
    kind,
    ...aboutOf(subject, together),
    ...(number === undefined || number.trim() === '' ? {} : { number: number.trim() }),
    ...(isLater ? { numberLater: true } : {}),
    ...(date === undefined || date === '' ? {} : { date }),
    ...(Object.keys(facts).length === 0 ? {} : { facts }),
  }
  const [asked] = useDebouncedValue(input, 200)
  const { data, error, refetch, isPlaceholderData } = useAsk('document.preview', asked, { keepPrevious: true })
  if (error !== null && data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <LoadingState rows={10} />
  const save = async () => {
    if (await saving.save('Lưu văn bản', data.fileName, { ...input, why: why.trim() })) settle()
  }
  const isNumbered = data.nextNumber !== null
  const isReady = data.document !== null && data.blocks.length === 0 && why.trim() !== '' && !isPlaceholderData
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack gap="sm">
          {isRestored && <RestoredNote onDrop={drop} />}
          {isNumbered && (
            <Group grow align="flex-start">
              <TextField
                label="Số văn bản"
                value={isLater ? '' : (number ?? data.number ?? '')}
                onChange={setNumber}
                disabled={isLater}
                required={!isLater}
                description={`Số tiếp theo trong sổ: ${data.nextNumber ?? ''}`}
              />
              <DateField
                label="Ngày văn bản"
                value={date ?? data.date}
                onChange={(next) => patch(({ own }) => ({ own: { ...own, date: next } }))}
                required
              />
            </Group>
          )}
          {isNumbered && (
            <Group justify="space-between">
              <Checkbox
                label="Ghi số bằng bút khi ban hành"
                checked={isLater}
                onChange={(event) => {
                  const { checked } = event.currentTarget
                  patch(() => ({ isLater: checked }))
                }}
              />
              {!isLater && data.number === null && (
                <Button variant="subtle" size="compact-sm" onClick={() => setNumber(data.nextNumber ?? '')}>
                  Dùng số tiếp theo
                </Button>
              )}
            </Group>
          )}
          {data.warnings.map((warning) => (
            <Alert key={warning.code} color="yellow" role="status">
              {numberWarningSentence(warning)}
            </Alert>
          ))}
          {others.length > 0 && (
            <MultiSelect
              label="Gửi cùng công văn này"
              description="Những người đang ở cùng bước; danh sách và danh mục giấy tờ có đủ từng người."
              data={others}
              value={together}
              onChange={(chosen) => patch(() => ({ together: chosen }))}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': 'Bỏ chọn tất cả' }}
              nothingFoundMessage="Không tìm thấy"
            />
          )}
          <DocumentFields
            fields={data.fields}
            typed={facts}
            onType={(code, value) => patch((held) => ({ facts: { ...held.facts, [code]: value } }))}
          />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="sm">
          <Blocking data={data} />
          {data.document === null ? <Missing data={data} /> : <DocumentView model={data.document} />}
          <WhyField
            of="document"
            description="Tệp Word không mã hóa; mục đích được ghi vào nhật ký của đơn vị."
            why={why}
            onChange={setWhy}
          />
          <ClearResult saving={saving} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Đóng
            </Button>
            <Button disabled={!isReady} loading={saving.isSaving} onClick={() => void save()}>
              Lưu ra tệp Word
            </Button>
          </Group>
        </Stack>
      </Grid.Col>
    </Grid>
  )
}

function aboutOf(
  subject: DocumentSubject,
  together: readonly string[],
): Pick<DocumentInput, 'case' | 'cases' | 'class' | 'bundle' | 'period' | 'membersOn' | 'meeting'> {
  if ('period' in subject) return subject
  if ('bundle' in subject) return { bundle: subject.bundle }
  if ('class' in subject) return { class: subject.class }
  if ('office' in subject) return {}
  if ('meeting' in subject) return { meeting: subject.meeting }
  return together.length > 0 ? { cases: [subject.case, ...together] } : { case: subject.case }
}

function Missing({ data }: { readonly data: DocumentPreview }) {
  return (
    <Alert color="gray" title="Văn bản hiện ra khi đủ nội dung" role="status">
      <Text size="sm">Còn thiếu:</Text>
      <List size="sm">
        {data.missing.map(({ code, label }) => (
          <List.Item key={code}>{label}</List.Item>
        ))}
      </List>
    </Alert>
  )
}

function Blocking({ data }: { readonly data: DocumentPreview }) {
  if (data.blocks.length === 0) return null
  return (
    <Alert color="red" role="alert" title="Chưa lập được văn bản này">
      <List size="sm">
        {data.blocks.map(({ name, ...finding }) => (
          <List.Item key={`${name}${finding.id}`}>
            {name}: {findingWithArticle(trusted(finding))}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}

/** People who stand at the same step as a case, to be sent with the same letter; none where there is no such case. */
function useOthers(self: string | null): { readonly value: string; readonly label: string }[] {
  const view = useAsk('case.get', { case: self ?? '' }, { enabled: self !== null }).data
  const filter = { limit: 200, ...(view === undefined ? {} : { stage: view.stage, keeper: view.state.keeper }) }
  const found = useAsk('candidate.search', filter, { enabled: view !== undefined }).data?.rows ?? []
  return found
    .filter((row) => row.case !== self)
    .map((row) => ({ value: row.case, label: `${row.name}${row.unitName === null ? '' : `, ${row.unitName}`}` }))
}
