/**
 * The kinds table as a page, so that a reader (and a reviewer of a diff) sees who may record what and who receives it.
 * Made from shared/journal/kinds.ts; the payload fields come from the schemas themselves.
 */
import { z } from 'zod'
import { KINDS, kindRow, type Kind } from '../shared/journal/kinds.ts'

const audiences = {
  own: 'own office',
  keeper: 'keeper of the case',
  superior: 'deciding office',
  trainer: 'training office',
  all: 'all paired offices',
  asTarget: 'as the entry it names',
} as const

/** The text of shared/journal/KINDS.md. */
export function kindsPage(): string {
  const kinds = Object.keys(KINDS) as Kind[]
  const rows = kinds.map((kind) => {
    const row = kindRow(kind)
    const cells = [
      `\`${kind}\``,
      String(row.v),
      row.subject,
      row.author,
      audiences[row.audience],
      row.personal ? 'yes' : 'no',
      row.retractableUntil,
      row.erasable ? 'yes' : 'no',
      fieldsOf(row.payload),
    ]
    return `| ${cells.join(' | ')} |`
  })
  const columns = [
    'kind',
    'v',
    'about',
    'author',
    'audience',
    'personal data',
    'taken back until',
    'erasable',
    'payload',
  ]
  return [
    '# Kinds of journal entries',
    '',
    'Generated from `kinds.ts` by `build/generate.ts`; do not edit. `*` marks a field that must be there.',
    '',
    `| ${columns.join(' | ')} |`,
    `| ${columns.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n')
}

function fieldsOf(payload: z.ZodType): string {
  const schema = z.toJSONSchema(payload, { unrepresentable: 'any', io: 'input' })
  const required = new Set(schema.required ?? [])
  return Object.keys(schema.properties ?? {})
    .map((field) => (required.has(field) ? `${field}\\*` : field))
    .join(', ')
}
