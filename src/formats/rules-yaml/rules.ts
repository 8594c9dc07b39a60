import { ANY_PORTS, isAnyPort } from '../../model/ports.ts'
import { changedRule, makeRule } from '../../model/rules.ts'
import type { SourceFile } from '../../model/stages.ts'
import { PART_NAMES, type PartName, type Problem, type Rule } from '../../model/types.ts'
import type { FlatField } from '../../text/flat-yaml.ts'
import { didYouMean } from '../../text/suggest.ts'
import type { YamlMap, YamlNode } from '../../text/yaml.ts'
import { nothing, quote, type Said, TAKERS } from './values.ts'

/** Reads the rules of one file. */
export class RuleReader {
  readonly #file: SourceFile
  readonly #problems: Problem[]
  readonly #rules: Rule[] = []

  constructor(file: SourceFile, problems: Problem[]) {
    this.#file = file
    this.#problems = problems
  }

  /** The rules, where a later one replaces an earlier one of the same id, as values of one registry key do. */
  finish(): readonly Rule[] {
    const last = new Map<string, number>()
    const rules = this.#rules
    rules.forEach((rule, i) => { if (rule.id !== null) last.set(rule.id.toLowerCase(), i) })
    if (last.size === rules.length) return rules
    return rules.map((rule, i) => {
      const winner = rule.id === null ? i : last.get(rule.id.toLowerCase())
      if (winner === i || winner === undefined) return rule
      const message = `Rule ${quote(rule.name)} has the id ${quote(rule.id ?? '')} of a later rule, which takes its place.`
      this.#problems.push({ code: 'rule-malformed', message, source: rule.source })
      return changedRule(rule, { malformed: message })
    })
  }

  flat(fields: readonly FlatField[], start: number, end: number): void {
    const draft = new Draft(this.#file, this.#problems, start, end)
    for (const field of fields) draft.take(field.key, field.isNull ? null : field.value, field.keyStart, field.start, field.end)
    this.#rules.push(draft.rule())
  }

  /** A rule as the library reads it; `base` is where its text begins in the file. */
  node(node: YamlNode, base: number): void {
    if (node.kind !== 'map') {
      if (node.kind === 'scalar' && node.value === null) return
      this.#problems.push({ code: 'rule-malformed', message: 'A rule must be a map with direction and action.', source: this.#file.span(base + node.start, base + node.end) })
      return
    }
    const draft = new Draft(this.#file, this.#problems, base + node.start, base + endOf(node))
    for (const { key, value, start } of node.entries) draft.take(key, valueOf(value), base + start, base + value.start, base + value.end)
    this.#rules.push(draft.rule())
  }
}
/** A block map's own end lies on the next line; its last value's does not. */
const endOf = (node: YamlMap): number => Math.max(node.start, ...node.entries.slice(-1).map(e => (e.value.kind === 'map' ? endOf(e.value) : e.value.end)))
/** Undefined is no value that a rule can have. */
function valueOf(node: YamlNode): string | readonly string[] | null | undefined {
  if (node.kind === 'scalar') return node.tag !== undefined ? undefined : node.value === null ? null : node.text
  if (node.kind === 'map') return undefined
  const list = node.items.map(item => (item.kind === 'scalar' && item.value !== null ? item.text : undefined))
  return list.includes(undefined) ? undefined : (list as string[])
}

class Draft {
  readonly #file: SourceFile
  readonly #problems: Problem[]
  readonly #start: number
  readonly #end: number
  readonly #said: Said = {}
  readonly #parts: number[] = []
  #malformed: string | undefined

  constructor(file: SourceFile, problems: Problem[], start: number, end: number) {
    this.#file = file
    this.#problems = problems
    this.#start = start
    this.#end = end
  }
  take(key: string, value: string | readonly string[] | null | undefined, keyStart: number, start: number, end: number): void {
    const taker = TAKERS.get(key)
    if (!taker) return this.#bad(`Unknown key ${quote(key)}${didYouMean(key, TAKERS.keys())}`, keyStart, keyStart + key.length)
    if (value === null || taker === nothing) return undefined
    const why = value === undefined ? 'it must be a text or a list of texts' : taker(this.#said, value)
    if (why !== undefined) this.#bad(`"${key}": ${why}`, start, end)
    const part = PARTS.get(key)
    if (part !== undefined) this.#parts.push(part, start, end)
    return undefined
  }
  #bad(message: string, start = this.#start, end = this.#end): void {
    const said = sentence(message)
    this.#problems.push({ code: 'rule-malformed', message: said, source: this.#file.span(start, end) })
    this.#malformed ??= said
  }

  rule(): Rule {
    const said = this.#said
    if (said.direction === undefined && !this.#malformed) this.#bad('The rule needs a direction, inbound or outbound')
    if (said.action === undefined && !this.#malformed) this.#bad('The rule needs an action, allow, block or bypass')
    if (said.name === undefined && said.id === undefined && !this.#malformed) this.#bad('The rule needs a name')
    const trouble = this.#malformed === undefined ? contradiction(said) : undefined
    if (trouble !== undefined) this.#bad(trouble)
    said.name ??= said.id ?? ''
    said.direction ??= 'unknown'
    said.action ??= 'unknown'
    if (this.#malformed !== undefined) said.malformed = this.#malformed
    said.source = { origin: this.#file.origin, start: this.#start, end: this.#end, key: undefined }
    said.parts = this.#parts.slice() // as large as it is, not as large as it grew
    return makeRule(said as Said & Pick<Rule, 'name' | 'source'>)
  }
}
const PARTS: ReadonlyMap<string, number> = new Map(PART_NAMES.map((name: PartName, i) => [name, i]))

/** Why Windows would drop a rule of these values ([MS-FASP] 2.2.37). */
function contradiction({ protocol = 'any', localPorts = ANY_PORTS, remotePorts = ANY_PORTS, icmp, direction }: Said): string | undefined {
  const hasPorts = !isAnyPort(localPorts) || !isAnyPort(remotePorts)
  if (hasPorts && protocol !== 6 && protocol !== 17) return 'Ports go with protocol tcp or udp only'
  if (icmp && icmp.length > 0 && protocol !== 1 && protocol !== 58) return 'ICMP types go with protocol icmpv4 or icmpv6 only'
  for (const keyword of localPorts.keywords) {
    if (direction === 'outbound') return `An outbound rule cannot have the local port "${keyword}"`
    if ((keyword === 'rpc' || keyword === 'rpc-epmap') && protocol !== 6) return `The port "${keyword}" goes with tcp only`
    if (keyword === 'teredo' && protocol !== 17) return 'The port "teredo" goes with udp only'
  }
  return undefined
}

/** A message as a whole sentence. */
export const sentence = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`)
