/**
 * Hồ sơ: where a case stands, the one next step, its papers, deadlines, findings, votes and history. Whatever can be
 * recorded is recorded from here; what our office only knows by a list line or a snapshot is shown and nothing more.
 */
import { Grid, Stack } from '@mantine/core'
import { useState } from 'react'
import { useParams } from 'wouter'
import { Refused } from '../../api.ts'
import { ErrorState, LoadingState, PageHead } from '../../parts/states.tsx'
import { useAsk } from '../../queries.ts'
import { CaseDialogs } from './CaseDialogs.tsx'
import { CaseHeader } from './CaseHeader.tsx'
import type { CaseForm } from './case-forms.ts'
import { Checklist } from './Checklist.tsx'
import { Conflicts } from './Conflicts.tsx'
import { Deadlines } from './Deadlines.tsx'
import { Findings } from './Findings.tsx'
import { KnownFacts } from './KnownFacts.tsx'
import { Meetings } from './Meetings.tsx'
import { Moves } from './Moves.tsx'
import { Notes } from './Notes.tsx'
import { NextSteps } from './NextSteps.tsx'
import { PinnedNote } from './PinnedNote.tsx'
import { SamePerson } from './SamePerson.tsx'
import { situationOf } from './situation.ts'
import { Outside } from './Outside.tsx'
import { SchoolBlock } from './SchoolBlock.tsx'
import { StageRibbon } from './StageRibbon.tsx'
import { Submissions } from './Submissions.tsx'
import { History } from './History.tsx'
import { HelpBlock, ResumeBlock } from './WayBlocks.tsx'

/** Hồ sơ. */
export function CasePage() {
  const { case: id } = useParams<{ case: string }>()
  const [form, setForm] = useState<CaseForm | null>(null)
  const found = useAsk('case.get', { case: id })
  const office = useAsk('office.get', {}).data
  // What was erased meanwhile is not shown any more; an answer that has failed to renew otherwise keeps its place.
  const isGone = found.error instanceof Refused && found.error.refusal.code === 'NOT_FOUND'
  if (found.isError && (found.data === undefined || isGone))
    return (
      <>
        <PageHead title="Hồ sơ" />
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      </>
    )
  if (found.data === undefined || office === undefined)
    return (
      <>
        <PageHead title="Hồ sơ" />
        <LoadingState rows={12} />
      </>
    )
  const situation = situationOf(found.data, office)
  const { state } = found.data
  return (
    <Stack gap="md">
      <CaseHeader situation={situation} onOpen={setForm} />
      <StageRibbon view={found.data} />
      <PinnedNote view={found.data} />
      <SamePerson situation={situation} />
      <Conflicts situation={situation} onOpen={setForm} />
      <Moves situation={situation} onOpen={setForm} />
      <NextSteps situation={situation} onOpen={setForm} />
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="md">
            {state.known !== 'line' && <Checklist situation={situation} onOpen={setForm} />}
            {state.known !== 'line' && <ResumeBlock situation={situation} onOpen={setForm} />}
            <HelpBlock situation={situation} onOpen={setForm} />
            <SchoolBlock situation={situation} />
            <Meetings situation={situation} onOpen={setForm} />
            <Submissions situation={situation} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="md">
            <Deadlines situation={situation} />
            <Findings situation={situation} onOpen={setForm} />
            <KnownFacts situation={situation} onOpen={setForm} />
            <Notes key={id} situation={situation} />
          </Stack>
        </Grid.Col>
      </Grid>
      <History situation={situation} onOpen={setForm} />
      <Outside situation={situation} />
      {form !== null && <CaseDialogs situation={situation} form={form} onClose={() => setForm(null)} />}
    </Stack>
  )
}
