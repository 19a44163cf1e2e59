/**
 * What was just written: whether the stick may be pulled, each set in a line, the slip, and the check after plugging in
 * again, by itself and wherever the sets are found then, where the system could not read past its cache. A check of a stick
 * that was not pulled says no more than it can know.
 */
import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { IconCopy, IconFileText } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import type { ExportAnswer, Inspection } from '../../../shared/contract/exchange.ts'
import { readAgain, type PlugWatch, type ReadAgain } from '../../../shared/contract/plug.ts'
import {
  exportedSentence,
  PLUG_WAITS,
  refusalSentence,
  unprovenSentences,
  unrecordedSentence,
  verifiedSentence,
  writtenSentence,
} from '../../../shared/words/vi.ts'
import { chooseFolder } from '../../api.ts'
import { JobBar } from '../../parts/JobBar.tsx'
import { useJob } from '../../parts/job.ts'
import { troubleColour, troubleOf, useNames } from '../../parts/names.ts'
import { findWritten, isCached, usePlug } from '../../parts/replug.ts'
import { ExportSlip } from './ExportSlip.tsx'

/**
 * The result of an export.
 * @param job - that has written it
 * @param onAgain - writes the same once more, onto another stick; offered where nothing was left out
 * @param onRest - writes what was left out
 * @param isBusy - one of them is going on
 */
