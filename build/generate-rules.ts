/**
 * The rule sets as a page: the steps as diagrams, time limits, papers, and every value with its article and whether
 * somebody has seen it. Made from shared/rules/sets, in the words of the program.
 */
import type { PathStep, RecognitionStep } from '../shared/rules/rule-codes.ts'
import type { RuleSet } from '../shared/rules/rule-set.ts'
import { ruleValues } from '../shared/rules/rule-values.ts'
import { RULE_SETS, ruleSetHash } from '../shared/rules/sets/index.ts'
import { CONDITIONS, LIMITS, PATHS, PHASES, RULE_EVENTS, STEPS } from '../shared/words/labels-rules.ts'
import { RULE_GROUPS, ruleValueName, showRuleValue, type RuleGroup } from '../shared/words/rule-values.ts'

/** The text of shared/rules/RULES.md. */
export function rulesPage(): string {
  return [
    '# Rule sets',
    '',
    'Generated from `sets/` by `build/generate.ts`; do not edit. “?” marks what nobody has seen in its text',
    '(reference: the procedure page): a default that an administrator may correct.',
    '',
    table(
      ['set', 'from', 'to', 'regulations', 'values', 'confirmed', 'hash'],
      RULE_SETS.map((set) => {
        const values = ruleValues(set)
        return [
          set.id,
          `${set.from}${set.period.confirmed ? '' : ' ?'}`,
          set.to ?? 'the next set',
          set.texts.map(({ number, confirmed }) => `${number}${confirmed ? '' : ' ?'}`).join(', '),
          String(values.length),
          String(values.filter(({ sourced }) => sourced.confirmed).length),
          `\`${ruleSetHash(set).slice(0, 12)}\``,
        ]
      }),
    ),
    ...RULE_SETS.flatMap(setSection),
  ].join('\n')
}

function setSection(set: RuleSet): readonly string[] {
  return ['', `## ${set.id}: ${set.name}`, '', ...diagram(set), '', ...limits(set), '', ...papers(set), ...values(set)]
}

function diagram(set: RuleSet): readonly string[] {
  const { paths, recognitionPaths } = set.structure
  const name = (step: PathStep | RecognitionStep | 'ceremony') => `${step}["${STEPS[step]}"]`
  const edges = new Map<string, Set<string>>()
  for (const kind of ['branch', 'baseBranch', 'section', 'delegated'] as const) {
    const way = [...paths[kind].value, 'ceremony' as const, ...recognitionPaths[kind].value]
    way.slice(1).forEach((step, at) => {
      const edge = `${name(way[at] ?? step)} --> ${name(step)}`
      edges.set(edge, (edges.get(edge) ?? new Set()).add(kind))
    })
  }
  return ['```mermaid', 'flowchart TD', ...[...edges.keys()].map((edge) => `  ${edge}`), '```'].concat(
    '',
    table(
      ['path', 'to admission', 'to recognition'],
      (['branch', 'baseBranch', 'section', 'baseCommittee', 'delegated', 'delegatedSection'] as const).map((kind) => [
        `${PATHS[kind]}${mark(paths[kind].confirmed)}`,
        paths[kind].value.map((step) => STEPS[step]).join(' → '),
        recognitionPaths[kind].value.map((step) => STEPS[step]).join(' → '),
      ]),
    ),
  )
}

function limits(set: RuleSet): readonly string[] {
  return [
    table(
      ['time limit', 'length', 'from', 'until', 'extension', 'article'],
      set.limits.map(({ id, length, start, end, extension }) => [
        LIMITS[id],
        `${showRuleValue('', length.value)}${mark(length.confirmed)}`,
        `${RULE_EVENTS[start.value]}${mark(start.confirmed)}`,
        RULE_EVENTS[end],
        extension === undefined ? '' : `${showRuleValue('', extension.value)}${mark(extension.confirmed)}`,
        length.article,
      ]),
    ),
  ]
}

function papers(set: RuleSet): readonly string[] {
  return [
    table(
      ['paper', 'form', 'part', 'when', 'signed by', 'article'],
      set.papers.map(({ name, form, phase, requiredWhen, signedBy }) => [
        `${name.value}${mark(name.confirmed)}`,
        form ?? '',
        PHASES[phase],
        `${CONDITIONS[requiredWhen.value]}${mark(requiredWhen.confirmed)}`,
        signedBy === undefined ? '' : `${signedBy.value}${mark(signedBy.confirmed)}`,
        requiredWhen.article,
      ]),
    ),
  ]
}

const IN_TABLES: ReadonlySet<string> = new Set(['limits', 'papers'])

function values(set: RuleSet): readonly string[] {
  const groups = Object.keys(RULE_GROUPS) as RuleGroup[]
  return groups
    .filter((group) => !IN_TABLES.has(group))
    .flatMap((group) => {
      const rows = ruleValues(set)
        .filter(({ address }) => address.split('.')[0] === group)
        .filter(({ address }) => !/^structure\.(?:paths|recognitionPaths)\./.test(address))
        .map(({ address, sourced }) => [
          ruleValueName(set, address),
          `${showRuleValue(address, sourced.value)}${mark(sourced.confirmed)}`,
          sourced.article,
        ])
      return rows.length === 0 ? [] : ['', `### ${RULE_GROUPS[group]}`, '', table(['value', 'is', 'article'], rows)]
    })
    .concat('')
}

function mark(confirmed: boolean): string {
  return confirmed ? '' : ' ?'
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}
