/**
 * Payloads by chance of an office itself: its profile, computers, users, peers and sets, its units and members, targets and
 * reports.
 */
import fc from 'fast-check'
import type { Kind, PayloadOf } from '../../shared/journal/kinds.ts'
import type { HOUSE } from '../../shared/journal/kinds/house.ts'
import type { TARGETS } from '../../shared/journal/kinds/targets.ts'
import type { UNITS } from '../../shared/journal/kinds/units.ts'
import { PathKind, Area, Capacity, Relation, Role, Sector, UnitType } from '../../shared/model/codes.ts'
import type { DocumentRef } from '../../shared/base/fields.ts'
import { periodOf } from '../../shared/calendar/period.ts'
import type { Member, MemberCount, OfficeProfile, Peer, Unit, User } from '../../shared/model/office.ts'
import type { Pool } from './arbitraries.ts'
import { count, hash, personName, some, someDay, someLine } from './arbitrary-values.ts'

type HouseKind = Extract<Kind, keyof typeof HOUSE | keyof typeof TARGETS | keyof typeof UNITS>

const memberCount: fc.Arbitrary<MemberCount> = fc.record({
  date: fc.constantFrom('2023-12-31', '2024-01-01'),
  official: count,
  probationary: count,
  excluded: count,
})

/** Payloads by kind. */
export function houseOver(pool: Pool): { readonly [K in HouseKind]: fc.Arbitrary<PayloadOf<K>> } {
  const unit = fc.constantFrom(...pool.units)
  const entry = fc.constantFrom(...pool.entries)
  const office = fc.constantFrom(...pool.offices)
  const onPaper = fc.boolean()
  const officeProfile: fc.Arbitrary<OfficeProfile> = some<OfficeProfile>(
    {
      name: someLine,
      code: fc.constantFrom('vp-a', 'vp-b'),
      place: someLine,
      superiorName: someLine,
      decidingBody: someLine,
      capacities: fc.array(
        some<OfficeProfile['capacities'][number]>(
          {
            capacity: fc.constantFrom(...Capacity.options),
            from: someDay,
            to: someDay,
            units: fc.array(unit, { maxLength: 2 }),
          },
          ['capacity', 'from'],
        ),
        { minLength: 1, maxLength: 3 },
      ),
      ruleSet: fc.constantFrom('RS-2021', 'RS-2025'),
    },
    ['name', 'code', 'capacities'],
  )
  const user: fc.Arbitrary<User> = fc.record({
    login: someLine,
    name: personName,
    post: someLine,
    roles: fc.uniqueArray(fc.constantFrom(...Role.options), { minLength: 1, maxLength: 3 }),
  })
  const peer: fc.Arbitrary<Peer> = some<Peer>(
    {
      office,
      code: fc.constantFrom('vp-a', 'vp-b'),
      name: someLine,
      ageRecipient: fc.constant(`age1${'q'.repeat(58)}`),
      signKey: fc.constant(`RWQ${'A'.repeat(53)}`),
      relation: fc.constantFrom(...Relation.options),
      unit,
      since: someDay,
      renewals: fc.constant([{ sign_key: `RWQ${'B'.repeat(53)}`, signature: 'one\ntwo\n' }]),
    },
    ['office', 'code', 'name', 'ageRecipient', 'signKey', 'relation', 'since'],
  )
  const unitFields = {
    name: someLine,
    code: someLine,
    type: fc.constantFrom(...UnitType.options),
    parent: unit,
    sector: fc.constantFrom(...Sector.options),
    area: fc.constantFrom(...Area.options),
    from: someDay,
    to: someDay,
    successors: fc.uniqueArray(unit, { maxLength: 2 }),
    paths: fc.array(fc.record({ from: someDay, kind: fc.constantFrom(...PathKind.options) }), { maxLength: 2 }),
  }
  const unitPayload: fc.Arbitrary<Unit> = some<Unit>({ ...unitFields, onPaper }, ['name', 'type'])
  const memberPayload: fc.Arbitrary<Member> = some<Member>(
    {
      name: personName,
      unit,
      admittedOn: someDay,
      officialDate: someDay,
      post: someLine,
      statuses: fc.array(fc.record({ status: fc.constantFrom('active' as const, 'away' as const), from: someDay }), {
        maxLength: 2,
      }),
    },
    ['name', 'unit'],
  )
  const head = fc.record({
    channel: fc.constant(`${'c'.repeat(26)}.${'a'.repeat(16)}.own`),
    seq: fc.integer({ min: 1, max: 9 }),
    head: hash,
  })
  const target = some<PayloadOf<'target.set'>>(
    {
      year: fc.integer({ min: 2020, max: 2030 }),
      number: count,
      paper: some<DocumentRef>({ number: someLine, date: someDay }, []),
      reason: someLine,
      replaces: entry,
    },
    ['year', 'number'],
  )

  return {
    'office.founded': fc.record({ office, profile: officeProfile }),
    'office.changed': fc.record({ profile: officeProfile }),
    'office.keysRenewed': fc.record({
      signKey: fc.constant(`RWQ${'A'.repeat(53)}`),
      recipient: fc.constant(`age1${'q'.repeat(58)}`),
      reason: someLine,
    }),
    'office.keysExported': fc.record({ file: someLine, sha256: fc.constant('a'.repeat(64)), reason: someLine }),
    'office.succeeded': fc.record({ to: office, on: someDay, reason: someLine }),
    'office.linesLost': fc.record({
      lost: fc.array(
        head.map(({ channel, seq }) => ({ channel, from: seq, to: seq })),
        { minLength: 1, maxLength: 2 },
      ),
      reason: someLine,
    }),
    'date.confirmed': fc.record({ today: someDay, clock: someDay }),
    'device.opened': some<PayloadOf<'device.opened'>>(
      {
        reason: fc.constantFrom('restored', 'copied', 'enrolled'),
        was: fc.constantFrom('a'.repeat(16), 'b'.repeat(16)),
        from: fc.array(head, { maxLength: 2 }),
      },
      ['reason', 'from'],
    ),
    'device.described': some<PayloadOf<'device.described'>>(
      {
        name: someLine,
        recipient: fc.constant(`age1${'q'.repeat(58)}`),
        exchanges: fc.boolean(),
        reason: someLine,
      },
      ['name', 'recipient'],
    ),
    'device.enrolled': fc.record({ name: someLine, recipient: fc.constant(`age1${'q'.repeat(58)}`) }),
    'device.removed': fc.record({ reason: someLine }),
    'user.added': user,
    'user.changed': user,
    'user.disabled': some<PayloadOf<'user.disabled'>>({ reason: someLine }, []),
    'setting.changed': fc.record({ value: fc.oneof(someLine, fc.boolean(), fc.integer()) }),
    'peer.paired': peer,
    'peer.revoked': fc.record({ reason: someLine, heads: fc.array(head, { maxLength: 2 }) }),
    'bundle.exported': fc.record({
      to: office,
      kind: fc.constant('changes'),
      entries: count,
      scans: count,
      bytes: count,
      label: hash,
    }),
    'bundle.imported': fc.record({
      from: office,
      kind: fc.constant('changes'),
      fresh: count,
      known: count,
      held: count,
      scansMissing: count,
    }),
    'unit.noted': fc.record({ text: someLine }),
    'target.set': target,
    'target.assigned': target,
    'total.typed': some<PayloadOf<'total.typed'>>(
      { year: fc.integer({ min: 2018, max: 2023 }), admitted: count, members: count, lastAdmission: someDay },
      ['year'],
    ),
    'report.sent': some<PayloadOf<'report.sent'>>(
      {
        period: fc.constantFrom(periodOf('year', 2023, 1), periodOf('quarter', 2024, 1)),
        asOf: someDay,
        membersOn: someDay,
        cutOff: fc.array(
          fc.record({ channel: fc.constant(`${'c'.repeat(26)}.${'a'.repeat(16)}.own`), seq: fc.nat(9) }),
          { maxLength: 2 },
        ),
        figures: fc.array(fc.record({ code: fc.constantFrom('admitted', 'sex:female'), value: count }), {
          maxLength: 3,
        }),
        ageBands: fc.constantFrom([18, 31], [18, 26, 36]),
        note: someLine,
        replaces: entry,
      },
      ['period', 'asOf', 'membersOn', 'cutOff', 'figures'],
    ),
    'report.defined': some<PayloadOf<'report.defined'>>(
      {
        name: someLine,
        period: fc.constantFrom(periodOf('year', 2023, 1), periodOf('quarter', 2024, 1)),
        at: fc.constantFrom(...pool.units, ...pool.offices),
        membersOn: someDay,
      },
      ['name', 'period'],
    ),
    'report.dropped': some<PayloadOf<'report.dropped'>>({ reason: someLine }, []),
    'unit.added': unitPayload,
    'unit.changed': unitPayload,
    'unit.identified': fc.record({ as: unit, on: someDay }),
    'unit.membersCounted': memberCount,
    'unit.handedOver': fc.record({ to: office, on: someDay }),
    'unit.listed': some<PayloadOf<'unit.listed'>>(
      { ...unitFields, count: memberCount, counts: fc.array(memberCount, { maxLength: 3 }) },
      ['name', 'type'],
    ),
    'member.added': memberPayload,
    'member.changed': memberPayload,
  }
}
