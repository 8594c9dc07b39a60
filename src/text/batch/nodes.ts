import type { Mapped } from '../mapped.ts'

/** What stands on a line, and on the lines of the blocks that it opens. */
export type Node =
  | { readonly kind: 'command'; readonly text: Mapped }
  | { readonly kind: 'sequence'; readonly nodes: readonly Node[] }
  | { readonly kind: 'given'; readonly node: Node; readonly on: 'success' | 'failure'; readonly why: string }
  | { readonly kind: 'piped'; readonly node: Node; readonly from: string }
  | { readonly kind: 'if'; readonly test: IfTest; readonly then: Node; readonly otherwise: Node | undefined }
  | ForNode

/** What an `if` asks. */
export interface IfTest {
  readonly not: boolean
  readonly ignoreCase: boolean
  readonly left: string
  readonly operator: string
  readonly right: string
  readonly why: string
}

/** `for OPTION "SETTINGS" %%VARIABLE in (ITEMS) do BODY`. */
export interface ForNode {
  readonly kind: 'for'
  readonly option: string
  readonly settings: string
  readonly variable: string
  readonly items: string
  readonly body: Node
  readonly why: string
}

/** How many characters are read each time that a node runs, without the nodes in it. */
export const lengthOf = (node: Node): number => (node.kind === 'command' ? node.text.text.length : node.kind === 'for' ? node.items.length : 0)

/** Whether a piece of a script does nothing but set variables. */
export function onlySets(node: Node): boolean {
  if (node.kind === 'command') return /^[ \t@]*set[ \t]+(?!\/p)/i.test(node.text.text)
  return node.kind === 'sequence' && node.nodes.length > 0 && node.nodes.every(onlySets)
}

/** Names of the variables that are set somewhere in a piece of a script. */
export function assignedIn(node: Node): string[] {
  switch (node.kind) {
    case 'command': {
      const set = /^[ \t@]*set[ \t]+(?:\/[ap][ \t]+)?"?(.*)/is.exec(node.text.text)
      const text = set?.[1] ?? ''
      return [...text.matchAll(/[^=,"+*/%-]+/g)].filter(({ 0: name, index }) => /^[-+*/%]?=/.test(text.slice(index + name.length, index + name.length + 2))).map(([name]) => name.trim().toLowerCase())
    }
    case 'sequence': return node.nodes.flatMap(assignedIn)
    case 'given': case 'piped': return assignedIn(node.node)
    case 'if': return [...assignedIn(node.then), ...(node.otherwise ? assignedIn(node.otherwise) : [])]
    case 'for': return assignedIn(node.body)
  }
}
