import { PROFILES } from '../../model/rules.ts'
import type { SourceFile } from '../../model/stages.ts'
import type { PolicyFile, Problem, Profiles, Setting, Store } from '../../model/types.ts'
import { readFlatList } from '../../text/flat-yaml.ts'
import { parseJson } from '../../text/json-tree.ts'
import { readPlainYaml } from '../../text/plain-yaml.ts'
import { didYouMean } from '../../text/suggest.ts'
import { parseYaml, type YamlEntry, type YamlNode } from '../../text/yaml.ts'
import { RuleReader, sentence } from './rules.ts'

/** Above this many characters the library is asked about single odd rules only: it would need seconds and gigabytes for the whole. */
const LARGE = 200_000

/** Where the list of rules begins and what stands above its `rules:`, in a file that begins like the plain shape. */
function flatStart(text: string): { readonly header: string; readonly index: number } | undefined {
  const index = /^ *- /m.exec(text)?.index
  if (index === undefined || index > 10_000) return undefined
  const above = text.slice(0, index)
  const rules = /^rules:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*$/m.exec(above)
  const header = rules ? above.slice(0, rules.index) : above
  const isBare = /^(?:[ \t]*(?:#.*)?\r?\n)*$/.test(header)
  return rules || isBare ? { header: isBare ? '' : header, index } : undefined
}
/** Whether a small file can be read without the library. */
export function isFlat(text: string): boolean {
  const start = text.length > LARGE ? undefined : flatStart(text)
  if (!start || (start.header !== '' && !readPlainYaml(start.header))) return false
  const end = readFlatList(text, start.index, { item: () => {}, odd: () => false })
  return end !== undefined && !/\S/.test(text.slice(end))
}

/** Goes through a file once, the plain way where it is plain, else by the library. */
export class Reading {
  readonly #file: SourceFile
  #problems: Problem[] = []
  #rules: RuleReader
  #store: Store = 'group-policy'
  #profiles: Profiles = {}

  constructor(file: SourceFile) {
    this.#file = file
    this.#rules = new RuleReader(file, this.#problems)
  }
  run(): Omit<PolicyFile, 'format'> {
    if (!this.#flat()) {
      this.#problems = []
      this.#rules = new RuleReader(this.#file, this.#problems)
      this.#whole()
    }
    return {
      path: this.#file.path, problems: this.#problems,
      parts: [{ store: this.#store, rules: this.#rules.finish(), profiles: this.#profiles, changes: [] }],
    }
  }

  /** The plain shape: a header or none, then the rules one `key: value` a line. False: it is not, read it whole. */
  #flat(): boolean {
    const { text } = this.#file
    const large = text.length > LARGE
    const start = flatStart(text)
    if (!start || !this.#header(start.header)) return false
    const end = readFlatList(text, start.index, {
      item: (fields, from, to) => { this.#rules.flat(fields, from, to) },
      odd: (from, to) => { if (large) this.#odd(from, to); return large },
    })
    return end !== undefined && !/\S/.test(text.slice(end))
  }
  #header(text: string): boolean {
    if (text === '') return true
    const { documents: [node], errors } = parseYaml({ text })
    if (errors.length > 0 || node?.kind !== 'map' || node.entries.some(({ key }) => key === 'rules')) return false
    for (const entry of node.entries) this.#setting(entry)
    return true
  }
  /** One rule that is not plain, by the library: its lines are a list of one. */
  #odd(from: number, to: number): void {
    const { documents: [node], errors: [error] } = parseYaml({ text: this.#file.text.slice(from, to) })
    if (error) this.#bad(from + error.start, from + error.end, `This rule is not valid YAML: ${error.message}`)
    else if (node?.kind === 'list') for (const item of node.items) this.#rules.node(item, from)
  }

  #whole(): void {
    const json = /^\s*[[{]/.test(this.#file.head) ? parseJson(this.#file.text) : undefined
    const { documents, errors } = json ? { documents: [json], errors: [] } : parseYaml(this.#file)
    for (const { message, start, end } of errors) {
      this.#problems.push({ code: 'file-unreadable', message: `This is not valid YAML: ${message}.`, source: this.#file.span(start, end) })
    }
    for (const node of documents) {
      if (node.kind === 'list') this.#list(node)
      else if (node.kind === 'map' && node.entries.some(e => e.key === 'rules' || e.key === 'profiles')) for (const entry of node.entries) this.#setting(entry)
      else if (node.kind === 'map') this.#rules.node(node, 0)
      else if (node.value !== null) this.#bad(node.start, node.end, 'A list of rules is expected here')
    }
  }
  #list(node: YamlNode): void {
    if (node.kind === 'list') for (const item of node.items) this.#rules.node(item, 0)
    else if (node.kind !== 'scalar' || node.value !== null) this.#bad(node.start, node.end, '"rules" must be a list of rules')
  }
  #setting({ key, value, start, end }: YamlEntry): void {
    if (key === 'rules') return this.#list(value)
    if (key === 'profiles') return this.#profileSettings(value)
    if (key === 'store') {
      const store = value.kind === 'scalar' ? STORES.find(s => s === value.text) : undefined
      if (store) this.#store = store
      else this.#bad(value.start, value.end, `"store" must be one of ${STORES.join(', ')}`)
      return undefined
    }
    // What `parse` prints around the rules says nothing about them.
    if (key !== 'path' && key !== 'format' && key !== 'problems') this.#bad(start, end, `Unknown key "${key}"${didYouMean(key, ['rules', 'profiles', 'store'])}`)
    return undefined
  }

  #profileSettings(node: YamlNode): void {
    if (node.kind !== 'map') return this.#bad(node.start, node.end, '"profiles" must be a map of domain, private and public')
    const profiles: Record<string, Record<string, Setting<unknown>>> = {}
    for (const { key, value, start, end } of node.entries) {
      if (!PROFILES.some(p => p === key) || value.kind !== 'map') { this.#bad(start, end, `"${key}" is not one of the profiles domain, private and public with a map of settings`); continue }
      const settings: Record<string, Setting<unknown>> = {}
      for (const entry of value.entries) {
        const words = PROFILE_SETTINGS.get(entry.key)
        const said = entry.value.kind === 'scalar' ? words?.get(entry.value.text.toLowerCase()) : undefined
        if (said !== undefined) settings[entry.key] = { value: said, source: this.#file.span(entry.start, entry.value.end) }
        else if (!words) this.#bad(entry.start, entry.end, `Unknown key "${entry.key}"${didYouMean(entry.key, PROFILE_SETTINGS.keys())}`)
        else this.#bad(entry.value.start, entry.value.end, `"${entry.key}" must be ${[...words.keys()].join(' or ')}`)
      }
      profiles[key] = settings
    }
    this.#profiles = profiles as Profiles
    return undefined
  }
  #bad(start: number, end: number, message: string): void {
    this.#problems.push({ code: 'rule-malformed', message: sentence(message), source: this.#file.span(start, end) })
  }
}

const STORES: readonly Store[] = ['group-policy', 'local', 'mdm', 'network']
const FLAG = new Map<string, unknown>([['true', true], ['false', false]])
const DEFAULT_ACTION = new Map<string, unknown>([['allow', 'allow'], ['block', 'block']])
const PROFILE_SETTINGS = new Map([
  ['enabled', FLAG], ['defaultInbound', DEFAULT_ACTION], ['defaultOutbound', DEFAULT_ACTION], ['allowLocalRules', FLAG], ['blockAllInbound', FLAG],
  ['allowUserApps', FLAG], ['allowUserPorts', FLAG],
])
