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

/** The parts of a document that its issuer and its day decide. */
export type Frame = Pick<DocumentModel, 'superior' | 'issuer' | 'number' | 'placeAndDate' | 'copies' | 'signatures'> & {
  readonly day: string
}

/** What the record already says of the document, and what is proposed for its end. */
export type FrameInput = {
  readonly type: DocumentType
  readonly party: Party
  readonly place: string | undefined
  readonly number: string | undefined
  readonly date: string | undefined
  readonly copies: readonly string[]
  readonly signer?: string | undefined
  /** Who signs for the body; by default 'T/M' and its short name. */
  readonly authority?: string
  readonly post?: string
}

/** Asks for header, signature and recipients. */
export function frameOf(form: Form, input: FrameInput): Frame {
  const { party } = input
  const superior = form.need('superior', { proposed: party.superior })
  const issuer = form.need('issuer', { proposed: party.name })
  const day = form.date(input.date)
  const number = form.number(input.type, party.symbol, input.number)
  const place = form.need('place', { proposed: input.place })
  const authority = form.may('authority', { proposed: input.authority ?? `T/M ${party.signsAs}` })
  const post = form.need('post', { proposed: input.post ?? 'Bí thư' })
  const signer = form.need('signer', { recorded: input.signer })
  const copies = form.may('copies', { proposed: input.copies.join('\n') })
  return {
    superior,
    issuer,
    number,
    placeAndDate: `${place}, ${showDateInWords(day)}`,
    copies: linesOf(copies).map((line) => line.replace(/[.,;\s]+$/u, '')),
    signatures: [{ authority: linesOf(authority).map((line) => line.toUpperCase()), post, name: signer }],
    day,
  }
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
