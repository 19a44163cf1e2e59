/**
 * The one form that is open. Each is a component of its own, made anew when it opens, so that it begins with what the case
 * says then.
 */
import { AnswerForm } from './AnswerForm.tsx'
import { BranchVoteForm } from './BranchVoteForm.tsx'
import { CardForm } from './CardForm.tsx'
import { CeremonyForm } from './CeremonyForm.tsx'
import { CommitteeVoteForm } from './CommitteeVoteForm.tsx'
import type { CaseForm, CaseFormProps } from './case-forms.ts'
import { DepartureForm } from './DepartureForm.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { EndingForm } from './EndingForm.tsx'
import { EraseForm } from './EraseForm.tsx'
import { HelperForm } from './HelperForm.tsx'
import { ConfirmLiftForm, LiftForm } from './LiftForm.tsx'
import { HandOverForm, ProposeMoveForm } from './MoveForms.tsx'
import { PaperForm } from './PaperForm.tsx'
import { CorrectForm } from './CorrectForm.tsx'
import { PinForm } from './PinForm.tsx'
import { ReceiptForm } from './ReceiptForm.tsx'
import { RetractForm } from './RetractForm.tsx'
import { SettleForm } from './SettleForm.tsx'
import { SubmitForm } from './SubmitForm.tsx'
import { TransferForm } from './TransferForm.tsx'
import { WayDialogs } from './WayDialogs.tsx'

/** The form that is open. */
export function CaseDialogs({ form, ...props }: CaseFormProps & { readonly form: CaseForm }) {
  switch (form.form) {
    case 'way':
      return <WayDialogs {...props} way={form.way} />
    case 'helper':
      return <HelperForm {...props} />
    case 'paper':
      return <PaperForm {...props} paper={form.paper} scans={form.scans ?? []} replaces={form.replaces ?? ''} />
    case 'branchVote':
      return <BranchVoteForm {...props} matter={form.matter} />
    case 'committeeVote':
      return <CommitteeVoteForm {...props} matter={form.matter} />
    case 'submit':
      return <SubmitForm {...props} matter={form.matter} />
    case 'answer':
      return <AnswerForm {...props} answer={form.answer} matter={form.matter} />
    case 'decision':
      return <DecisionForm {...props} matter={form.matter} onPaper={false} />
    case 'receipt':
      return <ReceiptForm {...props} matter={form.matter} />
    case 'ceremony':
      return <CeremonyForm {...props} />
    case 'pin':
      return <PinForm {...props} />
    case 'card':
      return <CardForm {...props} />
    case 'transfer':
      return <TransferForm {...props} isUpdate={form.isUpdate} />
    case 'departure':
      return <DepartureForm {...props} />
    case 'ending':
      return <EndingForm {...props} />
    case 'proposeMove':
      return <ProposeMoveForm {...props} />
    case 'handOver':
      return <HandOverForm {...props} />
    case 'erase':
      return <EraseForm {...props} />
    case 'profile':
      return <CorrectForm {...props} />
    case 'lift':
      return <LiftForm {...props} finding={form.finding} />
    case 'confirmLift':
      return <ConfirmLiftForm {...props} finding={form.finding} />
    case 'retract':
      return <RetractForm {...props} entry={form.entry} what={form.what} />
    case 'settle':
      return <SettleForm {...props} conflict={form.conflict} />
  }
}
