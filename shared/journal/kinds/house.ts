/**
 * The office itself: founding, devices, users, settings, pairings, bundles written and taken in.
 */
import { z } from 'zod'
import { Day, line } from '../../base/fields.ts'
import { OfficeId, Sha256 } from '../../base/ids.ts'
import { AgeRecipient, DeviceId, SignKey } from '../../bundle/format.ts'
import { OfficeProfile, Peer, User } from '../../model/office.ts'
import { channelHead, define, own } from './row.ts'

const Seq = z.number().int().min(1)

/** The rows of this subject, by kind. */
export const HOUSE = {
  'office.founded': define({
    v: 1,
    subject: 'office',
    ...own,
    payload: z.strictObject({ office: OfficeId, profile: OfficeProfile }),
    begins: true,
  }),
  'office.changed': define({
    v: 1,
    subject: 'office',
    ...own,
    payload: z.strictObject({ profile: OfficeProfile }),
    newestOf: 'office',
  }),
  'office.keysRenewed': define({
    v: 1,
    subject: 'office',
    ...own,
    payload: z.strictObject({ signKey: SignKey, recipient: AgeRecipient, reason: line(300) }),
  }),
  'office.keysExported': define({
    v: 1,
    subject: 'office',
    ...own,
    payload: z.strictObject({ file: line(200), sha256: Sha256, reason: line(300) }),
  }),
  /** From a day on another office goes on for this one (sáp nhập, hợp nhất). */
  'office.succeeded': define({
    v: 1,
    subject: 'office',
    ...own,
    payload: z.strictObject({ to: OfficeId, on: Day, reason: line(300) }),
  }),
  /** Lines of its own that it has lost for good: nobody can prove them, and what comes after them is not kept waiting. */
  'office.linesLost': define({
    v: 1,
    subject: 'office',
    ...own,
    payload: z.strictObject({
      lost: z
        .array(z.strictObject({ channel: z.string().min(1).max(100), from: Seq, to: Seq }))
        .min(1)
        .max(1000)
        .describe('by channel, the first line not held, and the last one that is known to have been'),
      reason: line(300),
    }),
  }),
  /** A person said what day it is, while the computer's date was in doubt. `clock`: the day the computer showed. */
  'date.confirmed': define({ v: 1, subject: 'office', ...own, payload: z.strictObject({ today: Day, clock: Day }) }),
  /** A store begins to write as this device. `was`: the device whose store was restored or copied. */
  'device.opened': define({
    v: 1,
    subject: 'device',
    ...own,
    payload: z.strictObject({
      reason: z.enum(['restored', 'copied', 'enrolled']),
      was: DeviceId.optional(),
      from: z.array(channelHead).max(10_000),
    }),
    begins: true,
  }),
  /** A device tells its office what it is called and what sets for it are sealed to, and whether it speaks for all. */
  'device.described': define({
    v: 1,
    subject: 'device',
    ...own,
    payload: z.strictObject({
      name: line(100),
      recipient: AgeRecipient,
      exchanges: z.boolean().optional().describe('from now on the exchange device of its office'),
      reason: line(300).optional(),
    }),
  }),
  /** The digits of a computer's card were compared, and the office's keys were written for it. */
  'device.enrolled': define({
    v: 1,
    subject: 'device',
    ...own,
    payload: z.strictObject({ name: line(100), recipient: AgeRecipient }),
    newestOf: 'use',
  }),
  'device.removed': define({
    v: 1,
    subject: 'device',
    ...own,
    payload: z.strictObject({ reason: line(300) }),
    newestOf: 'use',
  }),
  'user.added': define({ v: 1, subject: 'user', ...own, personal: true, payload: User, begins: true }),
  'user.changed': define({ v: 1, subject: 'user', ...own, personal: true, payload: User, newestOf: 'user' }),
  'user.disabled': define({
    v: 1,
    subject: 'user',
    ...own,
    payload: z.strictObject({ reason: line(300).optional() }),
    newestOf: 'user',
  }),
  'setting.changed': define({
    v: 1,
    subject: 'setting',
    ...own,
    payload: z.strictObject({ value: z.union([z.string().max(2000), z.boolean(), z.number().int()]) }),
    newestOf: 'setting',
  }),
  'peer.paired': define({ v: 1, subject: 'peer', ...own, payload: Peer, newestOf: 'pairing' }),
  'peer.revoked': define({
    v: 1,
    subject: 'peer',
    ...own,
    payload: z.strictObject({
      reason: line(300),
      heads: z.array(channelHead).max(1000).describe('the last line still accepted of each channel'),
      dropped: z
        .array(z.string().min(1).max(100))
        .max(1000)
        .optional()
        .describe('channels of which nothing is accepted any more'),
    }),
    newestOf: 'pairing',
  }),
  'bundle.exported': define({
    v: 1,
    subject: 'bundle',
    ...own,
    payload: z.strictObject({
      to: OfficeId,
      device: DeviceId.optional().describe('of our own office, where it was for one'),
      kind: z.string().max(20),
      entries: z.number().int(),
      scans: z.number().int(),
      bytes: z.number().int(),
      label: z.string().max(64),
      reason: line(300).optional().describe('of a recovery: why it was written'),
    }),
  }),
  'bundle.imported': define({
    v: 1,
    subject: 'bundle',
    ...own,
    payload: z.strictObject({
      from: OfficeId,
      device: DeviceId.optional().describe('of our own office, where it came from one'),
      kind: z.string().max(20),
      fresh: z.number().int(),
      known: z.number().int(),
      held: z.number().int(),
      scansMissing: z.number().int(),
    }),
  }),
} as const
