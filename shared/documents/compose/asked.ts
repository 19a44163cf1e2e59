/**
 * What a branch and the committee above it propose in the same words: to admit somebody, or to recognise a probationary
 * member. One composer writes the resolutions of both (branch-resolution.ts, committee-resolution.ts).
 */
import type { MatterState } from '../../model/case/matter-state.ts'
import { showDateInWords } from '../../text/dates.ts'
import type { CaseMaterial } from '../material.ts'

/** A proposal, as it is written. */
export type Asked = {
  readonly acts: Pick<MatterState, 'branchVotes' | 'committeeVotes'>
  readonly statute: string
  /** What the meeting held the person to. */
  readonly standard: string
  /** 'quần chúng Nguyễn Thị Hòa' */
  readonly person: string
  /** What is proposed: after 'đề nghị'; at the beginning of the paper, in its course, at its end. */
  readonly opening: string
  readonly proposal: string
  readonly closing: string
  readonly summary: string
  /** True where nothing can be proposed before a ceremony. */
  readonly needsCeremony: boolean
}

/** To admit. */
export function admissionAsked({ state }: CaseMaterial): Asked {
  const person = `quần chúng ${state.profile.name}`
  const proposal = `kết nạp ${person} vào Đảng`
  return {
    acts: state,
    statute: 'Điều 4 Điều lệ Đảng Cộng sản Việt Nam',
    standard: 'tiêu chuẩn và điều kiện kết nạp đảng viên',
    person,
    opening: proposal,
    proposal,
    closing: `${proposal} Cộng sản Việt Nam`,
    summary: 'đề nghị kết nạp đảng viên',
    needsCeremony: false,
  }
}

/** To recognise as an official member. */
export function recognitionAsked({ state }: CaseMaterial): Asked {
  const person = `đảng viên dự bị ${state.profile.name}`
  const proposal = `công nhận ${person} là đảng viên chính thức`
  const { ceremony } = state
  const since = ceremony === null ? '' : `, kết nạp ${showDateInWords(ceremony.date)},`
  return {
    acts: state.recognition,
    statute: 'Điều 5 Điều lệ Đảng Cộng sản Việt Nam',
    standard: 'tiêu chuẩn đảng viên',
    person,
    opening: `công nhận ${person}${since} là đảng viên chính thức`,
    proposal,
    closing: proposal,
    summary: 'đề nghị công nhận đảng viên chính thức',
    needsCeremony: true,
  }
}
