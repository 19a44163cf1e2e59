/**
 * What every document with a number begins and ends with: the header of the body that issues it, place and day, the
 * signature, the recipients. And what is said of a person, in the same order everywhere.
 */
import { showDateInWords } from '../../text/dates.ts'
import { EDUCATIONS, OCCUPATIONS, QUALIFICATIONS } from '../../words/labels.ts'
import { lower } from '../../words/show.ts'
import type { CaseMaterial } from '../material.ts'
import type { Form } from '../form.ts'
import type { DocumentModel } from '../model.ts'
import type { DocumentType } from '../number.ts'
import type { Party } from '../parties.ts'
import { bornOn, linesOf } from '../phrases.ts'

/** The top of a document: who issues it, where and when. */
export type Head = Pick<DocumentModel, 'superior' | 'issuer' | 'number' | 'placeAndDate'>

/** The parts of a document that its issuer and its day decide. */
export type Frame = Head & Pick<DocumentModel, 'copies' | 'signatures'> & { readonly day: string }

/** Who issues a document, and what the record already says of its place and day. */
export type HeadInput = {
  readonly party: Pick<Party, 'superior' | 'name'>
  readonly place: string | undefined
  readonly date: string | undefined
}

/** What the record already says of the document, and what is proposed for its end. */
export type FrameInput = HeadInput & {
  readonly type: DocumentType
  readonly party: Party
  readonly number: string | undefined
  readonly copies: readonly string[]
  readonly signer?: string | undefined
  /** Who signs for the body; by default 'T/M' and its short name. */
  readonly authority?: string
  readonly post?: string
}

/** Asks for header, signature and recipients. */
export function frameOf(form: Form, input: FrameInput): Frame {
  const { party } = input
  const head = headOf(form, input, () => form.number(input.type, party.symbol, input.number))
  const signatures = signatureOf(form, { authority: `T/M ${party.signsAs}`, post: 'Bí thư', ...input })
  return { ...head, copies: copiesOf(form, input.copies), signatures }
}

/**
 * Asks for the header.
 * @param number - asks for the number, of a document that bears one
 */
export function headOf(
  form: Form,
  { party, place, date }: HeadInput,
  number: () => string | null = () => null,
): Head & { readonly day: string } {
  const superior = form.need('superior', { proposed: party.superior })
  const issuer = form.need('issuer', { proposed: party.name })
  const day = form.date(date)
  const numbered = number()
  const where = form.need('place', { proposed: place })
  return { superior, issuer, number: numbered, placeAndDate: `${where}, ${showDateInWords(day)}`, day }
}

/** Asks who signs, for whom and as what. @param signing - what is proposed, and who is on record as the signer */
export function signatureOf(
  form: Form,
  {
    authority,
    post,
    signer,
  }: {
    readonly authority?: string | undefined
    readonly post?: string | undefined
    readonly signer?: string | undefined
  },
): DocumentModel['signatures'] {
  const lines = linesOf(form.may('authority', { proposed: authority }))
  const as = form.need('post', { proposed: post })
  const name = form.need('signer', { recorded: signer })
  return [{ authority: lines.map((line) => line.toUpperCase()), post: as, name }]
}

/** Asks whom copies go to. */
export function copiesOf(form: Form, proposed: readonly string[]): readonly string[] {
  return linesOf(form.may('copies', { proposed: proposed.join('\n') })).map((line) => line.replace(/[.,;\s]+$/u, ''))
}

/**
 * What a resolution or decision says of a person after the name: ', sinh ngày ..., quê quán ...'. Day of birth and
 * hometown are needed; the rest is told where it is known.
 */
export function personClause(form: Form, { state }: CaseMaterial): string {
  const { profile } = state
  const birth = form.needDate('birth', { recorded: profile.birth })
  const hometown = form.need('hometown', { recorded: profile.hometown })
  const ethnicity = form.may('ethnicity', { recorded: profile.ethnicity })
  const residence = form.may('residence', { recorded: profile.residence })
  const work = form.may('work', { recorded: workOf(profile) })
  return [
    birth === '' ? '' : bornOn(birth),
    `quê quán: ${hometown}`,
    ethnicity === '' ? '' : `dân tộc: ${ethnicity}`,
    residence === '' ? '' : `nơi cư trú: ${residence}`,
    work === '' ? '' : `nghề nghiệp, nơi làm việc: ${work}`,
    profile.education === undefined ? '' : `trình độ học vấn: ${lower(EDUCATIONS[profile.education])}`,
    profile.qualification === undefined || profile.qualification === 'none'
      ? ''
      : `trình độ chuyên môn: ${lower(QUALIFICATIONS[profile.qualification])}`,
  ]
    .filter((part) => part !== '')
    .join('; ')
}

function workOf(profile: CaseMaterial['state']['profile']): string | undefined {
  const parts = [profile.occupation === undefined ? undefined : lower(OCCUPATIONS[profile.occupation]), profile.work]
  const known = parts.filter((part) => part !== undefined)
  return known.length === 0 ? undefined : known.join(', ')
}
