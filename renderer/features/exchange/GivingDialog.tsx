/**
 * A set that is written once in the life of an office, from a dialog: asked for in a form, written as a job that shows how
 * far it is and can be stopped, and followed by whatever is said of every set: whether the stick may be pulled, the slip,
 * the check after plugging in again.
 */
import { Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { OfficeView } from '../../../shared/contract/answers.ts'
import type { ExportAnswer } from '../../../shared/contract/exchange.ts'
import { CarrierWarnings } from '../../parts/CarrierWarnings.tsx'
import { JobBar } from '../../parts/JobBar.tsx'
import { JobTrouble } from '../../parts/JobTrouble.tsx'
import { useJob, useLastAnswer } from '../../parts/job.ts'
import { troubleOf, useNames } from '../../parts/names.ts'
import { useRecording, type Recording } from '../../parts/recording.ts'
import { RecordingDialog } from '../../parts/RecordingDialog.tsx'
import { inputOf } from '../../parts/values.ts'
import { Written } from './Written.tsx'

/**
 * The dialog.
 * @param command - the job
 * @param to - the office the set is for
 * @param note - what is to be known before
 * @param unkept - fields that no draft keeps
 * @param next - what is to be done afterwards, with the stick out
 * @param children - the fields
 */
export function GivingDialog<Values extends Readonly<Record<string, string>>>({
  title,
  command,
  submitLabel,
  running,
  to,
  folder,
  office,
  initial,
  unkept = [],
  note,
  next,
  onClose,
  children,
}: {
  readonly title: string
  readonly command: string
  readonly submitLabel: string
  readonly running: string
  readonly to: string
  readonly folder: string
  readonly office: OfficeView
  readonly initial: Values
  readonly unkept?: readonly (keyof Values & string)[]
  readonly note: ReactNode
  readonly next?: string
  readonly onClose: () => void
  readonly children: (bind: Recording<Values>['bind']) => ReactNode
}) {
  const names = useNames()
  const job = useJob<ExportAnswer>(command)
  const { answer } = useLastAnswer(job)
  const inputFor = (place: string, values: Values) => ({ to, folder: place, ...inputOf(values) })
  const recording = useRecording<Values, ExportAnswer>({
    command,
    draft: `goi/${command}/${to}`,
    unkept,
    initial,
    toInput: (values) => inputFor(folder, values),
    send: job.perform,
    // The answer is the job's: it stands in the place of the form.
    onDone: () => undefined,
  })
  const shown: Recording<Values> = {
    ...recording,
    isBusy: job.isRunning,
    // What became of it behind the lock only the job knows.
    problem: recording.problem ?? troubleOf(job, names),
    refusal: recording.refusal ?? job.refusal,
    touch: (path) => {
      recording.touch(path)
      job.clear()
    },
  }
  const done = answer !== null && (
    <Stack gap="sm">
      <Written
        job={command}
        key={answer.sets[0]?.id}
        answer={answer}
        office={office}
        isBusy={job.isRunning}
        onAgain={(place) => void job.run(inputFor(place, recording.values))}
      />
      <JobBar job={job} label={running} />
      <JobTrouble jobs={[job]} names={names} title="Chưa ghi được bản thứ hai" />
      {next !== undefined && <Text size="sm">{next}</Text>}
      <Group justify="flex-end">
        <Button onClick={onClose}>Xong</Button>
      </Group>
    </Stack>
  )
  return (
    <RecordingDialog
      title={title}
      recording={shown}
      submitLabel={submitLabel}
      isHeld={job.isRunning}
      onClose={onClose}
      {...(done === false ? {} : { done })}
    >
      {note}
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        Nơi ghi: {folder}
      </Text>
      <CarrierWarnings folder={folder} use="sets" />
      {children(recording.bind)}
      <JobBar job={job} label={running} />
    </RecordingDialog>
  )
}
