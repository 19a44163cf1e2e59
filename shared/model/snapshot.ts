/**
 * The case as it stands when it is sent up: by value, versioned, complete. It is the only way a person's profile
 * leaves the office that keeps it.
 */
import { z } from 'zod'
import { line } from '../base/fields.ts'
import { Uuid } from '../base/ids.ts'
import { BranchVote, CommitteeVote, Helper, Paper } from './acts.ts'
import { UnitType } from './codes.ts'
import { Profile } from './profile.ts'

/** Where an act came from: recorded as it happened, or before the program was used. */
export const Origin = z.enum(['recorded', 'takenOver'])
export type Origin = z.infer<typeof Origin>

/** Version 1 of the snapshot that `dossier.submitted` carries. */
export const CaseSnapshot = z.strictObject({
  version: z.literal(1),
  case: Uuid,
  previously: Uuid.optional(),
  profile: Profile,
  unit: z.strictObject({ id: Uuid, name: line(300), type: UnitType }),
  helpers: z.array(Helper).max(20),
  papers: z.array(Paper.extend({ origin: Origin })).max(300),
  branchVotes: z.array(BranchVote.extend({ origin: Origin })).max(20),
  committeeVotes: z.array(CommitteeVote.extend({ origin: Origin })).max(20),
  ruleSet: z.string().min(1).max(40),
})
export type CaseSnapshot = z.infer<typeof CaseSnapshot>
