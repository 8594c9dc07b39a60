import { type Entry, type Literal, MAX_DEPTH } from './literal.ts'
import type { YamlNode } from './yaml.ts'

/** Marks of text that a tool fills in before anybody reads it as YAML: Jinja and hiera. */
const TEMPLATE = /\{\{|\{%|%\{/

/** A YAML node as a literal: templates, vaults and the tags of other tools are expressions. `isTemplate` decides on further texts. */
export function literalOf(node: YamlNode, isTemplate: (node: YamlNode) => boolean = () => false, depth = 0): Literal {
  const { start, end } = node
  if (depth > MAX_DEPTH) return { kind: 'nothing', start, end }
  if (node.kind === 'scalar') {
    if (node.value === null && !node.quoted) return { kind: 'nothing', start, end }
    // `!unsafe` is Ansible's way to say "no template".
    if (node.tag === '!unsafe') return { kind: 'scalar', text: node.text, start, end }
    return { kind: node.tag !== undefined || TEMPLATE.test(node.text) || isTemplate(node) ? 'expression' : 'scalar', text: node.text, start, end }
  }
  if (node.kind === 'list') return { kind: 'list', items: node.items.map(item => literalOf(item, isTemplate, depth + 1)), start, end }
  const entries = new Map<string, Entry>()
  for (const { key, value, start: at } of node.entries) entries.set(key, { name: key, start: at, value: literalOf(value, isTemplate, depth + 1) })
  return { kind: 'table', entries, start, end }
}
