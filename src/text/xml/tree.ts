import { walkXml } from '../xml.ts'
import type { XmlElement, XmlError } from './element.ts'

const MAX_NODES = 2_000_000

/** An element that stays. */
export interface XmlNode extends Omit<XmlElement, 'parent' | 'depth'> {
  readonly children: readonly XmlNode[]
}
type Writable<T> = { -readonly [K in keyof T]: T[K] }
/** The whole text as trees, for small files; up to two million elements. An error leaves what stood before it. */
export function readXml(text: string): { readonly roots: readonly XmlNode[]; readonly error: XmlError | undefined } {
  const roots: XmlNode[] = []
  const lists: XmlNode[][] = [roots]
  let count = 0
  let full: XmlError | undefined
  const error = walkXml(text, {
    open({ name, namespace, attributes, start, tagEnd }) {
      if (++count > MAX_NODES) {
        full = { message: `This file holds more than ${MAX_NODES} XML elements.`, start, end: tagEnd }
        return 'stop'
      }
      const children: XmlNode[] = []
      lists.at(-1)?.push({ name, namespace, attributes, start, tagEnd, end: tagEnd, textStart: tagEnd, textEnd: tagEnd, text: '', children })
      lists.push(children)
      return true
    },
    close({ end, textStart, textEnd, text: own }) {
      lists.pop()
      const node = lists.at(-1)?.at(-1) as Writable<XmlNode>
      node.end = end
      node.textStart = textStart
      node.textEnd = textEnd
      node.text = own
    },
  })
  return { roots, error: error ?? full }
}

/** The first child of that local name, or the first along a path of names. */
export function childOf(node: XmlNode, ...path: readonly string[]): XmlNode | undefined {
  let at: XmlNode | undefined = node
  for (const name of path) at = at?.children.find(child => child.name === name)
  return at
}
