import type { Node } from './ast.ts'

/** The plain variables that statements assign, also in the blocks inside them. */
export function assignedIn(nodes: readonly Node[]): Set<string> {
  const names = new Set<string>()
  const look = (node: Node | undefined): void => {
    switch (node?.kind) {
      case 'assign': {
        let { target } = node
        while (target.kind === 'cast') target = target.operand
        if (target.kind === 'variable') names.add(target.name)
        else if (target.kind === 'list') for (const item of target.items) if (item.kind === 'variable') names.add(item.name)
        look(node.value)
        break
      }
      case 'unary': if (node.operand.kind === 'variable') names.add(node.operand.name); break
      case 'if': for (const clause of node.clauses) clause.body.forEach(look); node.otherwise?.forEach(look); break
      case 'loop': case 'foreach': node.body.forEach(look); break
      case 'switch': for (const clause of node.clauses) clause.body.forEach(look); break
      case 'try': node.body.forEach(look); for (const body of node.catches) body.forEach(look); break
      default:
    }
  }
  nodes.forEach(look)
  return names
}

/** The names of the commands in a piece of the tree, in lower case. */
export function commandsIn(root: object): Set<string> {
  const names = new Set<string>()
  const open: unknown[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== 'object' || node === null) continue
    const { kind, name } = node as { kind?: unknown; name?: { kind?: unknown; value?: unknown } }
    if (kind === 'command' && name?.kind === 'text' && typeof name.value === 'string') names.add(name.value.toLowerCase())
    for (const part of Object.values(node)) if (typeof part === 'object') open.push(part)
  }
  return names
}

/** Moves a piece of the tree to one place of the file: all that a text in quotes makes stands where the text stands. */
export function moveTo(root: object, start: number, end: number): void {
  const open: unknown[] = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== 'object' || node === null) continue
    if ('start' in node) Object.assign(node, { start, end, ...('headEnd' in node && { headEnd: end }) })
    for (const part of Object.values(node)) if (typeof part === 'object') open.push(part)
  }
}
