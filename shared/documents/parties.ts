/**
 * The bodies a document speaks of, for one case: its branch, the committee above it, the deciding body, the body that
 * reviews. Each by its name in full and in short, with the organisation above it and the key of its numbers.
 */
import type { RuleSet } from '../rules/rule-set.ts'
import { bodyOf, committeeOf, levelOf, organisationOf, symbolOf } from './bodies.ts'
import type { CaseMaterial, Material } from './material.ts'

/** A body that issues papers. */
export type Party = {
  /** Whose series of numbers and whose habits: 'office', 'review' or a unit's id. */
  readonly key: string
  readonly name: string
  /** What stands above it in the header; null where nobody has said. */
  readonly superior: string | null
  /** Letters of its symbol, as a proposal. */
  readonly symbol: string
  /** How it is named in 'T/M ...'. */
  readonly signsAs: string
}

/** The bodies around a case. */
export type Parties = {
  readonly branch: Party
  /** The section's committee above the branch; nameless where there is none. */
  readonly section: Party
  /** The union that introduces; its name is asked for. */
  readonly union: Party
  readonly committee: Party
  readonly deciding: Party
  readonly review: Party
  /** The deciding body in full: 'Ban Thường vụ Huyện ủy Kim Bảng'. */
  readonly decidingBody: string
  readonly reviewBody: string
  /** The branch reports straight to the deciding body: there is no vote between. */
  readonly direct: boolean
}

/** The bodies around a case, on the day whose rules are given. */
export function partiesOf(material: Material, held: CaseMaterial, rules: RuleSet): Parties {
  const { office } = material
  const { profile } = office
  const { unit, parent } = held
  const own = officeParty(material)
  const branchName = unit?.unit.name ?? ''
  const base = [unit, parent].find((each) => each?.unit.type === 'baseCommittee') ?? null
  const committee: Party =
    base !== null
      ? {
          ...party(base.id, committeeOf(base.unit.name)),
          superior: organisationOf(held.own ? above(material) : profile.name),
        }
      : held.own
        ? own
        : party(`office:${held.state.keeper}`, held.keeperName, organisationOf(profile.name))
  const names = [profile.name, profile.superiorName ?? '']
  const body = bodyOf(
    profile.decidingBody ?? rules.structure.decidingBody.value,
    held.decidesHere ? names : names.toReversed(),
  )
  const reviewBody = bodyOf(rules.structure.reviewBody.value, [profile.name, profile.superiorName ?? ''])
  return {
    branch: { ...party(unit?.id ?? '', branchName), superior: organisationOf(committee.name) },
    section: sectionParty(parent, organisationOf(committee.name), rules),
    union: {
      key: `union:${held.state.unit}`,
      name: '',
      superior: null,
      symbol: held.state.profile.youthUnionSince === undefined ? 'CĐCS' : 'ĐTN',
      signsAs: 'Ban Chấp hành',
    },
    committee,
    deciding: { ...own, signsAs: body.short },
    review: {
      key: 'review',
      name: reviewBody.short,
      superior: profile.name,
      symbol: symbolOf(rules.structure.reviewBody.value),
      signsAs: reviewBody.short,
    },
    decidingBody: body.full,
    reviewBody: reviewBody.full,
    direct: unit?.unit.type === 'baseBranch' || (held.decidesHere && held.own),
  }
}

/** The section above the branch; where no unit stands for it, its level alone, so that its name is asked for. */
function sectionParty(parent: CaseMaterial['parent'], superior: string, rules: RuleSet): Party {
  const level = rules.structure.levels.section.value
  const named = parent?.unit.type === 'section' ? party(parent.id, parent.unit.name) : party('section', level)
  return {
    ...named,
    name: named.key === 'section' ? '' : named.name,
    superior,
    signsAs: level.charAt(0).toUpperCase() + level.slice(1),
  }
}

/** Our own office as a body that issues papers. */
export function officeParty({ office }: Pick<Material, 'office'>): Party {
  const { name, superiorName } = office.profile
  return party('office', name, superiorName === undefined ? null : organisationOf(superiorName))
}

function party(key: string, name: string, superior: string | null = null): Party {
  return { key, name, superior, symbol: symbolOf(levelOf(name)), signsAs: levelOf(name) }
}

function above({ office, rulesOn, today }: Material): string {
  return office.profile.superiorName ?? rulesOn(today).structure.levels.superior.value
}
