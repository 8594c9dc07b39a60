import { type Entry, type Literal, MAX_DEPTH } from './literal.ts'
import type { YamlNode, YamlScalar } from './yaml.ts'

export interface LiteralOptions {
  /** Added to every place: the YAML is a stretch of a file. */
  readonly offset?: number
  /** The text behind a scalar; undefined where a tool would fill it in. Without it the text counts, and marks of templates are looked for. */
  text?(node: YamlScalar): string | undefined
  /** What stands there when `text` is undefined. */
  written?(node: YamlScalar): string
}

/** Mistakes told of one text: what follows the first ones is mostly their echo. */
export const MOST_ERRORS = 20
/** Marks of text that a tool fills in before anybody reads it as YAML: Jinja and hiera. */
const TEMPLATE = /\{\{|\{%|%\{/

/** A YAML node as a literal: templates, vaults and the tags of other tools are expressions. */
export function literalOf(node: YamlNode, options: LiteralOptions = {}, depth = 0): Literal {
  const { offset = 0 } = options
  const start = node.start + offset
  const end = node.end + offset
  if (depth > MAX_DEPTH) return { kind: 'nothing', start, end }
  if (node.kind === 'scalar') {
    if (node.value === null && !node.quoted) return { kind: 'nothing', start, end }
    // `!unsafe` is Ansible's way to say "no template".
    if (node.tag === '!unsafe') return { kind: 'scalar', text: node.text, start, end }
    const known = options.text ? options.text(node) : TEMPLATE.test(node.text) ? undefined : node.text
    if (known === undefined || node.tag !== undefined) return { kind: 'expression', text: options.written?.(node) ?? node.text, start, end }
    return { kind: 'scalar', text: known, start, end }
  }
  if (node.kind === 'list') return { kind: 'list', items: node.items.map(item => literalOf(item, options, depth + 1)), start, end }
  const entries = new Map<string, Entry>()
  for (const { key, value, start: at } of node.entries) entries.set(key, { name: key, start: at + offset, value: literalOf(value, options, depth + 1) })
  return { kind: 'table', entries, start, end }
}
