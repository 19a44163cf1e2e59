/**
 * The open form of the way to admission beside papers and votes.
 */
import type { CaseFormProps } from './case-forms.ts'
import { ResumeForm } from './ResumeForm.tsx'
import {
  SealForm,
  VerificationAnswerForm,
  VerificationForm,
  VerificationReceivedForm,
  WaiverForm,
} from './VerificationForms.tsx'
import type { WayForm } from './way-forms.ts'
import {
  ClassResultForm,
  NominationForm,
  NoteForm,
  OpinionForm,
  RefusalNoticeForm,
  ShortVoteForm,
} from './WayForms.tsx'

/** The form that is open. */
export function WayDialogs({ way, ...props }: CaseFormProps & { readonly way: WayForm }) {
  switch (way.of) {
    case 'resume':
      return <ResumeForm {...props} />
    case 'seal':
      return <SealForm {...props} />
    case 'verification':
      return <VerificationForm {...props} />
    case 'verificationReceived':
      return <VerificationReceivedForm {...props} request={way.request} />
    case 'verificationAnswer':
      return <VerificationAnswerForm {...props} request={way.request} />
    case 'waiver':
      return <WaiverForm {...props} />
    case 'note':
      return <NoteForm {...props} />
    case 'nomination':
      return <NominationForm {...props} />
    case 'classResult':
      return <ClassResultForm {...props} />
    case 'opinion':
      return <OpinionForm {...props} />
    case 'refusalNotice':
      return <RefusalNoticeForm {...props} />
    case 'shortVote':
      return <ShortVoteForm {...props} body={way.body} matter={way.matter} />
  }
}
