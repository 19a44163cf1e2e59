/**
 * Words that name a level or a body, with the names of the rule set in force in the place of the usual ones.
 */
import type { Bodies } from '../rules/bodies.ts'
import type { Actor } from '../rules/next-steps.ts'
import { ACTORS } from './labels-rules.ts'
import { upper } from './show.ts'

/** Who takes a step, by the name the rule set gives. */
export function actorName(who: Actor, bodies: Bodies): string {
  switch (who) {
    case 'branch':
    case 'section':
    case 'committee':
    case 'deciding':
    case 'training':
      return upper(bodies[who])
    case 'candidate':
    case 'probationary':
    case 'helper':
    case 'introducers':
    case 'submitter':
      return ACTORS[who]
  }
}

/** A label or a sentence of ours, which is written with the usual names, with those of a rule set. */
export function withBodies(text: string, bodies: Pick<Bodies, 'section' | 'committee'>): string {
  return text.replace(/đảng ủy bộ phận|đảng ủy cơ sở/giu, (usual) => {
    const name = usual.toLowerCase() === 'đảng ủy bộ phận' ? bodies.section : bodies.committee
    return usual.startsWith('Đ') ? upper(name) : name
  })
}
