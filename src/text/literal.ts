/** Values of configuration languages (MOF, Puppet, Ruby, YAML with templates) as far as the file itself decides them. */

/** One word, text, number or boolean, without its quotes and escapes. */
export interface Scalar { readonly kind: 'scalar'; readonly text: string; readonly start: number; readonly end: number }
export interface List { readonly kind: 'list'; readonly items: readonly Literal[]; readonly start: number; readonly end: number }
/** Keys as written; one that stands twice keeps its last value, as all these languages do. */
export interface Table { readonly kind: 'table'; readonly entries: ReadonlyMap<string, Entry>; readonly start: number; readonly end: number }
/** What only the tool can evaluate: a variable, a call, a template. `text` is what stands in the file. */
export interface Expression { readonly kind: 'expression'; readonly text: string; readonly start: number; readonly end: number }
/** `undef`, `nil`, `null`, NULL: said to be not said. */
export interface Nothing { readonly kind: 'nothing'; readonly start: number; readonly end: number }
export type Literal = Scalar | List | Table | Expression | Nothing

/** A named value, with the place of its name. */
export interface Entry { readonly name: string; readonly start: number; readonly value: Literal }

/** Reads deeper than any real file and far from the stack's end. */
export const MAX_DEPTH = 40

/** The scalars and expressions of a value: itself, or the items of a list, lists in lists included. */
export function atoms(value: Literal): readonly (Scalar | Expression)[] {
  if (value.kind === 'scalar' || value.kind === 'expression') return [value]
  return value.kind === 'list' ? value.items.flatMap(atoms) : []
}
const sizes = new WeakMap<Literal, number>()
/** About how many characters a value holds, whatever it stands for in the file: an alias is short. */
export function sizeOf(value: Literal): number {
  if (value.kind === 'scalar' || value.kind === 'expression') return value.text.length + 1
  if (value.kind === 'nothing') return 1
  let size = sizes.get(value)
  if (size === undefined) {
    size = 1
    if (value.kind === 'list') for (const item of value.items) size += sizeOf(item)
    else for (const entry of value.entries.values()) size += entry.name.length + sizeOf(entry.value)
    sizes.set(value, size)
  }
  return size
}
/** The value as one line of text, for messages and `unmodelled`. */
export function literalText(value: Literal): string {
  if (value.kind === 'scalar' || value.kind === 'expression') return value.text
  if (value.kind === 'list') return value.items.map(literalText).join(',')
  return value.kind === 'table' ? [...value.entries.values()].map(e => `${e.name}=${literalText(e.value)}`).join(';') : ''
}
