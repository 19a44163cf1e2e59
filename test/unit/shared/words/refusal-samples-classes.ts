/**
 * Samples of the refusals about classes, certificates and pupils.
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
