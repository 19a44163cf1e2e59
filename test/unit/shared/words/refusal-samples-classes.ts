/**
 * Samples of the refusals about classes, certificates and pupils, and of what cannot be there.
 */
import type { RefusalData } from '../../../../shared/contract/refusals.ts'
import type { ClassRefusal } from '../../../../shared/words/refusals-classes.ts'
import type { Samples } from './refusal-samples.ts'

const NAME = 'Nguyễn Thị Hòa'

/** Samples by code. */
export const CLASS_REFUSALS: Samples<Pick<RefusalData, ClassRefusal>> = {
  CLASS_FULL: [{ name: 'Lớp bồi dưỡng khóa 1', places: 80, seats: 79 }],
  CLASS_NOT_OURS: [{ name: 'Lớp bồi dưỡng khóa 1', office: 'Trung tâm chính trị huyện' }],
  NOT_ON_ROSTER: [
    { name: NAME, class: 'Lớp bồi dưỡng khóa 1' },
    { name: '', class: 'Lớp bồi dưỡng khóa 1' },
  ],
  ALREADY_ON_ROSTER: [{ name: NAME, class: 'Lớp bồi dưỡng khóa 1' }],
  CLASS_ENDED_FOR: [{ name: NAME, class: 'Lớp bồi dưỡng khóa 1' }],
  NO_CERTIFICATE: [{ name: NAME }],
  CERTIFICATE_TAKEN: [{ number: '12/CN', name: NAME }],
  CERTIFICATE_TWICE: [{ rows: [2, 7], number: '12/CN' }],
  NO_TRAINER: [{}],
  SHEET_UNREADABLE: [
    { why: 'tooLarge' },
    { why: 'notXlsx' },
    { why: 'damaged' },
    { why: 'empty' },
    { why: 'noHeader' },
  ],
  NOT_A_PUPIL: [{ name: NAME }],
}

/** Samples of what cannot be. */
export const CLASS_IMPOSSIBLES: readonly RefusalData['IMPOSSIBLE'][] = [
  { what: 'classWithoutPlaces', data: {} },
  { what: 'placesBelowRoster', data: { places: 10, seats: 12 } },
  { what: 'dayOutsideClass', data: { date: '2024-04-01', from: '2024-03-01', to: '2024-03-05' } },
  { what: 'sessionsOverHeld', data: { present: 3, held: 2 } },
  { what: 'certificateBeforeClass', data: { date: '2024-02-01', from: '2024-03-01' } },
  { what: 'certificateWithoutPass', data: {} },
  { what: 'endedBeforeClass', data: { date: '2024-02-01', from: '2024-03-01' } },
  { what: 'reissuedBeforeFirst', data: { date: '2024-02-01', first: '2024-03-01' } },
]