export function Written({
  job,
  answer,
  office,
  onAgain,
  onRest,
  isBusy = false,
}: {
  readonly job: string
  readonly answer: ExportAnswer
  readonly office: OfficeView
  readonly onAgain?: (folder: string, sets: ExportAnswer['sets']) => void
  readonly onRest?: (folder: string, offices: readonly string[]) => void
  readonly isBusy?: boolean
}) {
  const names = useNames()
  const [isSlip, setSlip] = useState(false)
  const check = useJob<Inspection>('bundle.inspect')
  const isUnproven = isCached(answer)
  const { watch, isProven: isChecked, prove } = usePlug(job, answer)
  const [last, setLast] = useState<{ readonly how: ReadAgain; readonly folder: string } | null>(null)
  const [isFinding, setFinding] = useState(false)
  const read = async (how: ReadAgain, folder: string) => {
    setLast({ how, folder })
    const seen = await check.run({ folder })
    if (how === 'replugged' && seen !== null && faultOf(answer, seen) === null) prove()
  }
  const readByHand = async () => {
    setFinding(true)
    const { plug, folder } = await findWritten(job, answer)
    setFinding(false)
    await read(readAgain(isUnproven, plug), folder)
  }
  // What was checked by itself: a stick that comes later is checked anew, and so is one for which the core was not free.
  const begun = useRef<PlugWatch | null>(null)
  const wasBusy = check.refusal?.code === 'BUSY'
  useEffect(() => {
    if (watch?.plug !== 'back' || isChecked || check.isRunning || isFinding) return
    const isSeenSince = begun.current !== watch
    if (begun.current?.on === watch.on && !(wasBusy && isSeenSince)) return
    begun.current = watch
    void read('replugged', watch.folder)
  })
  const again = async (write: NonNullable<typeof onAgain>) => {
    const place = await chooseFolder('Chọn USB hoặc thư mục cho bản thứ hai')
    if (place !== null) write(place, answer.sets)
  }
  const left = answer.left ?? []
  const rest = async (write: NonNullable<typeof onRest>) => {
    const place = await chooseFolder('Chọn USB hoặc thư mục cho các gói còn lại')
    if (place !== null)
      write(
        place,
        left.map(({ office: id }) => id),
      )
  }
  const problem = troubleOf(check, names) ?? (check.answer === null ? null : faultOf(answer, check.answer))
  // Checked after it was out: what was to be done has been done.
  const isProven = !isUnproven || (isChecked && problem === null)
  const found = isChecked && watch !== null ? { how: 'replugged' as const, folder: watch.folder } : last
  const isRead = (isChecked || check.answer !== null) && !check.isRunning && problem === null
  const waits = watch === null || isChecked || watch.plug === 'unseen' || watch.plug === 'back' ? null : watch.plug
  return (
    <Stack gap="sm" role="region" aria-label="Kết quả xuất gói dữ liệu">
      <Alert
        color={isProven ? 'teal' : 'blue'}
        role="status"
        title={writtenSentence(isProven ? 'past-cache' : 'cached')}
      >
        <List size="sm">
          {answer.sets.map((set) => (
            <List.Item key={set.id}>{exportedSentence(set)}</List.Item>
          ))}
        </List>
        <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
          Ghi tại: {answer.folder}
        </Text>
      </Alert>
      {answer.stopped !== null && (
        <Alert color="red" role="alert" title="Chưa ghi được hết các gói">
          {refusalSentence(answer.stopped, names)}
          {left.length > 0 && <Text size="sm">Chưa ghi gói gửi: {left.map(({ name }) => name).join('; ')}.</Text>}
        </Alert>
      )}
      {answer.sets.map(
        ({ id, toName, unrecorded }) =>
          unrecorded !== undefined && (
            <Alert key={id} color="orange" role="alert" title="Máy này chưa ghi lại được lần xuất">
              {unrecordedSentence(toName, refusalSentence(unrecorded, names))}
            </Alert>
          ),
      )}
      {answer.sets.map(
        ({ id, toName, unproven = [] }) =>
          unproven.length > 0 && (
            <Alert key={id} color="orange" role="note" title={`Chưa trả lại được hết cho ${toName}`}>
              {unprovenSentences(toName, unproven).map((sentence) => (
                <Text key={sentence} size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {sentence}
                </Text>
              ))}
            </Alert>
          ),
      )}
      <Group>
        <Button variant="light" leftSection={<IconFileText size={16} aria-hidden />} onClick={() => setSlip(true)}>
          Phiếu gửi
        </Button>
        <Button variant="default" loading={check.isRunning || isFinding} onClick={() => void readByHand()}>
          Đọc lại để kiểm tra
        </Button>
        {onRest && left.length > 0 && (
          <Button disabled={isBusy} onClick={() => void rest(onRest)}>
            Ghi các gói còn lại
          </Button>
        )}
        {onAgain && answer.stopped === null && (
          <Button
            variant="default"
            disabled={isBusy}
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={() => void again(onAgain)}
          >
            Ghi thêm bản thứ hai
          </Button>
        )}
      </Group>
      {waits !== null && (
        <Text size="sm" role="status">
          {PLUG_WAITS[waits === 'gone' && watch?.others.length !== 0 ? 'other' : waits]}
        </Text>
      )}
      <JobBar job={check} label="Đang kiểm tra các tệp đã ghi" />
      {problem !== null && (
        <Alert color={troubleColour(check)} role="alert">
          {problem}
        </Alert>
      )}
      {isRead && found !== null && (
        <Alert color={found.how === 'cached' ? 'blue' : 'teal'} role="status" style={{ overflowWrap: 'anywhere' }}>
          {verifiedSentence(found.how, found.folder)}
        </Alert>
      )}
      {isSlip && <ExportSlip sets={answer.sets} at={answer.at} office={office} onClose={() => setSlip(false)} />}
    </Stack>
  )

  /** What is wrong with the sets as they lie there now, or null. */
  function faultOf({ sets }: ExportAnswer, { labels }: Inspection): string | null {
    for (const set of sets) {
      // By what the label holds: a file of the same name on another stick is not what was written.
      const found = labels.find(({ label }) => label === set.label)
      if (found === undefined) return `Không thấy đủ các tệp của gói gửi ${set.toName}. Cắm đúng USB, hoặc xuất lại.`
      if (found.refusal !== null) return refusalSentence(found.refusal, names)
    }
    return null
  }
}
