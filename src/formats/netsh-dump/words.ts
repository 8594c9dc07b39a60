import { DUMP_FIELDS, DUMP_VALUES, type DumpField, type DumpValue, type NetshLabels } from './labels.ts'

/** Labels and values of all languages in one table each: what two languages share means the same in both. */
export class Words {
  readonly #labels = new Map<string, DumpField>()
  readonly #values = new Map<string, Set<DumpValue>>()

  constructor(tables: readonly NetshLabels[]) {
    for (const { labels, values } of tables) {
      for (const field of DUMP_FIELDS) for (const text of labels[field] ?? []) this.#labels.set(keyOf(text), field)
      for (const value of DUMP_VALUES) {
        for (const text of values[value] ?? []) {
          const key = keyOf(text)
          const set = this.#values.get(key)
          if (set) set.add(value)
          else this.#values.set(key, new Set([value]))
        }
      }
    }
  }
  label(text: string): DumpField | undefined { return this.#labels.get(keyOf(text)) }
  is(text: string, value: DumpValue): boolean { return this.#values.get(keyOf(text))?.has(value) ?? false }
  knows(text: string): boolean { return this.#values.has(keyOf(text)) }
  /** The first of these meanings that the text has. */
  oneOf<V extends DumpValue>(text: string, values: readonly V[]): V | undefined {
    const set = this.#values.get(keyOf(text))
    return set && values.find(value => set.has(value))
  }
}
/** A text without what does not matter in a label. */
export const keyOf = (text: string): string => text.replace(/[\s\u3000\u00a0:：'’-]+/g, '').toLowerCase()

/** Tables of the config: `{ labels: { name: "…" }, values: { yes: "…" } }`, one text or several; whatever else stands there is passed over. */
export function userTables(labels: ReadonlyMap<string, unknown> | undefined): NetshLabels[] {
  return [...(labels?.values() ?? [])].map(table => {
    const part = (name: string): Record<string, readonly string[]> => {
      const inner = isObject(table) ? table[name] : undefined
      const from = isObject(inner) ? inner : name === 'labels' && isObject(table) ? table : {}
      return Object.fromEntries(Object.entries(from).flatMap(([key, value]) => {
        const texts = (Array.isArray(value) ? value : [value]).filter(text => typeof text === 'string')
        return texts.length > 0 ? [[key, texts as string[]]] : []
      }))
    }
    return { labels: part('labels'), values: part('values') }
  })
}
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
