/**
 * Every field of an input that can swell: texts and lists, wherever the schema has them, each in an input that has nothing
 * else but what leads to it. For tests of what the port does with far too much.
 */
import type { z } from 'zod'
import { trusted } from '../../shared/base/trust.ts'

/** What swells: a text, a list, an object of names that are free. */
export type FieldKind = 'text' | 'list' | 'record'

/** A field, and an input around whatever is put into it. */
type SchemaField = {
  readonly kind: FieldKind
  /** Its name by its path, as a refusal names it: 'rows.0.profile.name'. */
  readonly path: string
  readonly input: (value: unknown) => unknown
}

/** More levels than any input has; a schema that holds itself ends there. */
const DEEPEST = 12

/** All fields of a schema. */
export function swellingFields(schema: z.ZodType): readonly SchemaField[] {
  const found = fieldsIn(schema, DEEPEST)
  return [...new Map(found.map((field) => [`${field.kind} ${field.path}`, field])).values()]
}

function fieldsIn(schema: z.core.$ZodType, levels: number): readonly SchemaField[] {
  if (levels === 0) return []
  const into = (inner: z.core.$ZodType) => fieldsIn(inner, levels - 1)
  const { def } = trusted<z.core.$ZodTypes>(schema)._zod
  switch (def.type) {
    case 'string':
    case 'template_literal':
    case 'unknown':
    case 'any':
    case 'custom':
      return [itself('text')]
    case 'array':
      return [itself('list'), ...beneath('0', into(def.element), (value) => [value])]
    case 'tuple':
      return def.items.flatMap((item, place) =>
        beneath(String(place), into(item), (value) => [...Array.from({ length: place }, () => null), value]),
      )
    case 'record': {
      const key = firstOf(def.keyType) ?? 'x'
      const free = firstOf(def.keyType) === null ? [itself('record')] : []
      return [...free, ...beneath(String(key), into(def.valueType), (value) => ({ [key]: value }))]
    }
    case 'object': {
      const said = Object.entries(def.shape).flatMap(([name, inner]) => {
        const only = inner._zod.def.type === 'literal' ? firstOf(inner) : null
        return only === null ? [] : [[name, only] as const]
      })
      return Object.entries(def.shape).flatMap(([name, inner]) =>
        beneath(name, into(inner), (value) => ({ ...Object.fromEntries(said), [name]: value })),
      )
    }
    case 'union':
      return def.options.flatMap(into)
    case 'intersection':
      return [def.left, def.right].flatMap(into)
    case 'pipe':
      return into(def.in._zod.def.type === 'transform' ? def.out : def.in)
    case 'lazy':
      return into(def.getter())
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return into(def.innerType)
    default:
      // Numbers, ticks, and words that are chosen among: none of them can swell.
      return []
  }
}

function itself(kind: FieldKind): SchemaField {
  return { kind, path: '', input: (value) => value }
}

function beneath(
  name: string,
  fields: readonly SchemaField[],
  wrapped: (value: unknown) => unknown,
): readonly SchemaField[] {
  return fields.map(({ kind, path, input }) => ({
    kind,
    path: path === '' ? name : `${name}.${path}`,
    input: (value) => wrapped(input(value)),
  }))
}

/** The first word of a closed list; null where a schema is none. */
function firstOf(schema: z.core.$ZodType): string | number | null {
  const { def } = trusted<z.core.$ZodTypes>(schema)._zod
  const words = def.type === 'literal' ? def.values : def.type === 'enum' ? Object.values(def.entries) : []
  const first: unknown = words[0]
  return typeof first === 'string' || typeof first === 'number' ? first : null
}
