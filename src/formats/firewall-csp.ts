import type { Format, SourceFile } from '../model/stages.ts'
import type { Problem } from '../model/types.ts'
import { walkXml, xmlProblem, xmlRoot } from '../text/xml.ts'
import { type CspNode, isMdmStoreUri, MDM_STORE, mdmStorePart } from './shared/mdm-store.ts'

/** Documents show fragments, so any of these may be a root ([OMA-SyncML]; formats-management.md 9.4). */
const ROOTS: ReadonlySet<string> = new Set(['SyncML', 'SyncBody', 'Atomic', 'Sequence', 'Add', 'Replace', 'Delete', 'Get', 'Item'])
const LIST = /\.(?:txt|csv|tsv)$/

/** Firewall CSP nodes: SyncML files, fragments of them, and lists of OMA-URIs with their values. */
export const firewallCsp: Format = {
  id: 'firewall-csp',
  title: 'Firewall CSP (SyncML or OMA-URI list)',
  store: 'mdm',
  exported: true,
  names: [],
  recognises(file) {
    const root = xmlRoot(file)
    return root ? ROOTS.has(root.name) && MDM_STORE.test(file.text) : LIST.test(file.name) && listedUri(file.text) >= 0
  },
  parse(file) {
    const { nodes, problems } = xmlRoot(file) ? syncMlNodes(file) : listedNodes(file)
    const { part, problems: said } = mdmStorePart(nodes, file)
    return { path: file.path, format: firewallCsp.id, parts: [part], problems: [...problems, ...said] }
  },
}

interface Found { readonly nodes: readonly CspNode[]; readonly problems: readonly Problem[] }

function syncMlNodes(file: SourceFile): Found {
  const nodes: CspNode[] = []
  const problems: Problem[] = []
  let verb: CspNode['verb'] | undefined = 'set' // a bare Item is one that somebody means to set
  let uri = ''
  let uriAt = { start: 0, end: 0 }
  let data: { value: string; start: number; end: number } | undefined
  const error = walkXml(file.text, {
    open({ name }) {
      if (name === 'Add' || name === 'Replace') verb = 'set'
      else if (name === 'Delete') verb = 'delete'
      else if (name === 'Get' || name === 'Exec' || name === 'Results') verb = undefined // asks, sets nothing
      else if (name === 'Item') { uri = ''; data = undefined }
    },
    close({ name, parent, text, textStart, textEnd }) {
      if (name === 'LocURI' && parent?.name === 'Target') { uri = text.trim(); uriAt = { start: textStart, end: textEnd } }
      else if (name === 'Data' && (parent === undefined || parent.name === 'Item')) data = { value: text, start: textStart, end: textEnd }
      if (name !== 'Item' || verb === undefined || !isMdmStoreUri(uri)) return
      const at = data ?? { value: '', ...uriAt }
      nodes.push({ verb, uri, uriStart: uriAt.start, uriEnd: uriAt.end, ...at })
    },
  })
  if (error) problems.push(xmlProblem(file, error))
  return { nodes, problems }
}

const START = /\.\/(?:device\/)?vendor\/msft\/firewall\/mdmstore\//gi
/** Before a URI: nothing, another cell, or a label. */
const BEFORE = /(?:^|[\t,;|\r\n]|OMA-?URI[\t ]?[:=])[\t ]{0,20}["']?$/i
/** Ends a URI: a separator, two blanks, or one blank behind a last node. Names of rules may hold single blanks. */
const URI_END = /["'\t,;|=]|[\t ]{2}| :|(?<=\/(?:Enabled|Direction|Type|Protocol|Profiles|\w+Ranges|IcmpTypesAndCodes|InterfaceTypes|FilePath|ServiceName|EnableFirewall|Shielded|\w+Action|\w+Merge)) |$/i
const TYPE = /^["']?(?:chr|string|int|integer|bool|boolean)["']?[\t ]*[\t,;|=: ][\t ]*/i
const LABELLED = /^[\t ]*(?:value|data)[\t ]*[:=][\t ]*(.*)$/i
const OTHER_LABEL = /^[\t ]*(?:(?:data[\t ]*)?type|format|name|description)[\t ]*[:=]|^[\t ]*$/i

/** Offset of the first URI that a line of a list begins with, or one of its cells. */
function listedUri(text: string): number {
  for (const { index } of text.matchAll(START)) if (BEFORE.test(text.slice(Math.max(0, index - 40), index))) return index
  return -1
}

function listedNodes(file: SourceFile): Found {
  const nodes: CspNode[] = []
  const problems: Problem[] = []
  /** A URI whose value has not come yet. */
  let waiting: { uri: string; start: number; end: number } | undefined
  const giveUp = (): void => {
    if (waiting) problems.push({ code: 'file-unreadable', message: `No value stands beside ${waiting.uri}.`, source: file.span(waiting.start, waiting.end) })
    waiting = undefined
  }
  const take = (value: string, start: number): void => {
    if (waiting) nodes.push({ verb: 'set', uri: waiting.uri, uriStart: waiting.start, uriEnd: waiting.end, value, start, end: start + value.length })
    waiting = undefined
  }
  let at = 0
  for (const line of file.text.split(/\r\n|[\r\n]/)) {
    const found = listedUri(line)
    if (found >= 0) {
      giveUp()
      const rest = line.slice(found)
      const length = URI_END.exec(rest)?.index ?? rest.length
      const uri = rest.slice(0, length).trimEnd()
      waiting = { uri, start: at + found, end: at + found + uri.length }
      const tail = unquoted(rest, skipSeparators(rest, length))
      if (tail.text !== '') take(tail.text, at + found + tail.index)
    } else if (waiting) {
      const labelled = LABELLED.exec(line)
      if (labelled) {
        const tail = unquoted(line, line.length - (labelled[1] as string).length)
        take(tail.text, at + tail.index)
      } else if (!OTHER_LABEL.test(line)) giveUp()
    }
    at += line.length
    at += file.text.startsWith('\r\n', at) ? 2 : 1
  }
  giveUp()
  return { nodes, problems }
}
/** Behind the separators and the data type that stand between a URI and its value. */
function skipSeparators(text: string, from: number): number {
  let at = from + (/^["'\t ]*[\t,;|=:]?[\t ]*/.exec(text.slice(from))?.[0].length ?? 0)
  const type = TYPE.exec(text.slice(at))
  if (type) at += type[0].length
  return at
}
function unquoted(text: string, from: number): { text: string; index: number } {
  const value = text.slice(from).trim()
  const index = from + text.slice(from).search(/\S|$/)
  const quoted = /^(["'])(.*)\1$/.exec(value)
  return quoted ? { text: quoted[2] as string, index: index + 1 } : { text: value, index }
}
