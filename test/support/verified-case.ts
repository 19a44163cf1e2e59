/**
 * A dossier whose verification is recorded relative by relative.
 */
import { aDossier, type CaseBuilder } from './case-builder.ts'

/** A family as the CV declares it. */
export const FAMILY = [
  { relation: 'father' as const, name: 'Nguyễn Văn Nam' },
  { relation: 'mother' as const, name: 'Trần Thị Bé' },
  { relation: 'sibling' as const, name: 'Nguyễn Văn Bắc', partyMember: true },
]

/** A dossier whose verification is recorded by request instead of by its papers. */
export function verified(relatives: Parameters<CaseBuilder['withResume']>[1] = { relatives: FAMILY }): CaseBuilder {
  return aDossier()
    .with({ ethnicity: 'Kinh', birthPlace: 'xã Ba Sao', hometown: 'xã Ba Sao', residence: 'thôn Đồng Sơn' })
    .withoutPaper('TT-2-KND')
    .withResume('2023-09-05', { periods: [{ from: '1991-09', what: 'Đi học, làm ruộng' }], ...relatives })
    .withSeal('2023-09-06')
}
